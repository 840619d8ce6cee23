import { Input, Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../shared/clock';
import { PhoneField } from '../shared/PhoneField';
import { InstantField } from './InstantField';
import { SOURCES, type CaseSource } from './model';
import { isNamed, type Typed } from './take';

export interface TakeFieldsProps {
  typed: Typed;
  set: (change: Partial<Typed>) => void;
}

/** Who sent it, under which number, and until when they want the reply. */
export function SourceFields({ typed, set }: TakeFieldsProps) {
  const { t } = useTranslation();
  const now = useServerNow(60_000);
  return (
    <>
      <Radio.Group
        optionType="button"
        buttonStyle="solid"
        aria-label={t('externalcase.field.source')}
        value={typed.source}
        options={SOURCES.map((one) => ({ value: one, label: t(`externalcase.source.${one}`) }))}
        onChange={(event) => {
          set({ source: event.target.value as CaseSource });
        }}
      />
      <div className="zs-case-row">
        {isNamed(typed.source) ? (
          <Line
            label={t('externalcase.field.sourceName')}
            value={typed.sourceName}
            onChange={(sourceName) => {
              set({ sourceName });
            }}
          />
        ) : null}
        <Line
          label={t(
            typed.source === 'hotline'
              ? 'externalcase.field.externalNumber'
              : 'externalcase.field.externalNumberIfAny',
          )}
          value={typed.externalNumber}
          onChange={(externalNumber) => {
            set({ externalNumber });
          }}
        />
      </div>
      <div className="zs-case-row">
        <InstantField
          label={t('externalcase.field.received')}
          value={typed.receivedAt ?? now}
          onChange={(receivedAt) => {
            set({ receivedAt });
          }}
        />
        <InstantField
          label={t('externalcase.field.due')}
          value={typed.dueAt}
          days={[1, 3, 5]}
          onChange={(dueAt) => {
            set({ dueAt });
          }}
        />
      </div>
    </>
  );
}

/** What it is about, and of whom: as the source gives them. */
export function CallerFields({ typed, set }: TakeFieldsProps) {
  const { t } = useTranslation();
  const content = useId();
  const phone = useId();
  return (
    <>
      <div>
        <label htmlFor={content}>{t('externalcase.field.content')}</label>
        <Input.TextArea
          id={content}
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder={t('externalcase.take.contentHint')}
          value={typed.content}
          onChange={(event) => {
            set({ content: event.target.value });
          }}
        />
      </div>
      <div className="zs-case-row">
        <Line
          label={t('externalcase.field.room')}
          value={typed.room}
          onChange={(room) => {
            set({ room });
          }}
        />
        <Line
          label={t('externalcase.field.caller')}
          value={typed.callerName}
          onChange={(callerName) => {
            set({ callerName });
          }}
        />
        <div>
          <label htmlFor={phone}>{t('externalcase.field.phone')}</label>
          <PhoneField
            id={phone}
            value={typed.callerPhone}
            onChange={(callerPhone) => {
              set({ callerPhone });
            }}
          />
        </div>
      </div>
    </>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange: (typed: string) => void;
}

function Line({ label, value, onChange }: LineProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
