/** China keeps one time zone; a community elsewhere has its own offset in its settings. */
export const DEFAULT_UTC_OFFSET_MINUTES = 480;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The parts of a local time. `weekday` 0 is Sunday. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

/** An instant (milliseconds UTC) as the wall clock of a community shows it. */
export function localTime(at: number, utcOffsetMinutes = DEFAULT_UTC_OFFSET_MINUTES): LocalTime {
  const shifted = new Date(at + utcOffsetMinutes * MINUTE_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

export type TimeStyle = 'time' | 'seconds' | 'date' | 'day' | 'short' | 'full';

/**
 * time 08:05 · seconds 08:05:09 · date 2026-11-23 · day 11-23 · short 11-23 08:05 · full 2026-11-23 08:05.
 * Always 24 hours; the weekday is a word of the language and comes from `useTime`.
 */
export function formatInstant(
  at: number,
  style: TimeStyle,
  utcOffsetMinutes = DEFAULT_UTC_OFFSET_MINUTES,
): string {
  const t = localTime(at, utcOffsetMinutes);
  const time = `${two(t.hour)}:${two(t.minute)}`;
  const day = `${two(t.month)}-${two(t.day)}`;
  switch (style) {
    case 'time':
      return time;
    case 'seconds':
      return `${time}:${two(t.second)}`;
    case 'date':
      return `${t.year}-${day}`;
    case 'day':
      return day;
    case 'short':
      return `${day} ${time}`;
    case 'full':
      return `${t.year}-${day} ${time}`;
  }
}

/** The instant of a local date and time: `instantOf('2026-11-23', '08:45', 480)`. NaN when malformed. */
export function instantOf(
  date: string,
  time: string,
  utcOffsetMinutes = DEFAULT_UTC_OFFSET_MINUTES,
): number {
  return Date.parse(`${date}T${time}:00Z`) - utcOffsetMinutes * MINUTE_MS;
}

/** Whole local days from `from` to `to`: 0 the same day, 1 the next, -1 the day before. */
export function daysBetween(from: number, to: number, utcOffsetMinutes: number): number {
  const dayOf = (at: number) => Math.floor((at + utcOffsetMinutes * MINUTE_MS) / DAY_MS);
  return dayOf(to) - dayOf(from);
}

/** A length of time in its two largest parts, as the words of the page join them. */
export interface DurationParts {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

export function durationParts(milliseconds: number): DurationParts {
  const total = Math.floor(Math.abs(milliseconds) / 1000);
  return {
    days: Math.floor(total / 86_400),
    hours: Math.floor((total % 86_400) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
