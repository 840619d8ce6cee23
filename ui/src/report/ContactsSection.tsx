import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import type { DayReport } from './model';

/** Contacts by kind. */
export function ContactsSection({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const taken = report.contacts.filter((one) => one.taken > 0);
  if (taken.length === 0) return <p className="zs-muted">{t('report.contacts.none')}</p>;
  return (
    <p className="zs-report-line">
      {taken.map((one) => (
        <span key={one.kind}>
          {t('report.contacts.taken', { kind: t(`desk.kind.${one.kind}`), n: one.taken })}
          {one.open > 0 ? <strong>{t('report.contacts.open', { n: one.open })}</strong> : null}
        </span>
      ))}
      <Link className="zs-no-print" to={path('desk')}>
        {t('report.contacts.toLog')}
      </Link>
    </p>
  );
}
