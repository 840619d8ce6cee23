export type CountdownState = 'normal' | 'dueSoon' | 'overdue';

/** Five minutes, unless the regulation names another warning time. */
export const DEFAULT_DUE_SOON_MS = 5 * 60_000;

/** Where a deadline stands. At the due instant itself it is overdue: "by 08:45" means before it. */
export function countdownState(
  dueAt: number,
  now: number,
  dueSoonMs = DEFAULT_DUE_SOON_MS,
): CountdownState {
  const left = dueAt - now;
  if (left <= 0) return 'overdue';
  return left <= dueSoonMs ? 'dueSoon' : 'normal';
}

/** Seconds matter in the last hour and the first one after; otherwise half a minute is enough. */
export function renewEveryMs(dueAt: number, now: number): number {
  return Math.abs(dueAt - now) < 3_600_000 ? 1000 : 30_000;
}
