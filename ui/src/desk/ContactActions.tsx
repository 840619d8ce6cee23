import { App, Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JoinMatter } from '../publicmatter/JoinMatter';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity, useMay } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import { CallCarOwner } from './CallCarOwner';
import { CorrectDialog } from './CorrectDialog';
import type { Contact } from './model';
import { useRenewDesk } from './useRenewDesk';

/** What can be done with an entry of the log: settle it, correct it. Nothing is ever edited. */
export function ContactActions({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const may = useMay('take_contact');
  const [open, setOpen] = useState<'settle' | 'correct' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const mayReveal = useMay('reveal_personal_data');
  const renew = useRenewDesk();
  if (!may) return null;
  const settled = contact.settled_at != null || contact.work_order_id != null;
  return (
    <>
      {contact.plate && mayReveal ? <CallCarOwner contact={contact} onSettled={renew} /> : null}
      {settled ? null : <OpenOrder contact={contact} />}
      {settled ? null : <JoinMatter contact={contact} />}
      {settled ? null : (
        <Button
          size="small"
          type="link"
          onClick={() => {
            setOpen('settle');
          }}
        >
          {t('desk.settle.action')}
        </Button>
      )}
      <Button
        size="small"
        type="link"
        onClick={() => {
          setOpen('correct');
        }}
      >
        {t('desk.correct.action')}
      </Button>
      {open === 'settle' ? <SettleDialog contact={contact} onClose={close} /> : null}
      {open === 'correct' ? <CorrectDialog contact={contact} onClose={close} /> : null}
    </>
  );
}

/** A call that was saved first and becomes an order now that more is known. */
function OpenOrder({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const community = useCommunity();
  const may = useMay('register_work_order');
  const renew = useRenewDesk();
  const register = useAct((_: null, actId) =>
    ok(
      api.POST('/api/c/{community}/work-orders', {
        params: { path: { community: community.id } },
        headers: actHeaders(actId),
        body: { kind: contact.kind, contact_id: contact.id },
      }),
    ),
  );
  if (!may) return null;
  const press = async () => {
    const order = await register.run(null);
    if (!order) return;
    void message.success(t('desk.order.done', { number: order.number }));
    await renew();
  };
  return (
    <>
      <Button size="small" type="link" loading={register.pending} onClick={() => void press()}>
        {t('desk.order.action')}
      </Button>
      <ProblemAlert problem={register.problem} onClose={register.dismiss} />
    </>
  );
}

interface DialogProps {
  contact: Contact;
  onClose: () => void;
}

function SettleDialog({ contact, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const community = useCommunity();
  const renew = useRenewDesk();
  const id = useId();
  const [outcome, setOutcome] = useState('');
  const settle = useAct(async (said: string, actId) => {
    await api.POST('/api/c/{community}/contacts/{contact}/settle', {
      params: { path: { community: community.id, contact: contact.id } },
      headers: actHeaders(actId),
      body: { outcome: said },
    });
    return true;
  });
  const submit = async () => {
    if (!(await settle.run(outcome))) return;
    void message.success(t('desk.settle.done'));
    await renew();
    onClose();
  };
  return (
    <Modal
      open
      title={`${t('desk.settle.title')} ${contact.number}`}
      okText={t('desk.settle.action')}
      confirmLoading={settle.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <label htmlFor={id}>{t('desk.settle.outcome')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        placeholder={t('desk.settle.hint')}
        value={outcome}
        onChange={(event) => {
          setOutcome(event.target.value);
        }}
      />
      <ProblemAlert problem={settle.problem} />
    </Modal>
  );
}
