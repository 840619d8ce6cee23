import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Roster = Schemas['RosterView'];
export type RosterLine = Schemas['RosterLine'];
export type RosterRow = Schemas['RosterRowView'];
export type Shift = Schemas['ShiftView'];
export type Planned = Schemas['PlannedView'];
export type MarkKind = Schemas['MarkKind'];
export type RosterIssue = Schemas['RosterProblem'];
export type Severity = Schemas['ProblemSeverity'];
export type Template = Schemas['CycleTemplate'];
export type Filling = Schemas['Filling'];

/** What one person does on one day. */
export interface Cell {
  shifts: string[];
  mark: MarkKind | null;
}

/** One cell as it shall be. */
export interface CellEdit extends Cell {
  personId: string;
  date: string;
}

export const EMPTY_CELL: Cell = { shifts: [], mark: null };

export function cellKey(personId: string, date: string): string {
  return `${personId}|${date}`;
}

/** All cells that hold something, by person and date; the shifts of a cell in the order of the legend. */
export function cellsOf(roster: Roster): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const cellAt = (personId: string, date: string): Cell => {
    const key = cellKey(personId, date);
    const found = cells.get(key) ?? { shifts: [], mark: null };
    cells.set(key, found);
    return found;
  };
  for (const mark of roster.marks) cellAt(mark.person, mark.date).mark = mark.kind;
  for (const placed of roster.cells)
    cellAt(placed.person_id, placed.date).shifts.push(placed.shift);
  const order = new Map(roster.shifts.map((shift, at) => [shift.key, at]));
  const place = (key: string) => order.get(key) ?? order.size;
  for (const cell of cells.values()) cell.shifts.sort((a, b) => place(a) - place(b));
  return cells;
}

export function sameCell(a: Cell, b: Cell): boolean {
  return a.mark === b.mark && [...a.shifts].sort().join('|') === [...b.shifts].sort().join('|');
}

/** The roster as it looks once the edit is stored; what is wrong with it the server says afterwards. */
export function withEdit(roster: Roster, edit: CellEdit): Roster {
  const elsewhere = (personId: string, date: string) =>
    personId !== edit.personId || date !== edit.date;
  return {
    ...roster,
    cells: [
      ...roster.cells.filter((cell) => elsewhere(cell.person_id, cell.date)),
      ...edit.shifts.map((shift) => ({
        person_id: edit.personId,
        date: edit.date,
        shift,
        part: 'responsible' as const,
      })),
    ],
    marks: [
      ...roster.marks.filter((mark) => elsewhere(mark.person, mark.date)),
      ...(edit.mark ? [{ person: edit.personId, date: edit.date, kind: edit.mark }] : []),
    ],
  };
}

/** The shift that runs on that day, if one does. */
export function plannedOn(roster: Roster, date: string, shift: string): Planned | undefined {
  return roster.plan.find((one) => one.date === date && one.shift === shift);
}

/** Why a person may not be put on a shift; shown before the choice, not after it. */
export type Bar = 'not_employed' | 'wrong_role' | 'not_planned';

export function barOf(roster: Roster, row: RosterRow, date: string, shift: Shift): Bar | null {
  if (!isEmployedOn(row, date)) return 'not_employed';
  if (!plannedOn(roster, date, shift.key)) return 'not_planned';
  return hasRoleFor(row, shift) ? null : 'wrong_role';
}

export function isEmployedOn(row: RosterRow, date: string): boolean {
  return row.joined_on <= date && (row.left_on == null || date <= row.left_on);
}

/** A shift that names no roles takes anybody. */
export function hasRoleFor(row: RosterRow, shift: Shift): boolean {
  return shift.roles.length === 0 || shift.roles.some((role) => row.roles.includes(role));
}

/** The shifts that the regulation plans on a day, in the order of the legend. */
export function shiftsOn(roster: Roster, date: string): Shift[] {
  return roster.shifts.filter((shift) => plannedOn(roster, date, shift.key));
}

/**
 * The cell after a shift is chosen in it. The chosen one replaces the shift of the day; one that lies
 * within another (noon within day) stands beside it; chosen again, it goes. `beside` adds a second one.
 */
export function chooseShift(roster: Roster, cell: Cell, key: string, beside = false): Cell {
  if (cell.shifts.includes(key)) {
    return { shifts: cell.shifts.filter((one) => one !== key), mark: null };
  }
  const within = (one: string) => roster.shifts.find((shift) => shift.key === one)?.within ?? null;
  const kept = beside
    ? cell.shifts
    : cell.shifts.filter((one) => within(key) !== null || within(one) === key);
  const order = roster.shifts.map((shift) => shift.key);
  return {
    shifts: [...kept, key].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    mark: null,
  };
}

/** Whether a second main shift may stand beside those of the cell: none of them at the same time. */
export function fitsBeside(roster: Roster, cell: Cell, date: string, key: string): boolean {
  const wanted = plannedOn(roster, date, key);
  if (!wanted || cell.shifts.length === 0 || cell.shifts.includes(key)) return false;
  return cell.shifts.every((one) => {
    const there = plannedOn(roster, date, one);
    return !there || there.ends_at <= wanted.starts_at || wanted.ends_at <= there.starts_at;
  });
}

/** Whether a published shift can still be given to somebody else: it has not begun. */
export function canStillChange(roster: Roster, date: string, shift: string, now: number): boolean {
  const planned = plannedOn(roster, date, shift);
  return planned !== undefined && now < planned.starts_at;
}
