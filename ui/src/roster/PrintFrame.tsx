import { useTranslation } from 'react-i18next';
import { serverClock } from '../shared/clock';
import { useCommunity } from '../shared/community';
import { useTime } from '../shared/useTime';
import type { Roster } from './model';
import { useMonthTitle, useRosterWords } from './words';

/** Above the printed roster: whose it is, which month, and whether it is in force. */
export function PrintHead({ roster }: { roster: Roster }) {
  const { t } = useTranslation();
  const time = useTime();
  const words = useRosterWords();
  const community = useCommunity();
  const title = useMonthTitle();
  return (
    <div className="zs-roster-print">
      <h2>{t('roster.print.title', { community: community.name, post: words.post(roster) })}</h2>
      <p>
        <span>{title(roster.month)}</span>
        <span>
          {roster.published_at == null
            ? t('roster.print.draft')
            : t('roster.publishedAt', { time: time.format(roster.published_at, 'full') })}
        </span>
        <span>{t('roster.print.printed', { time: time.format(serverClock.now(), 'full') })}</span>
      </p>
    </div>
  );
}

/** Below it: the lines to sign. */
export function PrintFoot() {
  const { t } = useTranslation();
  return (
    <p className="zs-roster-print zs-roster-sign">
      {(['made', 'checked', 'approved'] as const).map((line) => (
        <span key={line}>{t(`roster.print.${line}`)}</span>
      ))}
    </p>
  );
}
