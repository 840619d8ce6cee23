import { expect, test } from 'vitest';
import {
  answeredByOthers,
  answersTo,
  pathOf,
  ringing,
  ruleWord,
  titleWord,
  type Alert,
} from './alerts';

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

test('the gravest rings first, what needs somebody before what was missed, then the newest; answered ones and notices are still', () => {
  const shown = ringing([
    alert({ id: 'late', raised_at: 2, subject_id: 'l' }),
    alert({ id: 'by_post', raised_at: 2, subject_id: 'l' }),
    alert({ id: 'early', raised_at: 1 }),
    alert({
      id: 'missed',
      urgency: 'urgent',
      kind: 'obligation_due',
      raised_at: 9,
      subject_id: 'm',
    }),
    alert({ id: 'urgent', urgency: 'urgent', raised_at: 3, subject_id: 'u' }),
    alert({ id: 'answered', answered_at: 4 }),
    alert({ id: 'notice', urgency: 'notice', subject_id: 'n' }),
  ]);
  expect(shown.map((one) => one.id)).toEqual(['urgent', 'missed', 'late', 'early']);
});

test('a kind or rule without words of its own still has a title', () => {
  expect(titleWord(alert({ kind: 'post_unattended' }))).toBe('post_unattended');
  expect(titleWord(alert({ kind: 'new_kind' }))).toBe('other');
  expect(titleWord(alert({ kind: 'help_called', post_name: '前台' }))).toBe('help_called');
  expect(titleWord(alert({ kind: 'help_called' }))).toBe('help_called_by');
  expect(ruleWord(alert({ rule_key: 'coverage.sign_in' }))).toBe('sign_in');
  expect(ruleWord(alert({ rule_key: 'patrol.point' }))).toBe('other');
  const told = { kind: 'obligation_due', rule_key: 'externalcase.reply' };
  expect(ruleWord(alert(told))).toBe('externalcase_reply');
  expect(ruleWord(alert({ rule_key: 'staffcomplaint.reply' }))).toBe('reply');
  expect(titleWord(alert({ ...told, due_at: 86_400_000 }))).toBe('obligation_ahead');
  expect(titleWord(alert({ ...told, due_at: 900_000 }))).toBe('obligation_soon');
});

test('where nobody is at a post somebody comes or calls; an order is only received', () => {
  expect(answersTo(alert({ kind: 'post_left_for_emergency' }))[0]).toBe('coming');
  expect(answersTo(alert({ kind: 'help_called' }))[0]).toBe('coming');
  expect(answersTo(alert({ kind: 'order_dispatched' }))).toEqual(['received']);
  expect(pathOf(alert({ subject_kind: 'work_order', subject_id: 'w' }))).toBe('workorder/w');
  expect(pathOf(alert({ about_kind: 'external_case', about_id: 'c' }))).toBe('externalcase/c');
  expect(pathOf(alert({ subject_kind: 'post' }))).toBe('mine');
  expect(pathOf(alert({ subject_kind: 'something_new' }))).toBeNull();
});

test('it is told who answered first, for a while, and never of oneself', () => {
  const answered = (over: Partial<Alert>) =>
    alert({
      urgency: 'urgent',
      answer: 'coming',
      answered_at: 0,
      answered_by_name: '陈勇',
      ...over,
    });
  const told = (one: Alert, now = 1) => answeredByOthers([one], '王强', now).length;
  expect(told(answered({}))).toBe(1);
  expect(told(answered({}), 11 * 60_000)).toBe(0);
  expect(told(answered({ answered_by_name: '王强' }))).toBe(0);
  expect(told(answered({ urgency: 'ordinary' }))).toBe(0);
});
