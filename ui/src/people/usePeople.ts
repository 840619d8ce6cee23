import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useMay } from '../shared/community';
import type { Home, PersonalData, RevealSubject } from './model';

/** The staff, those who have left included. */
export function useStaff() {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'people', 'staff'),
    queryFn: () => ok(api.GET('/api/c/{community}/staff', { params: { path: { community: id } } })),
    meta: { subjects: ['person'] },
  });
}

/**
 * All homes, since buildings are known only by their homes. An import has no subject of its own and
 * every look at a number is an event of people, so the list is renewed after one's own additions only.
 */
export function useHomes() {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'people', 'homes'),
    queryFn: async () => {
      const homes: Home[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { items: Home[]; next_cursor?: string | null } = await ok(
          api.GET('/api/c/{community}/rooms', {
            params: { path: { community: id }, query: { limit: 200, cursor: cursor || null } },
          }),
        );
        homes.push(...page.items);
        cursor = page.next_cursor ?? null;
      }
      return homes;
    },
    staleTime: 5 * 60_000,
    meta: { subjects: ['room'] },
  });
}

/** Residents by phone, room, name or pinyin; only those at the desk may look. */
export function useResidents(q: string) {
  const { id } = useCommunity();
  const may = useMay('read_desk');
  return useQuery({
    queryKey: communityKey(id, 'people', 'residents', q),
    queryFn: () =>
      ok(
        api.POST('/api/c/{community}/residents/search', {
          params: { path: { community: id } },
          body: { words: q },
        }),
      ),
    enabled: may && q !== '',
    meta: { subjects: ['resident'] },
  });
}

export function usePosts() {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'people', 'posts'),
    queryFn: () => ok(api.GET('/api/c/{community}/posts', { params: { path: { community: id } } })),
    meta: { subjects: ['post'] },
  });
}

export function usePostItems(post: string) {
  const { id } = useCommunity();
  return useQuery({
    queryKey: communityKey(id, 'people', 'items', post),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/posts/{post}/items', {
          params: { path: { community: id, post } },
        }),
      ),
    meta: { subjects: ['post', 'handover'] },
  });
}

/** Everything about people is asked for again. */
export function useRenewPeople(): () => Promise<void> {
  const queries = useQueryClient();
  const { id } = useCommunity();
  return () => queries.invalidateQueries({ queryKey: communityKey(id, 'people') });
}

/** Shows name and number of somebody in full; the server records who looked and why. */
export function useReveal(): (subject: RevealSubject, reason: string) => Promise<PersonalData> {
  const { id } = useCommunity();
  return (subject, reason) =>
    ok(
      api.POST('/api/c/{community}/reveal', {
        params: { path: { community: id } },
        body: { subject, reason },
      }),
    );
}

/** After something of the lists was saved: says so, asks for the lists again, closes the dialog. */
export function useSaved(onClose: () => void): () => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const renew = useRenewPeople();
  return () => {
    void message.success(t('people.saved'));
    void renew();
    onClose();
  };
}
