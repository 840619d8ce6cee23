import { App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { cycleFilling, suggestedPlan, suggestedTemplate, type CyclePlan } from './cycle';
import { CycleFields } from './CycleFields';
import type { Filling, Roster } from './model';
import { useFillRoster } from './useRoster';

export type FillMethod = 'rotate' | 'copy' | 'cycle';

interface FillDialogProps {
  roster: Roster;
  method: FillMethod;
  onClose: () => void;
  onFilled: () => void;
}

/** Fills a draft; asks what shall happen to what is planned already. */
export function FillDialog({ roster, method, onClose, onFilled }: FillDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fill = useFillRoster(roster.id);
  const [replace, setReplace] = useState(false);
  const [template, setTemplate] = useState(() => suggestedTemplate(roster));
  const [plan, setPlan] = useState<CyclePlan>(() =>
    template ? suggestedPlan(roster, template) : new Map(),
  );
  const nobody = method === 'cycle' && plan.size === 0;
  const filling = (): Filling => {
    if (method === 'rotate') return { method: 'rotate' };
    if (method === 'cycle' && template) return cycleFilling(template, plan);
    return { method: 'copy_previous' };
  };
  const submit = async () => {
    const input = { version: roster.version, filling: filling(), replace };
    if (!(await fill.run(input))) return;
    onFilled();
    void message.success(t('roster.fill.done'));
    onClose();
  };
  return (
    <Modal
      open
      width={method === 'cycle' ? 680 : 520}
      title={t('roster.fill.title', { name: t(`roster.fill.${method}`) })}
      okText={t('roster.fill.run')}
      okButtonProps={{ disabled: nobody, danger: replace }}
      confirmLoading={fill.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="zs-roster-form">
        {method === 'cycle' ? (
          <CycleFields
            roster={roster}
            template={template}
            plan={plan}
            onTemplate={(next) => {
              setTemplate(next);
              setPlan(suggestedPlan(roster, next));
            }}
            onPlan={setPlan}
          />
        ) : (
          <p>{t(`roster.fill.${method}Why`)}</p>
        )}
        {roster.cells.length > 0 ? <ModeField replace={replace} onReplace={setReplace} /> : null}
      </div>
      <ProblemAlert problem={fill.problem} />
      {fill.problem?.isConflict ? <p>{t('roster.conflict.reloaded')}</p> : null}
    </Modal>
  );
}

interface ModeFieldProps {
  replace: boolean;
  onReplace: (replace: boolean) => void;
}

function ModeField({ replace, onReplace }: ModeFieldProps) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('roster.fill.mode')}</legend>
      <Radio.Group
        value={replace}
        onChange={(event) => {
          onReplace(Boolean(event.target.value));
        }}
        options={[
          { value: false, label: t('roster.fill.keep') },
          { value: true, label: t('roster.fill.replace') },
        ]}
      />
      {replace ? <p className="zs-field-note">{t('roster.fill.replaceWhy')}</p> : null}
    </fieldset>
  );
}
