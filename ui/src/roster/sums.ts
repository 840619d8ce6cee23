import { plannedOn, type Planned, type Roster } from './model';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How much one person has in the month. A shift within another is part of it and not counted again. */
export interface RowSum {
  shifts: number;
  nights: number;
  minutes: number;
}

export function rowSums(roster: Roster, utcOffsetMinutes: number): ReadonlyMap<string, RowSum> {
  const sums = new Map<string, RowSum>();
  const nested = new Set(
    roster.shifts.filter((shift) => shift.within != null).map((shift) => shift.key),
  );
  for (const cell of roster.cells) {
    if (nested.has(cell.shift)) continue;
    const sum = sums.get(cell.person_id) ?? { shifts: 0, nights: 0, minutes: 0 };
    const planned = plannedOn(roster, cell.date, cell.shift);
    sum.shifts += 1;
    if (planned) sum.minutes += (planned.ends_at - planned.starts_at) / 60_000;
    if (planned && isNight(planned, utcOffsetMinutes)) sum.nights += 1;
    sums.set(cell.person_id, sum);
  }
  return sums;
}

/** A night: at least two hours of it lie between 22:00 and 06:00, as the server counts them. */
export function isNight(planned: Planned, utcOffsetMinutes: number): boolean {
  const offset = utcOffsetMinutes * 60_000;
  const from = planned.starts_at + offset;
  const to = planned.ends_at + offset;
  let night = 0;
  for (let day = Math.floor(from / DAY_MS) - 1; day * DAY_MS < to; day += 1) {
    const begins = day * DAY_MS + 22 * HOUR_MS;
    night += Math.max(0, Math.min(to, begins + 8 * HOUR_MS) - Math.max(from, begins));
  }
  return night >= 2 * HOUR_MS;
}

/** How a shift of one day is staffed. */
export interface DayCover {
  date: string;
  /** Null when the regulation plans no such shift on that day. */
  needed: number | null;
  placed: number;
  state: 'none' | 'free' | 'past' | 'short' | 'covered' | 'over';
}

/**
 * The row under the grid: one shift through the month. A shift is past when it has ended by `now`, the
 * server's rule for what a roster still asks people for: last night's runs on into this morning.
 */
export function coverRow(
  roster: Roster,
  shift: string,
  days: readonly string[],
  now: number,
): DayCover[] {
  const optional = roster.shifts.find((one) => one.key === shift)?.optional ?? false;
  return days.map((date) => {
    const planned = plannedOn(roster, date, shift);
    const placed = roster.cells.filter((cell) => cell.date === date && cell.shift === shift).length;
    const needed = planned?.count ?? null;
    const state = coverState(needed, placed, optional);
    // Who begins in the middle of a month owes nothing for the shifts before.
    const ended = planned !== undefined && planned.ends_at <= now;
    return { date, needed, placed, state: state === 'short' && ended ? 'past' : state };
  });
}

function coverState(needed: number | null, placed: number, optional: boolean): DayCover['state'] {
  if (needed === null) return 'none';
  if (placed === 0 && optional) return 'free';
  if (placed < needed) return 'short';
  return placed > needed ? 'over' : 'covered';
}
