import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { useBoard } from '../shared/useBoard';
import { useTime } from '../shared/useTime';
import type { SentenceWords } from './sentences';

/** Which part of the log is shown: a post on a date, or one of its shifts. */
export interface LogScope {
  post: string;
  date: string;
  duty: string | null;
}

/** The log, newest first. Live events of every kind belong in it. */
export function useDutyLog(scope: LogScope | null) {
  const { id } = useCommunity();
  return useInfiniteQuery({
    queryKey: communityKey(id, 'dutylog', scope),
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/c/{community}/dutylog', {
          params: {
            path: { community: id },
            query: {
              post_id: scope?.post ?? '',
              limit: 100,
              ...(scope?.duty ? { duty_id: scope.duty } : { date: scope?.date ?? '' }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    enabled: scope !== null,
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: { subjects: ['*'] },
  });
}

/** The words that sentences are made of. */
export function useSentenceWords(): SentenceWords {
  const { t, i18n } = useTranslation();
  const time = useTime();
  const board = useBoard().data;
  const postName = usePostName();
  return {
    t,
    knows: (key) => i18n.exists(key),
    person: (id) => board?.people.find((one) => one.person_id === id)?.name ?? '',
    post: (id) => postName(String(id), board?.posts.find((one) => one.post_id === id)?.name),
    english: i18n.language === 'en',
    time: (at) => time.format(at, 'short'),
  };
}
