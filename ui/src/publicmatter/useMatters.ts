import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';

/** More matters than this at once, and the desk no longer looks them through on the telephone. */
const MOST_OPEN = 30;

const SUBJECTS = ['public_matter', 'work_order'];

/** The matters that go on, newest first. */
export function useOpenMatters(enabled = true) {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'publicmatter', 'open'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/public-matters', {
          params: { path: { community: id }, query: { limit: MOST_OPEN } },
        }),
      ),
    enabled,
    meta: { subjects: SUBJECTS },
  });
}

/** One matter. */
export function useMatter(matter: string) {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'publicmatter', 'one', matter),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/public-matters/{matter}', {
          params: { path: { community: id, matter } },
        }),
      ),
    meta: { subjects: SUBJECTS },
  });
}

/** The buildings to choose from. */
export function useBuildings() {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'people', 'buildings'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/buildings', { params: { path: { community: id } } })),
  });
}

/** Matters and the contact log are asked for again. */
export function useRenewMatters(): () => Promise<void> {
  const queries = useQueryClient();
  const { id } = useCommunity();
  return async () => {
    await queries.invalidateQueries({ queryKey: communityKey(id, 'publicmatter') });
    await queries.invalidateQueries({ queryKey: communityKey(id, 'desk') });
  };
}
