import { expect, test } from 'vitest';
import { instantOf } from '../shared/time';
import { EMPTY_NOTICE, inputOf, quickEnds } from './model';

const at = (date: string, time: string) => instantOf(date, time, 480);
const endsAt = (now: number) => quickEnds(now, 480);

test('the quick ends are this evening, tomorrow morning and the end of the week', () => {
  // 2026-11-24 is a Tuesday.
  expect(endsAt(at('2026-11-24', '08:30'))).toEqual([
    { word: 'today', at: at('2026-11-24', '18:00') },
    { word: 'tomorrow', at: at('2026-11-25', '09:00') },
    { word: 'sunday', at: at('2026-11-29', '23:59') },
  ]);
});

test('an end that is past is not offered, and the local day counts, not that of UTC', () => {
  const late = endsAt(at('2026-11-24', '18:00')).map((end) => end.word);
  expect(late).toEqual(['tomorrow', 'sunday']);
  const early = endsAt(at('2026-11-25', '00:30'));
  expect(early[0]).toEqual({ word: 'today', at: at('2026-11-25', '18:00') });
});

test('on a Sunday the week ends the same night', () => {
  const sunday = endsAt(at('2026-11-29', '10:00')).find((end) => end.word === 'sunday');
  expect(sunday?.at).toBe(at('2026-11-29', '23:59'));
});

test('a notice without a beginning counts from now', () => {
  const input = inputOf({ ...EMPTY_NOTICE, title: '停水', untilAt: 9_000 }, 5_000);
  expect(input).toEqual({ title: '停水', text: '', from_at: 5_000, until_at: 9_000 });
  expect(inputOf({ ...EMPTY_NOTICE, fromAt: 7_000 }, 5_000).until_at).toBe(7_000);
});
