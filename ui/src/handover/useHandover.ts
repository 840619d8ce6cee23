import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';

/** What else makes a handover old: orders that move, people who sign in. */
const SUBJECTS = ['handover', 'work_order', 'contact', 'coverage'];

/** The handover that is due at a post, and the one being prepared. */
export function useNextHandover(post: string) {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'handover', 'next', post),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/posts/{post}/handover', {
          params: { path: { community: id, post } },
        }),
      ),
    meta: { subjects: SUBJECTS },
  });
}

/** One handover by its id. */
export function useHandover(handover: string) {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'handover', 'one', handover),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/handovers/{handover}', {
          params: { path: { community: id, handover } },
        }),
      ),
    meta: { subjects: ['handover'] },
  });
}

/** After an act everything about handovers and posts is asked again. */
export function useRenewHandover(): () => Promise<void> {
  const queries = useQueryClient();
  const { id } = useCommunity();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: communityKey(id, 'handover') }),
      queries.invalidateQueries({ queryKey: communityKey(id, 'coverage') }),
    ]);
  };
}
