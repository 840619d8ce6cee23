import type { Roster } from './model';
import { daysOf } from './month';

/** A desk with day, noon and night, two clerks and a repairer; what the tests of the roster begin from. */
export function sampleRoster(over: Partial<Roster> = {}): Roster {
  return {
    id: 'roster-1',
    post_id: 'desk-id',
    post_key: 'desk',
    post_name: '前台',
    post_name_en: 'Desk',
    month: '2026-12',
    state: 'draft',
    version: 1,
    regulation_version_id: 'v1',
    shifts: [
      shift('day', '白班', 'Day', ['service_clerk']),
      { ...shift('noon', '午间值班', 'Noon', ['service_clerk']), within: 'day' },
      shift('night', '夜班', 'Night', ['repairer']),
    ],
    people: [
      person('li', '李敏', 'service_clerk'),
      person('zhang', '张丽', 'service_clerk'),
      { ...person('wang', '王强', 'repairer'), left_on: '2026-12-20' },
    ],
    plan: daysOf('2026-12').flatMap((date) => [
      planned(date, 'day', 9, 17.5),
      planned(date, 'noon', 11.5, 13.5),
      planned(date, 'night', 17.5, 33),
    ]),
    cells: [],
    marks: [],
    problems: [],
    templates: [
      {
        key: 'both',
        name_zh: '白夜休',
        name_en: 'Day, night, off',
        pattern: ['day', 'night', null],
      },
      { key: 'days', name_zh: '长白班', name_en: 'Days', pattern: ['day', 'day', null, null] },
    ],
    ...over,
  };
}

export function placed(personId: string, date: string, key: string): Roster['cells'][number] {
  return { person_id: personId, date, shift: key, part: 'responsible' };
}

function shift(key: string, name_zh: string, name_en: string, roles: string[]) {
  return {
    key,
    name_zh,
    name_en,
    hours: '',
    roles: roles as Roster['shifts'][number]['roles'],
    count: 1,
    optional: false,
  };
}

function person(person_id: string, name: string, role: string): Roster['people'][number] {
  const roles = [role] as Roster['people'][number]['roles'];
  return { person_id, name, roles, joined_on: '2026-01-01' };
}

function planned(date: string, key: string, from: number, to: number): Roster['plan'][number] {
  const midnight = Date.parse(`${date}T00:00:00Z`) - 8 * 3_600_000;
  const at = (hour: number) => midnight + hour * 3_600_000;
  return { date, shift: key, starts_at: at(from), ends_at: at(to), count: 1 };
}
