import { BellFilled, SoundOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServerNow } from './clock';
import { ProblemAlert } from './ProblemAlert';
import { Ring } from './ring';
import { useTime } from './useTime';

export interface RingingAlert {
  id: string;
  title: string;
  detail?: string;
  /** When it began to ring, milliseconds UTC. */
  since_at: number;
  /** What may be answered, the main answer first; 确认收到 when nothing is named. */
  answers?: readonly { key: string; label: string }[];
  /** Where to deal with it. */
  to?: { path: string; label: string };
}

interface AlertBellProps {
  /** What rings now, the gravest first. */
  alerts: readonly RingingAlert[];
  /** One of the alert's answers. Until it resolves the alert stays. */
  onAcknowledge: (id: string, answer?: string) => Promise<unknown>;
}

const ring = new Ring();

/**
 * Rings by sound, title and banner until someone acknowledges. It never takes the focus: the person
 * may be typing what a caller says.
 */
export function AlertBell({ alerts, onAcknowledge }: AlertBellProps) {
  const { t } = useTranslation();
  const ringing = alerts.length > 0;
  const sound = useRinging(ringing, t('shared.alert.ringing'));
  const [first, ...others] = alerts;
  if (!first) return null;
  return (
    <section className="zs-alert" aria-label={t('shared.alert.region')}>
      <AlertLine alert={first} onAcknowledge={onAcknowledge} />
      <div className="zs-alert-foot">
        {others.length > 0 ? (
          <details>
            <summary>{t('shared.alert.more', { count: others.length })}</summary>
            {others.map((alert) => (
              <AlertLine key={alert.id} alert={alert} onAcknowledge={onAcknowledge} />
            ))}
          </details>
        ) : null}
        {sound.silent ? (
          <Button size="small" ghost icon={<SoundOutlined />} onClick={() => void sound.unlock()}>
            {t('shared.alert.enableSound')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

interface AlertLineProps {
  alert: RingingAlert;
  onAcknowledge: (id: string, answer?: string) => Promise<unknown>;
}

function AlertLine({ alert, onAcknowledge }: AlertLineProps) {
  const { t } = useTranslation();
  const time = useTime();
  const now = useServerNow(1000);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const answers = alert.answers ?? [{ key: undefined, label: t('shared.alert.acknowledge') }];
  const acknowledge = async (answer?: string) => {
    setPending(true);
    setProblem(null);
    try {
      await onAcknowledge(alert.id, answer);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="zs-alert-line">
      <BellFilled className="zs-alert-icon" aria-hidden />
      <div className="zs-alert-text">
        <div role="alert">
          <strong>{alert.title}</strong>
          {alert.detail ? <div>{alert.detail}</div> : null}
        </div>
        <div className="zs-alert-since">
          {t('shared.alert.since', {
            time: time.format(alert.since_at, 'time'),
            duration: time.duration(Math.max(0, now - alert.since_at)),
          })}
        </div>
        <ProblemAlert problem={problem} />
      </div>
      <div className="zs-alert-answers">
        {answers.map(({ key, label }, index) => (
          <Button
            key={label}
            className="zs-alert-acknowledge"
            size="large"
            ghost={index > 0}
            disabled={pending}
            onClick={() => void acknowledge(key)}
          >
            {label}
          </Button>
        ))}
        {alert.to ? (
          <Link to={alert.to.path} className="zs-alert-to">
            {alert.to.label}
          </Link>
        ) : null}
      </div>
    </div>
  );
}

/** Sound and title while something rings. */
function useRinging(ringing: boolean, word: string) {
  const [unlocked, setUnlocked] = useState(() => ring.isUnlocked());
  useEffect(() => {
    if (unlocked) return;
    const gesture = () => {
      void ring.unlock().then(setUnlocked);
    };
    // Not at the press: the button for the sound then goes away, and what is pressed would move off.
    window.addEventListener('click', gesture);
    window.addEventListener('keydown', gesture);
    return () => {
      window.removeEventListener('click', gesture);
      window.removeEventListener('keydown', gesture);
    };
  }, [unlocked]);

  useEffect(() => {
    if (!ringing) return;
    ring.start();
    const mark = `🔔 ${word} `;
    const flash = window.setInterval(() => {
      document.title = document.title.startsWith(mark)
        ? document.title.slice(mark.length)
        : mark + document.title;
    }, 1000);
    return () => {
      ring.stop();
      window.clearInterval(flash);
      if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
    };
  }, [ringing, word]);

  const unlock = async () => {
    setUnlocked(await ring.unlock());
  };
  return { silent: ringing && !unlocked, unlock };
}
