import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import type { Order } from './model';

/** Who may have an order of this kind in hand. */
export function useAssignees(order: Order) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'workorder', 'assignees', order.kind),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders/assignees', {
          params: { path: { community: community.id }, query: { kind: order.kind } },
        }),
      ),
  });
}
