import { Alert, Button, Checkbox, Form, Input, Radio, type InputRef } from 'antd';
import { useEffect, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { looksLikePhone, cleanPhone } from '../shared/phone';
import { PhoneField } from '../shared/PhoneField';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useHotkeys } from '../shared/useHotkeys';
import { CallerCards } from './CallerCards';
import {
  CHANNELS,
  EMPTY_INTAKE,
  KINDS,
  ordersByItself,
  type CallerCard,
  type Intake,
} from './model';
import { useIntake } from './useIntake';

interface IntakeFormProps {
  /** Changes whenever somebody asks for intake: the lookup takes the focus. */
  focusAsked: number;
}

/** 来电来访登记: the lookup first, then as little as the caller leaves time for. */
export function IntakeForm({ focusAsked }: IntakeFormProps) {
  const { t } = useTranslation();
  const lookup = useRef<InputRef>(null);
  const { draft, save } = useIntake();
  const { value: intake, setValue } = draft;
  const set = (change: Partial<Intake>) => {
    setValue((before) => ({ ...before, ...change }));
  };
  const submit = () => {
    void save.run().then((saved) => {
      if (saved) lookup.current?.focus();
    });
  };
  useEffect(() => {
    if (focusAsked > 0) lookup.current?.focus();
  }, [focusAsked]);
  useHotkeys({ 'ctrl+enter': submit, n: () => lookup.current?.focus() });

  const choose = (card: CallerCard) => {
    const again = intake.resident?.id === card.resident.id;
    set(
      again
        ? { resident: null }
        : {
            resident: { id: card.resident.id, roomId: card.resident.room_id },
            room: card.resident.room_code,
          },
    );
  };
  return (
    <section className="zs-panel zs-desk-intake" aria-labelledby="zs-intake">
      <h2 id="zs-intake" className="zs-desk-h2">
        {t('desk.intake.title')}
      </h2>
      {draft.restored && intake !== EMPTY_INTAKE ? <Restored onClear={draft.clear} /> : null}
      <Form layout="vertical" requiredMark={false}>
        <LookupField ref={lookup} intake={intake} set={set} />
        <CallerCards
          typed={intake.lookup}
          chosenId={intake.resident?.id ?? null}
          onChoose={choose}
        />
        <KindAndChannel intake={intake} set={set} />
        <Particulars intake={intake} set={set} />
        <ProblemAlert problem={save.problem} onClose={save.dismiss} />
        <div className="zs-desk-save">
          <Button type="primary" size="large" loading={save.pending} onClick={submit}>
            {t('desk.intake.save')}
          </Button>
          <Button onClick={draft.clear}>{t('desk.intake.clear')}</Button>
        </div>
      </Form>
    </section>
  );
}

function Restored({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      title={t('desk.intake.restored')}
      action={
        <Button size="small" onClick={onClear}>
          {t('desk.intake.clear')}
        </Button>
      }
    />
  );
}

function LookupField({ intake, set, ref }: PartProps & { ref: Ref<InputRef> }) {
  const { t } = useTranslation();
  return (
    <Form.Item label={t('desk.intake.lookup')} htmlFor="zs-lookup">
      <Input
        id="zs-lookup"
        ref={ref}
        size="large"
        allowClear
        autoComplete="off"
        placeholder={t('desk.intake.lookupHint')}
        value={intake.lookup}
        onChange={(event) => {
          const typed = event.target.value;
          set({ lookup: looksLikePhone(typed) ? cleanPhone(typed) : typed });
        }}
      />
    </Form.Item>
  );
}

interface PartProps {
  intake: Intake;
  set: (change: Partial<Intake>) => void;
}

function KindAndChannel({ intake, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('desk.intake.kind')}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          aria-label={t('desk.intake.kind')}
          value={intake.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`desk.kind.${kind}`) }))}
          onChange={(event) => {
            const kind = event.target.value as Intake['kind'];
            set({ kind, withOrder: ordersByItself(kind) });
          }}
        />
      </Form.Item>
      <Form.Item label={t('desk.intake.channel')}>
        <Radio.Group
          aria-label={t('desk.intake.channel')}
          value={intake.channel}
          options={CHANNELS.map((one) => ({ value: one, label: t(`desk.channel.${one}`) }))}
          onChange={(event) => {
            set({ channel: event.target.value as Intake['channel'] });
          }}
        />
      </Form.Item>
    </>
  );
}

function Particulars({ intake, set }: PartProps) {
  const { t } = useTranslation();
  const field = (name: 'room' | 'callerName' | 'handling' | 'told' | 'place', label: string) => (
    <Form.Item label={label} htmlFor={`zs-${name}`}>
      <Input
        id={`zs-${name}`}
        autoComplete="off"
        value={intake[name]}
        onChange={(event) => {
          set({ [name]: event.target.value });
        }}
      />
    </Form.Item>
  );
  return (
    <>
      <div className="zs-desk-row">
        {field('room', t('desk.intake.room'))}
        {field('callerName', t('desk.intake.caller'))}
        <Form.Item label={t('desk.intake.phone')} htmlFor="zs-phone">
          <PhoneField
            id="zs-phone"
            value={intake.callerPhone}
            onChange={(callerPhone) => {
              set({ callerPhone });
            }}
          />
        </Form.Item>
      </div>
      <Form.Item label={t('desk.intake.content')} htmlFor="zs-content">
        <Input.TextArea
          id="zs-content"
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={t('desk.intake.contentHint')}
          value={intake.content}
          onChange={(event) => {
            set({ content: event.target.value });
          }}
        />
      </Form.Item>
      <div className="zs-desk-row">
        {field('handling', t('desk.intake.handling'))}
        {field('told', t('desk.intake.told'))}
      </div>
      <OrderChoice intake={intake} set={set} />
      {intake.withOrder ? field('place', t('desk.intake.place')) : null}
    </>
  );
}

function OrderChoice({ intake, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-desk-order">
      <Checkbox
        checked={intake.withOrder}
        onChange={(event) => {
          set({ withOrder: event.target.checked });
        }}
      >
        {t('desk.intake.withOrder')}
      </Checkbox>
      {intake.withOrder ? (
        <Checkbox
          checked={intake.urgent}
          onChange={(event) => {
            set({ urgent: event.target.checked });
          }}
        >
          {t('desk.intake.urgent')}
        </Checkbox>
      ) : null}
    </div>
  );
}
