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
  department?: string;
  headId?: string;
  result?: string;
  material?: string;
  /** In yuan, as typed. */
  fee?: number | null;
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

type Headers = ReturnType<typeof actHeaders>;
type Send = (name: ActName, words: ActWords, headers: Headers) => Promise<unknown>;

function useSend(order: Order): Send {
  const community = useCommunity();
  const path = { community: community.id, order: order.id };
  return (name, words, headers) =>
    sendAct({ params: { path }, headers }, order.version, name, words);
}

interface Sending {
  params: { path: { community: string; order: string } };
  headers: Headers;
}

/** Acts with words of their own; the rest is a tap or a reason. */
function sendAct(to: Sending, version: number, name: ActName, words: ActWords): Promise<unknown> {
  const reason = words.reason ?? '';
  const assignee_id = words.assigneeId ?? '';
  const base = '/api/c/{community}/work-orders/{order}';
  switch (name) {
    case 'dispatch':
      return api.POST(`${base}/dispatch`, { ...to, body: { version, assignee_id } });
    case 'reassign':
      return api.POST(`${base}/reassign`, { ...to, body: { version, assignee_id, reason } });
    case 'close': {
      const closing = words.closing ?? 'settled';
      return api.POST(`${base}/close`, { ...to, body: { version, reason, closing } });
    }
    case 'defer':
      return api.POST(`${base}/defer`, { ...to, body: { version, ...deferral(words) } });
    case 'call_back':
      return api.POST(`${base}/call-back`, { ...to, body: { version, ...call(words) } });
    case 'carry':
      return api.POST(`${base}/carry-over`, { ...to, body: { version, reason } });
    case 'tell_head': {
      const head = { department: words.department ?? '', head_id: words.headId ?? null };
      return api.POST(`${base}/tell-head`, { ...to, body: { version, ...head } });
    }
    case 'details':
      return api.POST(`${base}/details`, { ...to, body: { version, ...details(words) } });
    case 'reject':
    case 'reopen':
      return api.POST(`${base}/${name}`, { ...to, body: { version, reason } });
    default:
      return sendTap(to, version, name, words.note ?? '');
  }
}

function sendTap(
  to: Sending,
  version: number,
  name: 'accept' | 'arrive' | 'finish' | 'first_reply' | 'note' | 'archive' | 'slip',
  note: string,
): Promise<unknown> {
  const base = '/api/c/{community}/work-orders/{order}';
  const tap = { ...to, body: { version, note } };
  if (name === 'note') return api.POST(`${base}/notes`, tap);
  if (name === 'first_reply') return api.POST(`${base}/first-reply`, tap);
  if (name === 'slip') return api.POST(`${base}/confirm-as-slip`, tap);
  return api.POST(`${base}/${name}`, tap);
}

function details(words: ActWords) {
  return {
    result: words.result ?? '',
    material: words.material ?? '',
    fee_cents: words.fee == null ? null : Math.round(words.fee * 100),
  };
}

function deferral(words: ActWords) {
  return {
    cause: words.cause ?? ('conditions' as const),
    explanation: words.explanation ?? '',
    appointment_at: words.appointmentAt ?? null,
  };
}

function call(words: ActWords) {
  const reached = words.reached ?? true;
  return {
    reached,
    satisfied: reached ? (words.satisfied ?? true) : null,
    remark: words.remark ?? '',
  };
}
