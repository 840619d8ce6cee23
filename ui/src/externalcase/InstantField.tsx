import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { instantOf } from '../shared/time';
import { useTime } from '../shared/useTime';
import { DAY_MS } from './model';

interface InstantFieldProps {
  label: string;
  value: number | null;
  onChange: (at: number | null) => void;
  /** Offers the end of the working day so many days from now. */
  days?: readonly number[];
}

/** Offices close then; a deadline by the day means until then. */
const CLOSING_TIME = '17:00';

/** A date and time of the community, with the usual deadlines one tap away. */
export function InstantField({ label, value, onChange, days = [] }: InstantFieldProps) {
  const { t } = useTranslation();
  const time = useTime();
  const id = useId();
  const now = useServerNow(60_000);
  const shown = value === null ? '' : `${time.format(value, 'date')}T${time.format(value, 'time')}`;
  const at = (date: string, clock: string) => instantOf(date, clock, time.utcOffsetMinutes);
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="datetime-local"
        value={shown}
        onChange={(event) => {
          const [date, clock] = event.target.value.split('T');
          onChange(date && clock ? at(date, clock) : null);
        }}
      />
      {days.length > 0 ? (
        <div className="zs-case-days">
          {days.map((n) => (
            <Button
              key={n}
              size="small"
              onClick={() => {
                onChange(at(time.format(now + n * DAY_MS, 'date'), CLOSING_TIME));
              }}
            >
              {t('externalcase.inDays', { n, time: CLOSING_TIME })}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
