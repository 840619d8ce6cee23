import { describe, expect, it } from 'vitest';
import { addressKey, buildingsOf, homesMatching, staffShown, type Home, type Staff } from './model';
import { isStorablePhone, phoneFault, phoneToSend } from './phoneEdit';

const home = (building: string, unit: string, number: string): Home => ({
  id: `${building}-${unit}-${number}`,
  building: `${building}栋`,
  unit: `${unit}单元`,
  number,
  code: `${building}-${unit}-${number}`,
});
const HOMES = [home('10', '1', '101'), home('2', '2', '1201'), home('2', '2', '301')];

describe('homes', () => {
  it('stand in the order in which people count', () => {
    const buildings = buildingsOf(HOMES);
    expect(buildings.map((one) => [one.name, one.count])).toEqual([
      ['2栋', 2],
      ['10栋', 1],
    ]);
    expect(buildings[0]?.units[0]?.homes.map((one) => one.number)).toEqual(['301', '1201']);
  });

  it('are found however the address is written', () => {
    expect(addressKey('２号楼２单元1201室')).toBe('2-2-1201');
    expect(addressKey('2#2-1201')).toBe('2-2-1201');
    expect(homesMatching(HOMES, '2栋').map((one) => one.number)).toEqual(['301', '1201']);
    expect(homesMatching(HOMES, '1201').map((one) => one.code)).toEqual(['2-2-1201']);
    expect(homesMatching(HOMES, '，')).toEqual([]);
  });
});

describe('staff', () => {
  const person = (name: string, over: Partial<Staff>): Staff => ({
    id: name,
    name,
    department: '',
    joined_on: '2026-01-01',
    roles: ['guard'],
    skills: [],
    has_identity_number: false,
    version: 1,
    ...over,
  });
  const all = [
    person('王强', { roles: ['repairer'], skills: ['低压电工证'], department: '工程部' }),
    person('孙伟', { left_on: '2026-11-10' }),
    person('陈勇', { left_on: '2026-11-24' }),
  ];
  const shown = (q: string, left = false) =>
    staffShown(all, { q, left, today: '2026-11-24' }, (role) =>
      role === 'guard' ? '秩序维护员' : '水电维修员',
    ).map((one) => one.name);

  it('is without those who left, but with those on their last day', () => {
    expect(shown('')).toEqual(['陈勇', '王强']);
    expect(shown('', true)).toContain('孙伟');
  });

  it('is found by skill and by the word of the role', () => {
    expect(shown('电工')).toEqual(['王强']);
    expect(shown('秩序')).toEqual(['陈勇']);
  });
});

describe('a phone number in a form', () => {
  it('is left out when nobody touched it, and empty when it was erased', () => {
    expect(phoneToSend('138****5678', '138****5678')).toBeUndefined();
    expect(phoneToSend('', '138****5678')).toBe('');
    expect(phoneToSend('+86 138-1234-5678', '138****5678')).toBe('13812345678');
    expect(phoneToSend('', '')).toBeUndefined();
  });

  it('is refused half masked or too short', () => {
    expect(phoneFault('139****5678', '138****5678')).toBe('half');
    expect(phoneFault('1381234', '')).toBeNull();
    expect(phoneFault('13812', '')).toBe('wrong');
    expect(['027-88886666', '4008001234', '110'].map(isStorablePhone)).toEqual([true, true, false]);
  });
});
