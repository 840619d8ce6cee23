import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { RevealReasonDialog } from '../shared/RevealReasonDialog';
import { useAct } from '../shared/useAct';
import { EntryDialog, type Base } from './EntryDialog';
import { RELATIONS, type PersonalData, type Relation, type Resident } from './model';
import { phoneToSend } from './phoneEdit';
import { PhoneItem } from './PhoneItem';
import { useSaved, useReveal } from './usePeople';

interface ResidentFields {
  name: string;
  phone: string;
  relation: Relation;
  note: string;
  moved_out_on: string;
}

function inputOf(typed: ResidentFields, before: ResidentFields) {
  const phone = phoneToSend(typed.phone, before.phone);
  return {
    name: typed.name.trim(),
    relation: typed.relation,
    note: typed.note.trim(),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** Somebody new in a home. */
export function AddResident({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const initial = { name: '', phone: '', relation: 'owner', note: '', moved_out_on: '' } as const;
  return (
    <ResidentForm
      title={t('people.resident.addTo', { room: code })}
      initial={initial}
      send={(typed, base, actId) =>
        api.POST('/api/c/{community}/residents', {
          params: { path: { community } },
          headers: actHeaders(actId),
          body: { room: code, resident: inputOf(typed, base.fields) },
        })
      }
      onClose={onClose}
    />
  );
}

/** A card holds the full name, which lists do not give: looking it up comes first, with its reason. */
export function ChangeResident({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const { t } = useTranslation();
  const { id: community } = useCommunity();
  const reveal = useReveal();
  const [full, setFull] = useState<PersonalData | null>(null);
  const look = useAct((reason: string) => reveal({ kind: 'resident', id: resident.id }, reason));
  if (full === null) {
    return (
      <RevealReasonDialog
        pending={look.pending}
        problem={look.problem}
        confirm={t('people.resident.openCard')}
        onReason={async (reason) => {
          setFull((await look.run(reason)) ?? null);
        }}
        onCancel={onClose}
      />
    );
  }
  return (
    <ResidentForm
      title={t('people.resident.change', { name: full.name })}
      version={resident.version}
      initial={unmasked(cardOf(resident), resident, full)}
      asFields={(stored) => unmasked(cardOf(stored), resident, full)}
      send={(typed, base, actId) =>
        api.PUT('/api/c/{community}/residents/{resident}', {
          params: { path: { community, resident: resident.id } },
          headers: actHeaders(actId),
          body: {
            version: base.version,
            resident: inputOf(typed, base.fields),
            moved_out_on: typed.moved_out_on === '' ? null : typed.moved_out_on,
          },
        })
      }
      movesOut
      onClose={onClose}
    />
  );
}

function cardOf(stored: Resident): ResidentFields {
  return {
    name: stored.name_masked,
    phone: stored.phone_masked ?? '',
    relation: stored.relation,
    note: stored.note,
    moved_out_on: stored.moved_out_on ?? '',
  };
}

/** A conflict answers masked; what is masked as before is what was looked up. */
function unmasked(card: ResidentFields, seen: Resident, full: PersonalData): ResidentFields {
  const before = cardOf(seen);
  return {
    ...card,
    name: card.name === before.name ? full.name : card.name,
    phone: card.phone === before.phone ? (full.phone ?? '') : card.phone,
  };
}

interface ResidentFormProps {
  title: string;
  initial: ResidentFields;
  version?: number;
  /** Whether somebody may move out; not while they are moving in. */
  movesOut?: boolean;
  asFields?: (stored: Resident) => ResidentFields;
  send: (typed: ResidentFields, base: Base<ResidentFields>, actId: string) => Promise<unknown>;
  onClose: () => void;
}

function ResidentForm({ movesOut = false, asFields = cardOf, ...props }: ResidentFormProps) {
  const { t } = useTranslation();
  const saved = useSaved(props.onClose);
  return (
    <EntryDialog<ResidentFields, Resident>
      {...props}
      labels={{
        name: t('people.field.name'),
        phone: t('people.field.phone'),
        relation: t('people.field.relation'),
        note: t('people.field.note'),
        moved_out_on: t('people.field.moved_out_on'),
      }}
      show={{ relation: (value) => t(`people.relation.${String(value)}`) }}
      asFields={asFields}
      onSaved={saved}
    >
      {(base) => <ResidentItems base={base} movesOut={movesOut} />}
    </EntryDialog>
  );
}

function ResidentItems({ base, movesOut }: { base: ResidentFields; movesOut: boolean }) {
  const { t } = useTranslation();
  const nameNeeded = t('people.needed', { field: t('people.field.name') });
  return (
    <div className="zs-entry-grid">
      <Form.Item
        name="name"
        label={t('people.field.name')}
        rules={[
          { required: true, whitespace: true, message: nameNeeded },
          { pattern: /^[^*]*$/, message: t('people.resident.halfName') },
        ]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={t('people.field.relation')} required>
        <Select
          options={RELATIONS.map((value) => ({ value, label: t(`people.relation.${value}`) }))}
        />
      </Form.Item>
      <PhoneItem before={base.phone} />
      {movesOut ? (
        <Form.Item
          name="moved_out_on"
          label={t('people.field.moved_out_on')}
          extra={t('people.resident.movedOutHint')}
        >
          <Input type="date" />
        </Form.Item>
      ) : (
        <Form.Item name="moved_out_on" hidden>
          <Input />
        </Form.Item>
      )}
      <Form.Item name="note" label={t('people.field.note')} className="zs-entry-wide">
        <Input maxLength={200} placeholder={t('people.resident.noteHint')} />
      </Form.Item>
    </div>
  );
}
