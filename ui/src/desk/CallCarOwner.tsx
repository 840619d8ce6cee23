import { PhoneOutlined } from '@ant-design/icons';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity } from '../shared/community';
import { formatPhone } from '../shared/phone';
import { ProblemAlert } from '../shared/ProblemAlert';
import { RevealReasonDialog } from '../shared/RevealReasonDialog';
import { useAct } from '../shared/useAct';
import type { Contact } from './model';

type CarOwners = components['schemas']['CarOwners'];

interface CallCarOwnerProps {
  contact: Contact;
  onSettled: () => Promise<void>;
}

/**
 * Whom to call so that a car is moved. Whoever took the call sees it at once, others say why; the
 * caller is never told the number.
 */
export function CallCarOwner({ contact, onSettled }: CallCarOwnerProps) {
  const { t } = useTranslation();
  const { personId, id: community } = useCommunity();
  const [owners, setOwners] = useState<CarOwners | null>(null);
  const [asked, setAsked] = useState(false);
  const live = contact.taken_by === personId && contact.settled_at == null;
  const reveal = useAct((reason: string, actId) =>
    ok(
      api.POST('/api/c/{community}/contacts/{contact}/car-owner', {
        params: { path: { community, contact: contact.id } },
        headers: actHeaders(actId),
        body: { reason },
      }),
    ),
  );
  const look = async (reason: string) => {
    setOwners((await reveal.run(reason)) ?? null);
  };
  const close = () => {
    setOwners(null);
    setAsked(false);
    reveal.dismiss();
  };
  return (
    <>
      <Button
        size="small"
        type="link"
        icon={<PhoneOutlined aria-hidden />}
        loading={live && reveal.pending}
        onClick={() => {
          if (live) void look('');
          else setAsked(true);
        }}
      >
        {t('desk.car.call')}
      </Button>
      {live ? <ProblemAlert problem={reveal.problem} onClose={reveal.dismiss} /> : null}
      {asked && owners === null ? (
        <RevealReasonDialog
          pending={reveal.pending}
          problem={reveal.problem}
          onReason={look}
          onCancel={close}
        />
      ) : null}
      {owners ? (
        <Owners contact={contact} owners={owners} onSettled={onSettled} onClose={close} />
      ) : null}
    </>
  );
}

interface OwnersProps extends CallCarOwnerProps {
  owners: CarOwners;
  onClose: () => void;
}

function Owners({ contact, owners, onSettled, onClose }: OwnersProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id: community } = useCommunity();
  const settle = useAct(async (outcome: string, actId) => {
    await api.POST('/api/c/{community}/contacts/{contact}/settle', {
      params: { path: { community, contact: contact.id } },
      headers: actHeaders(actId),
      body: { outcome },
    });
    return true;
  });
  const end = async (outcome: string) => {
    if (!(await settle.run(outcome))) return;
    void message.success(t('desk.settle.done'));
    await onSettled();
    onClose();
  };
  const open = contact.settled_at == null;
  const known = owners.room_code != null;
  const outcomes = known ? (['comes', 'no_answer'] as const) : (['stranger', 'found'] as const);
  return (
    <Modal
      open
      title={t('desk.car.title', { plate: contact.plate })}
      footer={null}
      onCancel={onClose}
    >
      <p>{known ? t('desk.car.of', { room: owners.room_code }) : t('desk.car.nobodys')}</p>
      <ul className="zs-car-owners">
        {owners.people.map((one) => (
          <li key={`${one.name} ${one.phone ?? ''}`}>
            <strong>{one.name}</strong>
            <a href={`tel:${one.phone ?? ''}`}>
              <PhoneOutlined aria-hidden /> {formatPhone(one.phone ?? '')}
            </a>
          </li>
        ))}
      </ul>
      {known && owners.people.length === 0 ? <p>{t('desk.car.noNumber')}</p> : null}
      <p className="zs-muted">{t('desk.car.secret')}</p>
      <ProblemAlert problem={settle.problem} />
      {open ? (
        <div className="zs-car-outcomes">
          {outcomes.map((one, at) => (
            <Button
              key={one}
              type={at === 0 ? 'primary' : 'default'}
              loading={settle.pending}
              onClick={() => void end(t(`desk.car.outcome.${one}`))}
            >
              {t(`desk.car.outcome.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </Modal>
  );
}
