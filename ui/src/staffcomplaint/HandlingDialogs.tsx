import { App, Input, Modal, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import type { StaffComplaint } from './StaffComplaintsPage';

type Finding = components['schemas']['Finding'];

interface HandlingProps {
  complaint: StaffComplaint;
  onHandled: () => Promise<void>;
  onClose: () => void;
}

/** What whoever complained was told. */
export function ReplyDialog(props: HandlingProps) {
  const { id: community } = useCommunity();
  return (
    <WordsDialog
      {...props}
      words="reply"
      send={(text, actId) =>
        api.POST('/api/c/{community}/staff-complaints/{complaint}/reply', {
          params: { path: { community, complaint: props.complaint.id } },
          headers: actHeaders(actId),
          body: { text },
        })
      }
    />
  );
}

/** Ends it. Without an answer only a complaint that was withdrawn ends. */
export function CloseDialog(props: HandlingProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const answered = props.complaint.state.stage !== 'open';
  const [finding, setFinding] = useState<Finding>(answered ? 'upheld' : 'withdrawn');
  const findings: readonly Finding[] = answered
    ? ['upheld', 'not_upheld', 'withdrawn']
    : ['withdrawn'];
  return (
    <WordsDialog
      {...props}
      words="close"
      before={
        <Radio.Group
          aria-label={t('staffcomplaint.close.finding')}
          value={finding}
          options={findings.map((one) => ({
            value: one,
            label: t(`staffcomplaint.finding.${one}`),
          }))}
          onChange={(event) => {
            setFinding(event.target.value as Finding);
          }}
        />
      }
      send={(text, actId) =>
        api.POST('/api/c/{community}/staff-complaints/{complaint}/close', {
          params: { path: { community, complaint: props.complaint.id } },
          headers: actHeaders(actId),
          body: { finding, text },
        })
      }
    />
  );
}

interface WordsDialogProps extends HandlingProps {
  words: 'reply' | 'close';
  before?: ReactNode;
  send: (text: string, actId: string) => Promise<unknown>;
}

function WordsDialog({ complaint, words, before, send, onHandled, onClose }: WordsDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const field = useId();
  const [text, setText] = useState('');
  const act = useAct(async (typed: string, actId) => {
    await send(typed, actId);
    return true;
  });
  const submit = async () => {
    if (!(await act.run(text.trim()))) return;
    void message.success(t(`staffcomplaint.${words}.done`));
    await onHandled();
    onClose();
  };
  return (
    <Modal
      open
      title={t(`staffcomplaint.${words}.title`, { number: complaint.number })}
      okText={t(`staffcomplaint.${words}.action`)}
      confirmLoading={act.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {before}
      <label htmlFor={field}>{t(`staffcomplaint.${words}.label`)}</label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={4000}
        placeholder={t(`staffcomplaint.${words}.hint`)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <ProblemAlert problem={act.problem} />
    </Modal>
  );
}
