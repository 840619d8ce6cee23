import { expect, it, vi } from 'vitest';
import { ServerClock } from './clock';

function clockAt(start: number) {
  const monotonic = { now: start };
  return { monotonic, clock: new ServerClock(() => monotonic.now) };
}

it('takes the middle of the way there and back', () => {
  const { monotonic, clock } = clockAt(1000);
  monotonic.now = 1200;
  clock.observe(5_000_000, 1000);
  expect(clock.now()).toBe(5_000_100);
  monotonic.now = 2200;
  expect(clock.now()).toBe(5_001_100);
});

it('keeps an estimate that a slow reply does not contradict', () => {
  const { monotonic, clock } = clockAt(0);
  monotonic.now = 20;
  clock.observe(1_000_000, 0);
  const corrected = vi.fn();
  clock.onCorrected(corrected);
  monotonic.now = 3000;
  clock.observe(1_002_000, 1000);
  expect(clock.now()).toBe(1_002_990);
  expect(corrected).not.toHaveBeenCalled();
});

it('follows a jump of the server and tells it', () => {
  const { monotonic, clock } = clockAt(0);
  clock.observe(1_000_000, 0, 0);
  const corrected = vi.fn();
  const stop = clock.onCorrected(corrected);
  monotonic.now = 10;
  clock.observe(9_000_000, 10);
  expect(clock.now()).toBe(9_000_000);
  expect(corrected).toHaveBeenCalledOnce();
  stop();
  clock.observe(1, 10);
  expect(corrected).toHaveBeenCalledOnce();
});

it('says whether it was ever set', () => {
  const { clock } = clockAt(0);
  expect(clock.isSet).toBe(false);
  clock.observe(1_000_000, 0, 0);
  expect(clock.isSet).toBe(true);
});
