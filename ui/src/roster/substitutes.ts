import {
  barOf,
  cellKey,
  cellsOf,
  fitsBeside,
  type Bar,
  type Roster,
  type RosterRow,
  type Shift,
} from './model';

/** Why a colleague cannot take over a shift of a published roster. */
export type SubstituteBar = Bar | 'on_leave' | 'busy';

export interface Substitute {
  row: RosterRow;
  bar: SubstituteBar | null;
  /** The shift at the same time, when busy. */
  busyWith: string | null;
}

/** Everybody but the holder, those who can first; the rest with the reason. */
export function substitutesFor(
  roster: Roster,
  date: string,
  shift: Shift,
  holderId: string,
): Substitute[] {
  const cells = cellsOf(roster);
  const judged = roster.people
    .filter((row) => row.person_id !== holderId)
    .map((row): Substitute => {
      const bar = barOf(roster, row, date, shift);
      if (bar) return { row, bar, busyWith: null };
      const cell = cells.get(cellKey(row.person_id, date));
      if (cell?.mark === 'leave') return { row, bar: 'on_leave', busyWith: null };
      const busy = cell?.shifts.find(
        (key) =>
          key === shift.key || !fitsBeside(roster, { shifts: [key], mark: null }, date, shift.key),
      );
      // Noon within one's own day shift is no clash.
      if (busy && busy !== shift.within) return { row, bar: 'busy', busyWith: busy };
      return { row, bar: null, busyWith: null };
    });
  return [...judged.filter((one) => !one.bar), ...judged.filter((one) => one.bar)];
}
