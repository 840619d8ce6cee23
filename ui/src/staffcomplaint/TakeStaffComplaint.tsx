import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useQuery } from '@tanstack/react-query';
import { actHeaders, api, ok } from '../shared/api';
import { communityKey, useCommunity } from '../shared/community';
import { PhoneField } from '../shared/PhoneField';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';

type Input_ = components['schemas']['StaffComplaintInput'];

interface TakeStaffComplaintProps {
  /** What the intake form knows of the caller already. */
  begun: Input_;
  /** The form is emptied: nothing of it stays on the screen of the shift. */
  onTaken: () => void;
}

/** The way past the desk: a complaint about staff is written down and leaves the screen. */
export function TakeStaffComplaint({ begun, onTaken }: TakeStaffComplaintProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        type="link"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('staffcomplaint.take.open')}
      </Button>
      {open ? (
        <TakeDialog
          begun={begun}
          onTaken={onTaken}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

function TakeDialog({
  begun,
  onTaken,
  onClose,
}: TakeStaffComplaintProps & { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const [typed, setTyped] = useState(begun);
  const set = (change: Partial<Input_>) => {
    setTyped((before) => ({ ...before, ...change }));
  };
  const take = useAct((input: Input_, actId) =>
    ok(
      api.POST('/api/c/{community}/staff-complaints', {
        params: { path: { community } },
        headers: actHeaders(actId),
        body: input,
      }),
    ),
  );
  const submit = async () => {
    const taken = await take.run(typed);
    if (!taken) return;
    void message.success(t('staffcomplaint.take.done', { number: taken.number }));
    onTaken();
    onClose();
  };
  return (
    <Modal
      open
      title={t('staffcomplaint.take.title')}
      okText={t('staffcomplaint.take.save')}
      confirmLoading={take.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t('staffcomplaint.take.explain')}</p>
      <Form layout="vertical">
        <AboutField
          value={typed.about_id ?? null}
          onChange={(about_id) => {
            set({ about_id });
          }}
        />
        <CallerFields typed={typed} set={set} />
      </Form>
      <ProblemAlert problem={take.problem} />
    </Modal>
  );
}

interface AboutFieldProps {
  value: string | null;
  onChange: (person: string | null) => void;
}

function AboutField({ value, onChange }: AboutFieldProps) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const staff = useQuery({
    queryKey: communityKey(community, 'people', 'staff'),
    queryFn: () => ok(api.GET('/api/c/{community}/staff', { params: { path: { community } } })),
    meta: { subjects: ['person'] },
  });
  return (
    <Form.Item label={t('staffcomplaint.take.about')} htmlFor="zs-about">
      <Select
        id="zs-about"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={(staff.data ?? [])
          .filter((one) => one.left_on == null)
          .map((one) => ({
            value: one.id,
            label: [one.name, one.department].filter(Boolean).join(' '),
          }))}
        onChange={(person: string | undefined) => {
          onChange(person ?? null);
        }}
      />
    </Form.Item>
  );
}

interface CallerFieldsProps {
  typed: Input_;
  set: (change: Partial<Input_>) => void;
}

function CallerFields({ typed, set }: CallerFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('desk.intake.content')} htmlFor="zs-said">
        <Input.TextArea
          id="zs-said"
          rows={4}
          value={typed.content ?? ''}
          onChange={(event) => {
            set({ content: event.target.value });
          }}
        />
      </Form.Item>
      <Form.Item label={t('desk.intake.room')} htmlFor="zs-said-room">
        <Input
          id="zs-said-room"
          value={typed.room ?? ''}
          onChange={(event) => {
            set({ room: event.target.value });
          }}
        />
      </Form.Item>
      <Form.Item label={t('desk.intake.caller')} htmlFor="zs-said-name">
        <Input
          id="zs-said-name"
          value={typed.caller_name ?? ''}
          onChange={(event) => {
            set({ caller_name: event.target.value });
          }}
        />
      </Form.Item>
      <Form.Item label={t('desk.intake.phone')} htmlFor="zs-said-phone">
        <PhoneField
          id="zs-said-phone"
          value={typed.caller_phone ?? ''}
          onChange={(caller_phone) => {
            set({ caller_phone });
          }}
        />
      </Form.Item>
    </>
  );
}
