import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Staff = Schemas['StaffView'];
export type StaffInput = Schemas['StaffInput'];
export type Role = Schemas['Role'];
export type Home = Schemas['Page_RoomView']['items'][number];
export type HomeInput = Schemas['HomeInput'];
export type Resident = Schemas['Page_ResidentView']['items'][number];
export type Vehicle = Schemas['VehicleView'];
export type Relation = Schemas['Relation'];
export type Post = Schemas['PostView'];
export type PostKind = Schemas['PostKind'];
export type PostItem = Schemas['PostItemView'];
export type RevealSubject = Schemas['RevealSubject'];
export type PersonalData = Schemas['PersonalData'];

export const ROLES: readonly Role[] = [
  'front_desk',
  'service_clerk',
  'service_supervisor',
  'repairer',
  'guard',
  'cleaning_foreman',
  'shift_leader',
  'manager',
  'director',
  'administrator',
];

export const RELATIONS: readonly Relation[] = ['owner', 'tenant', 'occupant'];

export const POST_KINDS: readonly PostKind[] = [
  'desk',
  'gate',
  'engineering_room',
  'control_room',
  'patrol',
  'reception',
  'site_office',
  'duty_room',
  'leader',
  'emergency',
];

/** As people count: 2栋 before 10栋. */
export function compareNaturally(a: string, b: string): number {
  return a.localeCompare(b, 'zh-CN', { numeric: true });
}

/** Whether the last day of work lies before today; both are dates of the community. */
export function hasLeft(person: Staff, today: string): boolean {
  return person.left_on != null && person.left_on < today;
}

export interface StaffFilter {
  q: string;
  /** Those who have left as well. */
  left: boolean;
  today: string;
}

/** The staff to show: by department, then by name. */
export function staffShown(
  all: readonly Staff[],
  filter: StaffFilter,
  roleWord: (role: Role) => string,
): Staff[] {
  const wanted = filter.q.trim().toLowerCase();
  return all
    .filter((person) => filter.left || !hasLeft(person, filter.today))
    .filter((person) =>
      [person.name, person.department, ...person.skills, ...person.roles.map(roleWord)].some(
        (text) => text.toLowerCase().includes(wanted),
      ),
    )
    .sort(
      (a, b) =>
        a.department.localeCompare(b.department, 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN'),
    );
}

/** Every value once, for proposals while typing. */
export function known(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort(compareNaturally);
}

export interface Unit {
  name: string;
  homes: Home[];
}

export interface Building {
  name: string;
  units: Unit[];
  count: number;
}

/** Homes as they stand: buildings, their units, the homes of a unit. */
export function buildingsOf(homes: readonly Home[]): Building[] {
  return grouped(homes, (home) => home.building).map(([name, inside]) => ({
    name,
    count: inside.length,
    units: grouped(inside, (home) => home.unit).map(([unit, rooms]) => ({
      name: unit,
      homes: rooms.sort((a, b) => compareNaturally(a.number, b.number)),
    })),
  }));
}

function grouped(homes: readonly Home[], by: (home: Home) => string): [string, Home[]][] {
  const groups = new Map<string, Home[]>();
  for (const home of homes) groups.set(by(home), [...(groups.get(by(home)) ?? []), home]);
  return [...groups].sort(([a], [b]) => compareNaturally(a, b));
}

/** An address as the server reads it: `3栋2单元1201`, `3-2-1201` and `3#2-1201` are the same. */
export function addressKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/号楼|单元|[栋幢座楼室号#]/g, '-')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The homes whose address begins so, or whose number on the door it is. */
export function homesMatching(homes: readonly Home[], q: string): Home[] {
  const key = addressKey(q);
  if (key === '') return [];
  return homes
    .filter((home) => home.code.startsWith(key) || home.code.endsWith(`-${key}`))
    .sort((a, b) => compareNaturally(a.code, b.code));
}
