import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';

/** Everything the community adopted or drafts. */
export function useRegulations() {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'regulation', 'all'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/regulations', {
          params: { path: { community: community.id } },
        }),
      ),
  });
}

export function useInForce() {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'regulation', 'inForce'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/regulations/in-force', {
          params: { path: { community: community.id } },
        }),
      ),
  });
}

export function usePresets() {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'regulation', 'presets'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/regulations/presets', {
          params: { path: { community: community.id } },
        }),
      ),
    staleTime: Infinity,
  });
}

export function usePreset(preset: string) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'regulation', 'preset', preset),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/regulations/presets/{preset}', {
          params: { path: { community: community.id, preset } },
        }),
      ),
    staleTime: Infinity,
  });
}

function versionQuery(community: string, version: string) {
  return {
    queryKey: communityKey(community, 'regulation', 'version', version),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/regulations/versions/{version}', {
          params: { path: { community, version } },
        }),
      ),
  };
}

export function useVersion(version: string) {
  const community = useCommunity();
  return useQuery(versionQuery(community.id, version));
}

/** Names of posts by key, as the versions describe them; the key itself where none does. */
export function usePostNames(versions: readonly string[], english: boolean) {
  const community = useCommunity();
  const read = useQueries({
    queries: [...new Set(versions)].map((version) => ({
      ...versionQuery(community.id, version),
      // A published version never changes; only who adopted it does.
      staleTime: Infinity,
    })),
  });
  const posts = read.flatMap((one) => one.data?.document.posts ?? []);
  return (key: string) => {
    const found = posts.find((post) => post.key === key)?.name;
    if (!found) return read.some((one) => one.isPending) ? '…' : key;
    return english && found.en !== '' ? found.en : found.zh;
  };
}

export function useDraftView(regulation: string) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'regulation', 'one', regulation),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/regulations/{regulation}', {
          params: { path: { community: community.id, regulation } },
        }),
      ),
  });
}

/** What the linter says about a text; the last answer stays until the next one comes. */
export function useCheck(text: string) {
  const community = useCommunity();
  return useQuery({
    queryKey: communityKey(community.id, 'regulation', 'check', text),
    queryFn: () =>
      ok(
        api.POST('/api/c/{community}/regulations/check', {
          params: { path: { community: community.id } },
          body: { text },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: text.trim() !== '',
    staleTime: Infinity,
    meta: { subjects: [] },
  });
}

/** Renews what is shown of regulations after an act. */
export function useRenew(): () => Promise<void> {
  const community = useCommunity();
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      queryKey: communityKey(community.id, 'regulation'),
      predicate: (query) => !['check', 'preset'].includes(String(query.queryKey[3])),
    });
}

export type Beginning = { preset: string } | { text: string } | { regulation_id: string };

export function useCreateDraft() {
  const community = useCommunity();
  return useAct((body: Beginning, actId) =>
    ok(
      api.POST('/api/c/{community}/regulations', {
        params: { path: { community: community.id } },
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
}

export interface Adoption {
  posts: string[];
  effective_at: number | null;
}

export function useAdopt(version: string) {
  const community = useCommunity();
  return useAct((body: Adoption, actId) =>
    ok(
      api.POST('/api/c/{community}/regulations/versions/{version}/adopt', {
        params: { path: { community: community.id, version } },
        headers: actHeaders(actId),
        body,
      }),
    ),
  );
}
