import { useQuery } from '@tanstack/react-query';
import { api, ok } from './api';
import { communityKey, useCommunity, useMay } from './community';

/** What makes the posts look otherwise: who comes and goes, what is missed, who is rostered. */
export const BOARD_SUBJECTS = ['coverage', 'handover', 'roster', 'obligation'] as const;

/** Gaps, the shift that runs and who may sign in change by time alone, without any event. */
export const BOARD_AGES_MS = 30_000;

/** All posts as they stand now: the one answer that every page shows. */
export function useBoard() {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'coverage', 'board'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/coverage', { params: { path: { community: community.id } } })),
    enabled: useMay('read_coverage'),
    meta: { subjects: BOARD_SUBJECTS },
    refetchInterval: BOARD_AGES_MS,
  });
}
