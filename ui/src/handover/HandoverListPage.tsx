import { SwapOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { Link } from 'react-router';
import type { components } from '../api/schema';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath, useMay } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import './handover.css';
import { nameOf } from './model';
import { useBoard } from '../shared/useBoard';

type Schemas = components['schemas'];
type Board = Schemas['CoverageView'];
type Summary = Schemas['HandoverSummary'];

/** 交接班: which posts are due to pass, and every handover there was. */
export default function HandoverListPage() {
  const { t } = useTranslation();
  const board = useBoard();
  return (
    <Page title={t('handover.title')}>
      <Loaded query={board}>
        {(data) => (
          <>
            <h2 className="zs-ho-h2">{t('handover.list.due')}</h2>
            <Due board={data} />
            <Past board={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Due({ board }: { board: Board }) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const may = useMay('sign_handover');
  const postName = usePostName();
  const begins = (post: Board['posts'][number]) => post.next_duty?.starts_at ?? Number.MAX_VALUE;
  const held = board.posts
    .filter((post) => post.hold != null || post.required)
    .sort((a, b) => begins(a) - begins(b));
  if (held.length === 0) {
    return <EmptyState why={t('handover.list.noPosts')} next={t('handover.list.noPostsNext')} />;
  }
  return (
    <ul className="zs-ho-due">
      {held.map((post) => (
        <li key={post.post_id} className="zs-panel">
          <strong className="zs-ho-post">{postName(post.post_id, post.name)}</strong>
          <span>
            {t('handover.list.holder')}{' '}
            <b>{nameOf(board.people, post.answers_person_id) || t('handover.list.nobody')}</b>
          </span>
          {post.next_duty ? (
            <span>
              {t('handover.list.next')} {time.format(post.next_duty.starts_at, 'time')}{' '}
              <Countdown dueAt={post.next_duty.starts_at} dueSoonMs={30 * 60_000} />
            </span>
          ) : null}
          <Link to={path(`handover/post/${post.post_id}`)}>
            <Button
              type="primary"
              size="large"
              icon={<SwapOutlined />}
              disabled={!may || post.answers_person_id == null}
            >
              {t('handover.list.start')}
            </Button>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function usePast(post: string | null) {
  const { id } = useCommunity();
  return useInfiniteQuery({
    queryKey: communityKey(id, 'handover', 'list', post),
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/c/{community}/handovers', {
          params: {
            path: { community: id },
            query: {
              limit: 30,
              ...(post ? { post_id: post } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    meta: { subjects: ['handover'] },
  });
}

function Past({ board }: { board: Board }) {
  const { t } = useTranslation();
  const postName = usePostName();
  const [post, setPost] = useState<string | null>(null);
  const past = usePast(post);
  return (
    <section className="zs-panel zs-ho-past">
      <div className="zs-ho-title">
        <h2 className="zs-ho-h2">{t('handover.list.past')}</h2>
        <Select
          aria-label={t('handover.list.post')}
          className="zs-ho-person"
          value={post ?? ''}
          onChange={(chosen) => {
            setPost(chosen || null);
          }}
          options={[
            { value: '', label: t('handover.list.all') },
            ...board.posts.map((one) => ({
              value: one.post_id,
              label: postName(one.post_id, one.name),
            })),
          ]}
        />
      </div>
      <Loaded query={past}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return <EmptyState why={t('handover.list.none')} next={t('handover.list.noneNext')} />;
          }
          return (
            <>
              <ul className="zs-ho-rows">
                {rows.map((row) => (
                  <PastRow key={row.handover_id} row={row} board={board} />
                ))}
              </ul>
              {past.hasNextPage ? (
                <Button loading={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
                  {t('shared.list.more')}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

const COLOURS: Record<Summary['progress']['state'], string> = {
  preparing: 'blue',
  signed_by_one: 'blue',
  signed: 'green',
  refused: 'red',
  resolved_by_supervisor: 'orange',
  self_check: 'purple',
};

function PastRow({ row, board }: { row: Summary; board: Board }) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const postName = usePostName();
  const running = row.progress.state === 'preparing' || row.progress.state === 'signed_by_one';
  const remarks = [
    row.differing_items > 0
      ? t('handover.list.differing', { n: row.differing_items, count: row.differing_items })
      : '',
    row.carried > 0 ? t('handover.list.open', { n: row.carried }) : '',
    row.anomalies > 0
      ? t('handover.list.anomalies', { n: row.anomalies, count: row.anomalies })
      : '',
  ].filter(Boolean);
  const to = running ? `handover/post/${row.post_id}` : `handover/${row.handover_id}`;
  return (
    <li>
      <Link to={path(to)} className="zs-ho-row">
        <time>{time.format(row.planned_at, 'short')}</time>
        <span>
          {postName(row.post_id, board.posts.find((post) => post.post_id === row.post_id)?.name)}
        </span>
        <span>
          {t('handover.list.sides', {
            from: nameOf(board.people, row.outgoing_id),
            to: nameOf(board.people, row.incoming_id),
          })}
        </span>
        <Tag color={COLOURS[row.progress.state]}>{t(`handover.state.${row.progress.state}`)}</Tag>
        <span className="zs-muted">{remarks.join(' · ')}</span>
      </Link>
    </li>
  );
}
