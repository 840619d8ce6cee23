import { expect, test } from 'vitest';
import { contactOf, EMPTY_INTAKE, fromLookup, ordersByItself } from './model';

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
      'room',
      'told',
    ].sort(),
  );
});
