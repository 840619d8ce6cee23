import { ClockCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { useTime } from '../shared/useTime';
import { absentOf, type DayReport, type DutyReport, type PostReport } from './model';

/** The duties of a post: who was rostered, and who signed in when. */
export function DutyTable({ report, post }: { report: DayReport; post: PostReport }) {
  const { t, i18n } = useTranslation();
  const listed = useListed();
  const time = useTime();
  if (post.duties.length === 0) return null;
  return (
    <table className="zs-plain-table zs-report-table">
      <thead>
        <tr>
          <th scope="col" className="zs-report-when">
            {t('report.posts.shift')}
          </th>
          <th scope="col">{t('report.posts.assigned')}</th>
          <th scope="col">{t('report.posts.signedIn')}</th>
        </tr>
      </thead>
      <tbody>
        {post.duties.map((duty) => (
          <tr key={duty.duty_id}>
            <td>
              {i18n.language === 'en' ? duty.shift_name_en : duty.shift_name}{' '}
              <span className="zs-report-hours">
                {time.format(duty.starts_at, 'time')}–{time.format(duty.ends_at, 'time')}
              </span>
            </td>
            <td>{duty.assigned.length > 0 ? listed(duty.assigned) : t('report.posts.nobody')}</td>
            <td>
              <SignIns duty={duty} now={report.generated_at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SignIns({ duty, now }: { duty: DutyReport; now: number }) {
  const { t } = useTranslation();
  const time = useTime();
  if (duty.no_sign_in && duty.signed_in.length === 0) {
    return <span className="zs-muted">{t(`report.posts.notAsked.${duty.no_sign_in}`)}</span>;
  }
  if (duty.signed_in.length === 0 && now < duty.starts_at) {
    return <span className="zs-muted">{t('report.posts.notYet')}</span>;
  }
  return (
    <>
      {duty.signed_in.map((one) => (
        <span key={`${one.name}${String(one.at)}`} className="zs-report-sign-in">
          {one.name} {time.format(one.at, 'time')}{' '}
          {one.late ? (
            <Tag className="zs-report-late" icon={<ClockCircleOutlined aria-hidden />}>
              {t('report.posts.late')}
            </Tag>
          ) : null}
        </span>
      ))}
      {absentOf(duty, now).map((name) => (
        <span key={name} className="zs-report-sign-in zs-report-alarm">
          <ExclamationCircleOutlined aria-hidden /> {t('report.posts.notSignedIn', { name })}
        </span>
      ))}
    </>
  );
}
