/** Homes, numbers and names inside what people write. Each pattern keeps its find in group 1. */

const COUNT = '(?:[A-Za-z]|\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DASH = '\\s*[-‐-―~]\\s*';
/** Not within a number, a date or a word. */
const BEFORE = '(?:^|[^\\dA-Za-z.\\-/:])';

/** Ways in which people write their home, the plainest first. */
const ROOMS: readonly RegExp[] = [
  // 3栋2单元1201室, 3号楼12楼1201, 3#1201, A座1201
  new RegExp(
    `${BEFORE}(${COUNT}\\s*(?:栋|幢|座|号楼|#)\\s*` +
      `(?:${COUNT}\\s*(?:单元|门)?(?:${DASH})?\\s*)??(?:\\d{1,2}[楼层]\\s*)?` +
      `\\d{3,4}(?!\\d)\\s*(?:室|房(?!间|东|子)|号(?!楼))?)`,
  ),
  // 3-2-1201
  new RegExp(`${BEFORE}(\\d{1,2}${DASH}\\d{1,2}${DASH}\\d{3,4})(?![\\d-])`),
  // 3-1201, but not 10-1000元
  new RegExp(`${BEFORE}(\\d{1,2}${DASH}\\d{3,4})(?![\\d-]|\\s*(?:元|块|度|点|平|%|人))`),
  // 2单元1201
  new RegExp(`${BEFORE}(${COUNT}\\s*单元\\s*\\d{3,4})(?!\\d)`),
  // 1201室
  /(?:^|\D)(\d{3,4}\s*(?:室|房(?!间|东|子|租|价)))/,
];

const PHONES: readonly RegExp[] = [
  /(?:^|\D)((?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4})(?!\d)/,
  /(?:^|\D)(0\d{2,3}[-\s]?\d{7,8})(?!\d)/,
];

function firstOf(patterns: readonly RegExp[], text: string): string {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found) return found.trim();
  }
  return '';
}

/** The first number to call, as it was written. */
export function phoneIn(text: string): string {
  return firstOf(PHONES, text);
}

export function withoutPhones(text: string): string {
  let left = text;
  for (let phone = phoneIn(left); phone !== ''; phone = phoneIn(left)) {
    left = left.replace(phone, ' ');
  }
  return left;
}

const NUMERALS = '零一二三四五六七八九';

/** 十二 as 12, so that the home is found however its building is called. */
function numeral(word: string): string {
  const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['', word];
  const digit = (one: string) => Math.max(0, NUMERALS.indexOf(one));
  if (!word.includes('十')) return [...word].map((one) => String(digit(one))).join('');
  return String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)));
}

/** The home as it was written, in a text without numbers to call. */
export function homeIn(text: string): string {
  return firstOf(ROOMS, text);
}

/** The home; 三栋二单元1201 as 3栋2单元1201. A number to call is none. */
export function roomIn(text: string): string {
  return homeIn(withoutPhones(text)).replace(/[一二三四五六七八九十]+/g, numeral);
}

const NOBODY = new Set(['', '业主', '住户', '户主', '群主', '群友', '室', '房', '栋']);

/** What a nickname leaves when home, number and decoration are taken away: 3-2-1201 李女士. */
export function nameIn(sender: string): string {
  const bare = withoutPhones(sender);
  const letters = bare
    .replace(homeIn(bare), ' ')
    .replace(/[^\p{Script=Han}A-Za-z·\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = letters.replace(/^(?:业主|住户|户主)\s*(?=.)/, '');
  return NOBODY.has(name) ? '' : name;
}
