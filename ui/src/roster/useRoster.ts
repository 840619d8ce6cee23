import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { asProblem } from '../shared/problem';
import { useAct } from '../shared/useAct';
import type { Filling, Roster } from './model';

export function rosterKey(communityId: string, rosterId: string): readonly unknown[] {
  return communityKey(communityId, 'roster', 'one', rosterId);
}

/** The posts and their rosters of a month. */
export function useRosterLines(month: string) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'roster', 'month', month),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/rosters', {
          params: { path: { community: community.id }, query: { month } },
        }),
      ),
    meta: { subjects: ['roster', 'post'] },
  });
}

export function rosterQuery(communityId: string, rosterId: string, queries: QueryClient) {
  const queryKey = rosterKey(communityId, rosterId);
  return {
    queryKey,
    queryFn: async (): Promise<Roster> => {
      const path = { community: communityId, roster: rosterId };
      const read = await ok(api.GET('/api/c/{community}/rosters/{roster}', { params: { path } }));
      // A reading that was asked for before the last change must not undo what is shown.
      const shown = queries.getQueryData<Roster>(queryKey);
      return shown && shown.version > read.version ? shown : read;
    },
    meta: { subjects: ['roster', 'person', 'regulation'] },
  };
}

export function useRosterView(rosterId: string) {
  const community = useCommunity();
  return useQuery(rosterQuery(community.id, rosterId, useQueryClient()));
}

/** Puts a roster that an act answered with on the screen, and renews the states of the posts. */
function useShowRoster(): (roster: Roster) => void {
  const community = useCommunity();
  const queries = useQueryClient();
  return (roster) => {
    queries.setQueryData(rosterKey(community.id, roster.id), roster);
    void queries.invalidateQueries({
      queryKey: communityKey(community.id, 'roster', 'month', roster.month),
    });
  };
}

/**
 * An act on a roster. What it answers with is shown at once; at a conflict that is the stored roster,
 * while what the person had chosen in their dialog stays.
 */
function useRosterAct<Input>(send: (input: Input, actId: string) => Promise<Roster>) {
  const show = useShowRoster();
  return useAct(async (input: Input, actId) => {
    try {
      const roster = await send(input, actId);
      show(roster);
      return roster;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.isConflict) show(problem.current as Roster);
      throw problem;
    }
  });
}

export function useCreateRoster() {
  const community = useCommunity();
  return useRosterAct((input: { post_id: string; month: string }, actId) =>
    ok(
      api.POST('/api/c/{community}/rosters', {
        params: { path: { community: community.id } },
        headers: actHeaders(actId),
        body: input,
      }),
    ),
  );
}

export function useFillRoster(rosterId: string) {
  const community = useCommunity();
  return useRosterAct((input: { version: number; filling: Filling; replace: boolean }, actId) =>
    ok(
      api.POST('/api/c/{community}/rosters/{roster}/fill', {
        params: { path: { community: community.id, roster: rosterId } },
        headers: actHeaders(actId),
        body: input,
      }),
    ),
  );
}

export function usePublishRoster(rosterId: string) {
  const community = useCommunity();
  return useRosterAct((input: { version: number; warnings_confirmed: boolean }, actId) =>
    ok(
      api.POST('/api/c/{community}/rosters/{roster}/publish', {
        params: { path: { community: community.id, roster: rosterId } },
        headers: actHeaders(actId),
        body: input,
      }),
    ),
  );
}

export interface PublishedChange {
  version: number;
  date: string;
  shift: string;
  from_person_id: string;
  to_person_id: string;
  reason: string;
}

export function useChangePublished(rosterId: string) {
  const community = useCommunity();
  return useRosterAct((input: PublishedChange, actId) =>
    ok(
      api.POST('/api/c/{community}/rosters/{roster}/changes', {
        params: { path: { community: community.id, roster: rosterId } },
        headers: actHeaders(actId),
        body: input,
      }),
    ),
  );
}
