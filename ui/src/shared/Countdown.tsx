import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PauseCircleOutlined,
} from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverClock, useServerNow } from './clock';
import { countdownState, renewEveryMs } from './countdownState';
import { useTime } from './useTime';

interface CountdownProps {
  /** The instant it is due, milliseconds UTC. */
  dueAt: number;
  /** How long before that it is "due soon". Default five minutes. */
  dueSoonMs?: number;
  /** A pause of the work order: shown instead of a running time. */
  paused?: boolean;
  /** What is due, said before the time to a screen reader: 到场. */
  label?: string;
}

const ICONS = {
  normal: <ClockCircleOutlined aria-hidden />,
  dueSoon: <ClockCircleOutlined aria-hidden />,
  overdue: <ExclamationCircleFilled aria-hidden />,
};

/**
 * How long something still has, on the server's time, by text, icon and colour.
 * A change of state is announced politely once, the seconds are not.
 */
export function Countdown({ dueAt, dueSoonMs, paused = false, label }: CountdownProps) {
  const { t } = useTranslation();
  const time = useTime();
  const [intervalMs, setIntervalMs] = useState(() => renewEveryMs(dueAt, serverClock.now()));
  const now = useServerNow(intervalMs);
  const wanted = renewEveryMs(dueAt, now);
  if (wanted !== intervalMs) setIntervalMs(wanted);

  if (paused) {
    return (
      <span className="zs-countdown zs-countdown-paused">
        <PauseCircleOutlined aria-hidden /> {label} {t('shared.countdown.paused')}
      </span>
    );
  }
  const state = countdownState(dueAt, now, dueSoonMs);
  const text = t(`shared.countdown.${state}`, { duration: time.duration(dueAt - now) });
  return (
    <span
      className={`zs-countdown zs-countdown-${state}`}
      title={t('shared.countdown.dueAt', { time: time.format(dueAt, 'full') })}
      data-state={state}
    >
      {ICONS[state]} {label ? <span className="zs-countdown-label">{label}</span> : null}
      <span>{text}</span>
    </span>
  );
}
