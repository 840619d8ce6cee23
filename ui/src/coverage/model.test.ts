import { expect, test } from 'vitest';
import { actsAt, moodOf, nameOf, type PostCoverage } from './model';

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

test('the emergency comes first for the one who stands there, and needs no relief', () => {
  const mine = post({
    answers_person_id: 'me',
    hold: hold('me'),
    present: [{ person_id: 'me', since_at: 0 }],
  });
  expect(actsAt(mine, 'me')[0]).toBe('emergency');
  expect(actsAt({ ...mine, present: [] }, 'me')[0]).toBe('return');
  expect(actsAt(mine, 'other')).toEqual(['sign_in']);
});

test('an unknown person has no name', () => {
  expect(nameOf([{ person_id: 'a', name: '张丽' }], 'a')).toBe('张丽');
  expect(nameOf([], 'a')).toBe('');
});
