import { Descriptions, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { OpenFromOrder } from '../publicmatter/OpenFromOrder';
import { newActId } from '../shared/actId';
import { actHeaders, api, ok } from '../shared/api';
import { useCommunity, useCommunityPath } from '../shared/community';
import { Countdown } from '../shared/Countdown';
import { Loaded } from '../shared/Loaded';
import { Masked } from '../shared/Masked';
import { Page } from '../shared/Page';
import { useTime } from '../shared/useTime';
import { OrderActs } from './OrderActs';
import { OrderPhotos } from './OrderPhotos';
import { OrderTimeline } from './OrderTimeline';
import { callOf, callerWord, ruleWord, type Order } from './model';
import { UrgencyTag } from './UrgencyTag';
import { useOrder } from './useOrder';
import './workorder.css';

/** One order: what it is, how long it still has, what happened, and the next step at the thumb. */
export default function OrderPage() {
  const { t } = useTranslation();
  const path = useCommunityPath();
  const { id = '' } = useParams();
  const order = useOrder(id);
  const number = order.data?.number ?? t('workorder.title');
  return (
    <Page
      title={number}
      extra={
        <div className="zs-order-line">
          <Link to={path('workorder')}>{t('workorder.detail.back')}</Link>
          {order.data ? <OpenFromOrder order={order.data} /> : null}
        </div>
      }
      actions={order.data ? <OrderActs order={order.data} /> : undefined}
    >
      <Loaded query={order}>
        {(data) => (
          <div className="zs-order">
            <section className="zs-panel">
              <Marks order={data} />
              <Facts order={data} />
              <OrderPhotos order={data} />
            </section>
            <section className="zs-panel">
              <h2 className="zs-order-h2">{t('workorder.detail.timeline')}</h2>
              <OrderTimeline entries={data.timeline} />
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Marks({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <div className="zs-order-line">
      <UrgencyTag urgency={order.urgency} />
      <Tag>{t(`desk.kind.${order.kind}`)}</Tag>
      <Tag color="blue">{t(`workorder.stage.${order.stage}`)}</Tag>
      {order.cycle > 0 ? <Tag>{t('workorder.cycle', { n: order.cycle })}</Tag> : null}
      {order.night_matter == null ? null : <Tag color="gold">{t('workorder.night')}</Tag>}
      {order.deadlines.map((deadline) => (
        <span key={deadline.id}>
          <Countdown
            dueAt={deadline.due_at}
            label={t(`workorder.due.${ruleWord(deadline.rule_key)}`)}
          />
        </span>
      ))}
    </div>
  );
}

function Facts({ order }: { order: Order }) {
  const { t } = useTranslation();
  const time = useTime();
  const call = callOf(order.state);
  const rows: [string, ReactNode][] = [
    ['room', order.room_code],
    ['place', order.place],
    ['content', order.content],
    [callerWord(order.kind), order.caller_name_masked],
    ['phone', order.caller_phone_masked ? <CallerPhone order={order} /> : null],
    ['assignee', order.assignee?.name],
    ['doer', order.doer?.name],
    ['call', call === null ? null : t(`workorder.call.${call}`)],
    [
      'appointment',
      order.appointment_at == null ? null : time.format(order.appointment_at, 'short'),
    ],
    ['deferral', order.deferral?.explanation],
    ['result', order.result],
    ['material', order.material],
    ['fee', order.fee_cents == null ? null : (order.fee_cents / 100).toFixed(2)],
    ['registered', time.format(order.registered_at, 'short')],
    ['registeredBy', order.registered_by.name],
  ];
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      size="small"
      items={rows
        .filter(([, value]) => value != null && value !== '')
        .map(([key, children]) => ({ key, label: t(`workorder.detail.${key}`), children }))}
    />
  );
}

function CallerPhone({ order }: { order: Order }) {
  const community = useCommunity();
  const own = order.assignee?.id === community.personId;
  const reveal = async (reason: string | null) => {
    const data = await ok(
      api.POST('/api/c/{community}/work-orders/{order}/reveal-caller', {
        params: { path: { community: community.id, order: order.id } },
        headers: actHeaders(newActId()),
        body: { reason: reason ?? '' },
      }),
    );
    return data.phone ?? '';
  };
  return <Masked masked={order.caller_phone_masked} needsReason={!own} reveal={reveal} />;
}
