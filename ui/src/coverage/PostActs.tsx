import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServerNow } from '../shared/clock';
import { useCommunity, useCommunityPath, useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { AskDialog, ASKS_FIRST } from './AskDialog';
import { EmergencyButton } from './EmergencyButton';
import {
  actsAt,
  awaitsHandover,
  mayAcceptLine,
  type Coverage,
  type PostAct,
  type PostCoverage,
} from './model';
import { usePostActs } from './usePostActs';

interface PostActsProps {
  post: PostCoverage;
  board: Coverage;
  /** Acts that stand elsewhere on the page, at the thumb. */
  without?: readonly PostAct[];
}

const QUIET: readonly PostAct[] = ['leave', 'ask_relief', 'transfer_line', 'emergency'];

/** What the person signed in may do at a post. An emergency never waits for words. */
export function PostActs({ post, board, without = [] }: PostActsProps) {
  const me = useMe();
  const mayHold = useMay('hold_post');
  const now = useServerNow(15_000);
  const acts = usePostActs(post.post_id);
  const [asking, setAsking] = useState<PostAct | null>(null);
  if (!mayHold) return null;
  const mine: PostAct[] = actsAt(post, me, now);
  if (mayAcceptLine(post, board.posts, me.id)) mine.unshift('accept_line');
  const shown = mine.filter((act) => !without.includes(act));
  const toHandover = awaitsHandover(post, me);
  // Leaving is never what the page proposes.
  const main = toHandover ? undefined : shown.find((act) => !QUIET.includes(act));
  const press = (act: PostAct) => {
    // What was refused before is of no use to who asks for something else.
    acts.dismiss();
    if (ASKS_FIRST.includes(act)) setAsking(act);
    else void acts.run({ act });
  };
  return (
    <div className="zs-post-acts">
      <ActButtons
        post={post}
        acts={shown}
        main={main}
        toHandover={toHandover}
        pending={acts.pending}
        onPress={press}
      />
      {asking === null ? (
        <Refused
          acts={acts}
          postId={post.post_id}
          onAskRelief={() => {
            acts.dismiss();
            setAsking('ask_relief');
          }}
        />
      ) : (
        <AskDialog
          act={asking}
          post={post}
          board={board}
          personId={me.id}
          problem={acts.problem}
          pending={acts.pending}
          onClose={() => {
            acts.dismiss();
            setAsking(null);
          }}
          onSubmit={async (words) => {
            if (await acts.run({ act: asking, words })) setAsking(null);
          }}
        />
      )}
    </div>
  );
}

interface ActButtonsProps {
  post: PostCoverage;
  acts: readonly PostAct[];
  main: PostAct | undefined;
  toHandover: boolean;
  pending: boolean;
  onPress: (act: PostAct) => void;
}

function ActButtons({ post, acts, main, toHandover, pending, onPress }: ActButtonsProps) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  return (
    <>
      {toHandover ? (
        <Link to={path(`handover/post/${post.post_id}`)}>
          <Button type="primary" size="large">
            {t('coverage.toHandover')}
          </Button>
        </Link>
      ) : null}
      {acts.map((act) =>
        act === 'emergency' ? (
          <EmergencyButton key={act} postId={post.post_id} />
        ) : (
          <Button
            key={act}
            size="large"
            type={act === main ? 'primary' : 'default'}
            loading={pending}
            onClick={() => {
              onPress(act);
            }}
          >
            {t(actWord(act, post))}
          </Button>
        ),
      )}
    </>
  );
}

export function useMe() {
  const community = useCommunity();
  return { id: community.personId, roles: community.roles };
}

/** One who accepted a relief on the way arrives; the others come back. */
export function actWord(act: PostAct, post: PostCoverage) {
  return act === 'return' && post.hold?.began_by === 'relief'
    ? 'coverage.act.arrive'
    : (`coverage.act.${act}` as const);
}

/** Refusals that say: somebody has to stand in first. */
const NEEDS_RELIEF = ['relief_needed', 'last_present'];

interface RefusedProps {
  acts: ReturnType<typeof usePostActs>;
  postId: string;
  onAskRelief: () => void;
}

/** Why not, and the two ways that are open: relief, or an emergency. */
function Refused({ acts, postId, onAskRelief }: RefusedProps) {
  const { t } = useTranslation();
  const { problem } = acts;
  if (!problem) return null;
  return (
    <div className="zs-post-refused">
      <ProblemAlert problem={problem} onClose={acts.dismiss} />
      {NEEDS_RELIEF.includes(problem.code) ? (
        <div className="zs-post-acts">
          <Button type="primary" size="large" onClick={onAskRelief}>
            {t('coverage.act.ask_relief')}
          </Button>
          <EmergencyButton postId={postId} />
        </div>
      ) : null}
    </div>
  );
}
