import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import { eventWord, type TimelineEntry } from './model';

/** A minute apart is a late entry; less is the time it takes to type. */
const LATE_MS = 60_000;

/** 办理经过: the ledger, seen by this order. */
export function OrderTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <Timeline
      items={entries.map((entry) => ({
        key: entry.seq,
        content: (
          <div>
            <strong>{t(`workorder.event.${eventWord(entry.verb)}`)}</strong>{' '}
            {entry.person?.name ?? t('workorder.detail.system')}{' '}
            <time>{time.format(entry.happened_at, 'short')}</time>
            {entry.recorded_at - entry.happened_at > LATE_MS ? (
              <em>
                {' '}
                {t('workorder.detail.late', { time: time.format(entry.recorded_at, 'short') })}
              </em>
            ) : null}
            {Object.entries(entry.texts).map(([name, text]) => (
              <div key={name} className="zs-order-text">
                {text ?? t('shared.erasure.erased')}
              </div>
            ))}
          </div>
        ),
      }))}
    />
  );
}
