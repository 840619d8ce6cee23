import { expect, test } from 'vitest';
import { actsAt, answersTo, awaitsHandover, changesByTap, moodOf, nameOf } from './model';
import { HOUR_MS, sampleDuty, sampleHold, samplePost, sampleRelief } from './sample';

test('a required post without a holder is a gap, an unrequired one is closed', () => {
  expect(moodOf(samplePost({}))).toBe('gap');
  expect(moodOf(samplePost({ required: false }))).toBe('closed');
  expect(moodOf(samplePost({ hold: sampleHold('a') }))).toBe('held');
  expect(moodOf(samplePost({ hold: sampleHold('a'), unattended_since_at: 5 }))).toBe('unattended');
});

const clerk = (id: string) => ({ id, roles: ['service_clerk'] });
test('the emergency comes first for the one who stands there, and needs no relief', () => {
  const mine = samplePost({
    answers_person_id: 'me',
    hold: sampleHold('me'),
    present: [{ person_id: 'me', since_at: 0 }],
  });
  expect(actsAt(mine, clerk('me'), 0)[0]).toBe('emergency');
  expect(actsAt({ ...mine, present: [] }, clerk('me'), 0)[0]).toBe('return');
  expect(actsAt(mine, clerk('other'), 0)).toEqual([]);
});

test('a sign-in is offered to whom the shift awaits, from an hour before it is due', () => {
  const desk = samplePost({ next_duty: sampleDuty('day') });
  expect(actsAt(desk, clerk('me'), 7 * HOUR_MS)).toEqual([]);
  expect(actsAt(desk, clerk('me'), 8 * HOUR_MS)).toEqual(['sign_in']);
  expect(actsAt(desk, { id: 'g', roles: ['guard'] }, 8 * HOUR_MS)).toEqual([]);
  const named = samplePost({ next_duty: sampleDuty('day', { assigned: ['li'] }) });
  expect(actsAt(named, clerk('me'), 8 * HOUR_MS)).toEqual([]);
  const signed = samplePost({ next_duty: sampleDuty('day', { signed_in: ['me'] }) });
  expect(actsAt(signed, clerk('me'), 8 * HOUR_MS)).toEqual([]);
});

test('at noon one tap changes the holder; from shift to shift both sign', () => {
  const there = [{ person_id: 'li', since_at: 0 }];
  const held = { ...sampleHold('me'), duty_id: 'day' };
  const noon = samplePost({
    hold: held,
    present: there,
    current_duty: sampleDuty('noon', { change: 'one_tap' }),
  });
  expect(changesByTap(noon, clerk('li'))).toBe(true);
  expect(awaitsHandover(noon, clerk('li'))).toBe(false);
  const evening = samplePost({
    hold: held,
    present: there,
    current_duty: sampleDuty('night', { signed_in: ['li'] }),
  });
  expect(changesByTap(evening, clerk('li'))).toBe(false);
  expect(awaitsHandover(evening, clerk('li'))).toBe(true);
});

test('the giver takes the line back by a tap in the same night, by a handover in the morning', () => {
  const line = {
    post_id: 'desk',
    to_post_id: 'gate',
    given_by_id: 'me',
    given_at: 0,
    accepted_at: 1,
  };
  const hold = { ...sampleHold('me'), person_id: null, via_post_id: 'gate', duty_id: 'night' };
  const night = samplePost({
    hold,
    line,
    current_duty: sampleDuty('night', { change: 'line_transfer' }),
  });
  expect(actsAt(night, clerk('me'), 21 * HOUR_MS)).toContain('return_line');
  const morning = samplePost({
    hold,
    line,
    current_duty: sampleDuty('day', { signed_in: ['me'] }),
  });
  expect(actsAt(morning, clerk('me'), 33 * HOUR_MS)).not.toContain('return_line');
  expect(awaitsHandover(morning, clerk('me'))).toBe(true);
});

test('a relief is approved, accepted, confirmed and ended by whom it concerns', () => {
  const waiting = sampleRelief({ needs_approval: true });
  expect(answersTo(waiting, 'chen', false)).toEqual([]);
  expect(answersTo(waiting, 'liu', true)).toEqual(['approve_relief']);
  expect(answersTo(sampleRelief({}), 'chen', false)).toEqual(['accept_relief']);
  expect(answersTo(sampleRelief({ emergency: true }), 'chen', false)[0]).toBe('accept_on_the_way');
  expect(answersTo(sampleRelief({ asked_id: 'sun' }), 'chen', false)).toEqual([]);
  const byVoice = sampleRelief({ reliever_id: 'chen', confirm_by_at: 5 });
  expect(answersTo(byVoice, 'chen', false)).toEqual(['confirm_relief']);
  expect(answersTo(byVoice, 'wang', false)).toEqual(['end_relief']);
});

test('an unknown person has no name', () => {
  expect(nameOf([{ person_id: 'a', name: '张丽' }], 'a')).toBe('张丽');
  expect(nameOf([], 'a')).toBe('');
});
