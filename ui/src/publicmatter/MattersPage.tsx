import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import type { Matter } from './model';
import './publicmatter.css';

type Scope = 'goesOn' | 'ended';

/** All public matters: those that go on, and those that have ended. */
export default function MattersPage() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const [scope, setScope] = useState<Scope>('goesOn');
  const matters = useMatters(scope === 'ended');
  return (
    <Page
      title={t('publicmatter.title')}
      extra={<Link to={path('desk')}>{t('publicmatter.detail.back')}</Link>}
    >
      <section className="zs-panel">
        <Segmented<Scope>
          value={scope}
          onChange={setScope}
          options={[
            { value: 'goesOn', label: t('publicmatter.goesOn') },
            { value: 'ended', label: t('publicmatter.ended') },
          ]}
        />
        <Loaded query={matters}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items);
            if (rows.length === 0) {
              const why = scope === 'ended' ? 'publicmatter.noneEnded' : 'publicmatter.none';
              return <EmptyState why={t(why)} next={t('publicmatter.noneNext')} />;
            }
            return (
              <>
                <ul className="zs-matter-rows">
                  {rows.map((matter) => (
                    <MatterRow key={matter.id} matter={matter} />
                  ))}
                </ul>
                {matters.hasNextPage ? (
                  <Button
                    loading={matters.isFetchingNextPage}
                    onClick={() => void matters.fetchNextPage()}
                  >
                    {t('publicmatter.more')}
                  </Button>
                ) : null}
              </>
            );
          }}
        </Loaded>
      </section>
    </Page>
  );
}

function useMatters(closed: boolean) {
  const { id: community } = useCommunity();
  return useInfiniteQuery({
    queryKey: communityKey(community, 'publicmatter', 'list', closed),
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/c/{community}/public-matters', {
          params: {
            path: { community },
            query: { closed, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: { subjects: ['public_matter'] },
  });
}

function MatterRow({ matter }: { matter: Matter }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  const buildings = matter.buildings.map((building) => building.name).join('、');
  return (
    <li>
      <div className="zs-matter-card-head">
        <Link to={path(`publicmatter/${matter.id}`)}>{matter.title}</Link>
        <Tag>{t(`desk.kind.${matter.kind}`)}</Tag>
        <strong>{t('publicmatter.calls', { n: matter.calls, count: matter.calls })}</strong>
      </div>
      <p className="zs-matter-answer">
        {matter.closed_at == null ? matter.answer : `→ ${matter.outcome}`}
      </p>
      <div className="zs-matter-foot">
        <span>{matter.number}</span>
        <span>{buildings || t('publicmatter.whole')}</span>
        <span>{time.format(matter.closed_at ?? matter.opened_at, 'short')}</span>
        <span>{matter.closed_by_name ?? matter.opened_by_name}</span>
      </div>
    </li>
  );
}
