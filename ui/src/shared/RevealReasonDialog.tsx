import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';

interface RevealReasonDialogProps {
  pending: boolean;
  problem: unknown;
  /** The word on the button; 查看完整号码 by default. */
  confirm?: string;
  onReason: (reason: string) => Promise<void>;
  onCancel: () => void;
}

/** The server takes no shorter reason, so that "看看" is not one. */
const REASON_AT_LEAST = 4;

/** Asks why somebody wants to see personal data; the answer goes into the ledger. */
export function RevealReasonDialog(props: RevealReasonDialogProps) {
  const { t } = useTranslation();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const usual = [t('shared.masked.callback'), t('shared.masked.onSite'), t('shared.masked.verify')];
  const said = reason.replace(/\s/g, '').length;
  return (
    <Modal
      open
      title={t('shared.masked.reasonTitle')}
      width={420}
      onCancel={props.onCancel}
      okText={props.confirm ?? t('shared.masked.reveal')}
      cancelText={t('shared.action.cancel')}
      okButtonProps={{ disabled: said < REASON_AT_LEAST, loading: props.pending }}
      onOk={() => {
        void props.onReason(reason.trim());
      }}
    >
      <p>{t('shared.masked.reasonExplain')}</p>
      <div className="zs-chips">
        {usual.map((word) => (
          <Button
            key={word}
            onClick={() => {
              setReason(word);
            }}
          >
            {word}
          </Button>
        ))}
      </div>
      <label htmlFor={fieldId}>{t('shared.masked.reasonLabel')}</label>
      <Input
        id={fieldId}
        value={reason}
        maxLength={200}
        placeholder={t('shared.masked.reasonLength', { n: REASON_AT_LEAST })}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <ProblemAlert problem={props.problem} />
    </Modal>
  );
}
