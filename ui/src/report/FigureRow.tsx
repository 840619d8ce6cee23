import { useTranslation } from 'react-i18next';
import { figuresOf, type DayReport } from './model';

interface Figure {
  label: string;
  value: number;
  /** The section with the records behind it. */
  to: string;
  /** Something that should be none. */
  grave?: boolean;
  note?: string;
  unit?: string;
}

/** The day at a glance; each figure leads to the records behind it. */
export function FigureRow({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const sums = figuresOf(report);
  const figures: Figure[] = [
    {
      label: t('report.figure.contacts'),
      value: sums.contacts,
      to: 'report-contacts',
      ...(sums.contactsOpen > 0
        ? { note: t('report.figure.contactsOpen', { n: sums.contactsOpen }) }
        : {}),
    },
    {
      label: t('report.figure.registered'),
      value: report.orders.registered,
      to: 'report-orders',
    },
    { label: t('report.figure.finished'), value: report.orders.finished, to: 'report-orders' },
    { label: t('report.figure.deferred'), value: report.orders.deferred, to: 'report-orders' },
    { label: t('report.figure.open'), value: report.open_orders.length, to: 'report-orders' },
    {
      label: t('report.figure.unattended'),
      value: sums.unattendedMinutes,
      unit: t('report.figure.minutes'),
      to: 'report-posts',
      grave: true,
    },
    {
      label: t('report.figure.missed'),
      value: report.missed.length,
      to: 'report-missed',
      grave: true,
    },
  ];
  return (
    <section aria-label={t('report.figure.title')}>
      <ul className="zs-report-figures">
        {figures.map((figure) => (
          <li key={figure.label}>
            <a
              href={`#${figure.to}`}
              className={figure.grave && figure.value > 0 ? 'zs-report-grave' : undefined}
            >
              <strong>
                {figure.value}
                {figure.unit ? <small> {figure.unit}</small> : null}
              </strong>
              <span>{figure.label}</span>
              {figure.note ? <small className="zs-report-note">{figure.note}</small> : null}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
