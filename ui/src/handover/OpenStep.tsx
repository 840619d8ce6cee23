import { MoonOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { useDraft } from '../shared/useDraft';
import { mustDecide, numberOf, type Disposition, type OpenLine } from './model';
import { StepFoot, type StepProps } from './StepFoot';
import { useFocused } from './useFocused';
import { useWizard } from './wizardContext';

/** ③ 遗留事项: every open order and deferred matter gets a decision. */
export function OpenStep({ onNext }: StepProps) {
  const { t } = useTranslation();
  const { handover } = useWizard();
  const left = handover.open.filter((line) => mustDecide(handover, line) && !line.disposition);
  return (
    <>
      <h2 id="zs-ho-open" className="zs-ho-h2">
        {t('handover.step.open')}
      </h2>
      <p className="zs-muted">{t('handover.open.explain')}</p>
      {handover.open.length === 0 ? <EmptyState why={t('handover.open.none')} /> : null}
      <ul className="zs-ho-open">
        {handover.open.map((line) => (
          <OpenRow key={line.subject} line={line} />
        ))}
      </ul>
      {left.length > 1 ? <CarryRest lines={left} /> : null}
      <AddMatter />
      <StepFoot step="open" onNext={onNext} />
    </>
  );
}

const KINDS = ['confirmed_as_slip', 'closed', 'carried'] as const;
type Kind = (typeof KINDS)[number];
const WORD: Record<Kind, 'slip' | 'closed' | 'carried'> = {
  confirmed_as_slip: 'slip',
  closed: 'closed',
  carried: 'carried',
};

function dispositionOf(kind: Kind, text: string): Disposition {
  if (kind === 'confirmed_as_slip') return { kind, slip: text };
  return kind === 'closed' ? { kind, note: text } : { kind, reason: text };
}

/** The words of a decision; the number of an order that its line tells already is not said again. */
export function decisionWords(line: OpenLine, t: TFunction): string {
  if (!line.disposition) return t('handover.record.notDecided');
  const text = wordsOf(line.disposition);
  const told = line.disposition.kind === 'confirmed_as_slip' && line.label.startsWith(text);
  return t(`handover.open.decided.${line.disposition.kind}`, { text: told ? '' : text }).trim();
}

/** What was said for a decision. */
function wordsOf(disposition: Disposition): string {
  if (disposition.kind === 'confirmed_as_slip') return disposition.slip;
  return disposition.kind === 'closed' ? disposition.note : disposition.reason;
}

interface Deciding {
  kind: Kind;
  text: string;
}

function OpenRow({ line }: { line: OpenLine }) {
  const { t } = useTranslation();
  const { handover, edit, mayFill } = useWizard();
  const key = `handover.open.${handover.handover_id}.${line.subject}`;
  const draft = useDraft<Deciding | null>(key, null);
  const kinds = line.subject_kind === 'note' ? KINDS.slice(1) : KINDS;
  const decide = async (kind: Kind, text: string) => {
    const disposition = dispositionOf(kind, text);
    const done = await edit({ edit: 'dispose', subject_ids: [line.subject], disposition });
    if (done) draft.clear();
  };
  const press = (kind: Kind) => {
    // An order keeps its own number, so that confirming it is one tap.
    if (kind === 'confirmed_as_slip' && line.subject_kind === 'work_order') {
      void decide(kind, numberOf(line));
    } else draft.setValue({ kind, text: '' });
  };
  return (
    <li className="zs-ho-matter">
      <MatterText line={line} />
      {line.disposition ? <div className="zs-ho-decided">{decisionWords(line, t)}</div> : null}
      <div className="zs-ho-check-acts">
        {kinds.map((kind) => (
          <Button
            key={kind}
            disabled={!mayFill}
            type={line.disposition?.kind === kind ? 'primary' : 'default'}
            aria-pressed={line.disposition?.kind === kind}
            onClick={() => {
              press(kind);
            }}
          >
            {t(`handover.open.${WORD[kind]}`)}
          </Button>
        ))}
      </div>
      {draft.value ? (
        <DecisionWords
          deciding={draft.value}
          onType={(text) => {
            draft.setValue((before) => before && { ...before, text });
          }}
          onSave={() => void decide(draft.value?.kind ?? 'carried', draft.value?.text ?? '')}
        />
      ) : null}
    </li>
  );
}

function MatterText({ line }: { line: OpenLine }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  return (
    <div className="zs-ho-matter-text">
      <Tag>{t(`handover.open.kind.${kindWord(line)}`)}</Tag>
      {line.deferred ? (
        <Tag color="purple" icon={<MoonOutlined />}>
          {t('handover.open.deferred')}
        </Tag>
      ) : null}
      <span>{line.label}</span>
      {line.subject_kind === 'work_order' ? (
        <Link to={path(`workorder/${line.subject}`)}>{t('handover.open.see')}</Link>
      ) : null}
    </div>
  );
}

function kindWord(line: OpenLine): 'work_order' | 'contact' | 'note' {
  const kind = line.subject_kind;
  return kind === 'work_order' || kind === 'contact' ? kind : 'note';
}

interface DecisionWordsProps {
  deciding: Deciding;
  onType: (text: string) => void;
  onSave: () => void;
}

function DecisionWords({ deciding, onType, onSave }: DecisionWordsProps) {
  const { t } = useTranslation();
  const field = useFocused();
  const label = t(`handover.open.${WORD[deciding.kind]}Label`);
  return (
    <div className="zs-ho-explain">
      <Input
        ref={field}
        aria-label={label}
        placeholder={deciding.kind === 'carried' ? t('handover.open.carriedHint') : label}
        value={deciding.text}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onPressEnter={onSave}
      />
      <Button type="primary" disabled={deciding.text.trim() === ''} onClick={onSave}>
        {t('handover.open.save')}
      </Button>
    </div>
  );
}

/** Many orders wait for the same thing: one reason for all that are not decided. */
function CarryRest({ lines }: { lines: readonly OpenLine[] }) {
  const { t } = useTranslation();
  const { handover, edit, mayFill, act } = useWizard();
  const draft = useDraft(`handover.rest.${handover.handover_id}`, '');
  const carry = async () => {
    const done = await edit({
      edit: 'dispose',
      subject_ids: lines.map((line) => line.subject),
      disposition: { kind: 'carried', reason: draft.value },
    });
    if (done) draft.clear();
  };
  return (
    <div className="zs-ho-explain zs-ho-extra">
      <Input
        aria-label={t('handover.open.carriedLabel')}
        placeholder={t('handover.open.carriedHint')}
        value={draft.value}
        disabled={!mayFill}
        onChange={(event) => {
          draft.setValue(event.target.value);
        }}
      />
      <Button
        disabled={!mayFill || draft.value.trim() === ''}
        loading={act.pending}
        onClick={() => void carry()}
      >
        {t('handover.open.carryRest', { n: lines.length })}
      </Button>
    </div>
  );
}

function AddMatter() {
  const { t } = useTranslation();
  const { handover, edit, mayFill } = useWizard();
  const draft = useDraft(`handover.matter.${handover.handover_id}`, '');
  const [deferred, setDeferred] = useState(false);
  const add = async () => {
    if (!(await edit({ edit: 'matters', text: draft.value, deferred }))) return;
    draft.clear();
    setDeferred(false);
  };
  return (
    <div className="zs-ho-explain zs-ho-extra">
      <Input
        aria-label={t('handover.open.addText')}
        placeholder={t('handover.open.addText')}
        value={draft.value}
        disabled={!mayFill}
        onChange={(event) => {
          draft.setValue(event.target.value);
        }}
        onPressEnter={() => void add()}
      />
      <Checkbox
        checked={deferred}
        disabled={!mayFill}
        onChange={(event) => {
          setDeferred(event.target.checked);
        }}
      >
        {t('handover.open.addDeferred')}
      </Checkbox>
      <Button disabled={!mayFill || draft.value.trim() === ''} onClick={() => void add()}>
        {t('handover.open.add')}
      </Button>
    </div>
  );
}
