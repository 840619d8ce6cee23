import { expect, test } from 'vitest';
import {
  absentOf,
  figuresOf,
  heldTimes,
  inGroups,
  pageOf,
  passedAt,
  stretchOf,
  ticksOf,
  wholeMinutes,
  type HandoverReport,
} from './model';
import { MORNING, sampleReport } from './sample';

const HOUR = 60 * 60_000;
const report = sampleReport();
const [desk] = report.posts;
const [handover] = report.handovers;
if (!desk || !handover) throw new Error('the sample has a post and a handover');

test('the figures are sums of what the report lists', () => {
  expect(figuresOf(report)).toEqual({ contacts: 5, contactsOpen: 1, unattendedMinutes: 18 });
});

test('minutes are rounded, but some seconds are never no time', () => {
  expect([0, 20_000, 18 * 60_000 + 22].map(wholeMinutes)).toEqual([0, 1, 18]);
});

test('a hash is read in groups of four', () => {
  expect(inGroups('db2fbe8c4c')).toEqual(['db2f', 'be8c', '4c']);
});

test('a time is cut to the day and, while it lasts, to what has passed', () => {
  const running = { ...report, generated_at: MORNING + 12 * HOUR };
  expect(stretchOf(running, MORNING - HOUR, MORNING + 6 * HOUR)).toEqual({
    start: 0,
    length: 0.25,
  });
  expect(stretchOf(running, MORNING + 6 * HOUR, null)).toEqual({ start: 0.25, length: 0.25 });
  expect(stretchOf(running, MORNING + 25 * HOUR, MORNING + 26 * HOUR)).toBeNull();
  expect(ticksOf(report)).toHaveLength(5);
});

test('times without a holder stand between the holders', () => {
  const times = heldTimes(report, desk);
  expect(times.map((one) => one.holder?.name ?? null)).toEqual([null, '吴倩', '王强']);
  expect(times[0]).toMatchObject({ from_at: MORNING, to_at: MORNING + HOUR });
  const left = { ...desk, holders: desk.holders.slice(0, 1) };
  expect(heldTimes(report, left).at(-1)).toMatchObject({ holder: null, to_at: report.until_at });
});

test('who was rostered and did not come is named once the duty has begun', () => {
  const night = desk.duties[1];
  if (!night) throw new Error('the sample has a night');
  expect(absentOf(night, night.starts_at)).toEqual(['赵刚']);
  expect(absentOf(night, night.starts_at - 1)).toEqual([]);
});

test('a handover has passed when both have signed, or when it was decided', () => {
  expect(passedAt(handover)).toBe(MORNING + 8.55 * HOUR);
  const refused: HandoverReport = {
    ...handover,
    state: { state: 'refused', by: 'p', reason: '物品不符', at: 5 },
  };
  expect(passedAt(refused)).toBeNull();
});

test('a missed deadline leads to its page when it has one', () => {
  expect(report.missed.map(pageOf)).toEqual(['workorder/o1', null]);
});
