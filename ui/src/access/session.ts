import { createContext, useContext } from 'react';
import type { components } from '../api/schema';
import { api, ok, Problem } from '../shared/api';
import type { Community } from '../shared/community';

export type Session = components['schemas']['SessionView'];
export type Membership = components['schemas']['CommunityMembership'];

export const SESSION_KEY = ['session'] as const;

/** Who is signed in on this device; null when nobody is. */
export async function readSession(): Promise<Session | null> {
  try {
    return await ok(api.GET('/api/session'));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) return null;
    throw thrown;
  }
}

export function signIn(login: string, password: string, deviceName: string): Promise<Session> {
  return ok(api.POST('/api/session', { body: { login, password, device_name: deviceName } }));
}

export async function signOut(): Promise<void> {
  try {
    await api.DELETE('/api/session');
  } catch (thrown) {
    // A session that has already ended is what was wanted.
    if (!(thrown instanceof Problem && thrown.status === 401)) throw thrown;
  }
}

export const SessionContext = createContext<Session | null>(null);

/** Only inside the session gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the session gate');
  return session;
}

export function membershipAsCommunity(membership: Membership): Community {
  return {
    id: membership.community_id,
    name: membership.community_name,
    utcOffsetMinutes: membership.utc_offset_minutes,
    personId: membership.person_id,
    personName: membership.person_name,
    roles: membership.roles,
    verbs: new Set(membership.verbs),
    gives: new Set(membership.gives),
  };
}

const COMMUNITY_AT = 'zhishou.community';
const DEVICE_AT = 'zhishou.device';

export function rememberCommunity(id: string): void {
  writeLocal(COMMUNITY_AT, id);
}

export function rememberedCommunity(): string | null {
  return readLocal(COMMUNITY_AT);
}

export function rememberDeviceName(name: string): void {
  writeLocal(DEVICE_AT, name);
}

export function rememberedDeviceName(): string | null {
  return readLocal(DEVICE_AT);
}

function readLocal(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeLocal(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Only a convenience is lost when the browser stores nothing.
  }
}
