import { CheckCircleFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { usePostName } from '../shared/postNames';
import { Link } from 'react-router';
import { useServerNow } from '../shared/clock';
import { useCommunityPath } from '../shared/community';
import { useIsPhone } from '../shared/useIsPhone';
import { useTime } from '../shared/useTime';
import './coverage.css';
import { moodOf, nameOf, type Coverage, type PostCoverage } from './model';
import { useBoard } from '../shared/useBoard';
import { useDeskPostIds } from './useBoard';

/** In the header of every page: who answers for the desk now, since when, and whether he is there. */
export default function HolderSlot() {
  const { data: board } = useBoard();
  const desks = useDeskPostIds();
  const desk = board?.posts.find((post) => desks.includes(post.post_id));
  if (!board || !desk) return null;
  return <Holder post={desk} board={board} />;
}

type SlotMood = 'red' | 'grey' | 'green';

function slotMood(post: PostCoverage): SlotMood {
  const mood = moodOf(post);
  if (mood === 'gap' || mood === 'unattended') return 'red';
  return mood === 'closed' ? 'grey' : 'green';
}

const ICONS = {
  red: <WarningFilled aria-hidden />,
  grey: <MinusCircleOutlined aria-hidden />,
  green: <CheckCircleFilled aria-hidden />,
};

function Holder({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const isPhone = useIsPhone();
  const mood = slotMood(post);
  const name = usePostName()(post.post_id, post.name);
  const holder = nameOf(board.people, post.answers_person_id);
  return (
    <Link
      to={path(isPhone ? 'mine' : 'coverage')}
      className={`zs-holder zs-holder-${mood}`}
      title={name}
    >
      {ICONS[mood]}
      {isPhone ? null : <span className="zs-holder-post">{name}</span>}
      <strong>{holder || t('coverage.nobody')}</strong>
      {holder && post.hold && !isPhone ? (
        <span>{t('coverage.since', { time: time.format(post.hold.since_at, 'time') })}</span>
      ) : null}
      <Presence post={post} board={board} />
    </Link>
  );
}

/** Presence is kept apart from responsibility: another may be there for the holder. */
function Presence({ post, board }: { post: PostCoverage; board: Coverage }) {
  const { t } = useTranslation();
  const time = useTime();
  const now = useServerNow(1000);
  const listed = useListed();
  if (post.unattended_since_at != null) {
    const duration = time.duration(Math.max(0, now - post.unattended_since_at));
    return <span>{t('coverage.unattendedShort', { duration })}</span>;
  }
  if (post.hold == null) return null;
  const there = post.present.map((one) => one.person_id);
  if (there.some((id) => id === post.answers_person_id)) {
    return <span>{t('coverage.isPresent')}</span>;
  }
  if (there.length > 0) {
    const names = listed(there.map((id) => nameOf(board.people, id)));
    return <span>{t('coverage.othersPresent', { names })}</span>;
  }
  return <span>{t('coverage.onCall')}</span>;
}
