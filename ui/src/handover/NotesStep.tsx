import { EyeOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity, useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import { useTime } from '../shared/useTime';
import { ReasonDialog } from './ReasonDialog';
import { StepFoot, type StepProps } from './StepFoot';
import { useWizard } from './wizardContext';

/** ④ 异常与持续关注: what is out of order, and what every shift has to watch. */
export function NotesStep({ onNext }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2 id="zs-ho-notes" className="zs-ho-h2">
        {t('handover.notes.anomalies')}
      </h2>
      <Anomalies />
      <h2 className="zs-ho-h2 zs-ho-extra">{t('handover.notes.standing')}</h2>
      <Standing />
      <StepFoot step="notes" onNext={onNext} />
    </>
  );
}

function Anomalies() {
  const { t } = useTranslation();
  const time = useTime();
  const { handover, edit, mayFill, name } = useWizard();
  const draft = useDraft(`handover.anomaly.${handover.handover_id}`, '');
  const add = async () => {
    if (await edit({ edit: 'anomalies', text: draft.value })) draft.clear();
  };
  return (
    <>
      <p className="zs-muted">{t('handover.notes.anomaliesHint')}</p>
      <ul className="zs-ho-plain">
        {handover.anomalies.length === 0 ? <li>{t('handover.notes.noAnomalies')}</li> : null}
        {handover.anomalies.map((one) => (
          <li key={`${String(one.at)}${one.text}`}>
            <WarningOutlined aria-hidden className="zs-ho-bad" /> {one.text}{' '}
            <small className="zs-muted">
              {t('handover.notes.by', { name: name(one.by), time: time.format(one.at, 'time') })}
            </small>
          </li>
        ))}
      </ul>
      <AddLine
        label={t('handover.notes.text')}
        button={t('handover.notes.add')}
        value={draft.value}
        disabled={!mayFill}
        onType={draft.setValue}
        onAdd={() => void add()}
      />
    </>
  );
}

interface AddLineProps {
  label: string;
  button: string;
  value: string;
  disabled?: boolean;
  onType: (text: string) => void;
  onAdd: () => void;
}

function AddLine({ label, button, value, disabled = false, onType, onAdd }: AddLineProps) {
  return (
    <div className="zs-ho-explain">
      <Input
        aria-label={label}
        placeholder={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onPressEnter={onAdd}
      />
      <Button disabled={disabled || value.trim() === ''} onClick={onAdd}>
        {button}
      </Button>
    </div>
  );
}

function Standing() {
  const { t } = useTranslation();
  const mayEdit = useMay('edit_standing_conditions');
  const { handover } = useWizard();
  const { set, lift } = useStanding();
  const [lifting, setLifting] = useState<string | null>(null);
  const draft = useDraft(`handover.standing.${handover.post_id}`, '');
  const add = async () => {
    if (await set.run(draft.value)) draft.clear();
  };
  return (
    <>
      <p className="zs-muted">{t('handover.notes.standingHint')}</p>
      <StandingLines {...(mayEdit ? { onLift: setLifting } : {})} />
      <ProblemAlert problem={set.problem} onClose={set.dismiss} />
      {mayEdit ? (
        <AddLine
          label={t('handover.notes.addStanding')}
          button={t('handover.notes.addStanding')}
          value={draft.value}
          onType={draft.setValue}
          onAdd={() => void add()}
        />
      ) : null}
      {lifting === null ? null : (
        <ReasonDialog
          title={t('handover.notes.liftTitle')}
          label={t('handover.notes.liftReason')}
          confirm={t('handover.notes.lift')}
          problem={lift.problem}
          pending={lift.pending}
          onSubmit={async (reason) => {
            if (await lift.run({ condition: lifting, reason })) setLifting(null);
          }}
          onClose={() => {
            lift.dismiss();
            setLifting(null);
          }}
        />
      )}
    </>
  );
}

function StandingLines({ onLift }: { onLift?: (condition: string) => void }) {
  const { t } = useTranslation();
  const time = useTime();
  const { handover, next } = useWizard();
  const known = new Set(handover.standing.map((line) => line.id));
  return (
    <ul className="zs-ho-plain">
      {next.standing.length === 0 ? <li>{t('handover.notes.noStanding')}</li> : null}
      {next.standing.map((line) => (
        <li key={line.id}>
          <EyeOutlined aria-hidden /> {line.text}{' '}
          <small className="zs-muted">
            {t('handover.notes.since', { date: time.format(line.since_at, 'day') })}
            {known.has(line.id) ? null : ` · ${t('handover.notes.fresh')}`}
          </small>
          {onLift ? (
            <Button
              type="link"
              onClick={() => {
                onLift(line.id);
              }}
            >
              {t('handover.notes.lift')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function useStanding() {
  const { id } = useCommunity();
  const { handover, renew } = useWizard();
  const set = useAct(async (text: string, actId) => {
    await api.POST('/api/c/{community}/posts/{post}/standing_conditions', {
      params: { path: { community: id, post: handover.post_id } },
      headers: actHeaders(actId),
      body: { text },
    });
    await renew();
    return true;
  });
  const lift = useAct(async (input: { condition: string; reason: string }, actId) => {
    await api.POST('/api/c/{community}/standing_conditions/{condition}/lift', {
      params: { path: { community: id, condition: input.condition } },
      headers: actHeaders(actId),
      body: { reason: input.reason },
    });
    await renew();
    return true;
  });
  return { set, lift };
}
