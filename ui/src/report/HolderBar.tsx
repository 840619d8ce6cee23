import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useTime } from '../shared/useTime';
import {
  heldTimes,
  shadesOf,
  stretchOf,
  ticksOf,
  type DayReport,
  type PostReport,
  type Stretch,
} from './model';

interface HolderBarProps {
  report: DayReport;
  post: PostReport;
  name: string;
}

const percent = (part: number) => `${String(part * 100)}%`;
const placed = (stretch: Stretch): CSSProperties => ({
  insetInlineStart: percent(stretch.start),
  width: percent(stretch.length),
});

/** Who answered for a post over the day: a bar to see it at once, and below it the times in words. */
export function HolderBar({ report, post, name }: HolderBarProps) {
  const { t } = useTranslation();
  const time = useTime();
  if (post.holders.length === 0) return <>{t('report.posts.noHolders')}</>;
  const shades = shadesOf(post);
  return (
    <>
      <div className="zs-report-bar" role="img" aria-label={t('report.posts.bar', { post: name })}>
        <div className="zs-report-track">
          {post.holders.map((one) => {
            const stretch = stretchOf(report, one.from_at, one.to_at);
            return stretch ? (
              <span
                key={one.from_at}
                className={`zs-report-held zs-report-shade-${String(shades.get(one.name) ?? 0)}`}
                style={placed(stretch)}
              >
                {stretch.length > 0.06 ? one.name : ''}
              </span>
            ) : null;
          })}
          {post.unattended.map((one) => {
            const stretch = stretchOf(report, one.from_at, one.to_at);
            return stretch ? (
              <span key={one.from_at} className="zs-report-empty" style={placed(stretch)} />
            ) : null;
          })}
        </div>
        <div className="zs-report-ticks">
          {ticksOf(report).map((at) => (
            <span key={at}>{time.format(at, 'time')}</span>
          ))}
        </div>
      </div>
      <Holders report={report} post={post} />
    </>
  );
}

function Holders({ report, post }: { report: DayReport; post: PostReport }) {
  const { t, i18n } = useTranslation();
  const time = useTime();
  // Outside the day a time alone would be taken for one within it.
  const when = (at: number) =>
    time.format(at, at < report.from_at || at > report.until_at ? 'short' : 'time');
  const by = (word: string) => (i18n.exists(`dutylog.by.${word}`) ? t(`dutylog.by.${word}`) : '');
  return (
    <ol className="zs-report-holders">
      {heldTimes(report, post).map((one) => (
        <li key={one.from_at}>
          {when(one.from_at)}–{one.to_at == null ? t('report.posts.until') : when(one.to_at)}{' '}
          {one.holder ? (
            <>
              <strong>{one.holder.name}</strong>{' '}
              <span className="zs-muted">{by(one.holder.began_by)}</span>
            </>
          ) : (
            <span className="zs-muted">{t('report.posts.unheld')}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
