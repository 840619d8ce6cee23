import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ok } from './api';
import { communityKey, useCommunity, useMay } from './community';

/** The Chinese name where there is no English one, or where Chinese is spoken. */
export type PostName = (id: string | null | undefined, chinese?: string | null) => string;

/**
 * Names of posts by id in the language of the page. Most answers carry the Chinese name alone; it is
 * passed in, and stands while the posts are not read or have no English name.
 */
export function usePostName(): PostName {
  const { i18n } = useTranslation();
  const { id: community } = useCommunity();
  const english = i18n.language === 'en';
  const may = useMay('read_people');
  const posts = useQuery({
    queryKey: communityKey(community, 'people', 'posts'),
    queryFn: () => ok(api.GET('/api/c/{community}/posts', { params: { path: { community } } })),
    enabled: english && may,
    staleTime: 5 * 60_000,
    meta: { subjects: ['post'] },
  });
  return (id, chinese) => {
    const post = english ? posts.data?.find((one) => one.id === id) : undefined;
    return post?.name_en || (chinese ?? post?.name ?? '');
  };
}
