import { useTranslation } from 'react-i18next';
import type { MarkKind, Roster } from './model';
import { markLetter, type ShiftMark } from './shiftMarks';
import { useRosterWords } from './words';

interface LegendProps {
  roster: Roster;
  marks: ReadonlyMap<string, ShiftMark>;
  /** Show the keys that set each shift. */
  keys: boolean;
}

const MARK_KEYS: Record<'zh' | 'en', Record<MarkKind, string>> = {
  zh: { rest: 'X', leave: 'J' },
  en: { rest: 'R', leave: 'L' },
};

/** What the letters of the grid mean. */
export function Legend({ roster, marks, keys }: LegendProps) {
  const { t, i18n } = useTranslation();
  const words = useRosterWords();
  return (
    <ul className="zs-roster-legend" aria-label={t('roster.legend.title')}>
      {roster.shifts.map((shift, at) => {
        const mark = marks.get(shift.key);
        const notes = [
          t('roster.legend.count', { n: shift.count }),
          shift.roles.length > 0 ? words.roles(shift.roles) : t('roster.legend.anybody'),
          shift.within
            ? t('roster.legend.within', { shift: words.shiftByKey(roster, shift.within) })
            : '',
          shift.optional ? t('roster.legend.optional') : '',
        ].filter(Boolean);
        return (
          <li key={shift.key}>
            <span className={`zs-roster-mark zs-roster-tone-${String(mark?.tone ?? 0)}`}>
              {mark?.letter}
            </span>{' '}
            <strong>{words.shift(shift)}</strong> {shift.hours}{' '}
            <span className="zs-muted">{notes.join(' · ')}</span>
            {keys ? (
              <span className="zs-no-print">
                {' '}
                <kbd>{at + 1}</kbd>
                {mark?.key ? <kbd>{mark.key.toUpperCase()}</kbd> : null}
              </span>
            ) : null}
          </li>
        );
      })}
      {(['rest', 'leave'] as const).map((kind) => (
        <li key={kind}>
          <span className={`zs-roster-mark zs-roster-${kind}`}>
            {markLetter(kind, i18n.language)}
          </span>{' '}
          {t(`roster.mark.${kind}`)}
          {keys ? (
            <span className="zs-no-print">
              {' '}
              <kbd>{MARK_KEYS[words.english ? 'en' : 'zh'][kind]}</kbd>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
