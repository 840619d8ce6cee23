import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { cellKey, type Roster, type RosterIssue } from './model';
import { columnClass } from './month';
import { coverRow, type DayCover } from './sums';
import { useRosterWords } from './words';

interface CoverRowsProps {
  roster: Roster;
  days: readonly string[];
  today: string;
  issues: ReadonlyMap<string, readonly RosterIssue[]>;
}

/** Below the people: for each shift, how it is staffed on each day. */
export function CoverRows({ roster, days, today, issues }: CoverRowsProps) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const now = useServerNow(60_000);
  return (
    <tfoot>
      {roster.shifts.map((shift) => {
        const cover = coverRow(roster, shift.key, days, now);
        return (
          <tr key={shift.key}>
            <th scope="row" className="zs-roster-name">
              {t('roster.grid.cover', { shift: words.shift(shift) })}
            </th>
            {cover.map((day) => {
              const wrong = issues.get(cellKey(shift.key, day.date)) ?? [];
              return (
                <td
                  key={day.date}
                  className={`${columnClass(day.date, today)} zs-roster-cover-${day.state}`}
                  title={wrong.map((one) => words.issue(one)).join('\n')}
                >
                  <CoverWords day={day} />
                </td>
              );
            })}
            <td colSpan={3} className="zs-roster-sum" />
          </tr>
        );
      })}
    </tfoot>
  );
}

function CoverWords({ day }: { day: DayCover }) {
  const { t } = useTranslation();
  const needed = day.needed ?? 0;
  const n = Math.abs(day.placed - needed);
  const full = t(`roster.grid.coverState.${day.state}`, { n, needed, placed: day.placed });
  const short = {
    none: '',
    free: '–',
    past: '–',
    short: t('roster.grid.short', { n }),
    covered: String(day.placed),
    over: `+${String(n)}`,
  }[day.state];
  return (
    <>
      <span aria-hidden>{short}</span>
      <span className="zs-sr-only">{full}</span>
    </>
  );
}
