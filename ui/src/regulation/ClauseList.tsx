import { useTranslation } from 'react-i18next';
import type { Clause, Document } from './model';
import { useRegulationWords } from './words';

type KeptBy = Clause['kept_by'][number];
const HOWS = ['enforced', 'checked', 'guided', 'stated'] as const;

/** The clauses, each with what keeps it: the system, a person, or a word at the right moment. */
export function ClauseList({ document }: { document: Document }) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const kept = useKeptWords();
  const numbering = document.regulation.numbering ?? '';
  if (document.clauses.length === 0) return <p>{t('regulation.read.noClauses')}</p>;
  return (
    <ol className="zs-reg-clauses">
      {document.clauses.map((clause) => (
        <li key={clause.number}>
          <span className="zs-reg-number">
            {numbering ? `${numbering}.${clause.number}` : clause.number}
          </span>
          <div>
            {words.text(clause.text)}
            <p>
              {clause.kept_by.map((one) => (
                <span key={JSON.stringify(one)} className={`zs-reg-kept-${howOf(one)}`}>
                  {kept(one)}
                </span>
              ))}
              {clause.how ? <small>{words.text(clause.how)}</small> : null}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function howOf(one: KeptBy): (typeof HOWS)[number] {
  return HOWS.find((how) => how in one) ?? 'stated';
}

function useKeptWords(): (one: KeptBy) => string {
  const { t, i18n } = useTranslation();
  const words = useRegulationWords();
  return (one) => {
    const how = t(`regulation.kept.${howOf(one)}`);
    if (!('enforced' in one)) return how;
    const key = `regulation.mechanism.${one.enforced}`;
    const mechanism = i18n.exists(key) ? t(key) : one.enforced;
    return words.english ? `${how}: ${mechanism}` : `${how}：${mechanism}`;
  };
}
