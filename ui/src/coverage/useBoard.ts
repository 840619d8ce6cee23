import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useMay } from '../shared/community';
import { BOARD_AGES_MS, BOARD_SUBJECTS } from '../shared/useBoard';

/** My shifts and what is asked of me. */
export function useMine() {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'coverage', 'mine'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/coverage/mine', {
          params: { path: { community: community.id } },
        }),
      ),
    meta: { subjects: BOARD_SUBJECTS },
    // A sign-in opens by time alone.
    refetchInterval: BOARD_AGES_MS,
  });
}

/** Colleagues with their roles: who may act by PIN at a shared screen. */
export function useStaff() {
  const community = useCommunity();
  const staff = useQuery({
    queryKey: communityKey(community.id, 'people', 'staff'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/staff', { params: { path: { community: community.id } } })),
    enabled: useMay('read_people'),
    staleTime: 5 * 60_000,
  });
  return (staff.data ?? []).filter((one) => one.left_on == null);
}

/** The posts that serve as a desk; a header shows the first of them. */
export function useDeskPostIds(): readonly string[] {
  const community = useCommunity();
  const posts = useQuery({
    queryKey: communityKey(community.id, 'people', 'posts'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/posts', { params: { path: { community: community.id } } })),
    enabled: useMay('read_people'),
    staleTime: 5 * 60_000,
  });
  return (posts.data ?? []).filter((one) => one.kind === 'desk').map((one) => one.id);
}
