import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import { eventWord, factsShown, type TimelineEntry } from './model';

/** A minute apart is a late entry; less is the time it takes to type. */
const LATE_MS = 60_000;

/** 办理经过: the ledger, seen by this case. */
export function CaseTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <Timeline
      items={entries.map((entry) => ({
        key: entry.seq,
        content: (
          <div>
            <strong>{t(`externalcase.event.${eventWord(entry.verb)}`)}</strong>{' '}
            {entry.person?.name ?? ''} <time>{time.format(entry.happened_at, 'short')}</time>
            {entry.recorded_at - entry.happened_at > LATE_MS ? (
              <em> {t('externalcase.late', { time: time.format(entry.recorded_at, 'short') })}</em>
            ) : null}
            <Told entry={entry} />
          </div>
        ),
      }))}
    />
  );
}

function Told({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const time = useTime();
  const value = (fact: string): string => {
    const word = entry.facts[fact] ?? '';
    if (fact.endsWith('due_at')) return time.format(Number(word), 'short');
    return fact === 'outcome' ? t(`externalcase.outcome.${word}`) : word;
  };
  const facts = factsShown(entry).map((fact) =>
    t(`externalcase.fact.${fact}`, { value: value(fact) }),
  );
  return (
    <>
      {facts.length > 0 ? <div className="zs-case-text">{facts.join(' · ')}</div> : null}
      {Object.entries(entry.texts).map(([name, text]) => (
        <div key={name} className="zs-case-text">
          <span className="zs-muted">{t(`externalcase.textOf.${name}`, { defaultValue: '' })}</span>{' '}
          {text ?? t('shared.erasure.erased')}
        </div>
      ))}
    </>
  );
}
