import { expect, test } from 'vitest';
import type { Shift } from './model';
import { shiftLetters } from './shiftMarks';

const shifts = (...names: [zh: string, en: string][]): Shift[] =>
  names.map(([name_zh, name_en], at) => ({
    key: String(at),
    name_zh,
    name_en,
    hours: '',
    roles: [],
    count: 1,
    optional: false,
  }));

const DESK = shifts(['白班', 'Day'], ['午间值班', 'Noon'], ['夜班', 'Night']);
const GATE = shifts(
  ['门岗早班', 'Gate, early'],
  ['门岗中班', 'Gate, late'],
  ['门岗夜班', 'Gate, night'],
);

// L alone is leave.
test('what all names of a post begin with says nothing about the shift', () => {
  expect(shiftLetters(DESK, 'zh-CN')).toEqual(['白', '午', '夜']);
  expect(shiftLetters(GATE, 'zh-CN')).toEqual(['早', '中', '夜']);
  expect(shiftLetters(GATE, 'en')).toEqual(['E', 'La', 'N']);
});

test('a shared initial takes a second letter', () => {
  expect(shiftLetters(DESK, 'en')).toEqual(['D', 'No', 'Ni']);
  expect(shiftLetters(shifts(['白一班', ''], ['白二班', ''], ['夜班', '']), 'zh-CN')).toEqual([
    '白一',
    '白二',
    '夜',
  ]);
});

test('a common start is not cut where it is all that a name has', () => {
  const letters = (...names: string[]) =>
    shiftLetters(shifts(...names.map((name): [string, string] => [name, ''])), 'zh-CN');
  expect(letters('白班', '白一班')).toEqual(['白', '白一']);
  expect(letters('门岗白班', '门岗白一班')).toEqual(['白', '白一']);
});

test('a mark is never that of rest or leave, and names alike are numbered', () => {
  expect(shiftLetters(shifts(['休息室值班', 'Rest room'], ['夜班', 'Night']), 'zh-CN')[0]).toBe(
    '休息',
  );
  expect(shiftLetters(shifts(['夜班', 'Night'], ['夜班', 'Night']), 'zh-CN')).toEqual(['1', '2']);
  expect(shiftLetters(shifts(['夜班', 'Night']), 'zh-CN')).toEqual(['夜']);
});
