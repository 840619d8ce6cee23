import { Checkbox, Form, Input, Radio } from 'antd';
import type { ClipboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { PhoneField } from '../shared/PhoneField';
import { CarInTheWay } from './CarInTheWay';
import { TakeStaffComplaint } from '../staffcomplaint/TakeStaffComplaint';
import {
  CHANNELS,
  EMPTY_INTAKE,
  KINDS,
  ordersByItself,
  staffComplaintOf,
  URGENCIES,
  type Intake,
} from './model';

/** 挪车 stands among the kinds because it is asked for as often as most of them; it is kept as help. */
const MOVE_CAR = 'move_car';

export interface PartProps {
  intake: Intake;
  set: (change: Partial<Intake>) => void;
}

export function KindAndChannel({ intake, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="zs-desk-inline">
        <span aria-hidden>{t('desk.intake.kind')}</span>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          aria-label={t('desk.intake.kind')}
          value={intake.movesCar ? MOVE_CAR : intake.kind}
          options={[
            ...KINDS.map((kind) => ({ value: kind as string, label: t(`desk.kind.${kind}`) })),
            { value: MOVE_CAR, label: t('desk.car.kind') },
          ]}
          onChange={(event) => {
            const chosen = event.target.value as Intake['kind'] | typeof MOVE_CAR;
            const movesCar = chosen === MOVE_CAR;
            const kind = movesCar ? 'help' : chosen;
            set({ kind, movesCar, withOrder: !movesCar && ordersByItself(kind) });
          }}
        />
      </div>
      {intake.kind === 'complaint' ? (
        <TakeStaffComplaint
          begun={staffComplaintOf(intake)}
          onTaken={() => {
            // Nothing of it stays on the screen of the shift.
            set(EMPTY_INTAKE);
          }}
        />
      ) : null}
      {intake.movesCar ? <CarInTheWay intake={intake} set={set} /> : null}
      <div className="zs-desk-inline">
        <span aria-hidden>{t('desk.intake.channel')}</span>
        <Radio.Group
          aria-label={t('desk.intake.channel')}
          value={intake.channel}
          options={CHANNELS.map((one) => ({ value: one, label: t(`desk.channel.${one}`) }))}
          onChange={(event) => {
            set({ channel: event.target.value as Intake['channel'] });
          }}
        />
      </div>
    </>
  );
}

interface ParticularsProps extends PartProps {
  /** A message of the owners' group may be pasted into the content. */
  onPaste: ClipboardEventHandler;
}

export function Particulars({ intake, set, onPaste }: ParticularsProps) {
  const { t } = useTranslation();
  // What the chosen card says need not be typed; what is typed goes before the card.
  const card = intake.resident;
  const field = (
    name: 'room' | 'callerName' | 'handling' | 'told',
    label: string,
    placeholder = '',
  ) => (
    <Form.Item label={label} htmlFor={`zs-${name}`}>
      <Input
        id={`zs-${name}`}
        autoComplete="off"
        placeholder={placeholder}
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
        {field('callerName', t('desk.intake.caller'), card?.name)}
        <Form.Item label={t('desk.intake.phone')} htmlFor="zs-phone">
          <PhoneField
            id="zs-phone"
            {...(card?.phone ? { placeholder: card.phone } : {})}
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
          onPaste={onPaste}
          onChange={(event) => {
            set({ content: event.target.value });
          }}
        />
      </Form.Item>
      <div className="zs-desk-row">
        {field('handling', t('desk.intake.handling'))}
        {field('told', t('desk.intake.told'))}
      </div>
    </>
  );
}

export function OrderChoice({ intake, set }: PartProps) {
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
        <>
          <Radio.Group
            aria-label={t('desk.intake.urgency')}
            value={intake.urgency}
            options={URGENCIES.map((one) => ({
              value: one,
              label: t(`workorder.urgency.${one}`),
            }))}
            onChange={(event) => {
              set({ urgency: event.target.value as Intake['urgency'] });
            }}
          />
          <Input
            className="zs-desk-place"
            aria-label={t('desk.intake.place')}
            placeholder={t('desk.intake.placeHint')}
            autoComplete="off"
            value={intake.place}
            onChange={(event) => {
              set({ place: event.target.value });
            }}
          />
        </>
      ) : (
        <Checkbox
          checked={intake.settled}
          onChange={(event) => {
            set({ settled: event.target.checked });
          }}
        >
          {t('desk.intake.settled')}
        </Checkbox>
      )}
    </div>
  );
}
