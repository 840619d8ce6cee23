import { EyeInvisibleOutlined, EyeOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from './ProblemAlert';
import { formatPhone } from './phone';
import { RevealReasonDialog } from './RevealReasonDialog';

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
        <RevealReasonDialog
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
