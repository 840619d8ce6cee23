import { expect, test } from 'vitest';
import type { Verb } from '../shared/community';
import { actsFor, factsShown, inOrder, mainAct, outcomesOf, proofs } from './model';
import { sampleCase, sampleLine } from './sample';
import { bodyOf, EMPTY_CASE } from './take';

const DESK = new Set<Verb>(['take_contact', 'dispatch_work_order']);
const GUARD = new Set<Verb>(['take_contact']);

test('the reply is the next step of an open case, the verdict that of a replied one', () => {
  const open = actsFor(sampleCase(), DESK);
  expect(open).toEqual(['reply', 'ask_extension', 'join', 'close']);
  expect(mainAct('open', open)).toBe('reply');
  const waiting = actsFor(sampleCase({ wanted_due_at: 1, work_order_id: 'w' }), DESK);
  expect(waiting).toEqual(['reply', 'answer_extension', 'close']);
  const replied = actsFor(sampleCase({ stage: 'replied', work_order_id: 'w' }), DESK);
  expect(replied).toEqual(['close', 'return']);
  expect(mainAct('closed', actsFor(sampleCase({ stage: 'closed' }), DESK))).toBeNull();
});

test('a guard takes and replies, and does not speak for the source', () => {
  expect(actsFor(sampleCase({ wanted_due_at: 1 }), GUARD)).toEqual(['reply', 'join']);
  const replied = actsFor(sampleCase({ stage: 'replied', work_order_id: 'w' }), GUARD);
  expect(mainAct('replied', replied)).toBeNull();
});

test('without a reply the source can only withdraw', () => {
  expect(outcomesOf('open')).toEqual(['withdrawn']);
  expect(outcomesOf('replied')).toContain('not_satisfied');
});

test('what is open stands by its deadline', () => {
  const rows = [sampleLine({ id: 'later', due_at: 9 }), sampleLine({ id: 'sooner', due_at: 2 })];
  expect(inOrder('open', rows).map((one) => one.id)).toEqual(['sooner', 'later']);
  expect(inOrder('closed', rows).map((one) => one.id)).toEqual(['later', 'sooner']);
});

test('a photo of an earlier reply proves nothing of this one', () => {
  const by = { id: 'zhang', name: '张丽' };
  const photo = (id: string, cycle: number) => ({ id, cycle, added_by: by, added_at: 0 });
  const again = sampleCase({ cycle: 1, photos: [photo('old', 0), photo('new', 1)] });
  expect(proofs(again).map((one) => one.id)).toEqual(['new']);
});

test('the timeline says what a step was about', () => {
  const entry = (verb: string, facts: Record<string, string>) => factsShown({ verb, facts });
  expect(entry('externalcase.taken', { due_at: '1', number: 'WB' })).toEqual(['due_at']);
  expect(entry('externalcase.replied', { photos: '0' })).toEqual([]);
  expect(entry('externalcase.closed', { outcome: 'satisfied' })).toEqual(['outcome']);
});

test('only what belongs to the choice is sent, and nothing without a deadline', () => {
  expect(bodyOf(EMPTY_CASE)).toBeNull();
  const typed = { ...EMPTY_CASE, dueAt: 5, sourceName: '湖滨街道', orderId: 'w' };
  expect(bodyOf(typed)).toMatchObject({ source_name: '', work_order_id: null, work_order: null });
  const street = bodyOf({ ...typed, source: 'street_office', order: 'known' });
  expect(street).toMatchObject({ source_name: '湖滨街道', work_order_id: 'w', work_order: null });
  const opened = bodyOf({ ...typed, order: 'new' });
  expect(opened).toMatchObject({ work_order: { kind: 'repair', urgency: 'normal' } });
});
