import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverClock } from '../shared/clock';
import { useTime } from '../shared/useTime';
import { shiftsOn, type Roster } from './model';
import { daysOf } from './month';
import { namesMarked, namesOn } from './phone';
import { useRosterWords } from './words';

/** One day of the roster: each shift with its people. */
export function DayView({ roster }: { roster: Roster }) {
  const { t } = useTranslation();
  const words = useRosterWords();
  const days = daysOf(roster.month);
  const today = useTime().format(serverClock.now(), 'date');
  const [at, setAt] = useState(() => Math.max(0, days.indexOf(today)));
  const date = days[at] ?? '';
  const shifts = shiftsOn(roster, date);
  const off = namesMarked(roster, date, 'rest');
  const leave = namesMarked(roster, date, 'leave');
  return (
    <section className="zs-panel">
      <div className="zs-roster-month">
        <Button
          icon={<LeftOutlined />}
          aria-label={t('roster.phone.previousDay')}
          disabled={at === 0}
          onClick={() => {
            setAt(at - 1);
          }}
        />
        <strong aria-live="polite">
          {words.date(date)} {words.weekday(date)}
        </strong>
        <Button
          icon={<RightOutlined />}
          aria-label={t('roster.phone.nextDay')}
          disabled={at === days.length - 1}
          onClick={() => {
            setAt(at + 1);
          }}
        />
      </div>
      {shifts.length === 0 ? <p>{t('roster.days.none')}</p> : null}
      <dl className="zs-roster-dayview">
        {shifts.map((shift) => {
          const names = namesOn(roster, date, shift.key);
          return (
            <div key={shift.key}>
              <dt>
                {words.shift(shift)} <small>{shift.hours}</small>
              </dt>
              <dd>
                {names.length > 0
                  ? words.list(names)
                  : t(shift.optional ? 'roster.days.free' : 'roster.days.nobody')}
              </dd>
            </div>
          );
        })}
      </dl>
      {off.length > 0 ? <p>{t('roster.days.off', { names: words.list(off) })}</p> : null}
      {leave.length > 0 ? <p>{t('roster.days.leave', { names: words.list(leave) })}</p> : null}
    </section>
  );
}
