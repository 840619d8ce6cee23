import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  MinusCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { usePostName } from '../shared/postNames';
import { useServerNow } from '../shared/clock';
import { Countdown } from '../shared/Countdown';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import './coverage.css';
import {
  deskFirst,
  moodOf,
  nameOf,
  type Coverage,
  type PostCoverage,
  type PostMood,
} from './model';
import { ByPin } from './ByPin';
import { PostActs } from './PostActs';
import { ReliefLine } from './ReliefLine';
import { ResolvePost } from './ResolveDialog';
import { Unattended } from './Unattended';
import { Via } from './Via';
import { useBoard } from '../shared/useBoard';
import { useDeskPostIds } from './useBoard';

/** 在岗情况: who answers for each post, who is there, what is missing and who can fill it. */
export default function CoveragePage() {
  const { t } = useTranslation();
  const coverage = useBoard();
  const desks = useDeskPostIds();
  return (
    <Page title={t('coverage.title')}>
      <Loaded query={coverage}>
        {(data) => (
          <div className="zs-posts">
            {deskFirst(data.posts, desks).map((post) => (
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
  const mood = moodOf(post);
  const name = usePostName()(post.post_id, post.name);
  return (
    <section className={`zs-panel zs-post zs-post-${mood}`} aria-label={name}>
      <h2>
        <span className="zs-post-icon" aria-hidden>
          {ICONS[mood]}
        </span>{' '}
        {name}
      </h2>
      <PostFacts post={post} board={board} />
      <Unattended post={post} />
      <LineWords post={post} board={board} />
      <Gap post={post} board={board} />
      {post.reliefs.map((relief) => (
        <ReliefLine key={relief.relief_id} relief={relief} people={board.people} shared />
      ))}
      <PostActs post={post} board={board} />
      <div className="zs-post-others">
        <ByPin post={post} board={board} />
        <ResolvePost post={post} people={board.people} />
      </div>
    </section>
  );
}

function PostFacts({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  const time = useTime();
  const listed = useListed();
  const holder = nameOf(board.people, post.answers_person_id);
  const present = post.present.map((one) => nameOf(board.people, one.person_id)).filter(Boolean);
  const duty = (at: NonNullable<PostCoverage['current_duty']>) =>
    t('coverage.hours', {
      from: time.format(at.starts_at, 'time'),
      to: time.format(at.ends_at, 'time'),
    });
  return (
    <dl>
      <dt>{t('coverage.answers')}</dt>
      <dd>
        <strong>
          {holder || t(moodOf(post) === 'closed' ? 'coverage.closed' : 'coverage.nobody')}
        </strong>{' '}
        <Via post={post} board={board} />{' '}
        {post.hold ? (
          <small>{t('coverage.since', { time: time.format(post.hold.since_at, 'short') })}</small>
        ) : null}
      </dd>
      <dt>{t('coverage.present')}</dt>
      <dd>{present.length > 0 ? listed(present) : t('coverage.nobodyPresent')}</dd>
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
  );
}

function LineWords({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  const postName = usePostName();
  if (post.line == null) return null;
  const target = board.posts.find((one) => one.post_id === post.line?.to_post_id);
  const to = postName(target?.post_id, target?.name);
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
  const time = useTime();
  const now = useServerNow(10_000);
  if (post.gap == null) return null;
  const since = time.duration(Math.max(0, now - post.gap.since_at));
  // The unattended time is counted above already.
  const words =
    post.gap.kind === 'unattended'
      ? ''
      : t('coverage.gap.lasts', { gap: t(`coverage.gap.${post.gap.kind}`), duration: since });
  return (
    <div className="zs-post-alarm">
      {words ? (
        <div>
          <WarningFilled aria-hidden /> {words}
        </div>
      ) : null}
      {post.gap.candidates.length > 0 ? (
        <div className="zs-post-fill">
          {t('coverage.gap.fill')}
          {post.gap.candidates.map((one) => (
            <span key={one.person_id}>
              <b>{nameOf(board.people, one.person_id)}</b> {t(`coverage.why.${one.why}`)}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}
