import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { Link } from 'react-router';
import { useServerNow } from '../shared/clock';
import { useCommunityPath, useMay } from '../shared/community';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import './coverage.css';
import { EmergencyButton } from './EmergencyButton';
import {
  actsAt,
  nameOf,
  type Coverage,
  type MyDuty,
  type PostAct,
  type PostCoverage,
} from './model';
import { MyShifts } from './MyShifts';
import { actWord, PostActs, useMe } from './PostActs';
import { ReliefLine } from './ReliefLine';
import { Unattended } from './Unattended';
import { Via } from './Via';
import { useBoard } from '../shared/useBoard';
import { useMine } from './useBoard';
import { usePostActs } from './usePostActs';

/** 我的值班: what is asked of me, what I hold, and my shifts; the main act at the thumb. */
export default function MyDutyPage() {
  const { t } = useTranslation();
  const mine = useMine();
  const board = useBoard();
  const posts = usePostsOfMine(board.data);
  const thumb = useThumb(posts);
  return (
    <Page title={t('coverage.myTitle')} narrow {...(thumb ? { actions: thumb.button } : {})}>
      <Loaded query={mine}>
        {(data) =>
          board.data ? (
            <div className="zs-mine">
              <Asked data={data} board={board.data} />
              <Holding posts={posts} board={board.data} atThumb={thumb?.act} />
              <MyShifts data={data} />
            </div>
          ) : null
        }
      </Loaded>
    </Page>
  );
}

/** Where I answer, stand, lent the post, or gave the line. */
function usePostsOfMine(board: Coverage | undefined): PostCoverage[] {
  const { id } = useMe();
  return (board?.posts ?? []).filter(
    (post) =>
      post.answers_person_id === id ||
      post.present.some((one) => one.person_id === id) ||
      post.reliefs.some((one) => one.asker_id === id) ||
      post.line?.given_by_id === id,
  );
}

/** The one act that has to be found without looking. */
function useThumb(posts: readonly PostCoverage[]) {
  const me = useMe();
  const mayHold = useMay('hold_post');
  const now = useServerNow(15_000);
  if (!mayHold) return null;
  for (const act of ['return', 'emergency'] as const) {
    const post = posts.find((one) => actsAt(one, me, now).includes(act));
    if (post) {
      const button =
        act === 'emergency' ? (
          <EmergencyButton postId={post.post_id} />
        ) : (
          <ReturnButton post={post} />
        );
      return { act: act as PostAct, button };
    }
  }
  return null;
}

function ReturnButton({ post }: { post: PostCoverage }) {
  const { t } = useTranslation();
  const acts = usePostActs(post.post_id);
  return (
    <>
      <Button
        type="primary"
        size="large"
        className="zs-thumb"
        loading={acts.pending}
        onClick={() => void acts.run({ act: 'return' })}
      >
        {t(actWord('return', post))}
      </Button>
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
    </>
  );
}

function Asked({ data, board }: { data: MyDuty; board: Coverage }) {
  const { t } = useTranslation();
  const mayApprove = useMay('resolve_coverage');
  const me = useMe();
  const postName = usePostName();
  const known = [...data.to_confirm, ...data.asked_reliefs];
  const toApprove = mayApprove
    ? board.posts
        .flatMap((post) => post.reliefs)
        .filter((one) => one.needs_approval && one.asker_id !== me.id)
        .filter((one) => !known.some((other) => other.relief_id === one.relief_id))
    : [];
  const reliefs = [...known, ...toApprove];
  if (reliefs.length === 0 && data.asked_lines.length === 0) return null;
  const nameOfPost = (id: string) =>
    postName(id, board.posts.find((post) => post.post_id === id)?.name);
  return (
    <section className="zs-panel zs-mine-asked">
      <h2>{t('coverage.my.asked')}</h2>
      {reliefs.map((relief) => (
        <ReliefLine
          key={relief.relief_id}
          relief={relief}
          people={data.people}
          postName={nameOfPost(relief.post_id)}
          fromOwnPost={data.from_own_post_relief_ids.includes(relief.relief_id)}
        />
      ))}
      {data.asked_lines.map((line) => (
        <TakeLine key={line.post_id} postId={line.post_id} name={nameOfPost(line.post_id)} />
      ))}
    </section>
  );
}

function TakeLine({ postId, name }: { postId: string; name: string }) {
  const { t } = useTranslation();
  const acts = usePostActs(postId);
  return (
    <div className="zs-relief">
      <span>{t('coverage.lineAsked', { post: name })}</span>
      <Button
        type="primary"
        size="large"
        loading={acts.pending}
        onClick={() => void acts.run({ act: 'accept_line' })}
      >
        {t('coverage.act.accept_line')}
      </Button>
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
    </div>
  );
}

interface HoldingProps {
  posts: readonly PostCoverage[];
  board: Coverage;
  atThumb: PostAct | undefined;
}

function Holding({ posts, board, atThumb }: HoldingProps) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  return (
    <section className="zs-panel">
      <h2>{t('coverage.my.holding')}</h2>
      {posts.length === 0 ? <p className="zs-muted">{t('coverage.my.nothing')}</p> : null}
      {posts.map((post) => (
        <MyPost key={post.post_id} post={post} board={board} atThumb={atThumb} />
      ))}
      <p className="zs-mine-more">
        <Link to={path('coverage')}>{t('coverage.title')}</Link>
        <Link to={path('handover')}>{t('coverage.toHandover')}</Link>
      </p>
    </section>
  );
}

interface MyPostProps {
  post: PostCoverage;
  board: Coverage;
  atThumb: PostAct | undefined;
}

function MyPost({ post, board, atThumb }: MyPostProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { id } = useMe();
  const postName = usePostName();
  const holder = nameOf(board.people, post.answers_person_id);
  const mine = post.reliefs.filter((relief) => relief.asker_id === id);
  return (
    <div className="zs-mine-post">
      <div className="zs-mine-post-head">
        <strong>{postName(post.post_id, post.name)}</strong>
        <span>
          {post.answers_person_id === id
            ? t('coverage.my.youHold')
            : t('coverage.my.holds', { name: holder || t('coverage.nobody') })}
        </span>
        <Via post={post} board={board} />
        {post.hold ? (
          <small>{t('coverage.since', { time: time.format(post.hold.since_at, 'short') })}</small>
        ) : null}
      </div>
      <Unattended post={post} />
      {mine.map((relief) => (
        <ReliefLine key={relief.relief_id} relief={relief} people={board.people} />
      ))}
      <PostActs post={post} board={board} without={atThumb ? [atThumb] : []} />
    </div>
  );
}
