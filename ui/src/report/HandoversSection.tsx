import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommunityPath } from '../shared/community';
import { useTime } from '../shared/useTime';
import { passedAt, type DayReport, type HandoverReport } from './model';

/** The handovers of the day, each with what did not fit. */
export function HandoversSection({ report }: { report: DayReport }) {
  const { t, i18n } = useTranslation();
  if (report.handovers.length === 0) {
    return <p className="zs-muted">{t('report.handovers.none')}</p>;
  }
  const postName = (id: string) => {
    const post = report.posts.find((one) => one.post_id === id);
    return (i18n.language === 'en' && post?.name_en ? post.name_en : post?.name) ?? '';
  };
  return (
    <ul className="zs-report-cards">
      {report.handovers.map((one) => (
        <HandoverRow key={one.handover_id} handover={one} post={postName(one.post_id)} />
      ))}
    </ul>
  );
}

function HandoverRow({ handover, post }: { handover: HandoverReport; post: string }) {
  const { t } = useTranslation();
  const time = useTime();
  const path = useCommunityPath();
  const passed = passedAt(handover);
  return (
    <li>
      <div className="zs-report-line">
        <Link to={path(`handover/${handover.handover_id}`)}>
          {t('handover.list.sides', { from: handover.outgoing, to: handover.incoming })}
        </Link>
        <span>{post}</span>
        <span>
          {t('report.handovers.planned')} {time.format(handover.planned_at, 'short')}
        </span>
        {passed === null ? null : (
          <span>
            {t('report.handovers.passed')} {time.format(passed, 'short')}
          </span>
        )}
        <strong>{t(`handover.state.${handover.state.state}`)}</strong>
        {handover.carried > 0 ? (
          <span>
            {t('report.handovers.carried')} {t('report.handovers.items', { n: handover.carried })}
          </span>
        ) : null}
      </div>
      <Remarks handover={handover} />
    </li>
  );
}

/** Item differences and anomalies, in words. */
function Remarks({ handover }: { handover: HandoverReport }) {
  const { t, i18n } = useTranslation();
  const { differences, anomalies } = handover;
  if (differences.length + anomalies.length === 0) return null;
  return (
    <ul className="zs-report-lines">
      {differences.map((line) => (
        <li key={line.item} className="zs-report-alarm">
          {t('report.handovers.difference', {
            name: i18n.language === 'en' && line.name_en ? line.name_en : line.name,
            expected: line.expected,
            counted: line.counted ?? '—',
          })}
          {line.explanation
            ? t('report.handovers.why', {
                kind: t(`handover.explanation.${line.explanation.kind}`),
                text: line.explanation.text,
              })
            : t('report.handovers.unexplained')}
        </li>
      ))}
      {anomalies.map((text) => (
        <li key={text}>{t('report.handovers.anomaly', { text })}</li>
      ))}
    </ul>
  );
}
