import { EnvironmentOutlined, UserSwitchOutlined, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { usePostName } from '../shared/postNames';
import { Link } from 'react-router';
import type { components } from '../api/schema';
import { useCommunityPath } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { Loaded } from '../shared/Loaded';
import { useBoard } from '../shared/useBoard';
import { useTime } from '../shared/useTime';

type Coverage = components['schemas']['CoverageView'];
type Post = Coverage['posts'][number];

/** Who answers for each post, who is there, and when the next shift begins. */
export function PostPanel() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const coverage = useBoard();
  return (
    <section className="zs-panel" aria-labelledby="zs-posts">
      <div className="zs-desk-head">
        <h2 id="zs-posts" className="zs-desk-h2">
          {t('desk.side.post')}
        </h2>
        <Link to={path('coverage')}>{t('desk.side.coverage')}</Link>
        <Link to={path('handover')}>{t('desk.side.handover')}</Link>
      </div>
      <Loaded query={coverage}>
        {(data) => (
          <ul className="zs-desk-posts">
            {data.posts.map((post) => (
              <PostLine key={post.post_id} post={post} people={data.people} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function PostLine({ post, people }: { post: Post; people: Coverage['people'] }) {
  const { t } = useTranslation();
  const time = useTime();
  const postName = usePostName();
  const listed = useListed();
  const name = (id: string | null | undefined) =>
    people.find((person) => person.person_id === id)?.name;
  const holder = name(post.answers_person_id);
  const present = post.present.flatMap((one) => name(one.person_id) ?? []);
  const next = post.next_duty;
  return (
    <li>
      <strong>{postName(post.post_id, post.name)}</strong>
      <div>
        <UserSwitchOutlined aria-hidden /> {t('desk.side.answers')}{' '}
        {holder ? <b>{holder}</b> : <Missing words={t('desk.side.nobody')} alarm={post.required} />}
        {holder && post.hold ? (
          <small>{t('desk.side.since', { time: time.format(post.hold.since_at, 'time') })}</small>
        ) : null}
      </div>
      <div>
        <EnvironmentOutlined aria-hidden /> {t('desk.side.present')}{' '}
        {present.length > 0 ? (
          listed(present)
        ) : (
          <Missing words={t('desk.side.nobodyPresent')} alarm={post.unattended_since_at != null} />
        )}
      </div>
      {next ? (
        <div>
          {t('desk.side.next')} {time.format(next.starts_at, 'time')}{' '}
          <Countdown dueAt={next.starts_at} />
        </div>
      ) : null}
    </li>
  );
}

function Missing({ words, alarm }: { words: string; alarm: boolean }) {
  return alarm ? (
    <span className="zs-desk-alarm">
      <WarningFilled aria-hidden /> {words}
    </span>
  ) : (
    <span>{words}</span>
  );
}
