import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { Countdown } from '../shared/Countdown';
import { EmptyState } from '../shared/EmptyState';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useTime } from '../shared/useTime';
import type { MyDuty } from './model';
import { usePostActs } from './usePostActs';

/** My shifts, the one to sign in for with its button. */
export function MyShifts({ data }: { data: MyDuty }) {
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
  const postName = usePostName();
  const signedIn = shift.signed_in.includes(me);
  return (
    <div className="zs-mine-shift">
      <strong>{postName(shift.post_id, shift.post_name)}</strong>
      <span>
        {time.format(shift.starts_at, 'day')} {time.weekday(shift.starts_at)}{' '}
        {time.format(shift.starts_at, 'time')}-{time.format(shift.ends_at, 'time')}
      </span>
      {signedIn ? (
        <Tag color="green">{t('coverage.my.signedIn')}</Tag>
      ) : (
        <span className="zs-muted">
          {t('coverage.my.signInBy', { time: time.format(shift.sign_in_by_at, 'time') })}
        </span>
      )}
      {shift.can_sign_in ? (
        <>
          <Countdown dueAt={shift.sign_in_by_at} />
          <Button
            type="primary"
            size="large"
            className="zs-mine-sign-in"
            loading={acts.pending}
            onClick={() => void acts.run({ act: 'sign_in' })}
          >
            {t('coverage.act.sign_in')}
          </Button>
        </>
      ) : null}
      <ProblemAlert problem={acts.problem} onClose={acts.dismiss} />
    </div>
  );
}
