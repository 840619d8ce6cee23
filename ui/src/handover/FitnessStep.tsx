import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommunity } from '../shared/community';
import { usePin } from '../shared/pin';
import { useTime } from '../shared/useTime';
import { ReasonDialog } from './ReasonDialog';
import { StepFoot, type StepProps } from './StepFoot';
import { useWizard } from './wizardContext';

/** ⑤ 接班人状态: the incoming person says so himself, on a shared screen by PIN. */
export function FitnessStep({ onNext }: StepProps) {
  const { t } = useTranslation();
  const { handover, name, edit, act, mayFill } = useWizard();
  const [unfit, setUnfit] = useState(false);
  const { fitness } = handover;
  const declareFit = useDeclareFit();
  return (
    <>
      <h2 id="zs-ho-fitness" className="zs-ho-h2">
        {t('handover.step.fitness')}
      </h2>
      <p className="zs-muted">
        {t(
          handover.demands.fitness_check ? 'handover.fitness.explain' : 'handover.fitness.optional',
        )}
      </p>
      <p>{t('handover.fitness.who', { name: name(handover.incoming_id) })}</p>
      <Declared />
      <div className="zs-ho-fitness">
        <Button
          size="large"
          type={fitness?.fit ? 'default' : 'primary'}
          icon={<CheckCircleOutlined />}
          loading={act.pending}
          onClick={() => void declareFit()}
        >
          {t('handover.fitness.fit')}
        </Button>
        <Button
          size="large"
          danger
          disabled={!mayFill}
          icon={<CloseCircleOutlined />}
          onClick={() => {
            setUnfit(true);
          }}
        >
          {t('handover.fitness.unfit')}
        </Button>
      </div>
      {unfit ? (
        <ReasonDialog
          title={t('handover.fitness.unfit')}
          label={t('handover.fitness.unfitNote')}
          confirm={t('handover.fitness.save')}
          danger
          problem={act.problem}
          pending={act.pending}
          onSubmit={async (note) => {
            if (await edit({ edit: 'fitness', fit: false, note })) setUnfit(false);
          }}
          onClose={() => {
            setUnfit(false);
          }}
        />
      ) : null}
      <StepFoot step="fitness" onNext={onNext} />
    </>
  );
}

/** The incoming person's own word; at another's screen it is given by PIN. */
function useDeclareFit(): () => Promise<void> {
  const { t } = useTranslation();
  const community = useCommunity();
  const askPin = usePin();
  const { handover, name, edit, editAs } = useWizard();
  const incoming = handover.incoming_id;
  return async () => {
    const fit = { edit: 'fitness', fit: true, note: '' } as const;
    if (community.personId === incoming) {
      await edit(fit);
      return;
    }
    await askPin({
      persons: [{ id: incoming, name: name(incoming) }],
      title: t('handover.step.fitness'),
      explain: t('handover.fitness.pin'),
      submit: (signed) => editAs(fit, { person_id: signed.personId, pin: signed.pin }),
    });
  };
}

function Declared() {
  const { t } = useTranslation();
  const time = useTime();
  const { handover, name } = useWizard();
  const { fitness } = handover;
  if (!fitness) return null;
  return fitness.fit ? (
    <Alert
      showIcon
      type="success"
      title={t('handover.fitness.declaredFit', {
        name: name(fitness.by),
        time: time.format(fitness.at, 'time'),
      })}
    />
  ) : (
    <Alert
      showIcon
      type="error"
      title={t('handover.fitness.declaredUnfit', { note: fitness.note })}
      description={t('handover.fitness.unfitNext')}
    />
  );
}
