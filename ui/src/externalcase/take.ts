import type { components } from '../api/schema';
import type { CaseSource } from './model';

export type TakeBody = components['schemas']['TakeExternalCase'];
type OrderKind = components['schemas']['ServiceKind'];
type Urgency = components['schemas']['ServiceUrgency'];

export type OrderChoice = 'none' | 'new' | 'known';

/** A case as it is typed. */
export interface Typed {
  source: CaseSource;
  sourceName: string;
  externalNumber: string;
  /** Null: now. */
  receivedAt: number | null;
  dueAt: number | null;
  content: string;
  room: string;
  callerName: string;
  callerPhone: string;
  contactId: string | null;
  order: OrderChoice;
  orderKind: OrderKind;
  orderUrgency: Urgency;
  orderId: string | null;
}

export const EMPTY_CASE: Typed = {
  source: 'hotline',
  sourceName: '',
  externalNumber: '',
  receivedAt: null,
  dueAt: null,
  content: '',
  room: '',
  callerName: '',
  callerPhone: '',
  contactId: null,
  order: 'none',
  orderKind: 'repair',
  orderUrgency: 'normal',
  orderId: null,
};

/** Sources that are many: which office, which company. */
export function isNamed(source: CaseSource): boolean {
  return source === 'street_office' || source === 'other';
}

/** What is sent; null as long as the deadline is not said. */
export function bodyOf(typed: Typed): TakeBody | null {
  if (typed.dueAt === null) return null;
  return {
    source: typed.source,
    source_name: isNamed(typed.source) ? typed.sourceName : '',
    external_number: typed.externalNumber,
    received_at: typed.receivedAt,
    due_at: typed.dueAt,
    content: typed.content,
    room: typed.room,
    caller_name: typed.callerName,
    caller_phone: typed.callerPhone,
    contact_id: typed.contactId,
    work_order_id: typed.order === 'known' ? typed.orderId : null,
    work_order:
      typed.order === 'new' ? { kind: typed.orderKind, urgency: typed.orderUrgency } : null,
  };
}
