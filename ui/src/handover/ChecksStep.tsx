import { CheckOutlined, IdcardOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Input, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/EmptyState';
import { useDraft } from '../shared/useDraft';
import { answersForLine, sideOf, type CheckLine } from './model';
import { StepFoot, type StepProps } from './StepFoot';
import { useChecking } from './useChecking';
import { useFocused } from './useFocused';
import { useWizard } from './wizardContext';

/** ② 检查项: each line in order, or said in words what is not. */
export function ChecksStep({ onNext }: StepProps) {
  const { t } = useTranslation();
  const { handover, mayFill, act, pen, name } = useWizard();
  const check = useChecking();
  const left = handover.checks.filter((line) => !line.checked);
  const own = left.filter((line) => !mayFill || answersForLine(handover, line, pen));
  // The lines of the other side: at a shared screen they tick them all with one PIN.
  const theirs = left.filter((line) => !own.includes(line));
  return (
    <>
      <div className="zs-ho-title">
        <h2 id="zs-ho-checks" className="zs-ho-h2">
          {t('handover.step.checks')}
        </h2>
        {own.length > 0 ? (
          <Button
            disabled={!mayFill}
            loading={act.pending}
            onClick={() => void check(own, { in_order: true, note: '' })}
          >
            {t('handover.checks.allOk', { n: own.length })}
          </Button>
        ) : null}
        {theirs[0] && theirs[0].side !== 'both' ? (
          <Button
            icon={<IdcardOutlined />}
            onClick={() => void check(theirs, { in_order: true, note: '' })}
          >
            {t('handover.checks.theirsOk', {
              name: name(sideOf(handover, theirs[0].side)),
              n: theirs.length,
            })}
          </Button>
        ) : null}
      </div>
      <p className="zs-muted">{t('handover.checks.explain')}</p>
      {handover.checks.length === 0 ? <EmptyState why={t('handover.checks.none')} /> : null}
      <ul className="zs-ho-checks">
        {handover.checks.map((line) => (
          <CheckRow key={line.key} line={line} />
        ))}
      </ul>
      <StepFoot step="checks" onNext={onNext} />
    </>
  );
}

function CheckRow({ line }: { line: CheckLine }) {
  const { t, i18n } = useTranslation();
  const { handover, mayFill, name } = useWizard();
  const send = useChecking();
  const draft = useDraft<string | null>(`handover.check.${handover.handover_id}.${line.key}`, null);
  const { checked } = line;
  const text = i18n.language === 'en' && line.text_en ? line.text_en : line.text;
  const check = async (in_order: boolean, note: string) => {
    if (await send([line], { in_order, note })) draft.clear();
  };
  const bad = checked?.in_order === false;
  return (
    <li className={bad ? 'zs-ho-check zs-ho-item-differs' : 'zs-ho-check'}>
      <span className="zs-ho-check-text">
        {text} <Tag>{t(`handover.checks.side.${line.side}`)}</Tag>
        {checked ? (
          <small className="zs-muted">{t('handover.checks.by', { name: name(checked.by) })}</small>
        ) : null}
        {bad ? <span className="zs-ho-bad"> {checked.note}</span> : null}
      </span>
      <span className="zs-ho-check-acts">
        <Button
          type={checked?.in_order ? 'primary' : 'default'}
          icon={<CheckOutlined />}
          disabled={!mayFill}
          aria-pressed={checked?.in_order === true}
          aria-label={`${text} ${t('handover.checks.ok')}`}
          onClick={() => void check(true, '')}
        >
          {t('handover.checks.ok')}
        </Button>
        <Button
          danger={bad}
          icon={<WarningOutlined />}
          disabled={!mayFill}
          aria-pressed={bad}
          aria-label={`${text} ${t('handover.checks.bad')}`}
          onClick={() => {
            draft.setValue(checked?.note ?? '');
          }}
        >
          {t('handover.checks.bad')}
        </Button>
      </span>
      {draft.value === null ? null : (
        <NoteField
          label={`${text} ${t('handover.checks.note')}`}
          value={draft.value}
          onType={draft.setValue}
          onSave={() => void check(false, draft.value ?? '')}
        />
      )}
    </li>
  );
}

interface NoteFieldProps {
  label: string;
  value: string;
  onType: (note: string) => void;
  onSave: () => void;
}

/** What is not in order, in words. */
function NoteField({ label, value, onType, onSave }: NoteFieldProps) {
  const { t } = useTranslation();
  const field = useFocused();
  return (
    <span className="zs-ho-explain">
      <Input
        ref={field}
        aria-label={label}
        placeholder={t('handover.checks.note')}
        value={value}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onPressEnter={onSave}
      />
      <Button type="primary" disabled={value.trim() === ''} onClick={onSave}>
        {t('handover.checks.save')}
      </Button>
    </span>
  );
}
