import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { serverClock } from '../shared/clock';
import { useTime } from '../shared/useTime';
import type { RosterLine } from './model';
import { monthAfter, monthOf } from './month';
import { useMonthTitle } from './words';

interface MonthSwitchProps {
  month: string;
  onMonth: (month: string) => void;
}

export function MonthSwitch({ month, onMonth }: MonthSwitchProps) {
  const { t } = useTranslation();
  const time = useTime();
  const title = useMonthTitle();
  const now = monthOf(time.format(serverClock.now(), 'date'));
  return (
    <div className="zs-roster-month zs-no-print" role="group" aria-label={t('roster.month.choose')}>
      <Button
        icon={<LeftOutlined />}
        aria-label={t('roster.month.previous')}
        onClick={() => {
          onMonth(monthAfter(month, -1));
        }}
      />
      <strong aria-live="polite">{title(month)}</strong>
      <Button
        icon={<RightOutlined />}
        aria-label={t('roster.month.next')}
        onClick={() => {
          onMonth(monthAfter(month, 1));
        }}
      />
      {month === now ? null : (
        <Button
          onClick={() => {
            onMonth(now);
          }}
        >
          {t('roster.month.now')}
        </Button>
      )}
    </div>
  );
}

interface PostTabsProps {
  lines: readonly RosterLine[];
  chosen: string;
  onPost: (post: string) => void;
}

/** The posts with the state of their rosters; the chosen one is pressed. */
export function PostTabs({ lines, chosen, onPost }: PostTabsProps) {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  return (
    <div className="zs-roster-posts zs-no-print" role="group" aria-label={t('roster.posts')}>
      {lines.map((line) => {
        const state = line.state ?? 'none';
        return (
          <button
            key={line.post_id}
            type="button"
            className="zs-roster-post"
            aria-pressed={line.post_id === chosen}
            onClick={() => {
              onPost(line.post_id);
            }}
          >
            <span>{english && line.post_name_en ? line.post_name_en : line.post_name}</span>
            <small className={`zs-roster-state zs-roster-state-${state}`}>
              {t(`roster.state.${state}`)}
            </small>
          </button>
        );
      })}
    </div>
  );
}
