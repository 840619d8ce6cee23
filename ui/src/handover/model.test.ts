import { expect, test } from 'vitest';
import {
  countsToSend,
  firstStepLeft,
  leftOf,
  numberOf,
  spotItems,
  stepOfRefusal,
  typedLine,
} from './model';
import { handoverOf, itemOf, openOf } from './sample';

test('a step counts what the server will still ask for', () => {
  const handover = handoverOf({
    items: [itemOf('a', 3, 3), itemOf('b', 2, 1), itemOf('c', 1, null)],
    open: [openOf('x', true), openOf('y', false)],
  });
  expect(leftOf(handover, 'items')).toBe(2);
  expect(leftOf(handover, 'checks')).toBe(1);
  expect(leftOf(handover, 'open')).toBe(2);
  expect(leftOf(handover, 'fitness')).toBe(1);
  expect(firstStepLeft(handover)).toBe('items');
});

test('where no reason is demanded only deferred matters need a decision', () => {
  const handover = handoverOf({ open: [openOf('x', true), openOf('y', false)] });
  handover.demands.carry_over_needs_reason = false;
  expect(leftOf(handover, 'open')).toBe(1);
  handover.demands.deferred_items_settled = false;
  expect(leftOf(handover, 'open')).toBe(0);
});

test('the lines to be counted by hand are the same on both devices, and three at most', () => {
  const items = ['a', 'b', 'c', 'd', 'e'].map((id) => itemOf(id, 1, null));
  const one = spotItems(handoverOf({ items }));
  const two = spotItems(handoverOf({ items: [...items] }));
  expect([...one]).toEqual([...two]);
  expect(one.size).toBe(3);
  expect(spotItems(handoverOf({ items: items.slice(0, 2) })).size).toBe(2);
});

test('what was typed is sent with its explanation, what was not touched is left out', () => {
  const handover = handoverOf({ items: [itemOf('a', 3, null), itemOf('b', 2, null)] });
  const typed = { a: { counted: 2, kind: 'whereabouts' as const, text: '借给工程部' } };
  expect(countsToSend(handover, typed)).toEqual([
    { item: 'a', counted: 2, explanation: { kind: 'whereabouts', text: '借给工程部' } },
  ]);
  expect(countsToSend(handover, { b: { counted: 2, text: '多余的话' } })).toEqual([
    { item: 'b', counted: 2, explanation: null },
  ]);
  expect(countsToSend(handover, { a: { counted: null } })).toEqual([]);
});

test('more than expected is a surplus unless somebody says otherwise', () => {
  const line = itemOf('a', 1, null);
  expect(typedLine(line, { counted: 3 }).kind).toBe('surplus');
  expect(typedLine(line, { counted: 0 }).kind).toBe('missing');
  expect(typedLine(line, { counted: 1 }).differs).toBe(false);
});

test('a refusal leads to the step where it is mended', () => {
  expect(stepOfRefusal('explanation_needed')).toBe('items');
  expect(stepOfRefusal('deferred_unsettled')).toBe('open');
  expect(stepOfRefusal('snapshot_stale')).toBeNull();
});

test('the number of an order stands first in its words', () => {
  expect(numberOf(openOf('x', false))).toBe('BX-1');
});
