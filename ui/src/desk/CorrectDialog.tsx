import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { ProblemAlert } from '../shared/ProblemAlert';
import { useAct } from '../shared/useAct';
import type { Contact } from './model';
import { useRenewDesk } from './useRenewDesk';

interface CorrectDialogProps {
  contact: Contact;
  onClose: () => void;
}

/** A new entry that takes the place of a wrong one, which stays readable. */
export function CorrectDialog({ contact, onClose }: CorrectDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const renew = useRenewDesk();
  const id = useId();
  const [typed, setTyped] = useState(typedOf(contact));
  const correct = useCorrect(contact);
  const submit = async () => {
    if (!(await correct.run(typed))) return;
    void message.success(t('desk.correct.done'));
    await renew();
    onClose();
  };
  const field = (name: keyof typeof typed, label: string) => (
    <>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input.TextArea
        id={`${id}-${name}`}
        autoSize={{ minRows: name === 'content' ? 3 : 1 }}
        value={typed[name]}
        onChange={(event) => {
          setTyped({ ...typed, [name]: event.target.value });
        }}
      />
    </>
  );
  return (
    <Modal
      open
      title={`${t('desk.correct.title')} ${contact.number}`}
      okText={t('desk.correct.action')}
      confirmLoading={correct.pending}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p>{t('desk.correct.explain')}</p>
      {field('room', t('desk.intake.room'))}
      {field('content', t('desk.intake.content'))}
      {contact.plate || contact.kind === 'help' ? field('plate', t('desk.car.plate')) : null}
      {field('reason', t('desk.correct.reason'))}
      <ProblemAlert problem={correct.problem} />
    </Modal>
  );
}

function typedOf(contact: Contact) {
  return { room: contact.room, content: contact.content, plate: contact.plate, reason: '' };
}

function useCorrect(contact: Contact) {
  const { id: community } = useCommunity();
  return useAct(async (input: ReturnType<typeof typedOf>, actId) => {
    await api.POST('/api/c/{community}/contacts/{contact}/correct', {
      params: { path: { community, contact: contact.id } },
      headers: actHeaders(actId),
      body: {
        kind: contact.kind,
        channel: contact.channel,
        handling: contact.handling,
        told: contact.told,
        ...input,
      },
    });
    return true;
  });
}
