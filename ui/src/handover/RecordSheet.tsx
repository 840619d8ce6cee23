import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePostName } from '../shared/postNames';
import { serverClock } from '../shared/clock';
import { useCommunity } from '../shared/community';
import { useTime } from '../shared/useTime';
import { nameOf, type Handover, type HandoverDetail } from './model';
import { decisionWords } from './OpenStep';
import { Signatures } from './Signatures';
import { useBoard } from '../shared/useBoard';

/** The record as one A4 sheet: on the screen and on paper the same. */
export function RecordSheet({ detail }: { detail: HandoverDetail }) {
  const { t } = useTranslation();
  const time = useTime();
  const community = useCommunity();
  const { handover, people } = detail;
  const chinese = useBoard().data?.posts.find((one) => one.post_id === handover.post_id)?.name;
  const post = usePostName()(handover.post_id, chinese);
  const name = (id: string | null | undefined) => nameOf(people, id);
  return (
    <article className="zs-panel zs-ho-sheet">
      <header>
        <p>{community.name}</p>
        <h2>{t('handover.record.title')}</h2>
        <p className="zs-ho-print-only">
          {t('handover.record.printed', { time: time.format(serverClock.now(), 'full') })}
        </p>
      </header>
      <Facts handover={handover} post={post ?? ''} name={name} />
      <Items handover={handover} />
      <Checks handover={handover} name={name} />
      <OpenMatters handover={handover} />
      <Notes handover={handover} name={name} />
      <Fitness handover={handover} name={name} />
      <Section title={t('handover.record.signatures')}>
        <Signatures handover={handover} name={name} />
      </Section>
      <Section title={t('handover.record.amendments')} empty={detail.amendments.length === 0}>
        <ul>
          {detail.amendments.map((one) => (
            <li key={one.amended_at}>
              {one.text}{' '}
              <small>{`${name(one.person_id)} ${time.format(one.amended_at, 'short')}`}</small>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

type Name = (id: string | null | undefined) => string;

interface SectionProps {
  title: string;
  empty?: boolean;
  children: ReactNode;
}

function Section({ title, empty = false, children }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{title}</h3>
      {empty ? <p className="zs-muted">{t('handover.record.none')}</p> : children}
    </section>
  );
}

function Notes({ handover, name }: { handover: Handover; name: Name }) {
  const { t } = useTranslation();
  const time = useTime();
  return (
    <>
      <Section title={t('handover.record.anomalies')} empty={handover.anomalies.length === 0}>
        <ul>
          {handover.anomalies.map((one) => (
            <li key={`${String(one.at)}${one.text}`}>
              {one.text} <small>{`${name(one.by)} ${time.format(one.at, 'short')}`}</small>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('handover.record.standing')} empty={handover.standing.length === 0}>
        <ul>
          {handover.standing.map((line) => (
            <li key={line.id}>
              {line.text}{' '}
              <small>
                {t('handover.notes.since', { date: time.format(line.since_at, 'day') })}
              </small>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Fitness({ handover, name }: { handover: Handover; name: Name }) {
  const { t } = useTranslation();
  const time = useTime();
  const { fitness } = handover;
  return (
    <Section title={t('handover.record.fitness')} empty={!fitness}>
      {fitness ? (
        <p>
          {t(fitness.fit ? 'handover.fitness.fit' : 'handover.fitness.unfit')} {fitness.note}{' '}
          <small>{`${name(fitness.by)} ${time.format(fitness.at, 'short')}`}</small>
        </p>
      ) : null}
    </Section>
  );
}

interface FactsProps {
  handover: Handover;
  post: string;
  name: Name;
}

function Facts({ handover, post, name }: FactsProps) {
  const { t } = useTranslation();
  const time = useTime();
  const passed = passedAt(handover);
  const facts: [string, string][] = [
    [t('handover.record.post'), post],
    [t('handover.record.state'), t(`handover.state.${handover.progress.state}`)],
    [t('handover.record.outgoing'), name(handover.outgoing_id)],
    [t('handover.record.incoming'), name(handover.incoming_id)],
    [t('handover.record.planned'), time.format(handover.planned_at, 'full')],
    [t('handover.record.actual'), passed === null ? '—' : time.format(passed, 'full')],
    [t('handover.record.snapshot'), time.format(handover.snapshot_at, 'full')],
  ];
  return (
    <dl className="zs-ho-facts zs-ho-facts-wide">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When the post passed by it; null while it has not. */
function passedAt(handover: Handover): number | null {
  const { progress } = handover;
  if (progress.state === 'signed') return Math.max(progress.outgoing_at, progress.incoming_at);
  if (progress.state === 'resolved_by_supervisor' || progress.state === 'self_check') {
    return progress.at;
  }
  return null;
}

function Items({ handover }: { handover: Handover }) {
  const { t, i18n } = useTranslation();
  return (
    <Section title={t('handover.record.items')} empty={handover.items.length === 0}>
      <table className="zs-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('handover.record.item')}</th>
            <th scope="col">{t('handover.items.expected')}</th>
            <th scope="col">{t('handover.items.counted')}</th>
            <th scope="col">{t('handover.record.explanation')}</th>
          </tr>
        </thead>
        <tbody>
          {handover.items.map((line) => (
            <tr key={line.item}>
              <td>{i18n.language === 'en' && line.name_en ? line.name_en : line.name}</td>
              <td>{line.expected}</td>
              <td>{line.counted ?? t('handover.items.notYet')}</td>
              <td>
                {line.explanation
                  ? t('shared.problem.field', {
                      field: t(`handover.explanation.${line.explanation.kind}`),
                      detail: line.explanation.text,
                    })
                  : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Checks({ handover, name }: { handover: Handover; name: Name }) {
  const { t, i18n } = useTranslation();
  return (
    <Section title={t('handover.record.checks')} empty={handover.checks.length === 0}>
      <table className="zs-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('handover.record.checks')}</th>
            <th scope="col">{t('handover.record.result')}</th>
            <th scope="col">{t('handover.record.by')}</th>
          </tr>
        </thead>
        <tbody>
          {handover.checks.map((line) => (
            <tr key={line.key}>
              <td>{i18n.language === 'en' && line.text_en ? line.text_en : line.text}</td>
              <td>
                {line.checked
                  ? `${t(line.checked.in_order ? 'handover.checks.ok' : 'handover.checks.bad')} ${line.checked.note}`
                  : '—'}
              </td>
              <td>{name(line.checked?.by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function OpenMatters({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  return (
    <Section title={t('handover.record.open')} empty={handover.open.length === 0}>
      <table className="zs-plain-table">
        <thead>
          <tr>
            <th scope="col">{t('handover.record.line')}</th>
            <th scope="col">{t('handover.record.decision')}</th>
          </tr>
        </thead>
        <tbody>
          {handover.open.map((line) => (
            <tr key={line.subject}>
              <td>
                {line.deferred ? `【${t('handover.open.deferred')}】` : ''}
                {line.label}
              </td>
              <td>{decisionWords(line, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
