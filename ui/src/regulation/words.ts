import { useTranslation } from 'react-i18next';
import { runsOf, type Diagnostic, type RegulationLine, type Text, type Weekday } from './model';

export interface RegulationWords {
  english: boolean;
  text: (text: Text) => string;
  title: (line: RegulationLine) => string;
  message: (one: Diagnostic) => string;
  help: (one: Diagnostic) => string;
  roles: (roles: readonly string[]) => string;
  list: (names: readonly string[]) => string;
  days: (days: readonly Weekday[] | undefined) => string;
  /** 15 分钟, 8 小时, 1 天 */
  minutes: (minutes: number | null | undefined) => string;
}

/** How the two languages of a regulation are shown: that of the page, the Chinese where none is given. */
export function useRegulationWords(): RegulationWords {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  const text = (one: Text) => (english && one.en !== '' ? one.en : one.zh);
  const list = (names: readonly string[]) => names.join(english ? ', ' : '、');
  const day = (one: Weekday) => t(`regulation.day.${one}`);
  return {
    english,
    text,
    list,
    title: (line) => (english && line.title_en !== '' ? line.title_en : line.title_zh),
    message: (one) => (english ? one.message_en : one.message_zh),
    help: (one) => (english ? one.help_en : one.help_zh),
    roles: (roles) => list(roles.map((role) => t(`people.role.${role}`))),
    days: (days) => {
      if (!days || days.length === 0 || days.length === 7) return t('regulation.day.every');
      const runs = runsOf(days).flatMap(([from, to]) => {
        if (from === to) return [day(from)];
        return [t('regulation.day.run', { from: day(from), to: day(to) })];
      });
      return list(runs);
    },
    minutes: (minutes) => {
      if (minutes == null) return '—';
      if (minutes % 1440 === 0) return t('regulation.span.days', { n: minutes / 1440 });
      if (minutes % 60 === 0) return t('regulation.span.hours', { n: minutes / 60 });
      return t('regulation.span.minutes', { n: minutes });
    },
  };
}
