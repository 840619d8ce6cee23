import { Button, Form, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { cleanPhone } from '../shared/phone';
import { useAct } from '../shared/useAct';
import { useIsPhone } from '../shared/useIsPhone';
import { completeSetup, type Setup, type SetupDone, type SetupOffer } from './setup';
import { forgetSetup, keepSetup, keptSetup } from './setupWords';
import {
  AdministratorStep,
  PlaceStep,
  RegulationStep,
  STEP_FIELDS,
  type SetupFields,
} from './SetupSteps';

interface SetupFormProps {
  token: string;
  presets: SetupOffer['presets'];
  onDone: (done: SetupDone) => void;
}

const TITLES = ['stepPlace', 'stepRegulation', 'stepAdministrator'] as const;

/** Three short steps. All fields stay mounted, so that going back loses nothing. */
export function SetupForm({ token, presets, onDone }: SetupFormProps) {
  const { t } = useTranslation();
  const [kept] = useState(keptSetup);
  const { form, step, setStep, last, finish, forward } = useSetupSteps(token, onDone);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ preset: presets[0]?.key, ...kept }}
      onValuesChange={(_changed, typed: SetupFields) => {
        keepSetup(typed);
      }}
      component={false}
    >
      {/* Each step checks its own fields only, so the form element is ours and not the library's. */}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void forward();
        }}
      >
        <StepTitles current={step} />
        <div hidden={step !== 0}>
          <PlaceStep />
        </div>
        <div hidden={step !== 1}>
          <RegulationStep presets={presets} />
        </div>
        <div hidden={step !== 2}>
          <AdministratorStep />
        </div>
        <ProblemAlert problem={finish.problem} />
        <div className="zs-setup-actions">
          {step > 0 ? (
            <Button
              onClick={() => {
                setStep(step - 1);
              }}
            >
              {t('access.setup.previous')}
            </Button>
          ) : null}
          <Button type="primary" htmlType="submit" loading={finish.pending}>
            {t(last ? 'access.setup.finish' : 'access.setup.next')}
          </Button>
        </div>
      </form>
    </Form>
  );
}

function StepTitles({ current }: { current: number }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  return (
    <Steps
      size="small"
      responsive={false}
      titlePlacement={isPhone ? 'vertical' : 'horizontal'}
      current={current}
      items={TITLES.map((key) => ({ title: t(`access.setup.${key}`) }))}
      className="zs-setup-steps"
    />
  );
}

function useSetupSteps(token: string, onDone: (done: SetupDone) => void) {
  const [form] = Form.useForm<SetupFields>();
  const [step, setStep] = useState(0);
  const last = step === TITLES.length - 1;
  const finish = useAct((fields: SetupFields, actId) =>
    completeSetup(token, asSetup(fields), actId),
  );
  const forward = async () => {
    try {
      await form.validateFields(STEP_FIELDS[step]);
    } catch {
      // The fields themselves say what is missing.
      return;
    }
    if (!last) {
      setStep(step + 1);
      return;
    }
    const done = await finish.run(form.getFieldsValue(true) as SetupFields);
    if (!done) return;
    forgetSetup();
    onDone(done);
  };
  return { form, step, setStep, last, finish, forward };
}

function asSetup(fields: SetupFields): Setup {
  const { password_again, ...administrator } = fields.administrator;
  return {
    community_name: fields.community_name.trim(),
    preset: fields.preset,
    administrator: { ...administrator, phone: cleanPhone(administrator.phone) },
  };
}
