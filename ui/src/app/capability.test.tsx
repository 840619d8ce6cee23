import { expect, it } from 'vitest';
import type { Verb } from '../shared/community';
import {
  capabilities,
  moreEntries,
  sideEntries,
  tabEntries,
  type Capability,
  type MenuEntry,
} from './capability';
import i18next from 'i18next';

const entry = (path: string, more: Partial<MenuEntry>): MenuEntry => ({
  path,
  label: 'app.name',
  icon: null,
  ...more,
});
const invented: Capability[] = [
  { routes: [], menu: [entry('roster', { pcOrder: 40 }), entry('mine', { phoneTab: 1 })] },
  { routes: [], menu: [entry('desk', { pcOrder: 10, verb: 'read_desk' })] },
  { routes: [], menu: [entry('workorder', { pcOrder: 20, phoneTab: 2 })] },
  { routes: [] },
];
const paths = (entries: MenuEntry[]) => entries.map((one) => one.path);

it('orders the menus and leaves out what the role may not see', () => {
  const verbs = new Set<Verb>(['read_desk']);
  expect(paths(sideEntries(verbs, invented))).toEqual(['desk', 'workorder', 'roster']);
  expect(paths(sideEntries(new Set(), invented))).toEqual(['workorder', 'roster']);
  expect(paths(tabEntries(verbs, invented))).toEqual(['mine', 'workorder']);
  expect(paths(moreEntries(verbs, invented))).toEqual(['desk', 'roster']);
});

it('keeps the real capabilities consistent: words, pages and distinct places', () => {
  const entries = capabilities.flatMap((one) => one.menu ?? []);
  const routes = capabilities.flatMap((one) => one.routes.map((route) => route.path));
  for (const one of entries) {
    expect(i18next.exists(one.label), one.label).toBe(true);
    expect(routes, one.path).toContain(one.path.split('?')[0]);
  }
  const places = entries.flatMap((one) => one.pcOrder ?? []);
  const tabs = entries.flatMap((one) => one.phoneTab ?? []);
  expect(new Set(places).size).toBe(places.length);
  expect(new Set(tabs).size).toBe(tabs.length);
  expect(new Set(routes).size).toBe(routes.length);
});
