import { useTranslation } from 'react-i18next';
import { clockHours, placeOf, spansOf, type Document } from './model';
import { useRegulationWords } from './words';

interface DayBarsProps {
  document: Document;
  post: Document['posts'][number];
}

const TICKS = [0, 6, 12, 18, 24];

/** The 24 hours of one post: each shift on a line of its own, with its name and hours written on it. */
export function DayBars({ document, post }: DayBarsProps) {
  const { t } = useTranslation();
  const words = useRegulationWords();
  const shifts = document.shifts.filter((shift) => shift.post === post.key);
  if (shifts.length === 0) return null;
  return (
    <figure className="zs-reg-bars">
      <figcaption>{words.text(post.name)}</figcaption>
      {shifts.map((shift, at) => {
        const hours = clockHours(document, shift.hours);
        const label = t('regulation.read.bar', { name: words.text(shift.name), hours });
        const someDays = (shift.days?.length ?? 7) < 7;
        return (
          <div key={shift.key} className="zs-reg-bar-line">
            <span className="zs-reg-bar-name">
              {label}
              {someDays ? <small className="zs-muted"> {words.days(shift.days)}</small> : null}
            </span>
            <span className="zs-reg-bar-day" aria-hidden>
              {spansOf(hours).map((span) => (
                <i
                  key={span.from}
                  className={`zs-reg-bar zs-reg-bar-${String(at % 4)}`}
                  style={placeOf(span)}
                />
              ))}
            </span>
          </div>
        );
      })}
      <div className="zs-reg-bar-line" aria-hidden>
        <span className="zs-reg-bar-name" />
        <span className="zs-reg-bar-ticks">
          {TICKS.map((hour) => (
            <small key={hour}>{hour}</small>
          ))}
        </span>
      </div>
    </figure>
  );
}
