import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import type { Matter } from './model';
import { useRenewMatters } from './useMatters';

interface CloseDialogProps {
  matter: Matter;
  onClose: () => void;
}

/** Ends a matter: its cause is mended. */
export function CloseDialog({ matter, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const renew = useRenewMatters();
  const id = useId();
  const [outcome, setOutcome] = useState('');
  const end = useAct(async (said: string, actId) => {
    await api.POST('/api/c/{community}/public-matters/{matter}/close', {
      params: { path: { community, matter: matter.id } },
      headers: actHeaders(actId),
      body: { outcome: said },
    });
    return true;
  });
  const submit = async () => {
    if (!(await end.run(outcome))) return;
    void message.success(t('publicmatter.close.done'));
    onClose();
    await renew();
  };
  return (
    <Modal
      open
      title={`${t('publicmatter.close.title')} ${matter.number}`}
      okText={t('publicmatter.close.action')}
      confirmLoading={end.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t('publicmatter.close.explain')}</p>
      <label htmlFor={id}>{t('publicmatter.close.outcome')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={500}
        placeholder={t('publicmatter.close.hint')}
        value={outcome}
        onChange={(event) => {
          setOutcome(event.target.value);
        }}
      />
      <ProblemAlert problem={end.problem} />
    </Modal>
  );
}
