import { EyeInvisibleOutlined, EyeOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';
import { formatPhone } from './phone';

interface MaskedProps {
  /** As the server sends it: 138****5678. */
  masked: string;
  /** Fetches the full number; the server records who looked and why. */
  reveal: (reason: string | null) => Promise<string>;
  /** Free inside the live call or one's own job; when browsing a reason is asked. */
  needsReason: boolean;
  /** Whose number, for a screen reader. */
  label?: string;
}

/** A revealed number does not stay on a shared screen. */
const SHOWN_FOR_MS = 60_000;

export function Masked({ masked, reveal, needsReason, label }: MaskedProps) {
  const { t } = useTranslation();
  const { full, pending, problem, look, forget } = useReveal(reveal);
  const [asking, setAsking] = useState(false);
  if (full !== null) return <Revealed full={full} onHide={forget} />;
  return (
    <span className="zs-masked">
      <span>{formatPhone(masked)}</span>
      <Button
        type="text"
        size="small"
        icon={<EyeOutlined />}
        loading={pending}
        aria-label={[label, t('shared.masked.reveal')].filter(Boolean).join(' ')}
        title={t('shared.masked.reveal')}
        onClick={() => {
          if (needsReason) setAsking(true);
          else void look(null);
        }}
      />
      {asking ? (
        <ReasonDialog
          pending={pending}
          problem={problem}
          onReason={async (reason) => {
            if (await look(reason)) setAsking(false);
          }}
          onCancel={() => {
            setAsking(false);
            forget();
          }}
        />
      ) : (
        <ProblemAlert problem={problem} />
      )}
    </span>
  );
}

function useReveal(reveal: (reason: string | null) => Promise<string>) {
  const [full, setFull] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const forget = () => {
    setFull(null);
    setProblem(null);
  };
  useEffect(() => {
    if (full === null) return;
    const timer = window.setTimeout(() => {
      setFull(null);
    }, SHOWN_FOR_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [full]);
  /** Whether the number is shown now. */
  const look = async (reason: string | null): Promise<boolean> => {
    setPending(true);
    setProblem(null);
    try {
      setFull(await reveal(reason));
      return true;
    } catch (thrown) {
      setProblem(thrown);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { full, pending, problem, look, forget };
}

function Revealed({ full, onHide }: { full: string; onHide: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="zs-masked">
      <a
        href={`tel:${full.replace('-', ',')}`}
        aria-label={t('shared.masked.call', { phone: full })}
      >
        <PhoneOutlined aria-hidden /> {formatPhone(full)}
      </a>
      <Button
        type="text"
        size="small"
        icon={<EyeInvisibleOutlined />}
        aria-label={t('shared.masked.hide')}
        onClick={onHide}
      />
    </span>
  );
}

interface ReasonDialogProps {
  pending: boolean;
  problem: unknown;
  onReason: (reason: string) => Promise<void>;
  onCancel: () => void;
}

function ReasonDialog({ pending, problem, onReason, onCancel }: ReasonDialogProps) {
  const { t } = useTranslation();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const usual = [t('shared.masked.callback'), t('shared.masked.onSite'), t('shared.masked.verify')];
  return (
    <Modal
      open
      title={t('shared.masked.reasonTitle')}
      width={420}
      onCancel={onCancel}
      okText={t('shared.masked.reveal')}
      cancelText={t('shared.action.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: pending }}
      onOk={() => {
        void onReason(reason.trim());
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
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <ProblemAlert problem={problem} />
    </Modal>
  );
}
