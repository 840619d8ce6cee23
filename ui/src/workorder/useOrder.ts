import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';

/** One order, renewed by its own events. */
export function useOrder(id: string) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'workorder', 'one', id),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders/{order}', {
          params: { path: { community: community.id, order: id } },
        }),
      ),
    meta: { subjects: ['work_order'] },
  });
}

/** Everything about orders is asked for again. */
export function useRenewOrders(): () => Promise<void> {
  const queries = useQueryClient();
  const community = useCommunity();
  return () => queries.invalidateQueries({ queryKey: communityKey(community.id, 'workorder') });
}
