import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { useCommunity, useMay } from '../shared/community';
import { EmptyState } from '../shared/EmptyState';
import { useTime } from '../shared/useTime';
import { DayView } from './DayView';
import type { Roster } from './model';
import { myShifts, type MyShift } from './phone';
import { shiftMarks } from './shiftMarks';
import { rowSums } from './sums';
import { useRosterWords } from './words';

/** The roster on a phone, to be read: my shifts, or day by day. */
export function PhoneRoster({ roster }: { roster: Roster }) {
  const { t } = useTranslation();
  const { personId } = useCommunity();
  const mayEdit = useMay('edit_roster');
  const mine = useMemo(() => myShifts(roster, personId), [roster, personId]);
  const [view, setView] = useState<'mine' | 'days'>(
    roster.people.some((row) => row.person_id === personId) ? 'mine' : 'days',
  );
  return (
    <>
      <Segmented
        block
        className="zs-roster-view"
        aria-label={t('roster.phone.label')}
        value={view}
        options={(['mine', 'days'] as const).map((value) => ({
          value,
          label: t(`roster.phone.${value}`),
        }))}
        onChange={setView}
      />
      {roster.state === 'draft' ? <p className="zs-field-note">{t('roster.mine.draft')}</p> : null}
      {view === 'mine' ? <Mine roster={roster} mine={mine} /> : <DayView roster={roster} />}
      {mayEdit ? <p className="zs-muted">{t('roster.phone.edit')}</p> : null}
    </>
  );
}

function Mine({ roster, mine }: { roster: Roster; mine: readonly MyShift[] }) {
  const { t } = useTranslation();
  const { personId } = useCommunity();
  const now = useServerNow(60_000);
  const { utcOffsetMinutes } = useTime();
  const past = mine.filter((one) => one.planned.ends_at <= now);
  const sum = rowSums(roster, utcOffsetMinutes).get(personId);
  if (mine.length === 0) {
    return (
      <section className="zs-panel">
        <EmptyState title={t('roster.mine.none')} why={t('roster.mine.noneWhy')} />
      </section>
    );
  }
  return (
    <section className="zs-panel">
      <p className="zs-muted">
        {t('roster.mine.sum', { shifts: sum?.shifts ?? 0, nights: sum?.nights ?? 0 })}
      </p>
      <ShiftList roster={roster} shifts={mine.filter((one) => one.planned.ends_at > now)} />
      {past.length > 0 ? (
        <details>
          <summary>{t('roster.mine.past', { n: past.length })}</summary>
          <ShiftList roster={roster} shifts={past} />
        </details>
      ) : null}
    </section>
  );
}

function ShiftList({ roster, shifts }: { roster: Roster; shifts: readonly MyShift[] }) {
  const { t, i18n } = useTranslation();
  const words = useRosterWords();
  const marks = shiftMarks(roster.shifts, i18n.language);
  return (
    <ul className="zs-roster-mine">
      {shifts.map(({ date, shift, partners }) => {
        const mark = marks.get(shift.key);
        return (
          <li key={`${date}|${shift.key}`}>
            <span>
              <strong>{words.date(date)}</strong> <small>{words.weekday(date)}</small>
            </span>
            <span className={`zs-roster-mark zs-roster-tone-${String(mark?.tone ?? 0)}`}>
              {mark?.letter}
            </span>
            <span>
              <strong>{words.shift(shift)}</strong> {shift.hours}
              {partners.length > 0 ? (
                <small>{t('roster.mine.partner', { names: words.list(partners) })}</small>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
