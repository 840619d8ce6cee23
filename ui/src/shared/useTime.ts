import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUtcOffsetMinutes } from './community';
import { daysBetween, durationParts, formatInstant, localTime, type TimeStyle } from './time';

export interface TimeWords {
  /** An instant in the community's local time, 24 hours. */
  format: (at: number, style: TimeStyle) => string;
  /** 周三 / Wed */
  weekday: (at: number) => string;
  /** 今天 08:05, 昨天 22:40, otherwise 11-21 08:05. */
  relative: (at: number, now: number) => string;
  /** The two largest parts: 1小时20分, 4分10秒. */
  duration: (milliseconds: number) => string;
  utcOffsetMinutes: number;
}

/** Times as the community and the language write them. */
export function useTime(): TimeWords {
  const { t } = useTranslation();
  const offset = useUtcOffsetMinutes();
  return useMemo(() => {
    const format = (at: number, style: TimeStyle) => formatInstant(at, style, offset);
    return {
      format,
      weekday: (at) => t(`shared.weekday.d${localTime(at, offset).weekday}`),
      relative: (at, now) => {
        const day = { '-1': 'tomorrow', '0': 'today', '1': 'yesterday' }[
          String(daysBetween(at, now, offset))
        ];
        if (!day) return format(at, 'short');
        return `${t(`shared.relativeDay.${day}`)} ${format(at, 'time')}`;
      },
      duration: (milliseconds) => {
        const parts = durationParts(milliseconds);
        const [first, second] = (['days', 'hours', 'minutes', 'seconds'] as const)
          .filter((unit) => parts[unit] > 0)
          .map((unit) => t(`shared.duration.${unit}`, { n: parts[unit] }));
        if (!first) return t('shared.duration.seconds', { n: 0 });
        return second ? t('shared.duration.pair', { first, second }) : first;
      },
      utcOffsetMinutes: offset,
    };
  }, [t, offset]);
}
