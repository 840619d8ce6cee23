import { UserOutlined } from '@ant-design/icons';
import { Button, Input, Modal, type InputRef } from 'antd';
import { useContext, useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CommunityContext, useCommunityPath } from './community';
import { PinKeypad } from './PinKeypad';
import { asProblem } from './problem';
import { problemText } from './problemText';
import type { PinRequest, SignedBy } from './pin';
import { useIsPhone } from './useIsPhone';

interface PinDialogProps {
  request: PinRequest;
  onSigned: (signed: SignedBy) => void;
  onCancel: () => void;
}

const PIN = /^\d{4,6}$/;

/** Who signs, and the PIN that proves it. A wrong PIN is said here; everything else stays open. */
export function PinDialog({ request, onSigned, onCancel }: PinDialogProps) {
  const { t } = useTranslation();
  const errorId = useId();
  const { personId, setPersonId, pin, enter, error, unset, sending, sign } = useSigning(
    request,
    onSigned,
  );
  const field = useRef<InputRef>(null);
  const ready = personId !== null && PIN.test(pin) && !sending;
  return (
    <Modal
      open
      title={request.title ?? t('shared.pin.title')}
      width={420}
      onCancel={onCancel}
      mask={{ closable: false }}
      // The dialog takes the focus while it opens; the person wants it in the field.
      afterOpenChange={() => field.current?.focus({ preventScroll: true })}
      footer={[
        <Button key="cancel" onClick={onCancel} disabled={sending}>
          {t('shared.action.cancel')}
        </Button>,
        <Button
          key="sign"
          type="primary"
          disabled={!ready}
          loading={sending}
          onClick={() => void sign()}
        >
          {request.confirm ?? t('shared.pin.confirm')}
        </Button>,
      ]}
    >
      {request.explain ? <p>{request.explain}</p> : null}
      <PersonTiles request={request} chosen={personId} onChoose={setPersonId} />
      {personId === null ? null : (
        <PinField
          key={personId}
          field={field}
          pin={pin}
          onChange={enter}
          onEnter={() => void sign()}
          wrong={error !== null}
          errorId={errorId}
        />
      )}
      <p id={errorId} role="alert" className="zs-pin-error">
        {error}
      </p>
      {unset ? <ToAccount onGo={onCancel} /> : null}
    </Modal>
  );
}

/** Who has no PIN yet sets it on one's own account. */
function ToAccount({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const path = useCommunityPath();
  return (
    <Link to={path('account')} onClick={onGo}>
      {t('shared.pin.toAccount')}
    </Link>
  );
}

function useSigning(request: PinRequest, onSigned: (signed: SignedBy) => void) {
  const { t } = useTranslation();
  const me = useContext(CommunityContext)?.personId;
  const only = request.persons.length === 1 ? request.persons[0]?.id : undefined;
  const [personId, setPersonId] = useState(request.personId ?? only ?? null);
  const [pin, setPin] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [unset, setUnset] = useState(false);
  const [sending, setSending] = useState(false);
  const enter = (next: string) => {
    setPin(next.replace(/\D/g, '').slice(0, 6));
    setError(null);
  };
  const sign = async () => {
    if (sending) return;
    if (!personId || !PIN.test(pin)) {
      setError(t('shared.pin.short'));
      return;
    }
    setSending(true);
    try {
      await request.submit?.({ personId, pin });
      onSigned({ personId, pin });
    } catch (thrown) {
      const problem = asProblem(thrown);
      setPin('');
      setUnset(problem.code === 'pin_not_set' && personId === me);
      setError(problem.code === 'pin_wrong' ? t('shared.pin.wrong') : problemText(problem, t));
      setSending(false);
    }
  };
  const choose = (id: string) => {
    setPersonId(id);
    setPin('');
    setUnset(false);
    setError(null);
  };
  return { personId, setPersonId: choose, pin, enter, error, unset, sending, sign };
}

interface PinFieldProps {
  field: RefObject<InputRef | null>;
  pin: string;
  onChange: (next: string) => void;
  onEnter: () => void;
  wrong: boolean;
  errorId: string;
}

function PinField({ field, pin, onChange, onEnter, wrong, errorId }: PinFieldProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const fieldId = useId();
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, [field, wrong]);
  return (
    <>
      <label htmlFor={fieldId} className="zs-pin-label">
        {t('shared.pin.label')}
      </label>
      <Input.Password
        ref={field}
        id={fieldId}
        className="zs-pin-input"
        value={pin}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onPressEnter={onEnter}
        inputMode={isPhone ? 'none' : 'numeric'}
        autoComplete="off"
        maxLength={6}
        visibilityToggle={false}
        status={wrong ? 'error' : undefined}
        aria-invalid={wrong}
        aria-describedby={errorId}
      />
      {isPhone ? <PinKeypad value={pin} onChange={onChange} /> : null}
    </>
  );
}

interface PersonTilesProps {
  request: PinRequest;
  chosen: string | null;
  onChoose: (id: string) => void;
}

function PersonTiles({ request, chosen, onChoose }: PersonTilesProps) {
  const { t } = useTranslation();
  if (request.persons.length === 0) return <p role="alert">{t('shared.pin.noPerson')}</p>;
  return (
    <div role="radiogroup" aria-label={t('shared.pin.who')} className="zs-pin-tiles">
      {request.persons.map((person) => (
        <button
          key={person.id}
          type="button"
          role="radio"
          aria-checked={person.id === chosen}
          className="zs-pin-tile"
          onClick={() => {
            onChoose(person.id);
          }}
        >
          <UserOutlined aria-hidden />
          <span className="zs-pin-name">{person.name}</span>
          {person.note ? <span className="zs-pin-note">{person.note}</span> : null}
        </button>
      ))}
    </div>
  );
}
