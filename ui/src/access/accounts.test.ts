import { expect, test } from 'vitest';
import { withoutAccount, type AccountLine, type Staff } from './accounts';
import { firstPassword } from './firstPassword';

test('a first password has three groups of signs that cannot be taken for another', () => {
  let next = 0;
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => (next += 37) % 256);
  const password = firstPassword(bytes);
  expect(password).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
  expect(firstPassword()).not.toBe(firstPassword());
});

test('bytes that would favour some signs are passed over', () => {
  const rolls = [new Uint8Array(16).fill(255), new Uint8Array(16).fill(0)];
  expect(firstPassword(() => rolls.shift() ?? new Uint8Array(16))).toBe('aaaa-aaaa-aaaa');
});

test('an account can be opened for those who work here and have none', () => {
  const staff = [
    { id: 'has', left_on: null },
    { id: 'new' },
    { id: 'lastDay', left_on: '2026-11-24' },
    { id: 'left', left_on: '2026-11-23' },
  ] as Staff[];
  const accounts = [{ person_id: 'has', disabled: true }] as AccountLine[];
  expect(withoutAccount(staff, accounts, '2026-11-24').map((one) => one.id)).toEqual([
    'new',
    'lastDay',
  ]);
});
