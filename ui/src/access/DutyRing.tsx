import { localTime } from '../shared/time';

interface DutyRingProps {
  now: number;
  utcOffsetMinutes: number;
  label: string;
}

const RADIUS = 84;

/** 24 hours as one ring of three shifts without a gap, and where the day stands. Midnight is on top. */
export function DutyRing({ now, utcOffsetMinutes, label }: DutyRingProps) {
  const { hour, minute } = localTime(now, utcOffsetMinutes);
  const turn = ((hour * 60 + minute) / 1440) * 360;
  return (
    <svg viewBox="0 0 220 220" role="img" aria-label={label} className="zs-ring">
      {[0, 8, 16].map((from, index) => (
        <path
          key={from}
          d={arc(from, from + 8)}
          className={`zs-ring-shift zs-ring-shift-${index}`}
          fill="none"
        />
      ))}
      {Array.from({ length: 24 }, (_, h) => (
        <line
          key={h}
          x1="110"
          y1={h % 6 === 0 ? 42 : 46}
          x2="110"
          y2="50"
          transform={`rotate(${h * 15} 110 110)`}
          className="zs-ring-tick"
        />
      ))}
      {[0, 6, 12, 18].map((h) => {
        const [x, y] = point(h, h % 12 === 0 ? 54 : 50);
        return (
          <text key={h} x={x} y={y + 4} textAnchor="middle" className="zs-ring-hour">
            {h}
          </text>
        );
      })}
      <g transform={`rotate(${turn} 110 110)`}>
        <circle cx="110" cy={110 - RADIUS} r="9" className="zs-ring-now" />
      </g>
    </svg>
  );
}

function point(hour: number, radius: number): [number, number] {
  const angle = (hour / 24) * 2 * Math.PI - Math.PI / 2;
  return [110 + radius * Math.cos(angle), 110 + radius * Math.sin(angle)];
}

function arc(fromHour: number, toHour: number): string {
  const [x1, y1] = point(fromHour, RADIUS);
  const [x2, y2] = point(toHour, RADIUS);
  return `M${x1.toFixed(2)} ${y1.toFixed(2)} A${RADIUS} ${RADIUS} 0 0 1 ${x2.toFixed(2)} ${y2.toFixed(2)}`;
}
