import { useTranslation } from 'react-i18next';
import { ClauseList } from './ClauseList';
import { DayBars } from './DayBars';
import { LevelTable } from './LevelTable';
import type { Document, Text } from './model';
import { ShiftTable } from './ShiftTable';
import { useRegulationWords } from './words';

/** A regulation to be read: what it is for, posts, the day in bars, deadlines, clauses. */
export function ReadView({ document }: { document: Document }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  return (
    <article className="zs-reg-read" aria-label={t('regulation.read.label')}>
      <Identity document={document} />
      <section>
        <h3>{t('regulation.read.posts')}</h3>
        {document.posts.map((post) => (
          <div key={post.key} className="zs-reg-post">
            <strong>{words.text(post.name)}</strong>
            {post.all_day ? <small>{t('regulation.read.allDay')}</small> : null}
            {post.phone_line ? <small>{t('regulation.read.phone')}</small> : null}
            {post.stated === false ? <small>{t('regulation.read.proposed')}</small> : null}
            <Lines texts={post.duties ?? []} />
          </div>
        ))}
      </section>
      <section>
        <h3>{t('regulation.read.shifts')}</h3>
        {document.posts.map((post) => (
          <DayBars key={post.key} document={document} post={post} />
        ))}
        <ShiftTable document={document} />
      </section>
      <Rules document={document} />
      <section>
        <h3>{t('regulation.read.levels')}</h3>
        <LevelTable levels={document.service_levels} />
      </section>
      <section>
        <h3>{t('regulation.read.clauses')}</h3>
        <ClauseList document={document} />
      </section>
    </article>
  );
}

function Identity({ document }: { document: Document }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const identity = document.regulation;
  const lines = [
    ['purpose', identity.purpose],
    ['scope', identity.scope],
    ['interpretation', identity.interpretation],
  ] as const;
  const principles = identity.principles ?? [];
  return (
    <section>
      <h2>{words.text(identity.title)}</h2>
      <dl className="zs-reg-identity">
        {lines.map(([key, text]) =>
          text ? (
            <div key={key}>
              <dt>{t(`regulation.read.${key}`)}</dt>
              <dd>{words.text(text)}</dd>
            </div>
          ) : null,
        )}
        {principles.length > 0 ? (
          <div>
            <dt>{t('regulation.read.principles')}</dt>
            <dd>
              <Lines texts={principles} />
            </dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

function Lines({ texts }: { texts: readonly Text[] }) {
  const words = useRegulationWords();
  if (texts.length === 0) return null;
  return (
    <ul>
      {texts.map((text) => (
        <li key={text.zh}>{words.text(text)}</li>
      ))}
    </ul>
  );
}

/** The rules of coming, going and handing over, in a few lines; all of them stand in the full text. */
function Rules({ document }: { document: Document }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const { sign_in, handover, leaving } = document;
  const roles = leaving.stand_in_roles ?? [];
  const items = handover.items?.length ?? 0;
  const checks = handover.checklist?.length ?? 0;
  const lines = [
    sign_in.lead_minutes ? t('regulation.read.lead', { n: sign_in.lead_minutes }) : '',
    items > 0 ? t('regulation.read.items', { n: items, count: items }) : '',
    checks > 0 ? t('regulation.read.checks', { n: checks, count: checks }) : '',
    handover.deferred_items_settled ? t('regulation.read.deferred') : '',
    handover.fitness_check ? t('regulation.read.fitness') : '',
    roles.length > 0 ? t('regulation.read.standIn', { roles: words.roles(roles) }) : '',
    t(`regulation.read.${leaving.emergency === 'relief_first' ? 'reliefFirst' : 'leaveFirst'}`),
  ].filter(Boolean);
  return (
    <section>
      <h3>{t('regulation.read.rules')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
