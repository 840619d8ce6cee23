import { SyncOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { usePin } from '../shared/pin';
import { useTime } from '../shared/useTime';
import { partyOf } from './model';
import { useWizard, type Acting } from './wizardContext';

interface WizardHeadProps {
  acting: Acting;
  onActing: (acting: Acting) => void;
}

/** Who hands over to whom, until when, and of which instant the lines are. */
export function WizardHead({ acting, onActing }: WizardHeadProps) {
  const { t } = useTranslation();
  const time = useTime();
  const { handover, detail, name, edit, mayFill, act } = useWizard();
  const { message } = App.useApp();
  const stale = detail.blocker?.code === 'snapshot_stale';
  const refresh = async () => {
    if (await edit({ edit: 'refresh' })) void message.success(t('handover.head.refreshed'));
  };
  return (
    <div className="zs-panel zs-ho-head">
      <div className="zs-ho-sides">
        <strong>{name(handover.outgoing_id)}</strong>
        <span className="zs-muted">{t('handover.party.outgoing')}</span>
        <span aria-hidden>→</span>
        <strong>{name(handover.incoming_id)}</strong>
        <span className="zs-muted">{t('handover.party.incoming')}</span>
        <span>
          {t('handover.list.planned')} {time.format(handover.planned_at, 'short')}
        </span>
        <Countdown dueAt={handover.planned_at} />
        <span className="zs-ho-snapshot">
          {t('handover.head.snapshot', { time: time.format(handover.snapshot_at, 'short') })}
          <Button
            type={stale ? 'primary' : 'default'}
            icon={<SyncOutlined />}
            disabled={!mayFill}
            loading={act.pending}
            onClick={() => void refresh()}
          >
            {t('handover.head.refresh')}
          </Button>
        </span>
      </div>
      <Notices stale={stale} />
      <ActingLine acting={acting} onActing={onActing} />
    </div>
  );
}

function Notices({ stale }: { stale: boolean }) {
  const { t } = useTranslation();
  const { handover } = useWizard();
  const { progress } = handover;
  return (
    <>
      {stale ? <Alert type="warning" showIcon title={t('handover.head.stale')} /> : null}
      {handover.same_person ? (
        <Alert
          type="info"
          showIcon
          title={t('handover.head.samePerson', { hours: handover.demands.witness_within_hours })}
        />
      ) : null}
      {progress.state === 'signed_by_one' ? (
        <Alert
          type="info"
          showIcon
          title={t('handover.head.signedByOne', { party: t(`handover.party.${progress.party}`) })}
        />
      ) : null}
    </>
  );
}

/** On the screen of somebody else one of the sides takes the pen by PIN. */
function ActingLine({ acting, onActing }: WizardHeadProps) {
  const { t } = useTranslation();
  const askPin = usePin();
  const community = useCommunity();
  const { handover, name } = useWizard();
  if (partyOf(handover, community.personId) !== null) return null;
  const take = async () => {
    const sides = [handover.outgoing_id, handover.incoming_id];
    const persons = [...new Set(sides)].map((id) => ({ id, name: name(id) }));
    const signed = await askPin({ persons, title: t('handover.head.actAs') });
    if (signed) onActing({ person_id: signed.personId, pin: signed.pin });
  };
  return (
    <div className="zs-ho-acting">
      <UserOutlined aria-hidden />
      {acting.person_id === undefined
        ? t('handover.head.notParty')
        : t('handover.head.actingAs', { name: name(acting.person_id) })}
      <Button onClick={() => void take()}>
        {t(acting.person_id === undefined ? 'handover.head.actAs' : 'handover.head.change')}
      </Button>
    </div>
  );
}
