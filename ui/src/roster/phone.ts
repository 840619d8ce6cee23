import { plannedOn, type Planned, type Roster, type Shift } from './model';

/** One of a person's shifts, for the list on a phone. */
export interface MyShift {
  date: string;
  shift: Shift;
  planned: Planned;
  /** Who is on the same shift. */
  partners: string[];
}

export function myShifts(roster: Roster, personId: string): MyShift[] {
  return roster.cells
    .filter((cell) => cell.person_id === personId)
    .flatMap((cell): MyShift[] => {
      const shift = roster.shifts.find((one) => one.key === cell.shift);
      const planned = plannedOn(roster, cell.date, cell.shift);
      if (!shift || !planned) return [];
      const partners = namesOn(roster, cell.date, cell.shift, personId);
      return [{ date: cell.date, shift, planned, partners }];
    })
    .sort((a, b) => a.planned.starts_at - b.planned.starts_at);
}

/** Names of those on a shift, but for one. */
export function namesOn(roster: Roster, date: string, shift: string, but?: string): string[] {
  const on = new Set(
    roster.cells
      .filter((cell) => cell.date === date && cell.shift === shift && cell.person_id !== but)
      .map((cell) => cell.person_id),
  );
  return roster.people.filter((row) => on.has(row.person_id)).map((row) => row.name);
}

/** Names of those who rest or are on leave. */
export function namesMarked(roster: Roster, date: string, kind: 'rest' | 'leave'): string[] {
  const marked = new Set(
    roster.marks.filter((one) => one.date === date && one.kind === kind).map((one) => one.person),
  );
  return roster.people.filter((row) => marked.has(row.person_id)).map((row) => row.name);
}
