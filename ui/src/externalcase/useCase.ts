import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';

/** Cases are renewed by their own events and by those of the orders they are joined to. */
export const LIVE = { subjects: ['external_case'] };

/** One case in full. */
export function useCase(id: string) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'externalcase', 'one', id),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/external-cases/{case}', {
          params: { path: { community: community.id, case: id } },
        }),
      ),
    meta: LIVE,
  });
}

/** Everything about cases is asked for again. */
export function useRenewCases(): () => Promise<void> {
  const queries = useQueryClient();
  const community = useCommunity();
  return async () => {
    for (const capability of ['externalcase', 'workorder', 'desk']) {
      await queries.invalidateQueries({ queryKey: communityKey(community.id, capability) });
    }
  };
}
