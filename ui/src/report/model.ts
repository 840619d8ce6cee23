import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type DayReport = Schemas['DayReport'];
export type PostReport = Schemas['PostReport'];
export type DutyReport = Schemas['DutyReport'];
export type HandoverReport = Schemas['HandoverReport'];
export type OpenOrder = Schemas['OpenOrder'];
export type MissedDeadline = Schemas['MissedDeadline'];

/** The figures at the top of the report. */
export interface Figures {
  contacts: number;
  contactsOpen: number;
  unattendedMinutes: number;
}

export function figuresOf(report: DayReport): Figures {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  return {
    contacts: sum(report.contacts.map((one) => one.taken)),
    contactsOpen: sum(report.contacts.map((one) => one.open)),
    unattendedMinutes: wholeMinutes(sum(report.posts.map((one) => one.unattended_for))),
  };
}

/** Minutes as people say them; a time that was not nothing is never said to be nothing. */
export function wholeMinutes(milliseconds: number): number {
  return milliseconds > 0 ? Math.max(1, Math.round(milliseconds / 60_000)) : 0;
}

/** A hash in groups of four characters, so that two people can compare it aloud. */
export function inGroups(hash: string): string[] {
  return hash.match(/.{1,4}/g) ?? [];
}

/** A stretch of the day, placed on its bar: parts of the whole from 0 to 1. */
export interface Stretch {
  start: number;
  length: number;
}

/** The part of a time that lies in the day so far; null when none of it does. */
export function stretchOf(
  report: Pick<DayReport, 'from_at' | 'until_at' | 'generated_at'>,
  from: number,
  to: number | null | undefined,
): Stretch | null {
  const whole = report.until_at - report.from_at;
  const end = Math.min(to ?? report.generated_at, report.until_at);
  const start = Math.max(from, report.from_at);
  if (whole <= 0 || end <= start) return null;
  return { start: (start - report.from_at) / whole, length: (end - start) / whole };
}

/** Who answered for a post, one after the other; `holder` null is a time in which nobody did. */
export interface HeldTime {
  from_at: number;
  to_at: number | null;
  holder: PostReport['holders'][number] | null;
}

/** The day of a post without holes: between its holders stand the times in which it had none. */
export function heldTimes(
  report: Pick<DayReport, 'from_at' | 'until_at' | 'generated_at'>,
  post: PostReport,
): HeldTime[] {
  const end = Math.min(report.until_at, report.generated_at);
  const times: HeldTime[] = [];
  let reached = report.from_at;
  for (const holder of post.holders) {
    if (holder.from_at > reached) {
      times.push({ from_at: reached, to_at: holder.from_at, holder: null });
    }
    times.push({ from_at: holder.from_at, to_at: holder.to_at ?? null, holder });
    reached = Math.max(reached, holder.to_at ?? end);
  }
  if (reached < end) times.push({ from_at: reached, to_at: end, holder: null });
  return times;
}

/** Instants under the bar, every six hours from its beginning. */
export function ticksOf(report: Pick<DayReport, 'from_at' | 'until_at'>): number[] {
  const step = 6 * 60 * 60_000;
  const ticks: number[] = [];
  for (let at = report.from_at; at <= report.until_at; at += step) ticks.push(at);
  return ticks;
}

/** Who stands in which shade: the same person keeps the same one over the day. */
export function shadesOf(post: PostReport): Map<string, number> {
  const names = [...new Set(post.holders.map((one) => one.name))];
  return new Map(names.map((name, place) => [name, place % 4]));
}

/** Those rostered for a duty who did not sign in although it has begun. */
export function absentOf(duty: DutyReport, now: number): string[] {
  if (now < duty.starts_at || duty.no_sign_in) return [];
  const there = new Set(duty.signed_in.map((one) => one.name));
  return duty.assigned.filter((name) => !there.has(name));
}

/** When the post passed by a handover; null while it has not. */
export function passedAt({ state }: HandoverReport): number | null {
  switch (state.state) {
    case 'signed':
      return Math.max(state.outgoing_at, state.incoming_at);
    case 'resolved_by_supervisor':
    case 'self_check':
      return state.at;
    default:
      return null;
  }
}

/** The page of what a missed deadline is about; null when it has none. */
export function pageOf(missed: MissedDeadline): string | null {
  switch (missed.subject_kind) {
    case 'work_order':
      return `workorder/${missed.subject_id}`;
    case 'handover':
      return `handover/${missed.subject_id}`;
    case 'external_case':
      return `externalcase/${missed.subject_id}`;
    default:
      return null;
  }
}
