import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import { eventWord, factsShown, type TimelineEntry } from './model';

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
            <Told entry={entry} />
          </div>
        ),
      }))}
    />
  );
}

/** To whom it went, what the resident said, and the words that were written with it. */
function Told({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const factWord = useFactWord();
  const head = eventWord(entry.verb) === 'head_told';
  const facts = factsShown(entry.verb, entry.facts).map((fact) =>
    t(`workorder.fact.${head && fact === 'to' ? 'told' : fact}`, {
      value: factWord(fact, entry.facts[fact] ?? ''),
    }),
  );
  return (
    <>
      {facts.length > 0 ? <div className="zs-order-text">{facts.join(' · ')}</div> : null}
      {Object.entries(entry.texts).map(([name, text]) => (
        <div key={name} className="zs-order-text">
          <span className="zs-muted">{t(`workorder.textOf.${name}`, { defaultValue: '' })}</span>{' '}
          {text ?? t('shared.erasure.erased')}
        </div>
      ))}
    </>
  );
}

/** A fact as the page says it; the server sends words of the ledger and numbers. */
function useFactWord(): (fact: string, value: string) => string {
  const { t } = useTranslation();
  const time = useTime();
  return (fact, value) => {
    const yes = value === 'true';
    switch (fact) {
      case 'satisfied':
        return t(`workorder.call.${yes ? 'satisfied' : 'not_satisfied'}`);
      case 'on_time':
        return t(`workorder.fact.${yes ? 'onTime' : 'notOnTime'}`);
      case 'cause':
      case 'closing':
        return t(`workorder.${fact}.${value}`, { defaultValue: value });
      case 'appointment_at':
        return time.format(Number(value), 'short');
      default:
        return value;
    }
  };
}
