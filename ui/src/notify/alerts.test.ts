import { expect, test } from 'vitest';
import { ringing, ruleWord, titleWord, type Alert } from './alerts';

function alert(over: Partial<Alert>): Alert {
  return {
    id: 'a',
    urgency: 'ordinary',
    kind: 'relief_asked',
    subject_kind: 'post',
    subject_id: 's',
    raised_at: 0,
    ...over,
  };
}

test('the gravest rings first, then the oldest; answered ones and notices are still', () => {
  const shown = ringing([
    alert({ id: 'late', raised_at: 2 }),
    alert({ id: 'early', raised_at: 1 }),
    alert({ id: 'urgent', urgency: 'urgent', raised_at: 3 }),
    alert({ id: 'answered', answered_at: 4 }),
    alert({ id: 'notice', urgency: 'notice' }),
  ]);
  expect(shown.map((one) => one.id)).toEqual(['urgent', 'early', 'late']);
});

test('a kind or rule without words of its own still has a title', () => {
  expect(titleWord(alert({ kind: 'post_unattended' }))).toBe('post_unattended');
  expect(titleWord(alert({ kind: 'new_kind' }))).toBe('other');
  expect(ruleWord(alert({ rule_key: 'coverage.sign_in' }))).toBe('sign_in');
  expect(ruleWord(alert({ rule_key: 'patrol.point' }))).toBe('other');
});
