import { ExclamationCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import { DutyTable } from './DutyTable';
import { HolderBar } from './HolderBar';
import { wholeMinutes, type DayReport, type PostReport } from './model';

interface PostProps {
  report: DayReport;
  post: PostReport;
}

/** One post over the day: its duties, who answered for it, when nobody was there, who left. */
export function PostSection({ report, post }: PostProps) {
  const { t, i18n } = useTranslation();
  const name = i18n.language === 'en' && post.name_en ? post.name_en : post.name;
  return (
    <div className="zs-report-post">
      <h4>{name}</h4>
      <DutyTable report={report} post={post} />
      <dl className="zs-report-facts">
        <Fact term={t('report.posts.holders')}>
          <HolderBar report={report} post={post} name={name} />
        </Fact>
        <Fact term={t('report.posts.unattended')}>
          <Unattended post={post} />
        </Fact>
        {post.reliefs.length > 0 ? (
          <Fact term={t('report.posts.reliefs')}>
            <Reliefs post={post} />
          </Fact>
        ) : null}
      </dl>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Unattended({ post }: { post: PostReport }) {
  const { t } = useTranslation();
  const time = useTime();
  if (post.unattended.length === 0) {
    return <>{t('report.none')}</>;
  }
  const minutes = t('report.minutes', { n: wholeMinutes(post.unattended_for) });
  return (
    <ul className="zs-report-lines">
      {post.unattended.map((one) => (
        <li key={one.from_at} className="zs-report-alarm">
          <ExclamationCircleOutlined aria-hidden /> {time.format(one.from_at, 'time')}–
          {one.to_at == null ? t('report.posts.until') : time.format(one.to_at, 'time')}
          <span className="zs-muted">
            {' '}
            {one.holder == null
              ? t('report.posts.unheld')
              : t('report.posts.unattendedHolder', { name: one.holder })}
          </span>
        </li>
      ))}
      <li>
        <strong>{t('report.posts.unattendedSum', { minutes })}</strong>
      </li>
    </ul>
  );
}

function Reliefs({ post }: { post: PostReport }) {
  const { t, i18n } = useTranslation();
  const time = useTime();
  const state = (word: string) =>
    t(i18n.exists(`report.relief.${word}`) ? `report.relief.${word}` : 'report.relief.other');
  return (
    <ul className="zs-report-lines">
      {post.reliefs.map((one) => (
        <li key={one.relief_id}>
          {time.format(one.asked_at, 'time')} {one.name}{' '}
          <strong>{t(one.emergency ? 'report.posts.emergency' : 'report.posts.relief')}</strong>{' '}
          {one.emergency ? null : `${one.reason} `}
          <span className="zs-muted">{state(one.state)}</span>
        </li>
      ))}
    </ul>
  );
}
