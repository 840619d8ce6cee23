import { CheckCircleFilled } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { leftOf, STEPS, type Step } from './model';
import { useWizard } from './wizardContext';

interface StepNavProps {
  step: Step;
  onStep: (step: Step) => void;
}

/** The six steps with what is left in each. Any order is right; both devices see the same figures. */
export function StepNav({ step, onStep }: StepNavProps) {
  const { t } = useTranslation();
  const { handover } = useWizard();
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [step]);
  return (
    <nav aria-label={t('handover.step.nav')}>
      <ol className="zs-ho-steps">
        {STEPS.map((one, index) => {
          const left = leftOf(handover, one);
          const here = one === step;
          return (
            <li key={one}>
              <button
                type="button"
                ref={here ? current : undefined}
                className={here ? 'zs-ho-step zs-ho-step-here' : 'zs-ho-step'}
                aria-current={here ? 'step' : undefined}
                onClick={() => {
                  onStep(one);
                }}
              >
                <span className="zs-ho-step-name">
                  {index + 1} {t(`handover.step.${one}`)}
                </span>
                <StepMark step={one} left={left} />
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepMark({ step, left }: { step: Step; left: number }) {
  const { t } = useTranslation();
  const { handover } = useWizard();
  if (step === 'sign') return <small>{t(`handover.state.${handover.progress.state}`)}</small>;
  if (step === 'notes') {
    return (
      <small>
        {t('handover.sign.summary.anomalies', {
          n: handover.anomalies.length,
          count: handover.anomalies.length,
        })}
      </small>
    );
  }
  if (left > 0) return <small className="zs-ho-left">{t('handover.step.left', { n: left })}</small>;
  return (
    <small className="zs-ho-done">
      <CheckCircleFilled aria-hidden /> {t('handover.step.done')}
    </small>
  );
}
