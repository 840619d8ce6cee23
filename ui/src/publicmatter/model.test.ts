import { describe, expect, test } from 'vitest';
import { EMPTY_INTAKE, type Intake } from '../desk/model';
import { beginningOf, callerOf, joiningOf, roomTyped, standsIn } from './model';

const intake = (change: Partial<Intake>): Intake => ({ ...EMPTY_INTAKE, ...change });
const LI = { id: 'li', name: '李**', phone: '136****2222' };

describe('whether a matter concerns the home in the form', () => {
  test.each([
    ['3-1-1201', true],
    ['3栋1单元1201', true],
    ['3#1-1201室', true],
    ['13-1-1201', false],
    ['30栋101', false],
    ['', false],
  ])('%s: %s', (room, concerned) => {
    expect(standsIn([{ code: '3' }], roomTyped(intake({ room })))).toBe(concerned);
  });

  test('before a card is chosen, what stands in the lookup counts', () => {
    expect(standsIn([{ code: '3' }], roomTyped(intake({ lookup: '3-1-1201' })))).toBe(true);
  });
});

test('a tap takes down whatever stands in the form', () => {
  const chosen = intake({ lookup: '136', room: '3-1-1201', resident: LI, channel: 'visit' });
  expect(joiningOf(chosen)).toMatchObject({
    resident_id: 'li',
    call: { channel: 'visit', room: '3-1-1201', caller_phone: '' },
  });
  expect(callerOf(chosen)).toBe('3-1-1201 李**');
  // Nobody was found: the number that was pasted is kept.
  const stranger = intake({ lookup: '13700001111' });
  expect(joiningOf(stranger)).toMatchObject({
    resident_id: null,
    call: { caller_phone: '13700001111' },
  });
  expect(callerOf(stranger)).toBe('13700001111');
  expect(callerOf(EMPTY_INTAKE)).toBe('');
});

test('a new matter begins with what the first caller said, unless that is too long', () => {
  expect(beginningOf({ kind: 'repair', content: ' 停水 ' })).toMatchObject({ title: '停水' });
  expect(beginningOf({ kind: 'repair', content: '水'.repeat(41) })).toMatchObject({ title: '' });
});
