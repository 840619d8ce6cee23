import { useQuery } from '@tanstack/react-query';
import { Radio, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ok } from '../shared/api';
import { communityKey, useCommunity, useMay } from '../shared/community';
import type { OrderChoice, Typed } from './take';
import type { TakeFieldsProps } from './TakeFields';

const KINDS = ['repair', 'complaint', 'help', 'inquiry', 'suggestion', 'business'] as const;
const URGENCIES = ['normal', 'urgent', 'emergency'] as const;

/** What the house has of it already, or opens for it now. */
export function LinkFields({ typed, set }: TakeFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const contacts = useOpenContacts();
  return (
    <>
      <OrderFields typed={typed} set={set} />
      <div>
        <label htmlFor={id}>{t('externalcase.field.contact')}</label>
        <Select
          id={id}
          allowClear
          className="zs-case-wide"
          placeholder={t('externalcase.take.noContact')}
          showSearch={{ optionFilterProp: 'label' }}
          value={typed.contactId}
          options={contacts}
          onChange={(contactId: string | null | undefined) => {
            set({ contactId: contactId ?? null });
          }}
        />
      </div>
    </>
  );
}

/** No order, a new one, or one that there is. */
export function OrderFields({
  typed,
  set,
  choices = ['none', 'new', 'known'],
}: TakeFieldsProps & { choices?: readonly OrderChoice[] }) {
  const { t } = useTranslation();
  const mayRegister = useMay('register_work_order');
  return (
    <>
      <Radio.Group
        aria-label={t('externalcase.field.order')}
        value={typed.order}
        options={choices
          .filter((one) => one !== 'new' || mayRegister)
          .map((one) => ({ value: one, label: t(`externalcase.order.${one}`) }))}
        onChange={(event) => {
          set({ order: event.target.value as OrderChoice });
        }}
      />
      {typed.order === 'new' ? <NewOrder typed={typed} set={set} /> : null}
      {typed.order === 'known' ? <KnownOrder typed={typed} set={set} /> : null}
    </>
  );
}

function NewOrder({ typed, set }: TakeFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="zs-case-row">
      <Select<Typed['orderKind']>
        aria-label={t('desk.intake.kind')}
        value={typed.orderKind}
        options={KINDS.map((one) => ({ value: one, label: t(`desk.kind.${one}`) }))}
        onChange={(orderKind) => {
          set({ orderKind });
        }}
      />
      <Radio.Group
        aria-label={t('desk.intake.urgency')}
        value={typed.orderUrgency}
        options={URGENCIES.map((one) => ({ value: one, label: t(`workorder.urgency.${one}`) }))}
        onChange={(event) => {
          set({ orderUrgency: event.target.value as Typed['orderUrgency'] });
        }}
      />
    </div>
  );
}

function KnownOrder({ typed, set }: TakeFieldsProps) {
  const { t } = useTranslation();
  const orders = useOpenOrders();
  return (
    <Select
      aria-label={t('externalcase.order.known')}
      className="zs-case-wide"
      placeholder={t('externalcase.order.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      value={typed.orderId}
      options={orders}
      onChange={(orderId: string | null) => {
        set({ orderId });
      }}
    />
  );
}

interface Option {
  value: string;
  label: string;
}

const said = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');

function useOpenContacts(): Option[] {
  const community = useCommunity();
  const contacts = useQuery({
    queryKey: communityKey(community.id, 'desk', 'contacts', 'open', 'short'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/contacts', {
          params: { path: { community: community.id }, query: { open: true, limit: 50 } },
        }),
      ),
    meta: { subjects: ['contact'] },
  });
  return (contacts.data?.items ?? []).map((one) => ({
    value: one.id,
    label: said(one.number, one.room, one.content),
  }));
}

function useOpenOrders(): Option[] {
  const community = useCommunity();
  const orders = useQuery({
    queryKey: communityKey(community.id, 'workorder', 'list', 'short'),
    queryFn: () =>
      ok(
        api.GET('/api/c/{community}/work-orders', {
          params: { path: { community: community.id }, query: { group: 'open', limit: 200 } },
        }),
      ),
    meta: { subjects: ['work_order'] },
  });
  return (orders.data?.items ?? []).map((one) => ({
    value: one.id,
    label: said(one.number, one.room_code, one.content || one.place),
  }));
}
