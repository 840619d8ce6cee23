import { describe, expect, it } from 'vitest';
import { daysBetween, durationParts, formatInstant, instantOf, localTime } from './time';

const AT = Date.UTC(2026, 10, 23, 16, 5, 9);

describe('formatInstant', () => {
  it('shows the community’s day, which may be another than UTC’s', () => {
    expect(formatInstant(AT, 'full')).toBe('2026-11-24 00:05');
    expect(formatInstant(AT, 'seconds')).toBe('00:05:09');
    expect(formatInstant(AT, 'short')).toBe('11-24 00:05');
    expect(formatInstant(AT, 'date')).toBe('2026-11-24');
    expect(formatInstant(AT, 'time', 0)).toBe('16:05');
    expect(formatInstant(AT, 'day', -300)).toBe('11-23');
  });
});

it('knows the weekday of the local day', () => {
  expect(localTime(AT).weekday).toBe(2);
  expect(localTime(AT, 0).weekday).toBe(1);
});

it('turns local date and time into the instant and back', () => {
  const at = instantOf('2026-11-23', '08:45', 480);
  expect(at).toBe(Date.UTC(2026, 10, 23, 0, 45));
  expect(formatInstant(at, 'full', 480)).toBe('2026-11-23 08:45');
  expect(instantOf('2026-13-01', '08:45', 480)).toBeNaN();
});

it('counts days by local midnights', () => {
  const evening = instantOf('2026-11-23', '23:59', 480);
  const night = instantOf('2026-11-24', '00:01', 480);
  expect(daysBetween(evening, night, 480)).toBe(1);
  expect(daysBetween(night, evening, 480)).toBe(-1);
  expect(daysBetween(evening, night, 0)).toBe(0);
});

it('splits a length of time', () => {
  expect(durationParts(93_784_000)).toEqual({ days: 1, hours: 2, minutes: 3, seconds: 4 });
  expect(durationParts(-61_000)).toMatchObject({ minutes: 1, seconds: 1 });
});
