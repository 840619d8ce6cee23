import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  MinusCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { useServerNow } from '../shared/clock';
import { communityKey, useCommunity } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import './coverage.css';
import { moodOf, nameOf, type Coverage, type PostCoverage, type PostMood } from './model';
import { PostActs } from './PostActs';
import { ReliefLine } from './ReliefLine';

/** 在岗情况: who answers for each post, who is there, what is missing and who can fill it. */
export default function CoveragePage() {
  const { t } = useTranslation();
  const community = useCommunity();
  const coverage = useQuery({
    queryKey: communityKey(community.id, 'coverage', 'board'),
    queryFn: () =>
      ok(api.GET('/api/c/{community}/coverage', { params: { path: { community: community.id } } })),
    meta: { subjects: ['coverage', 'handover', 'roster'] },
  });
  return (
    <Page title={t('coverage.title')}>
      <Loaded query={coverage}>
        {(data) => (
          <div className="zs-posts">
            {data.posts.map((post) => (
              <PostCard key={post.post_id} post={post} board={data} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const ICONS: Record<PostMood, ReactNode> = {
  gap: <WarningFilled />,
  unattended: <WarningFilled />,
  late: <ClockCircleOutlined />,
  closed: <MinusCircleOutlined />,
  held: <CheckCircleOutlined />,
};

function PostCard({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  const time = useTime();
  const mood = moodOf(post);
  const holder = nameOf(board.people, post.answers_person_id);
  const present = post.present.map((one) => nameOf(board.people, one.person_id)).filter(Boolean);
  const duty = (at: NonNullable<PostCoverage['current_duty']>) =>
    t('coverage.hours', {
      from: time.format(at.starts_at, 'time'),
      to: time.format(at.ends_at, 'time'),
    });
  return (
    <section className={`zs-panel zs-post zs-post-${mood}`} aria-label={post.name}>
      <h2>
        <span className="zs-post-icon" aria-hidden>
          {ICONS[mood]}
        </span>{' '}
        {post.name}
      </h2>
      <dl>
        <dt>{t('coverage.answers')}</dt>
        <dd>
          <strong>{holder || t(mood === 'closed' ? 'coverage.closed' : 'coverage.nobody')}</strong>{' '}
          {post.hold ? (
            <small>{t('coverage.since', { time: time.format(post.hold.since_at, 'short') })}</small>
          ) : null}
        </dd>
        <dt>{t('coverage.present')}</dt>
        <dd>{present.length > 0 ? present.join('、') : t('coverage.nobodyPresent')}</dd>
        {post.current_duty ? (
          <>
            <dt>{t('coverage.current')}</dt>
            <dd>{duty(post.current_duty)}</dd>
          </>
        ) : null}
        {post.next_duty ? (
          <>
            <dt>{t('coverage.next')}</dt>
            <dd>
              {duty(post.next_duty)} <Countdown dueAt={post.next_duty.starts_at} />
            </dd>
          </>
        ) : null}
      </dl>
      <Unattended post={post} />
      <LineWords post={post} board={board} />
      <Gap post={post} board={board} />
      {post.reliefs.map((relief) => (
        <ReliefLine key={relief.relief_id} relief={relief} people={board.people} />
      ))}
      <PostActs post={post} posts={board.posts} people={board.people} />
    </section>
  );
}

function Unattended({ post }: { post: PostCoverage }) {
  const { t } = useTranslation();
  const time = useTime();
  const now = useServerNow(1000);
  return (
    <>
      {post.unattended_since_at == null ? null : (
        <p className="zs-post-alarm" role="status">
          <WarningFilled aria-hidden />{' '}
          {t('coverage.unattended', {
            duration: time.duration(Math.max(0, now - post.unattended_since_at)),
          })}
        </p>
      )}
      {post.unattended_minutes_today > 0 ? (
        <p>{t('coverage.unattendedToday', { n: post.unattended_minutes_today })}</p>
      ) : null}
    </>
  );
}

function LineWords({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  if (post.line == null) return null;
  const to = board.posts.find((one) => one.post_id === post.line?.to_post_id)?.name ?? '';
  return (
    <p>
      {post.line.accepted_at == null
        ? t('coverage.lineOffered', { post: to })
        : t('coverage.line', { post: to })}
    </p>
  );
}

function Gap({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  if (post.gap == null) return null;
  const who = post.gap.candidates
    .map((one) => `${nameOf(board.people, one.person_id)}（${t(`coverage.why.${one.why}`)}）`)
    .join('、');
  return (
    <p className="zs-post-alarm">
      <WarningFilled aria-hidden /> {t(`coverage.gap.${post.gap.kind}`)}
      {who ? ` · ${t('coverage.gap.fill')} ${who}` : ''}
    </p>
  );
}
