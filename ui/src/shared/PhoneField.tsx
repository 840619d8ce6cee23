import { Input, type InputRef } from 'antd';
import type { ClipboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanPhone, isDialablePhone, looksLikePhone } from './phone';

interface PhoneFieldProps {
  value?: string;
  onChange?: (value: string) => void;
  /** After a paste or on leaving the field: the cleaned number, e.g. to look the resident up. */
  onComplete?: (phone: string) => void;
  id?: string;
  placeholder?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  ref?: Ref<InputRef>;
}

/**
 * A field for a phone number, usable inside `Form.Item`. What is pasted is cleaned at once. An odd
 * number is pointed out and never refused: intake must not be blocked by it.
 */
export function PhoneField({ value = '', onChange, onComplete, ...rest }: PhoneFieldProps) {
  const { t } = useTranslation();
  const odd = value !== '' && !value.includes('*') && !isDialablePhone(value);
  const take = (text: string) => {
    const phone = cleanPhone(text);
    onChange?.(phone);
    if (phone !== '') onComplete?.(phone);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!looksLikePhone(text)) return;
    event.preventDefault();
    take(text);
  };
  return (
    <>
      <Input
        {...rest}
        value={value}
        inputMode="tel"
        autoComplete="off"
        maxLength={32}
        placeholder={rest.placeholder ?? t('shared.phoneField.placeholder')}
        onPaste={paste}
        onChange={(event) => {
          onChange?.(event.target.value);
        }}
        onBlur={() => {
          if (looksLikePhone(value)) take(value);
        }}
      />
      {odd && value.length >= 7 ? (
        <span className="zs-field-note">{t('shared.phoneField.odd')}</span>
      ) : null}
    </>
  );
}
