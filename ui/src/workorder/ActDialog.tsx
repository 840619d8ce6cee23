import { Input, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shared/ProblemAlert';
import { instantOf } from '../shared/time';
import { useTime } from '../shared/useTime';
import { DetailFields, TellHeadFields, type PartProps } from './ActFields';
import type { ActName, Order } from './model';
import { useAssignees } from './useAssignees';
import type { ActWords } from './useOrderAct';

interface ActDialogProps {
  name: ActName;
  order: Order;
  problem: unknown;
  pending: boolean;
  onSubmit: (words: ActWords) => Promise<void>;
  onClose: () => void;
}

const ASSIGNS: readonly ActName[] = ['dispatch', 'reassign'];
const GIVES_REASON: readonly ActName[] = ['reassign', 'reject', 'reopen', 'close', 'carry'];
const NOTES: readonly ActName[] = ['finish', 'first_reply', 'note'];
const CAUSES = ['conditions', 'parts', 'customer_wish', 'not_home'] as const;
const CLOSINGS = ['settled', 'withdrawn', 'passed_on', 'duplicate'] as const;

/** Asks for what an act needs, and nothing else. */
export function ActDialog({ name, order, problem, pending, onSubmit, onClose }: ActDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState<ActWords>({
    reached: true,
    satisfied: true,
    cause: 'conditions',
    closing: 'settled',
    appointmentAt: order.suggested_appointment_at,
    department: order.department,
    result: order.result,
    material: order.material,
    fee: order.fee_cents == null ? null : order.fee_cents / 100,
  });
  const set = (change: ActWords) => {
    setWords({ ...words, ...change });
  };
  const text = (key: 'reason' | 'note' | 'explanation' | 'remark') => (
    <Words
      label={t(`workorder.form.${key}`)}
      value={words[key] ?? ''}
      onChange={(typed) => {
        set({ [key]: typed });
      }}
    />
  );
  return (
    <Modal
      open
      title={`${t(`workorder.act.${name}`)} ${order.number}`}
      okText={t(`workorder.act.${name}`)}
      confirmLoading={pending}
      onOk={() => void onSubmit(words)}
      onCancel={onClose}
    >
      <div className="zs-order-form">
        {ASSIGNS.includes(name) ? <AssigneeField order={order} words={words} set={set} /> : null}
        {name === 'tell_head' ? <TellHeadFields order={order} words={words} set={set} /> : null}
        {name === 'details' ? <DetailFields words={words} set={set} /> : null}
        {name === 'defer' ? <DeferFields words={words} set={set} /> : null}
        {name === 'defer' ? text('explanation') : null}
        {name === 'close' ? (
          <Choice
            label={t('workorder.form.closing')}
            options={CLOSINGS.map((one) => [one, t(`workorder.closing.${one}`)])}
            value={words.closing ?? 'settled'}
            onChange={(closing) => {
              set({ closing });
            }}
          />
        ) : null}
        {name === 'call_back' ? <CallFields words={words} set={set} /> : null}
        {name === 'call_back' ? text('remark') : null}
        {GIVES_REASON.includes(name) ? text('reason') : null}
        {NOTES.includes(name) ? text('note') : null}
        <ProblemAlert problem={problem} />
      </div>
    </Modal>
  );
}

function Words(props: { label: string; value: string; onChange: (typed: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2 }}
        value={props.value}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  options: [T, string][];
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <div>
      <div>{label}</div>
      <Radio.Group
        aria-label={label}
        value={value}
        options={options.map(([key, words]) => ({ value: key, label: words }))}
        onChange={(event) => {
          onChange(event.target.value as T);
        }}
      />
    </div>
  );
}

function AssigneeField({ order, words, set }: PartProps & { order: Order }) {
  const { t } = useTranslation();
  const id = useId();
  const assignees = useAssignees(order);
  const label = (one: NonNullable<typeof assignees.data>['items'][number]) =>
    [
      one.name,
      one.on_duty ? t('workorder.form.onDuty') : '',
      t('workorder.form.load', { n: one.open_orders }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <div>
      <label htmlFor={id}>{t('workorder.form.assignee')}</label>
      <Select
        id={id}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        loading={assignees.isPending}
        value={words.assigneeId ?? null}
        options={(assignees.data?.items ?? []).map((one) => ({ value: one.id, label: label(one) }))}
        onChange={(assigneeId) => {
          if (assigneeId) set({ assigneeId });
        }}
      />
    </div>
  );
}

function DeferFields({ words, set }: PartProps) {
  const { t } = useTranslation();
  const time = useTime();
  const id = useId();
  const at = words.appointmentAt;
  const shown = at == null ? '' : `${time.format(at, 'date')}T${time.format(at, 'time')}`;
  return (
    <>
      <Choice
        label={t('workorder.form.cause')}
        options={CAUSES.map((one) => [one, t(`workorder.cause.${one}`)])}
        value={words.cause ?? 'conditions'}
        onChange={(cause) => {
          set({ cause });
        }}
      />
      <div>
        <label htmlFor={id}>{t('workorder.form.appointment')}</label>
        <Input
          id={id}
          type="datetime-local"
          value={shown}
          onChange={(event) => {
            const [date, clock] = event.target.value.split('T');
            set({
              appointmentAt: date && clock ? instantOf(date, clock, time.utcOffsetMinutes) : null,
            });
          }}
        />
      </div>
    </>
  );
}

function CallFields({ words, set }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choice
        label={t('workorder.form.reached')}
        options={[
          ['yes', t('workorder.form.reachedYes')],
          ['no', t('workorder.form.reachedNo')],
        ]}
        value={words.reached === false ? 'no' : 'yes'}
        onChange={(value) => {
          set({ reached: value === 'yes' });
        }}
      />
      {words.reached === false ? null : (
        <Choice
          label={t('workorder.form.satisfied')}
          options={[
            ['yes', t('workorder.form.yes')],
            ['no', t('workorder.form.no')],
          ]}
          value={words.satisfied === false ? 'no' : 'yes'}
          onChange={(value) => {
            set({ satisfied: value === 'yes' });
          }}
        />
      )}
    </>
  );
}
