import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';

/** A notice begins and ends by the clock, of which no event tells. */
const LOOK_AGAIN_MS = 60_000;

/** The notices that count now or are to come, or the past ones. */
export function useNotices(past: boolean, enabled = true) {
  const { id: community } = useCommunity();
  return useQuery({
    queryKey: communityKey(community, 'notice', past ? 'past' : 'now'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/notices', {
          params: { path: { community }, query: { past } },
        }),
      ),
    refetchInterval: LOOK_AGAIN_MS,
    enabled,
  });
}

export function useRenewNotices(): () => Promise<void> {
  const queries = useQueryClient();
  const { id } = useCommunity();
  return () => queries.invalidateQueries({ queryKey: communityKey(id, 'notice') });
}
