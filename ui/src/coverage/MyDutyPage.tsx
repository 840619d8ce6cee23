import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useCommunityPath } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { EmptyState } from '../shared/EmptyState';
import { Loaded } from '../shared/Loaded';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import './coverage.css';
import type { MyDuty } from './model';
import { PostActs } from './PostActs';
import { ReliefLine } from './ReliefLine';
import { usePostActs } from './usePostActs';

/** 我的值班: what I hold, what is asked of me, and my shifts; the main act at the thumb. */
export default function MyDutyPage() {
  const { t } = useTranslation();
  const community = useCommunity();
  const mine = useQuery({
    queryKey: communityKey(community.id, 'coverage', 'mine'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/coverage/mine', {
          params: { path: { community: community.id } },
        }),
      ),
    meta: { subjects: ['coverage', 'handover', 'roster'] },
  });
  return (
    <Page title={t('coverage.myTitle')} narrow>
      <Loaded query={mine}>
        {(data) => (
          <div className="zs-mine">
            <Asked data={data} />
            <Holding data={data} />
            <Shifts data={data} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Asked({ data }: { data: MyDuty }) {
  const { t } = useTranslation();
  const reliefs = [...data.to_confirm, ...data.asked_reliefs, ...data.my_reliefs];
  if (reliefs.length === 0 && data.asked_lines.length === 0) return null;
  return (
    <section className="zs-panel">
      <h2>{t('coverage.my.asked')}</h2>
      {reliefs.map((relief) => (
        <ReliefLine key={relief.relief_id} relief={relief} people={data.people} />
      ))}
      {data.asked_lines.map((line) => (
        <TakeLine key={line.post_id} postId={line.post_id} />
      ))}
    </section>
  );
}

function TakeLine({ postId }: { postId: string }) {
  const { t } = useTranslation();
  const acts = usePostActs(postId);
  return (
    <>
      <Button
        type="primary"
        size="large"
        loading={acts.pending}
        onClick={() => void acts.run({ act: 'accept_line', words: {} })}
      >
        {t('coverage.act.accept_line')}
      </Button>
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
    </>
  );
}

function Holding({ data }: { data: MyDuty }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const time = useTime();
  const posts = data.holds.map((post) => ({ ...post, unattended_minutes_today: 0 }));
  return (
    <section className="zs-panel">
      <h2>{t('coverage.my.holding')}</h2>
      {posts.length === 0 ? <p>{t('coverage.my.nothing')}</p> : null}
      {posts.map((post) => (
        <div key={post.post_id}>
          <strong>{post.name}</strong>{' '}
          {post.hold ? (
            <small>{t('coverage.since', { time: time.format(post.hold.since_at, 'short') })}</small>
          ) : null}
          <PostActs post={post} posts={posts} people={data.people} />
        </div>
      ))}
      <Link to={path('coverage')}>{t('coverage.title')}</Link>
    </section>
  );
}

function Shifts({ data }: { data: MyDuty }) {
  const { t } = useTranslation();
  return (
    <section className="zs-panel">
      <h2>{t('coverage.my.shifts')}</h2>
      {data.shifts.length === 0 ? (
        <EmptyState why={t('coverage.my.noShifts')} next={t('coverage.my.noShiftsNext')} />
      ) : (
        data.shifts.map((shift) => (
          <ShiftLine key={shift.duty_id} shift={shift} me={data.person_id} />
        ))
      )}
    </section>
  );
}

function ShiftLine({ shift, me }: { shift: MyDuty['shifts'][number]; me: string }) {
  const { t } = useTranslation();
  const time = useTime();
  const acts = usePostActs(shift.post_id);
  return (
    <div className="zs-mine-shift">
      <strong>{shift.post_name}</strong>
      <span>
        {time.format(shift.starts_at, 'day')} {time.format(shift.starts_at, 'time')}-
        {time.format(shift.ends_at, 'time')}
      </span>
      {shift.signed_in.includes(me) ? (
        <Tag color="green">{t('coverage.my.signedIn')}</Tag>
      ) : (
        <>
          <span>
            {t('coverage.my.signInBy', { time: time.format(shift.sign_in_by_at, 'time') })}
          </span>
          {shift.can_sign_in ? <Countdown dueAt={shift.sign_in_by_at} /> : null}
        </>
      )}
      {shift.can_sign_in ? (
        <Button
          type="primary"
          size="large"
          loading={acts.pending}
          onClick={() => void acts.run({ act: 'sign_in', words: {} })}
        >
          {t('coverage.act.sign_in')}
        </Button>
      ) : null}
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
    </div>
  );
}
