import { expect, test } from 'vitest';
import {
  contactOf,
  EMPTY_INTAKE,
  filledFrom,
  fromLookup,
  opensOrder,
  orderOf,
  ordersByItself,
} from './model';

test('an unknown caller is saved with what was typed into the lookup', () => {
  const by = (lookup: string) => fromLookup({ ...EMPTY_INTAKE, lookup });
  expect(by('138 0000 1234').callerPhone).toBe('138 0000 1234');
  expect(by('3-2-1201').room).toBe('3-2-1201');
  expect(by('王女士').callerName).toBe('王女士');
  expect(by('  ')).toEqual({ ...EMPTY_INTAKE, lookup: '  ' });
});

test('what was filled in by hand is not overwritten by the lookup', () => {
  const filled = { ...EMPTY_INTAKE, lookup: '1201', room: '5-1-101' };
  expect(fromLookup(filled).room).toBe('5-1-101');
});

test('a repair, a complaint and an entrusted task become orders by themselves', () => {
  expect(ordersByItself('repair')).toBe(true);
  expect(ordersByItself('complaint')).toBe(true);
  expect(ordersByItself('inquiry')).toBe(false);
});

test('the contact carries only what the server knows', () => {
  expect(Object.keys(contactOf(EMPTY_INTAKE)).sort()).toEqual(
    [
      'caller_name',
      'caller_phone',
      'channel',
      'content',
      'handling',
      'kind',
      'plate',
      'resident_id',
      'room',
      'settled',
      'told',
    ].sort(),
  );
});

test('a call of which nothing is known yet is saved without an order, and never with a word lost', () => {
  expect(opensOrder(EMPTY_INTAKE)).toBe(false);
  expect(opensOrder({ ...EMPTY_INTAKE, room: '3-1-1201' })).toBe(true);
  expect(opensOrder({ ...EMPTY_INTAKE, content: '漏水', withOrder: false })).toBe(false);
  const chosen = { ...EMPTY_INTAKE, resident: { id: 'r', name: '李**', phone: '' } };
  expect(opensOrder(chosen)).toBe(true);
  expect(orderOf({ ...EMPTY_INTAKE, urgency: 'urgent', place: '厨房' })).toEqual({
    kind: 'repair',
    urgency: 'urgent',
    place: '厨房',
  });
});

test('only a call without an order is settled at once', () => {
  expect(contactOf({ ...EMPTY_INTAKE, settled: true }).settled).toBe(false);
  expect(contactOf({ ...EMPTY_INTAKE, settled: true, withOrder: false }).settled).toBe(true);
});

test('a message fills what is empty, and the lookup finds whose it is', () => {
  const message = { room: '3-2-1201', phone: '13800001234', name: '李女士', content: '漏水' };
  expect(filledFrom(EMPTY_INTAKE, message)).toEqual({
    ...EMPTY_INTAKE,
    lookup: '13800001234',
    room: '3-2-1201',
    callerPhone: '13800001234',
    callerName: '李女士',
    content: '漏水',
    channel: 'owners_group',
  });
  const typed = { ...EMPTY_INTAKE, room: '5-1-101', content: '楼上来人说' };
  const filled = filledFrom(typed, { ...message, phone: '' });
  expect(filled).toMatchObject({
    lookup: '3-2-1201',
    room: '5-1-101',
    content: '楼上来人说\n漏水',
  });
});
