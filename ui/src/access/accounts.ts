import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../api/schema';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';

export type AccountLine = components['schemas']['AccountLine'];
export type Staff = components['schemas']['StaffView'];

export function useAccounts() {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'access', 'accounts'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/accounts', { params: { path: { community: id } } })),
    meta: { subjects: ['access', 'person'] },
  });
}

/** The staff, to open accounts for; asked only by those who may open them. */
export function useStaffWithoutAccount(accounts: readonly AccountLine[], today: string) {
  const { id } = useCommunity();
  const staff = useQuery({
    queryKey: communityKey(id, 'access', 'staff'),
    queryFn: () => ok(api.GET('/api/c/{community}/staff', { params: { path: { community: id } } })),
    meta: { subjects: ['person'] },
  });
  return { staff, without: withoutAccount(staff.data ?? [], accounts, today) };
}

/** Those who work here and cannot sign in yet. */
export function withoutAccount(
  staff: readonly Staff[],
  accounts: readonly AccountLine[],
  today: string,
): Staff[] {
  const known = new Set(accounts.map((account) => account.person_id));
  return staff.filter(
    (person) => !known.has(person.id) && (person.left_on == null || person.left_on >= today),
  );
}

/** The acts on somebody's account. */
export function useAccountActs() {
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  const done = async () => {
    await queries.invalidateQueries({ queryKey: communityKey(community, 'access') });
    return true;
  };
  const params = (person: string) => ({ path: { community, person } });
  const reset = useAct(async (input: { person: string; password: string }, actId) => {
    await api.PUT('/api/c/{community}/accounts/{person}/password', {
      params: params(input.person),
      headers: actHeaders(actId),
      body: { password: input.password },
    });
    return done();
  });
  const unlock = useAct(async (person: string, actId) => {
    await api.POST('/api/c/{community}/accounts/{person}/unlock', {
      params: params(person),
      headers: actHeaders(actId),
    });
    return done();
  });
  const disable = useAct(async (person: string, actId) => {
    await api.DELETE('/api/c/{community}/accounts/{person}', {
      params: params(person),
      headers: actHeaders(actId),
    });
    return done();
  });
  const enable = useAct(async (person: string, actId) => {
    await api.POST('/api/c/{community}/accounts/{person}/enable', {
      params: params(person),
      headers: actHeaders(actId),
    });
    return done();
  });
  return { reset, unlock, disable, enable };
}
