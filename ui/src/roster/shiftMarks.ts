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

/** Each shift's mark and key, by its key. */
export function shiftMarks(
  shifts: readonly Shift[],
  language: string,
): ReadonlyMap<string, ShiftMark> {
  const marks = new Map<string, ShiftMark>();
  const keys = new Set(RESERVED);
  const letters = shiftLetters(shifts, language);
  shifts.forEach((shift, at) => {
    const letter = letters[at] ?? String(at + 1);
    const key = [...shift.name_en.toUpperCase()].find((one) => /[A-Z]/.test(one) && !keys.has(one));
    if (key) keys.add(key);
    marks.set(shift.key, { letter, key: key?.toLowerCase() ?? null, tone: at % TONES });
  });
  return marks;
}

/**
 * A letter for each shift from its name, after what all names of the post begin with: 门岗早班, 门岗中班,
 * 门岗夜班 → 早, 中, 夜. English takes the initial, and two letters where two would share it: Day, Noon,
 * Night → D, No, Ni. Names that cannot be told apart so are numbered.
 */
export function shiftLetters(shifts: readonly Shift[], language: string): string[] {
  const english = language.startsWith('en') && shifts.every((shift) => shift.name_en !== '');
  const names = shifts.map((shift) => (english ? shift.name_en : shift.name_zh).trim());
  const common = names.length > 1 ? commonStart(names, english) : '';
  const rests = names.map((name) => lettersOf(name.slice(common.length)));
  const of = (length: number) => rests.map((rest) => rest.slice(0, length).join(''));
  const initials = of(1);
  const reserved = Object.values(MARK_LETTERS[english ? 'en' : 'zh']);
  const clashes = (letters: readonly string[], letter: string) =>
    letter === '' ||
    reserved.includes(letter) ||
    letters.filter((one) => one === letter).length > 1;
  const pairs = of(2);
  return initials.map((letter, at) => {
    if (!clashes(initials, letter)) return letter;
    const pair = pairs[at] ?? '';
    return clashes(pairs, pair) ? String(at + 1) : pair;
  });
}

/**
 * What all names begin with: characters in Chinese, whole words in English. Never so much that a name
 * keeps no letter: 白班 and 白一班 begin with 白, and it is the only letter of the one.
 */
function commonStart(names: readonly string[], english: boolean): string {
  let start = sharedStart(names, english);
  while (start !== '' && names.some((name) => lettersOf(name.slice(start.length)).length === 0))
    start = wholeWords(start.slice(0, -1), english);
  return start;
}

function sharedStart(names: readonly string[], english: boolean): string {
  const [first = ''] = names;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length]))
    length += 1;
  return wholeWords(first.slice(0, length), english);
}

function wholeWords(start: string, english: boolean): string {
  return english ? start.slice(0, start.lastIndexOf(' ') + 1) : start;
}

/** The characters that may stand as a mark; the initial is large. */
function lettersOf(name: string): string[] {
  const letters = [...name].filter((letter) => !/[\s班次第（）()]/.test(letter));
  return letters.map((letter, at) => (at === 0 ? letter.toUpperCase() : letter.toLowerCase()));
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
