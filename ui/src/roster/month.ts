/** Months are `YYYY-MM`, dates `YYYY-MM-DD`; both sort as text. */

const DAY_MS = 86_400_000;

export function isMonth(text: string | null): text is string {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The month `by` months later (or earlier). */
export function monthAfter(month: string, by: number): string {
  const year = Number(month.slice(0, 4));
  const months = year * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export function daysOf(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  return Array.from({ length: Math.round((next - first) / DAY_MS) }, (_, day) =>
    new Date(first + day * DAY_MS).toISOString().slice(0, 10),
  );
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function isWeekend(date: string): boolean {
  return [0, 6].includes(weekdayOf(date));
}

export function dayNumber(date: string): number {
  return Number(date.slice(8, 10));
}

/** Weekends are tinted and their weekday is written, so it is not the colour alone. */
export function columnClass(date: string, today: string): string {
  return [isWeekend(date) ? 'zs-roster-weekend' : '', date === today ? 'zs-roster-today' : ''].join(
    ' ',
  );
}
