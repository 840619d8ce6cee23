import { expect, test } from 'vitest';
import { differingLines } from './differing';
import { blocksOf, runsOfText } from './markdown';
import { byLine, clockHours, lineRange, placeOf, runsOf, spansOf } from './model';
import { sampleDiagnostic, sampleDocument } from './sample';

test('a night covers the end of one day and the beginning of the next', () => {
  expect(spansOf('09:00-17:30')).toEqual([{ from: 540, to: 1050 }]);
  expect(spansOf('17:30-09:00')).toEqual([
    { from: 1050, to: 1440 },
    { from: 0, to: 540 },
  ]);
  expect(spansOf('18:00-00:00')).toEqual([{ from: 1080, to: 1440 }]);
  expect(spansOf('by day')).toEqual([]);
  expect(placeOf({ from: 360, to: 720 })).toEqual({ left: '25%', width: '25%' });
});

test('hours that follow the working day are written out', () => {
  const document = sampleDocument();
  expect(clockHours(document, 'work_start-work_end')).toBe('08:30-17:30');
  expect(clockHours(document, '17:30-08:30')).toBe('17:30-08:30');
});

test('days read as runs', () => {
  expect(runsOf(['mon', 'tue', 'wed', 'thu', 'fri'])).toEqual([['mon', 'fri']]);
  expect(runsOf(['sun', 'wed', 'sat'])).toEqual([
    ['wed', 'wed'],
    ['sat', 'sun'],
  ]);
});

test('remarks stand at their line, and a line is found in the text', () => {
  const lines = byLine([
    sampleDiagnostic(2),
    sampleDiagnostic(2),
    sampleDiagnostic(1, { place: null }),
  ]);
  expect(lines.get(2)).toHaveLength(2);
  expect(lines.get(0)).toHaveLength(1);
  expect(lineRange('one\ntwo\nthree', 2)).toEqual({ start: 4, end: 7 });
});

test('only the lines that differ are shown, with their numbers in either text', () => {
  expect(differingLines('a\nb\nc\nd\ne', 'a\nB\nc\nd\nd2\ne')).toEqual({
    mine: '2  b',
    theirs: '2  B\n\n5  d2',
  });
  expect(differingLines('same', 'same')).toEqual({ mine: '', theirs: '' });
});

test('the printed regulation is read into its blocks and loses nothing', () => {
  const blocks = blocksOf(
    '# 制度\n\n**目的**:有人\n\n- 前台\n  - 登记\n\n| 班次 | 人数 |\n|---|---|\n| 白班 | 1 |\n\n> 系统管控\n',
  );
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, text: '制度' },
    { kind: 'paragraph', text: '**目的**:有人' },
    { kind: 'list', items: [{ text: '前台', inner: ['登记'] }] },
    { kind: 'table', head: ['班次', '人数'], rows: [['白班', '1']] },
    { kind: 'quote', text: '系统管控' },
  ]);
  expect(runsOfText('**目的**:有人')).toEqual([
    { strong: true, text: '目的' },
    { strong: false, text: ':有人' },
  ]);
});
