import { useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { useDraft } from '../shared/useDraft';
import type { LogLine } from './sentences';

/** A correction is a new entry; the wrong one stays and is marked. */
export function CorrectDialog({ line, onClose }: { line: LogLine; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const queries = useQueryClient();
  const field = useId();
  const was = line.texts.content ?? '';
  const draft = useDraft(`dutylog.correct.${String(line.seq)}`, was);
  const correct = useAct(async (text: string, actId) => {
    await api.POST('/api/c/{community}/dutylog/{seq}/correct', {
      params: { path: { community, seq: line.seq } },
      headers: actHeaders(actId),
      body: { text },
    });
    return true;
  });
  const submit = async () => {
    if (!(await correct.run(draft.value))) return;
    draft.clear();
    void message.success(t('dutylog.correction.saved'));
    await queries.invalidateQueries({ queryKey: communityKey(community, 'dutylog') });
    onClose();
  };
  return (
    <Modal
      open
      title={t('dutylog.correction.title')}
      okText={t('dutylog.correction.save')}
      okButtonProps={{ disabled: draft.value.trim() === '' || draft.value === was }}
      confirmLoading={correct.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t('dutylog.correction.explain')}</p>
      <p>
        <span className="zs-muted">{t('dutylog.correction.was')}</span>{' '}
        {line.texts.content === null ? t('shared.erasure.erased') : was}
      </p>
      <label htmlFor={field}>{t('dutylog.correction.text')}</label>
      <Input.TextArea
        id={field}
        rows={3}
        value={draft.value}
        onChange={(event) => {
          draft.setValue(event.target.value);
        }}
      />
      <ProblemAlert problem={correct.problem} />
    </Modal>
  );
}
