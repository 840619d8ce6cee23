import { Alert, App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { actHeaders, api, ok } from './api';
import { useCommunity } from './community';
import { ProblemAlert } from './ProblemAlert';
import { useAct } from './useAct';

interface ErasureDialogProps {
  subject: components['schemas']['ErasureSubject'];
  name: string;
  explain: string;
  onErased: () => Promise<void>;
  onClose: () => void;
}

/** The server takes no shorter reason, so that "删除" is not one. */
const REASON_AT_LEAST = 4;

/** Asks for the reason of an erasure and says that there is no way back. */
export function ErasureDialog({ subject, name, explain, onErased, onClose }: ErasureDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const field = useId();
  const [reason, setReason] = useState('');
  const erase = useAct((why: string, actId) =>
    ok(
      api.POST('/api/c/{community}/privacy/erasures', {
        params: { path: { community } },
        headers: actHeaders(actId),
        body: { subject, reason: why },
      }),
    ),
  );
  const submit = async () => {
    const erased = await erase.run(reason.trim());
    if (!erased) return;
    void message.success(t('shared.erasure.done', { n: erased.seq }));
    await onErased();
    onClose();
  };
  return (
    <Modal
      open
      title={`${t('shared.erasure.action')} ${name}`}
      okText={t('shared.erasure.confirm')}
      okButtonProps={{ danger: true, disabled: [...reason.trim()].length < REASON_AT_LEAST }}
      confirmLoading={erase.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Alert
        className="zs-erasure-warning"
        type="error"
        showIcon
        title={t('shared.erasure.warning')}
        description={
          <>
            <p>{explain}</p>
            <p>{t('shared.erasure.stays')}</p>
          </>
        }
      />
      <label htmlFor={field}>{t('shared.erasure.reason')}</label>
      <Input.TextArea
        id={field}
        rows={2}
        maxLength={200}
        placeholder={t('shared.erasure.reasonHint', { n: REASON_AT_LEAST })}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <ProblemAlert problem={erase.problem} />
    </Modal>
  );
}
