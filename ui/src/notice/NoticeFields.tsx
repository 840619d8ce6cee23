import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { instantOf } from '../shared/time';
import { useTime } from '../shared/useTime';
import { quickEnds, type TypedNotice } from './model';

interface NoticeFieldsProps {
  typed: TypedNotice;
  set: (change: Partial<TypedNotice>) => void;
}

export function NoticeFields({ typed, set }: NoticeFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="zs-notice-form">
      <label htmlFor={`${id}-title`}>{t('notice.form.title')}</label>
      <Input
        id={`${id}-title`}
        maxLength={40}
        autoComplete="off"
        placeholder={t('notice.form.titleHint')}
        value={typed.title}
        onChange={(event) => {
          set({ title: event.target.value });
        }}
      />
      <label htmlFor={`${id}-text`}>{t('notice.form.text')}</label>
      <Input.TextArea
        id={`${id}-text`}
        rows={3}
        maxLength={1000}
        placeholder={t('notice.form.textHint')}
        value={typed.text}
        onChange={(event) => {
          set({ text: event.target.value });
        }}
      />
      <Until typed={typed} set={set} />
      <From typed={typed} set={set} />
    </div>
  );
}

function Until({ typed, set }: NoticeFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const time = useTime();
  const ends = quickEnds(useServerNow(60_000), time.utcOffsetMinutes);
  return (
    <>
      <label htmlFor={id}>{t('notice.form.until')}</label>
      <div className="zs-notice-ends">
        {ends.map(({ word, at }) => (
          <Button
            key={word}
            type={typed.untilAt === at ? 'primary' : 'default'}
            aria-pressed={typed.untilAt === at}
            onClick={() => {
              set({ untilAt: at });
            }}
          >
            {t(`notice.end.${word}`)}
          </Button>
        ))}
        <Moment
          id={id}
          at={typed.untilAt}
          onChange={(untilAt) => {
            set({ untilAt });
          }}
        />
      </div>
    </>
  );
}

/** Most notices count at once; a cut that is announced begins later. */
function From({ typed, set }: NoticeFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const now = useServerNow(60_000);
  return (
    <>
      <label htmlFor={id}>{t('notice.form.from')}</label>
      {typed.fromAt === null ? (
        <div className="zs-notice-ends">
          <span>{t('notice.form.fromNow')}</span>
          <Button
            id={id}
            type="link"
            onClick={() => {
              set({ fromAt: now });
            }}
          >
            {t('notice.form.fromLater')}
          </Button>
        </div>
      ) : (
        <Moment
          id={id}
          at={typed.fromAt}
          onChange={(fromAt) => {
            set({ fromAt });
          }}
        />
      )}
    </>
  );
}

interface MomentProps {
  id: string;
  at: number | null;
  onChange: (at: number | null) => void;
}

function Moment({ id, at, onChange }: MomentProps) {
  const time = useTime();
  const shown = at === null ? '' : `${time.format(at, 'date')}T${time.format(at, 'time')}`;
  return (
    <Input
      id={id}
      className="zs-notice-moment"
      type="datetime-local"
      value={shown}
      onChange={(event) => {
        const [date, clock] = event.target.value.split('T');
        onChange(date && clock ? instantOf(date, clock, time.utcOffsetMinutes) : null);
      }}
    />
  );
}
