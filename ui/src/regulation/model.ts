import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type RegulationLine = Schemas['RegulationLine'];
export type VersionLine = Schemas['VersionLine'];
export type InForceLine = Schemas['InForceLine'];
export type Draft = Schemas['DraftView'];
export type Check = Schemas['CheckView'];
export type Diagnostic = Schemas['Diagnostic'];
export type Document = Schemas['Regulation'];
export type Shift = Schemas['Shift'];
export type ServiceLevel = Schemas['ServiceLevel'];
export type Clause = Schemas['Clause'];
export type Text = Schemas['Text'];

const DAY_MINUTES = 24 * 60;

/** A stretch of one day, in minutes from midnight; `to` is after `from`. */
export interface Span {
  from: number;
  to: number;
}

/** The stretches of a day that hours such as `17:30-09:00` cover; a night is two of them. */
export function spansOf(hours: string): Span[] {
  const found = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(hours);
  if (!found) return [];
  const from = Number(found[1]) * 60 + Number(found[2]);
  const to = Number(found[3]) * 60 + Number(found[4]);
  if (from < to) return [{ from, to }];
  return [
    { from, to: DAY_MINUTES },
    { from: 0, to },
  ].filter((span) => span.to > span.from);
}

/** Hours with the edges that a document derives from its working day written out. */
export function clockHours(document: Document, hours: string): string {
  const [start, end] = document.work_hours?.hours.split('-') ?? [];
  return hours
    .replace(/work_?start/i, start ?? 'work_start')
    .replace(/work_?end/i, end ?? 'work_end');
}

/** Left and width of a stretch on a bar of the whole day, in per cent. */
export function placeOf(span: Span): { left: string; width: string } {
  const percent = (minutes: number) => `${String((minutes / DAY_MINUTES) * 100)}%`;
  return { left: percent(span.from), width: percent(span.to - span.from) };
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEK)[number];

/** Days as runs, so that five in a row read as from-to: `[[mon, fri]]`, `[[sat, sat]]`. */
export function runsOf(days: readonly Weekday[]): [Weekday, Weekday][] {
  const runs: [number, number][] = [];
  for (const at of days.map((day) => WEEK.indexOf(day)).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === at) last[1] = at;
    else runs.push([at, at]);
  }
  return runs.map(([from, to]) => [WEEK[from] ?? 'mon', WEEK[to] ?? 'sun']);
}

/** Remarks per line of the text, the gravest first; those without a place are under 0. */
export function byLine(diagnostics: readonly Diagnostic[]): ReadonlyMap<number, Diagnostic[]> {
  const lines = new Map<number, Diagnostic[]>();
  for (const one of diagnostics) {
    const line = one.place?.line ?? 0;
    lines.set(line, [...(lines.get(line) ?? []), one]);
  }
  return lines;
}

/** Where a line begins in a text, and its length; lines count from 1. */
export function lineRange(text: string, line: number): { start: number; end: number } {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  return { start, end: start + (lines[line - 1]?.length ?? 0) };
}
