import { expect, test } from 'vitest';
import {
  actsAt,
  answersTo,
  awaitsHandover,
  changesByTap,
  moodOf,
  nameOf,
  type Duty,
  type PostCoverage,
  type Relief,
} from './model';

function post(over: Partial<PostCoverage>): PostCoverage {
  return {
    post_id: 'desk',
    name: '前台',
    present: [],
    reliefs: [],
    required: true,
    answers_for_post_ids: [],
    line_targets: [],
    unattended_minutes_today: 0,
    ...over,
  };
}

const hold = (person: string) =>
  ({
    person_id: person,
    since_at: 0,
    mode: 'at_post',
    began_by: 'sign_in',
  }) as unknown as NonNullable<PostCoverage['hold']>;

test('a required post without a holder is a gap, an unrequired one is closed', () => {
  expect(moodOf(post({}))).toBe('gap');
  expect(moodOf(post({ required: false }))).toBe('closed');
  expect(moodOf(post({ hold: hold('a') }))).toBe('held');
  expect(moodOf(post({ hold: hold('a'), unattended_since_at: 5 }))).toBe('unattended');
});

const clerk = (id: string) => ({ id, roles: ['service_clerk'] });
const HOUR_MS = 60 * 60_000;

function duty(id: string, over: Partial<Duty> = {}): Duty {
  return {
    duty_id: id,
    shift: id,
    date: '2026-11-24',
    starts_at: 9 * HOUR_MS,
    ends_at: 17 * HOUR_MS,
    sign_in_by_at: 8.75 * HOUR_MS,
    change: 'handover',
    mode: 'at_post' as unknown as Duty['mode'],
    roles: ['service_clerk'],
    assigned: [],
    signed_in: [],
    ...over,
  };
}

test('the emergency comes first for the one who stands there, and needs no relief', () => {
  const mine = post({
    answers_person_id: 'me',
    hold: hold('me'),
    present: [{ person_id: 'me', since_at: 0 }],
  });
  expect(actsAt(mine, clerk('me'), 0)[0]).toBe('emergency');
  expect(actsAt({ ...mine, present: [] }, clerk('me'), 0)[0]).toBe('return');
  expect(actsAt(mine, clerk('other'), 0)).toEqual([]);
});

test('a sign-in is offered to whom the shift awaits, from an hour before it is due', () => {
  const desk = post({ next_duty: duty('day') });
  expect(actsAt(desk, clerk('me'), 7 * HOUR_MS)).toEqual([]);
  expect(actsAt(desk, clerk('me'), 8 * HOUR_MS)).toEqual(['sign_in']);
  expect(actsAt(desk, { id: 'g', roles: ['guard'] }, 8 * HOUR_MS)).toEqual([]);
  const named = post({ next_duty: duty('day', { assigned: ['li'] }) });
  expect(actsAt(named, clerk('me'), 8 * HOUR_MS)).toEqual([]);
  const signed = post({ next_duty: duty('day', { signed_in: ['me'] }) });
  expect(actsAt(signed, clerk('me'), 8 * HOUR_MS)).toEqual([]);
});

test('at noon one tap changes the holder; from shift to shift both sign', () => {
  const there = [{ person_id: 'li', since_at: 0 }];
  const held = { ...hold('me'), duty_id: 'day' };
  const noon = post({
    hold: held,
    present: there,
    current_duty: duty('noon', { change: 'one_tap' }),
  });
  expect(changesByTap(noon, clerk('li'))).toBe(true);
  expect(awaitsHandover(noon, clerk('li'))).toBe(false);
  const evening = post({
    hold: held,
    present: there,
    current_duty: duty('night', { signed_in: ['li'] }),
  });
  expect(changesByTap(evening, clerk('li'))).toBe(false);
  expect(awaitsHandover(evening, clerk('li'))).toBe(true);
});

function relief(over: Partial<Relief>): Relief {
  return {
    relief_id: 'r',
    post_id: 'desk',
    asker_id: 'wang',
    reason: '',
    emergency: false,
    asked_at: 0,
    needs_approval: false,
    ...over,
  };
}

test('a relief is approved, accepted, confirmed and ended by whom it concerns', () => {
  const waiting = relief({ needs_approval: true });
  expect(answersTo(waiting, 'chen', false)).toEqual([]);
  expect(answersTo(waiting, 'liu', true)).toEqual(['approve_relief']);
  expect(answersTo(relief({}), 'chen', false)).toEqual(['accept_relief']);
  expect(answersTo(relief({ emergency: true }), 'chen', false)[0]).toBe('accept_on_the_way');
  expect(answersTo(relief({ asked_id: 'sun' }), 'chen', false)).toEqual([]);
  const byVoice = relief({ reliever_id: 'chen', confirm_by_at: 5 });
  expect(answersTo(byVoice, 'chen', false)).toEqual(['confirm_relief']);
  expect(answersTo(byVoice, 'wang', false)).toEqual(['end_relief']);
});

test('an unknown person has no name', () => {
  expect(nameOf([{ person_id: 'a', name: '张丽' }], 'a')).toBe('张丽');
  expect(nameOf([], 'a')).toBe('');
});
