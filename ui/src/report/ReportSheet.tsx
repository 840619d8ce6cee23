import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, localTime } from '../shared/time';
import { useTime } from '../shared/useTime';
import { ContactsSection } from './ContactsSection';
import { FigureRow } from './FigureRow';
import { HandoversSection } from './HandoversSection';
import { HelpSection } from './HelpSection';
import { LedgerFoot, SignatureLines } from './LedgerFoot';
import { MissedSection } from './MissedSection';
import type { DayReport } from './model';
import { OrdersSection } from './OrdersSection';
import { PostSection } from './PostSection';

/** The report as one sheet: on the screen and on paper the same. */
export function ReportSheet({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  return (
    <article className="zs-panel zs-report">
      <ReportHead report={report} />
      <FigureRow report={report} />
      <Section id="report-posts" title={t('report.posts.title')}>
        {report.posts.length === 0 ? (
          <p className="zs-muted">{t('report.posts.none')}</p>
        ) : (
          report.posts.map((post) => <PostSection key={post.post_id} report={report} post={post} />)
        )}
      </Section>
      {report.help_calls.length > 0 ? (
        <Section id="report-help" title={t('report.help.title')}>
          <HelpSection report={report} />
        </Section>
      ) : null}
      <Section id="report-handovers" title={t('report.handovers.title')}>
        <HandoversSection report={report} />
      </Section>
      <Section id="report-contacts" title={t('report.contacts.title')}>
        <ContactsSection report={report} />
      </Section>
      <Section id="report-orders" title={t('report.orders.title')}>
        <OrdersSection report={report} />
      </Section>
      <Section id="report-missed" title={t('report.missed.title')}>
        <MissedSection report={report} />
      </Section>
      <LedgerFoot report={report} />
      <SignatureLines />
    </article>
  );
}

interface SectionProps {
  id: string;
  title: string;
  children: ReactNode;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      {children}
    </section>
  );
}

function ReportHead({ report }: { report: DayReport }) {
  const { t } = useTranslation();
  const time = useTime();
  const dayAt = (at: number) => {
    const { month, day } = localTime(at, time.utcOffsetMinutes);
    return t('report.dayAt', { month, day, time: time.format(at, 'time') });
  };
  const isNextDay = daysBetween(report.from_at, report.until_at, time.utcOffsetMinutes) === 1;
  const until = isNextDay
    ? t('report.nextDayAt', { time: time.format(report.until_at, 'time') })
    : dayAt(report.until_at);
  return (
    <header className="zs-report-head">
      <p className="zs-report-house">{report.community_name}</p>
      <h2>{t('report.title')}</h2>
      <p className="zs-report-range">
        <strong>{t('report.range', { from: dayAt(report.from_at), to: until })}</strong>
        <span>{time.weekday(report.from_at)}</span>
        {report.complete ? (
          <Tag className="zs-report-good" icon={<CheckCircleOutlined aria-hidden />}>
            {t('report.complete')}
          </Tag>
        ) : (
          <Tag className="zs-report-now" icon={<ClockCircleOutlined aria-hidden />}>
            {t('report.running', { time: time.format(report.generated_at, 'time') })}
          </Tag>
        )}
      </p>
      <p className="zs-muted">
        {t('report.generated', { time: time.format(report.generated_at, 'full') })}
      </p>
    </header>
  );
}
