import { createContext, useContext, useMemo } from 'react';
import type { components } from '../api/schema';
import { DEFAULT_UTC_OFFSET_MINUTES } from './time';

/** What an operation asks for; the server's one table says which role may. */
export type Verb = components['schemas']['Verb'];

/** A preset of verbs, held in one community. */
export type Role = components['schemas']['Role'];

/** The community that the page works in, and who the signed-in person is there. */
export interface Community {
  id: string;
  name: string;
  utcOffsetMinutes: number;
  personId: string;
  personName: string;
  roles: readonly string[];
  verbs: ReadonlySet<Verb>;
  /** The roles that the person may give to staff and take from them. */
  gives: ReadonlySet<Role>;
}

export const CommunityContext = createContext<Community | null>(null);

/** Only under `/c/:community`, where every page of a capability lives. */
export function useCommunity(): Community {
  const community = useContext(CommunityContext);
  if (!community) throw new Error('useCommunity outside the pages of a community');
  return community;
}

/** The offset of the community, or China's before one is chosen. */
export function useUtcOffsetMinutes(): number {
  return useContext(CommunityContext)?.utcOffsetMinutes ?? DEFAULT_UTC_OFFSET_MINUTES;
}

/** Whether the person may do what a verb names. The server decides again; this only hides the button. */
export function useMay(verb: Verb): boolean {
  return useCommunity().verbs.has(verb);
}

/** `path('workorder/42')` → `/c/<community>/workorder/42`, for links and navigation. */
export function useCommunityPath(): (path: string) => string {
  const { id } = useCommunity();
  return useMemo(() => (path: string) => `/c/${id}/${path.replace(/^\//, '')}`, [id]);
}

/**
 * Key of a query: the community first, then the capability. Name in `meta.subjects` the kinds of
 * subject whose events make the answer old.
 */
export function communityKey(
  communityId: string,
  capability: string,
  ...rest: readonly unknown[]
): readonly unknown[] {
  return ['c', communityId, capability, ...rest];
}
