import { App, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useTime } from '../shared/useTime';
import { InstantField } from './InstantField';
import { outcomesOf, type Case, type CaseAct, type CaseOutcome } from './model';
import { useRenewCases } from './useCase';

export type WordedAct = Exclude<CaseAct, 'reply' | 'join'>;

interface CaseActDialogProps {
  act: WordedAct;
  one: Case;
  onClose: () => void;
}

interface Words {
  /** The wanted deadline, the one the source gave, or the new one of a case that came back. */
  at: number | null;
  granted: boolean;
  outcome: CaseOutcome;
  text: string;
}

/** Asks for what an act needs, and nothing else. */
export function CaseActDialog({ act, one, onClose }: CaseActDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [words, setWords] = useState<Words>({
    at: act === 'answer_extension' ? (one.wanted_due_at ?? null) : null,
    granted: true,
    outcome: outcomesOf(one.stage)[0] ?? 'withdrawn',
    text: '',
  });
  const send = useSend(act, one);
  const name = t(`externalcase.act.${act}`);
  const submit = async () => {
    if (!(await send.run(words))) return;
    void message.success(t('externalcase.done', { act: name }));
    onClose();
  };
  return (
    <Modal
      open
      title={`${name} ${one.number}`}
      okText={name}
      confirmLoading={send.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="zs-case-form">
        <Explained act={act} one={one} />
        <Fields
          act={act}
          one={one}
          words={words}
          set={(change) => {
            setWords({ ...words, ...change });
          }}
        />
        <ProblemAlert problem={send.problem} />
      </div>
    </Modal>
  );
}

function Explained({ act, one }: { act: WordedAct; one: Case }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <p className="zs-case-explain">
      {t(`externalcase.explain.${act === 'close' && one.stage === 'open' ? 'withdraw' : act}`, {
        due: time.format(one.due_at, 'short'),
        wanted: one.wanted_due_at == null ? '' : time.format(one.wanted_due_at, 'short'),
      })}
    </p>
  );
}

interface FieldsProps {
  act: WordedAct;
  one: Case;
  words: Words;
  set: (change: Partial<Words>) => void;
}

function Fields({ act, one, words, set }: FieldsProps) {
  const { t } = useTranslation();
  const asksDue = act !== 'close' && (act !== 'answer_extension' || words.granted);
  const needed = act === 'ask_extension' || act === 'return' || words.outcome === 'not_satisfied';
  return (
    <>
      {act === 'answer_extension' ? (
        <Radio.Group
          aria-label={t('externalcase.answer.label')}
          value={words.granted}
          options={[
            { value: true, label: t('externalcase.answer.granted') },
            { value: false, label: t('externalcase.answer.refused') },
          ]}
          onChange={(event) => {
            set({ granted: event.target.value as boolean });
          }}
        />
      ) : null}
      {act === 'close' ? (
        <Radio.Group
          aria-label={t('externalcase.field.outcome')}
          value={words.outcome}
          options={outcomesOf(one.stage).map((outcome) => ({
            value: outcome,
            label: t(`externalcase.outcome.${outcome}`),
          }))}
          onChange={(event) => {
            set({ outcome: event.target.value as CaseOutcome });
          }}
        />
      ) : null}
      {asksDue ? (
        <InstantField
          label={t(`externalcase.newDue.${act}`)}
          value={words.at}
          days={act === 'answer_extension' ? [] : [1, 3, 5, 7]}
          onChange={(at) => {
            set({ at });
          }}
        />
      ) : null}
      <TextField
        label={t(`externalcase.said.${needed ? (act === 'close' ? 'note' : act) : 'noteIfAny'}`)}
        value={words.text}
        onChange={(text) => {
          set({ text });
        }}
      />
    </>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  rows?: number;
}

export function TextField({ label, value, onChange, rows = 2 }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: rows, maxRows: 10 }}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}

function useSend(act: WordedAct, one: Case) {
  const community = useCommunity();
  const renew = useRenewCases();
  return useAct(async (words: Words, actId) => {
    const to = {
      params: { path: { community: community.id, case: one.id } },
      headers: actHeaders(actId),
    };
    const base = '/api/c/{community}/external-cases/{case}';
    const version = one.version;
    const { text } = words;
    // An instant that was not chosen is refused by the server like one that has passed.
    const at = words.at ?? 0;
    switch (act) {
      case 'ask_extension': {
        const body = { version, wanted_due_at: at, reason: text };
        await api.POST(`${base}/ask-extension`, { ...to, body });
        break;
      }
      case 'answer_extension': {
        const body = { version, granted_due_at: words.granted ? at : null, note: text };
        await api.POST(`${base}/answer-extension`, { ...to, body });
        break;
      }
      case 'return':
        await api.POST(`${base}/return`, { ...to, body: { version, due_at: at, reason: text } });
        break;
      case 'close': {
        const body = { version, outcome: words.outcome, note: text };
        await api.POST(`${base}/close`, { ...to, body });
        break;
      }
    }
    await renew();
    return true;
  });
}
