import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { actHeaders, api } from '../shared/api';
import { useCommunity } from '../shared/community';
import { useAct } from '../shared/useAct';
import type { ActName, Order } from './model';
import { useRenewOrders } from './useOrder';

/** What a dialog may have asked for; each act takes what it needs. */
export interface ActWords {
  assigneeId?: string;
  reason?: string;
  note?: string;
  cause?: 'conditions' | 'parts' | 'customer_wish' | 'not_home';
  explanation?: string;
  appointmentAt?: number | null;
  reached?: boolean;
  satisfied?: boolean;
  remark?: string;
  closing?: 'settled' | 'withdrawn' | 'passed_on' | 'duplicate';
}

const ONE_TAP: readonly ActName[] = ['accept', 'arrive', 'archive', 'slip'];

/** Whether an act asks for words before it is done; the others are one tap. */
export function needsWords(name: ActName): boolean {
  return !ONE_TAP.includes(name);
}

/** Doing something with an order. */
export function useOrderAct(order: Order) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const renew = useRenewOrders();
  const send = useSend(order);
  const act = useAct(async ({ name, words }: { name: ActName; words: ActWords }, actId) => {
    await send(name, words, actHeaders(actId));
    return true;
  });
  const doIt = async (name: ActName, words: ActWords): Promise<boolean> => {
    const done = (await act.run({ name, words })) === true;
    if (done) void message.success(t('workorder.done', { act: t(`workorder.act.${name}`) }));
    await renew();
    return done;
  };
  return { act, doIt };
}

function useSend(order: Order) {
  const community = useCommunity();
  const params = { path: { community: community.id, order: order.id } };
  return (name: ActName, words: ActWords, headers: { 'Idempotency-Key': string }) => {
    const version = order.version;
    const reason = { params, headers, body: { version, reason: words.reason ?? '' } };
    const tap = { params, headers, body: { version, note: words.note ?? '' } };
    const assignee = words.assigneeId ?? '';
    switch (name) {
      case 'dispatch':
        return api.POST('/api/c/{community}/work-orders/{order}/dispatch', {
          params,
          headers,
          body: { version, assignee_id: assignee },
        });
      case 'reassign':
        return api.POST('/api/c/{community}/work-orders/{order}/reassign', {
          params,
          headers,
          body: { version, assignee_id: assignee, reason: words.reason ?? '' },
        });
      case 'accept':
        return api.POST('/api/c/{community}/work-orders/{order}/accept', tap);
      case 'arrive':
        return api.POST('/api/c/{community}/work-orders/{order}/arrive', tap);
      case 'finish':
        return api.POST('/api/c/{community}/work-orders/{order}/finish', tap);
      case 'note':
        return api.POST('/api/c/{community}/work-orders/{order}/notes', tap);
      case 'archive':
        return api.POST('/api/c/{community}/work-orders/{order}/archive', tap);
      case 'slip':
        return api.POST('/api/c/{community}/work-orders/{order}/confirm-as-slip', tap);
      case 'carry':
        return api.POST('/api/c/{community}/work-orders/{order}/carry-over', reason);
      case 'reject':
        return api.POST('/api/c/{community}/work-orders/{order}/reject', reason);
      case 'reopen':
        return api.POST('/api/c/{community}/work-orders/{order}/reopen', reason);
      case 'close':
        return api.POST('/api/c/{community}/work-orders/{order}/close', {
          params,
          headers,
          body: { ...reason.body, closing: words.closing ?? 'settled' },
        });
      case 'defer':
        return api.POST('/api/c/{community}/work-orders/{order}/defer', {
          params,
          headers,
          body: {
            version,
            cause: words.cause ?? 'conditions',
            explanation: words.explanation ?? '',
            appointment_at: words.appointmentAt ?? null,
          },
        });
      case 'call_back':
        return api.POST('/api/c/{community}/work-orders/{order}/call-back', {
          params,
          headers,
          body: {
            version,
            reached: words.reached ?? true,
            satisfied: words.reached === false ? null : (words.satisfied ?? true),
            remark: words.remark ?? '',
          },
        });
    }
  };
}
