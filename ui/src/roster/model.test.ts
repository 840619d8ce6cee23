import { expect, test } from 'vitest';
import { suggestedPlan, suggestedTemplate } from './cycle';
import { articleOf, issuesOf, placeOf } from './issues';
import { gridKey } from './keyboard';
import { barOf, cellKey, cellsOf, chooseShift, EMPTY_CELL, fitsBeside, withEdit } from './model';
import { daysOf, monthAfter } from './month';
import { placed, sampleRoster } from './sample';
import { shiftMarks } from './shiftMarks';
import { substitutesFor } from './substitutes';
import { coverRow, rowSums } from './sums';

const roster = sampleRoster();
const [DAY, , NIGHT] = roster.shifts;
const beijing = (local: string) => Date.parse(`${local}:00+08:00`);

test('months know their days and their neighbours', () => {
  expect(daysOf('2028-02')).toHaveLength(29);
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

test('a shift replaces that of the day, noon stands beside it, chosen again it goes', () => {
  const day = chooseShift(roster, EMPTY_CELL, 'day');
  const withNoon = chooseShift(roster, day, 'noon');
  expect(withNoon.shifts).toEqual(['day', 'noon']);
  expect(chooseShift(roster, withNoon, 'night').shifts).toEqual(['night']);
  expect(chooseShift(roster, withNoon, 'day').shifts).toEqual(['noon']);
  expect(chooseShift(roster, { shifts: [], mark: 'leave' }, 'day').mark).toBeNull();
  expect(fitsBeside(roster, day, '2026-12-01', 'night')).toBe(true);
  expect(fitsBeside(roster, day, '2026-12-01', 'noon')).toBe(false);
});

test('who may not be planned is said with the reason', () => {
  const [li, , wang] = roster.people;
  if (!li || !wang || !DAY || !NIGHT) throw new Error('the sample has them');
  expect(barOf(roster, li, '2026-12-01', DAY)).toBeNull();
  expect(barOf(roster, li, '2026-12-01', NIGHT)).toBe('wrong_role');
  expect(barOf(roster, wang, '2026-12-21', NIGHT)).toBe('not_employed');
});

test('sums count noon as part of the day, and staffing shows what is short', () => {
  const filled = sampleRoster({
    cells: [
      placed('li', '2026-12-01', 'day'),
      placed('li', '2026-12-01', 'noon'),
      placed('wang', '2026-12-01', 'night'),
    ],
  });
  const sums = rowSums(filled, 480);
  expect(sums.get('li')).toEqual({ shifts: 1, nights: 0, minutes: 510 });
  expect(sums.get('wang')).toEqual({ shifts: 1, nights: 1, minutes: 930 });
  const cover = coverRow(filled, 'day', ['2026-12-01', '2026-12-02'], beijing('2026-12-01T08:00'));
  expect(cover.map((one) => one.state)).toEqual(['covered', 'short']);
});

test('a shift is past once it has ended: not last night’s that still runs, but this afternoon’s', () => {
  const days = ['2026-12-01', '2026-12-02'];
  const stateOf = (key: string, at: string) =>
    coverRow(roster, key, days, beijing(at)).map((one) => one.state);
  expect(stateOf('night', '2026-12-02T08:59')).toEqual(['short', 'short']);
  expect(stateOf('night', '2026-12-02T09:00')).toEqual(['past', 'short']);
  expect(stateOf('day', '2026-12-02T17:29')).toEqual(['past', 'short']);
  expect(stateOf('day', '2026-12-02T17:30')).toEqual(['past', 'past']);
});

test('an edit shows at once in the cell it belongs to and nowhere else', () => {
  const before = sampleRoster({ cells: [placed('zhang', '2026-12-01', 'day')] });
  const after = withEdit(before, {
    personId: 'li',
    date: '2026-12-01',
    shifts: ['noon', 'day'],
    mark: null,
  });
  expect(cellsOf(after).get(cellKey('li', '2026-12-01'))?.shifts).toEqual(['day', 'noon']);
  expect(cellsOf(after).get(cellKey('zhang', '2026-12-01'))?.shifts).toEqual(['day']);
});

test('letters tell shifts apart in both languages, and each has a key', () => {
  const zh = [...shiftMarks(roster.shifts, 'zh-CN').values()];
  expect(zh.map((mark) => mark.letter)).toEqual(['白', '午', '夜']);
  expect(zh.map((mark) => mark.key)).toEqual(['d', 'n', 'i']);
  const en = [...shiftMarks(roster.shifts, 'en').values()];
  expect(en.map((mark) => mark.letter)).toEqual(['D', 'No', 'Ni']);
});

test('the keyboard moves, sets, marks, clears and undoes', () => {
  const size = { rows: 3, columns: 31 };
  const at = { row: 0, column: 0 };
  const press = (key: string, more = {}) => gridKey({ key, ...more }, at, size, ['d', 'n', 'i']);
  expect(press('ArrowDown')).toEqual({ kind: 'move', to: { row: 1, column: 0 } });
  expect(press('ArrowLeft')).toEqual({ kind: 'move', to: at });
  expect(press('End', { ctrlKey: true })).toEqual({ kind: 'move', to: { row: 2, column: 30 } });
  expect(press('i')).toEqual({ kind: 'shift', at: 2, beside: false });
  expect(press('Process', { code: 'KeyD' })).toEqual({ kind: 'shift', at: 0, beside: false });
  expect(press('!', { code: 'Digit1', shiftKey: true })).toEqual({
    kind: 'shift',
    at: 0,
    beside: true,
  });
  expect(press('x')).toEqual({ kind: 'mark', mark: 'rest' });
  expect(press('Delete')).toEqual({ kind: 'clear' });
  expect(press('z', { ctrlKey: true })).toEqual({ kind: 'undo' });
  expect(press('q')).toEqual({ kind: 'open' });
  expect(press('Tab')).toBeNull();
});

test('the suggested cycle is one that somebody can walk through, spread over its days', () => {
  const template = suggestedTemplate(roster);
  expect(template?.key).toBe('days');
  if (template)
    expect([...suggestedPlan(roster, template)]).toEqual([
      ['li', 0],
      ['zhang', 2],
    ]);
});

test('a substitute is free, has the role and is not on leave; the others say why not', () => {
  const filled = sampleRoster({
    cells: [placed('li', '2026-12-01', 'day')],
    marks: [{ person: 'zhang', date: '2026-12-01', kind: 'leave' }],
  });
  if (!DAY) throw new Error('the sample has a day shift');
  const bars = substitutesFor(filled, '2026-12-01', DAY, 'li').map((one) => one.bar);
  expect(bars).toEqual(['on_leave', 'wrong_role']);
  const free = substitutesFor(filled, '2026-12-02', DAY, 'li');
  expect(free[0]?.row.name).toBe('张丽');
  expect(free[0]?.bar).toBeNull();
});

test('problems lead to their cell, or to the day when nobody is concerned yet', () => {
  const ref = { date: '2026-12-03', post: 'desk', shift: 'day' };
  const problem = {
    code: 'uncovered' as const,
    severity: 'error' as const,
    zh: '无人',
    en: 'nobody',
  };
  const wrong = sampleRoster({
    problems: [
      { ...problem, cells: [ref] },
      { ...problem, zh: '工时', severity: 'warning', cells: [{ ...ref, person: 'zhang' }] },
    ],
  });
  const issues = issuesOf(wrong);
  expect(issues.shifts.get(cellKey('day', '2026-12-03'))).toHaveLength(1);
  expect(issues.cells.get(cellKey('zhang', '2026-12-03'))?.[0]?.severity).toBe('warning');
  const days = daysOf('2026-12');
  expect(wrong.problems.map((one) => placeOf(wrong, days, one))).toEqual([
    { row: 0, column: 2 },
    { row: 1, column: 2 },
  ]);
});

test('the article of the law is named in English too', () => {
  expect(articleOf('劳动法第三十六条', 'en')).toBe('Labour Law, Article 36');
  expect(articleOf('劳动法第四十条', 'en')).toBe('Labour Law, Article 40');
  expect(articleOf('劳动法第三十八条', 'zh-CN')).toBe('劳动法第三十八条');
  expect(articleOf('本小区规定', 'en')).toBe('本小区规定');
});
