import type { components } from '../api/schema';
import { formatInstant, instantOf, localTime } from '../shared/time';

export type Notice = components['schemas']['NoticeView'];
export type NoticeInput = components['schemas']['NoticeInput'];

/** A notice while it is written; without a beginning it counts from the moment it is published. */
export interface TypedNotice {
  title: string;
  text: string;
  fromAt: number | null;
  untilAt: number | null;
}

export const EMPTY_NOTICE: TypedNotice = { title: '', text: '', fromAt: null, untilAt: null };

const DAY_MS = 86_400_000;

export type EndWord = 'today' | 'tomorrow' | 'sunday';

/**
 * The ends that most notices have: 今天 18:00 while it is not past, 明天 09:00 when the offices open,
 * and the last minute of this week.
 */
export function quickEnds(now: number, utcOffsetMinutes: number): { word: EndWord; at: number }[] {
  const dayAt = (days: number, time: string) =>
    instantOf(formatInstant(now + days * DAY_MS, 'date', utcOffsetMinutes), time, utcOffsetMinutes);
  const { weekday } = localTime(now, utcOffsetMinutes);
  const ends: { word: EndWord; at: number }[] = [
    { word: 'today', at: dayAt(0, '18:00') },
    { word: 'tomorrow', at: dayAt(1, '09:00') },
    { word: 'sunday', at: dayAt((7 - weekday) % 7, '23:59') },
  ];
  return ends.filter(({ at }) => at > now);
}

export function typedOf(notice: Notice): TypedNotice {
  return {
    title: notice.title,
    text: notice.text,
    fromAt: notice.from_at,
    untilAt: notice.until_at,
  };
}

/** What is sent; an end that nobody chose is sent as the beginning, which the server explains. */
export function inputOf(typed: TypedNotice, now: number): NoticeInput {
  const fromAt = typed.fromAt ?? now;
  return {
    title: typed.title,
    text: typed.text,
    from_at: fromAt,
    until_at: typed.untilAt ?? fromAt,
  };
}
