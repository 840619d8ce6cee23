import { useTranslation } from 'react-i18next';
import type { Cell, Roster, RosterIssue, Shift } from './model';
import { dayNumber, weekdayOf } from './month';
import { named } from './shiftMarks';

/** 2026年12月 */
export function useMonthTitle(): (month: string) => string {
  const { t } = useTranslation();
  return (month) =>
    t('roster.month.title', { year: month.slice(0, 4), month: Number(month.slice(5, 7)) });
}

export interface RosterWords {
  english: boolean;
  /** 12-03 */
  date: (date: string) => string;
  /** 周四 */
  weekday: (date: string) => string;
  /** 四, for the narrow head of a column. */
  weekdayShort: (date: string) => string;
  shift: (shift: Shift) => string;
  shiftByKey: (roster: Roster, key: string) => string;
  /** What a cell holds, in words: 白班、午间值班. */
  content: (roster: Roster, cell: Cell) => string;
  issue: (issue: RosterIssue) => string;
  post: (roster: Roster) => string;
  roles: (roles: readonly string[]) => string;
  list: (names: readonly string[]) => string;
}

export function useRosterWords(): RosterWords {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  const weekday = (date: string) => t(`shared.weekday.d${weekdayOf(date)}`);
  const list = (names: readonly string[]) => names.join(english ? ', ' : '、');
  const shift = (one: Shift) => named(one, i18n.language);
  const shiftByKey = (roster: Roster, key: string) => {
    const found = roster.shifts.find((one) => one.key === key);
    return found ? shift(found) : key;
  };
  return {
    english,
    date: (date) => `${Number(date.slice(5, 7))}-${dayNumber(date)}`,
    weekday,
    weekdayShort: (date) => (english ? weekday(date).slice(0, 2) : weekday(date).slice(-1)),
    shift,
    shiftByKey,
    content: (roster, cell) => {
      if (cell.mark) return t(`roster.mark.${cell.mark}`);
      if (cell.shifts.length === 0) return t('roster.grid.empty');
      return list(cell.shifts.map((key) => shiftByKey(roster, key)));
    },
    issue: (issue) => (english ? issue.en : issue.zh),
    post: (roster) => (english && roster.post_name_en ? roster.post_name_en : roster.post_name),
    roles: (roles) => list(roles.map((role) => t(`people.role.${role}`))),
    list,
  };
}
