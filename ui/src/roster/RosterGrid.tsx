import type { KeyboardEvent, ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import { CoverRows } from './CoverRows';
import { GridRow } from './GridRow';
import { issuesOf } from './issues';
import type { Place } from './keyboard';
import { cellsOf, type Roster } from './model';
import { columnClass, dayNumber } from './month';
import type { ShiftMark } from './shiftMarks';
import { rowSums } from './sums';
import { useMonthTitle, useRosterWords } from './words';

export interface GridProps {
  roster: Roster;
  days: readonly string[];
  marks: ReadonlyMap<string, ShiftMark>;
  today: string;
  /** Where Tab and the arrows stand. */
  at: Place;
  /** The menu of the cell that is open, if one is. */
  menu: ReactNode;
  onOpen: (place: Place) => void;
  onClose: () => void;
  onFocus: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent, place: Place) => void;
}

/** The month: people down, days across, sums at the right and the staffing of each day below. */
export function RosterGrid(props: GridProps) {
  const { roster, days } = props;
  const { t } = useTranslation();
  const words = useRosterWords();
  const title = useMonthTitle();
  const { utcOffsetMinutes } = useTime();
  const cells = useMemo(() => cellsOf(roster), [roster]);
  const issues = useMemo(() => issuesOf(roster), [roster]);
  const sums = useMemo(() => rowSums(roster, utcOffsetMinutes), [roster, utcOffsetMinutes]);
  return (
    <div className="zs-roster-scroll">
      <table
        role="grid"
        className="zs-roster-grid"
        aria-label={t('roster.grid.label', {
          post: words.post(roster),
          month: title(roster.month),
        })}
      >
        <GridHead days={days} today={props.today} />
        <tbody>
          {roster.people.map((person, row) => (
            <GridRow
              key={person.person_id}
              grid={props}
              person={person}
              row={row}
              cells={cells}
              issues={issues.cells}
              sum={sums.get(person.person_id)}
            />
          ))}
        </tbody>
        <CoverRows roster={roster} days={days} today={props.today} issues={issues.shifts} />
      </table>
    </div>
  );
}

function GridHead({ days, today }: { days: readonly string[]; today: string }) {
  const { t } = useTranslation();
  const words = useRosterWords();
  return (
    <thead>
      <tr>
        <th scope="col" className="zs-roster-name">
          {t('roster.grid.name')}
        </th>
        {days.map((date) => (
          <th
            key={date}
            scope="col"
            className={columnClass(date, today)}
            {...(date === today
              ? { 'aria-current': 'date' as const, title: t('roster.grid.today') }
              : {})}
          >
            <span>{dayNumber(date)}</span>
            <small>
              {date === today && !words.english ? t('roster.grid.today') : words.weekdayShort(date)}
            </small>
          </th>
        ))}
        {(['shifts', 'nights', 'hours'] as const).map((sum) => (
          <th key={sum} scope="col" className="zs-roster-sum">
            <abbr title={t(`roster.grid.${sum}Full`)}>{t(`roster.grid.${sum}`)}</abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
}
