import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { STEPS, type Step } from './model';

/** What a step needs to move on. */
export interface StepProps {
  /** The button at the end of a step: saves what is typed, then goes on. */
  onNext: (save?: () => Promise<boolean>) => void;
  goTo: (step: Step) => void;
}

interface StepFootProps {
  step: Step;
  onNext: StepProps['onNext'];
  save?: () => Promise<boolean>;
  pending?: boolean;
}

/** The one main button of a step, at the thumb on a phone. */
export function StepFoot({ step, onNext, save, pending = false }: StepFootProps) {
  const { t } = useTranslation();
  const after = STEPS[STEPS.indexOf(step) + 1];
  if (!after) return null;
  return (
    <div className="zs-page-actions">
      <Button
        type="primary"
        size="large"
        loading={pending}
        onClick={() => {
          onNext(save);
        }}
      >
        {save
          ? t('handover.step.saveNext')
          : t('handover.step.next', { step: t(`handover.step.${after}`) })}
      </Button>
    </div>
  );
}
