import { useState, type ComponentType } from 'react';
import { Page } from '../shared/Page';
import { ProblemAlert } from '../shared/ProblemAlert';
import { ChecksStep } from './ChecksStep';
import { FitnessStep } from './FitnessStep';
import { ItemsStep } from './ItemsStep';
import { firstStepLeft, STEPS, type HandoverDetail, type NextHandover, type Step } from './model';
import { NotesStep } from './NotesStep';
import { OpenStep } from './OpenStep';
import { SignStep } from './SignStep';
import type { StepProps } from './StepFoot';
import { StepNav } from './StepNav';
import { useWizardState } from './useWizardState';
import { WizardContext } from './wizardContext';
import { WizardHead } from './WizardHead';

const BODIES: Record<Step, ComponentType<StepProps>> = {
  items: ItemsStep,
  checks: ChecksStep,
  open: OpenStep,
  notes: NotesStep,
  fitness: FitnessStep,
  sign: SignStep,
};

interface WizardStepsProps {
  next: NextHandover;
  detail: HandoverDetail;
  title: string;
}

/** The wizard: what has to be settled, step by step, in any order and on one device or two. */
export function WizardSteps({ next, detail, title }: WizardStepsProps) {
  const { wizard, acting, setActing } = useWizardState(next, detail);
  const [step, setStep] = useState<Step>(() => firstStepLeft(detail.handover));
  const goTo = (to: Step) => {
    wizard.act.dismiss();
    setStep(to);
  };
  const after = STEPS[STEPS.indexOf(step) + 1];
  const onNext = (save?: () => Promise<boolean>) => {
    const move = async () => {
      if (save && !(await save())) return;
      // Whoever went to another step while it was saved stays there.
      if (after) setStep((now) => (now === step ? after : now));
    };
    void move();
  };
  const Body = BODIES[step];
  return (
    <WizardContext value={wizard}>
      <Page title={title}>
        <div className="zs-ho">
          <WizardHead acting={acting} onActing={setActing} />
          <StepNav step={step} onStep={goTo} />
          <section className="zs-panel zs-ho-body" aria-labelledby={`zs-ho-${step}`}>
            <ProblemAlert problem={wizard.act.problem} onClose={wizard.act.dismiss} />
            <Body onNext={onNext} goTo={goTo} />
          </section>
        </div>
      </Page>
    </WizardContext>
  );
}
