import { useTranslation } from 'react-i18next';

interface PinKeypadProps {
  value: string;
  onChange: (next: string) => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'];

/** Big keys for a thumb, perhaps in a glove; the phone's own keyboard stays away. */
export function PinKeypad({ value, onChange }: PinKeypadProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-keypad">
      {DIGITS.map((digit) =>
        digit === '' ? (
          <span key="blank" />
        ) : (
          <button
            key={digit}
            type="button"
            aria-label={t('shared.pin.digit', { digit })}
            onClick={() => {
              onChange(value + digit);
            }}
          >
            {digit}
          </button>
        ),
      )}
      <button
        type="button"
        aria-label={t('shared.pin.erase')}
        onClick={() => {
          onChange(value.slice(0, -1));
        }}
      >
        ⌫
      </button>
    </div>
  );
}
