import type { MarkKind, Shift } from './model';

/** How a shift is drawn in a cell: a letter and a number of its colour, so never colour alone. */
export interface ShiftMark {
  letter: string;
  /** The letter that sets it from the keyboard, in small; null when none is free. */
  key: string | null;
  /** 0 to 7, by the order of the legend. */
  tone: number;
}

const TONES = 8;
/** Rest and leave have these. */
const RESERVED = ['X', 'R', 'J', 'L'];

/**
 * A letter for each shift, taken from its name: 白班 → 白, 夜班 → 夜. Where two names begin alike, the
 * next character that tells them apart is taken, and at last a number.
 */
export function shiftMarks(
  shifts: readonly Shift[],
  language: string,
): ReadonlyMap<string, ShiftMark> {
  const marks = new Map<string, ShiftMark>();
  const taken = new Set(RESERVED);
  const keys = new Set(RESERVED);
  shifts.forEach((shift, at) => {
    const letter = freeLetter(lettersOf(shift, language), taken, at);
    taken.add(letter);
    const key = [...shift.name_en.toUpperCase()].find((one) => /[A-Z]/.test(one) && !keys.has(one));
    if (key) keys.add(key);
    marks.set(shift.key, { letter, key: key?.toLowerCase() ?? null, tone: at % TONES });
  });
  return marks;
}

function lettersOf(shift: Shift, language: string): string[] {
  const english = language.startsWith('en') && shift.name_en !== '';
  const name = english ? shift.name_en.toUpperCase() : shift.name_zh;
  return [...name].filter((letter) => !/[\s班次第（）()]/.test(letter));
}

function freeLetter(letters: string[], taken: ReadonlySet<string>, at: number): string {
  return letters.find((letter) => !taken.has(letter)) ?? String(at + 1);
}

/** The letters of marks; a rest day is quiet, leave stands out. */
export const MARK_LETTERS: Record<'zh' | 'en', Record<MarkKind, string>> = {
  zh: { rest: '休', leave: '假' },
  en: { rest: 'R', leave: 'L' },
};

export function markLetter(mark: MarkKind, language: string): string {
  return MARK_LETTERS[language.startsWith('en') ? 'en' : 'zh'][mark];
}

/** The name of a shift, post or template in the language of the page. */
export function named(thing: { name_zh: string; name_en: string }, language: string): string {
  return language.startsWith('en') && thing.name_en !== '' ? thing.name_en : thing.name_zh;
}
