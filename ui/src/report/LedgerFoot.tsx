import { useTranslation } from 'react-i18next';
import { inGroups, type DayReport } from './model';

/** The end of the ledger: kept on paper, it proves a later cut or rewriting of the record. */
export function LedgerFoot({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const { ledger } = report;
  return (
    <footer className="zs-report-ledger">
      {ledger == null ? (
        t('report.ledger.none')
      ) : (
        <>
          <p>
            <strong>{t('report.ledger.title')}</strong>{' '}
            <span>{t('report.ledger.seq', { n: ledger.seq })}</span>
          </p>
          <p className="zs-report-hash" aria-label={t('report.ledger.hash')}>
            {inGroups(ledger.hash).map((group, place) => (
              <code key={`${String(place)}${group}`}>{group}</code>
            ))}
          </p>
          <p className="zs-muted">{t('report.ledger.why')}</p>
        </>
      )}
    </footer>
  );
}

/** On paper only: who has read it. */
export function SignatureLines() {
  const { t } = useTranslation();
  return (
    <div className="zs-report-signs">
      {(['lead', 'manager', 'date'] as const).map((line) => (
        <span key={line}>{t(`report.sign.${line}`)}</span>
      ))}
    </div>
  );
}
