import { useQueryClient } from '@tanstack/react-query';
import { communityKey, useCommunity } from '../shared/community';

/** The desk's lists are asked for again. */
export function useRenewDesk(): () => Promise<void> {
  const queries = useQueryClient();
  const { id } = useCommunity();
  return () => queries.invalidateQueries({ queryKey: communityKey(id, 'desk') });
}
