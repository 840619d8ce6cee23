import type { ComponentType, LazyExoticComponent, ReactNode } from 'react';
import type { Verb } from '../shared/community';

/** One page. `path` is below `/c/:community/`, e.g. `workorder/:id`. */
export interface CapabilityRoute {
  path: string;
  /** Loaded when first opened: `() => import('./DeskPage')` with a default export. */
  page: () => Promise<{ default: ComponentType }>;
  /** Without this permission the page says so instead of failing at its first request. */
  verb?: Verb;
}

export interface MenuEntry {
  path: string;
  /** Key of the words: `desk.menu`. Keep it short, it also stands under a phone's tab. */
  label: string;
  icon: ReactNode;
  /** Place in the side navigation of a PC; left out, the entry is for phones only. */
  pcOrder?: number;
  /** Place in the tab bar of a phone, 1 to 4; left out, the entry stands under 更多. */
  phoneTab?: number;
  /** Shown only to those who may do this. */
  verb?: Verb;
}

/** What a capability adds to the application: the default export of its `routes.tsx`. */
export interface Capability {
  routes: CapabilityRoute[];
  menu?: MenuEntry[];
  /** In the header of every page, e.g. who holds the post now. */
  headerSlot?: LazyExoticComponent<ComponentType>;
  /** Above every page, e.g. the ringing alerts. */
  banner?: LazyExoticComponent<ComponentType>;
  /** Keys that work on every page: `{ n: 'desk?intake=1' }`. A page's own key goes first. */
  hotkeys?: Record<string, string>;
}

const found = import.meta.glob<Capability>('/src/*/routes.tsx', { eager: true, import: 'default' });

/** Every capability that has pages, found by its `routes.tsx`. */
export const capabilities: readonly Capability[] = Object.values(found);

const tabOrder = (entry: MenuEntry) => entry.phoneTab ?? Number.POSITIVE_INFINITY;
const sideOrder = (entry: MenuEntry) => entry.pcOrder ?? Number.POSITIVE_INFINITY;

function allowed(from: readonly Capability[], verbs: ReadonlySet<Verb>): MenuEntry[] {
  return from
    .flatMap((capability) => capability.menu ?? [])
    .filter((entry) => entry.verb === undefined || verbs.has(entry.verb));
}

export function sideEntries(verbs: ReadonlySet<Verb>, from: readonly Capability[]): MenuEntry[] {
  return allowed(from, verbs)
    .filter((entry) => entry.pcOrder !== undefined)
    .sort((a, b) => sideOrder(a) - sideOrder(b));
}

export function tabEntries(verbs: ReadonlySet<Verb>, from: readonly Capability[]): MenuEntry[] {
  return allowed(from, verbs)
    .filter((entry) => entry.phoneTab !== undefined)
    .sort((a, b) => tabOrder(a) - tabOrder(b))
    .slice(0, 4);
}

/** What does not fit into the tabs. */
export function moreEntries(verbs: ReadonlySet<Verb>, from: readonly Capability[]): MenuEntry[] {
  const tabs = new Set(tabEntries(verbs, from));
  return allowed(from, verbs)
    .filter((entry) => !tabs.has(entry))
    .sort((a, b) => sideOrder(a) - sideOrder(b));
}
