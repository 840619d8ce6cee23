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
  const time = useTime();
  const community = useCommunity();
  const askPin = usePin();
  const { handover, name, edit, editAs, act, mayFill } = useWizard();
  const [unfit, setUnfit] = useState(false);
  const incoming = handover.incoming_id;
  const { fitness } = handover;
  const declareFit = async () => {
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
      <p>{t('handover.fitness.who', { name: name(incoming) })}</p>
      {fitness ? (
        <Alert
          showIcon
          type={fitness.fit ? 'success' : 'error'}
          title={
            fitness.fit
              ? t('handover.fitness.declaredFit', {
                  name: name(fitness.by),
                  time: time.format(fitness.at, 'time'),
                })
              : t('handover.fitness.declaredUnfit', { note: fitness.note })
          }
          description={fitness.fit ? undefined : t('handover.fitness.unfitNext')}
        />
      ) : null}
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
