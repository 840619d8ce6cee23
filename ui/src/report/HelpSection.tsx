import { useTranslation } from 'react-i18next';
import { useListed } from '../shared/listed';
import { useTime } from '../shared/useTime';
import type { DayReport } from './model';

type HelpCall = DayReport['help_calls'][number];

/** Each call for help of the day, whom it rang and who came. */
export function HelpSection({ report }: { report: DayReport }) {
  return (
    <ul className="zs-report-cards">
      {report.help_calls.map((call) => (
        <HelpRow key={call.id} call={call} />
      ))}
    </ul>
  );
}

function HelpRow({ call }: { call: HelpCall }) {
  const { t } = useTranslation();
  const time = useTime();
  const listed = useListed();
  const post = call.post_name;
  return (
    <li>
      <div className="zs-report-line">
        <span>{time.format(call.called_at, 'time')}</span>
        <strong>
          {post ? t('report.help.from', { caller: call.caller_name, post }) : call.caller_name}
        </strong>
        <span>{call.called.length > 0 ? listed(call.called) : t('report.help.nobody')}</span>
      </div>
      {call.answers.map((one) => (
        <div key={one.name}>
          {t('report.help.answered', {
            name: one.name,
            time: time.format(one.answered_at, 'time'),
            answer: t(`dutylog.answer.${one.answer}`, { defaultValue: one.answer }),
          })}
        </div>
      ))}
      {call.answers.length === 0 && call.called.length > 0 ? (
        <strong className="zs-report-alarm">{t('report.help.unanswered')}</strong>
      ) : null}
    </li>
  );
}
