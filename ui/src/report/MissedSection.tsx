import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { useTime } from '../shared/useTime';
import { pageOf, type DayReport, type MissedDeadline } from './model';

/** Deadlines that were missed, with what became of them. */
export function MissedSection({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  if (report.missed.length === 0) return <p className="zs-muted">{t('report.missed.none')}</p>;
  return (
    <table className="zs-plain-table zs-report-table">
      <thead>
        <tr>
          <th scope="col">{t('report.missed.rule')}</th>
          <th scope="col">{t('report.missed.due')}</th>
          <th scope="col">{t('report.missed.owner')}</th>
          <th scope="col">{t('report.missed.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {report.missed.map((one) => (
          <MissedRow key={`${one.rule_key}${one.subject_id}${String(one.due_at)}`} missed={one} />
        ))}
      </tbody>
    </table>
  );
}

function MissedRow({ missed }: { missed: MissedDeadline }) {
  const { t, i18n } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const page = pageOf(missed);
  const word = (group: 'rule' | 'outcome', key: string) =>
    i18n.exists(`report.${group}.${key}`)
      ? t(`report.${group}.${key}`)
      : t(`report.${group}.other`, { key });
  const rule = word('rule', missed.rule_key);
  return (
    <tr>
      <td>{page === null ? rule : <Link to={path(page)}>{rule}</Link>}</td>
      <td>{time.format(missed.due_at, 'time')}</td>
      <td>{missed.owner ?? t('report.missed.byRole')}</td>
      <td>
        {missed.outcome === 'open' ? (
          <strong className="zs-report-alarm">{word('outcome', missed.outcome)}</strong>
        ) : (
          word('outcome', missed.outcome)
        )}
      </td>
    </tr>
  );
}
