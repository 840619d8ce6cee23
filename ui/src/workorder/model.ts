import type { components } from '../api/schema';
import type { Verb } from '../shared/community';

type Schemas = components['schemas'];
export type OrderLine = Schemas['OrderLine'];
export type Order = Schemas['OrderView'];
export type Stage = OrderLine['stage'];
export type TimelineEntry = Schemas['TimelineEntry'];

export const TABS = [
  'open',
  'unassigned',
  'in_hand',
  'call_back',
  'to_archive',
  'archived',
] as const;
export type Tab = (typeof TABS)[number];

export type ActName =
  | 'dispatch'
  | 'reassign'
  | 'accept'
  | 'arrive'
  | 'finish'
  | 'call_back'
  | 'archive'
  | 'defer'
  | 'reject'
  | 'reopen'
  | 'close'
  | 'slip'
  | 'carry'
  | 'tell_head'
  | 'first_reply'
  | 'details'
  | 'note';

/** Which acts a stage offers, the main one first. The server decides again. */
const OFFERED: Record<Stage, readonly ActName[]> = {
  // Who repairs and holds the desk by night takes it at once.
  registered: ['dispatch', 'accept', 'defer', 'close', 'note'],
  dispatched: ['accept', 'reassign', 'defer', 'reject', 'note'],
  accepted: ['arrive', 'reassign', 'defer', 'reject', 'note'],
  arrived: ['finish', 'details', 'reassign', 'defer', 'note'],
  done: ['call_back', 'details', 'reopen', 'note'],
  called_back: ['archive', 'reopen', 'note'],
  archived: ['reopen'],
};

const ASKS: Record<ActName, Verb> = {
  dispatch: 'dispatch_work_order',
  reassign: 'dispatch_work_order',
  accept: 'carry_out_work_order',
  arrive: 'carry_out_work_order',
  finish: 'carry_out_work_order',
  call_back: 'call_back_work_order',
  archive: 'close_work_order',
  defer: 'register_work_order',
  reject: 'carry_out_work_order',
  reopen: 'close_work_order',
  close: 'close_work_order',
  slip: 'register_work_order',
  carry: 'register_work_order',
  tell_head: 'register_work_order',
  first_reply: 'register_work_order',
  details: 'carry_out_work_order',
  note: 'register_work_order',
};

/** Steps of whoever has the order in hand; the server refuses them to anybody else. */
const OF_THE_ASSIGNEE: readonly ActName[] = ['accept', 'arrive', 'finish', 'reject'];

/** What comes with answering for the desk, whatever one's role: by night a repairer is the desk. */
const OF_THE_DESK: readonly Verb[] = [
  'dispatch_work_order',
  'call_back_work_order',
  'close_work_order',
];

/** What the person may do with an order now: what their roles give, and what the desk brings. */
export function verbsFor(order: Order, verbs: ReadonlySet<Verb>, me: string): ReadonlySet<Verb> {
  return order.desk_holder_id === me ? new Set([...verbs, ...OF_THE_DESK]) : verbs;
}

/** What the person may do now, the main act first. */
export function actsFor(order: Order, verbs: ReadonlySet<Verb>, me: string): ActName[] {
  const night: readonly ActName[] = order.night_matter == null ? [] : ['slip', 'carry'];
  const offered = [...owedFirst(order), ...OFFERED[order.stage], ...night];
  const others = order.assignee != null && order.assignee.id !== me;
  return offered
    .filter((act) => verbs.has(ASKS[act]))
    .filter((act) => !(others && OF_THE_ASSIGNEE.includes(act)));
}

/** Acts that bring an order on; whatever else may be done with it is not the next step. */
const STEPS: readonly ActName[] = [
  'dispatch',
  'accept',
  'arrive',
  'finish',
  'call_back',
  'archive',
  'tell_head',
  'first_reply',
];

/**
 * The one big button. Where the next step is another person's, who dispatches may give the order to
 * somebody else as long as nobody is on site; for everybody else there is no next step here.
 */
export function mainAct(order: Order, offered: readonly ActName[]): ActName | null {
  const step = offered.find((act) => STEPS.includes(act));
  if (step) return step;
  return order.stage !== 'arrived' && offered.includes('reassign') ? 'reassign' : null;
}

/** What a complaint still owes once somebody has it in hand: its head told, a first reply. */
function owedFirst({ matter, stage }: Order): ActName[] {
  if (matter.kind !== 'complaint' || (stage !== 'accepted' && stage !== 'arrived')) return [];
  const owed: ActName[] = [];
  if (matter.head_told_at == null) owed.push('tell_head');
  if (matter.first_reply_at == null) owed.push('first_reply');
  return owed;
}

const RULES = [
  'dispatch',
  'accept',
  'arrive',
  'first_reply',
  'finish',
  'call_back',
  'appointment',
] as const;

/** The word of a deadline: `workorder.arrive` or `arrive` → `arrive`. */
export function ruleWord(rule: string | null | undefined): (typeof RULES)[number] | 'other' {
  const word = (rule ?? '').split('.').pop() === 'callback' ? 'call_back' : rule?.split('.').pop();
  return RULES.find((known) => known === word) ?? 'other';
}

export const EVENTS = [
  'registered',
  'dispatched',
  'reassigned',
  'accepted',
  'arrived',
  'finished',
  'done',
  'called_back',
  'call_attempted',
  'archived',
  'deferred',
  'rejected',
  'reopened',
  'closed',
  'matter_changed',
  'confirmed_as_slip',
  'carried_over',
  'noted',
  'details_added',
  'photo_added',
  'head_told',
  'first_replied',
  'caller_phone_revealed',
] as const;

/** What the desk calls whoever spoke: 报修人, 投诉人, otherwise 来电人. */
export function callerWord(kind: OrderLine['kind']): 'reporter' | 'complainant' | 'caller' {
  if (kind === 'repair') return 'reporter';
  return kind === 'complaint' ? 'complainant' : 'caller';
}

/** How the call to the customer ended; null while there was none. */
export function callOf(
  state: Order['state'],
): 'satisfied' | 'not_satisfied' | 'not_reached' | 'none' | null {
  if (state.stage === 'archived' && state.ending.how === 'no_call_back') return 'none';
  const call =
    state.stage === 'called_back'
      ? state.call
      : state.stage === 'archived' && state.ending.how === 'called_back'
        ? state.ending.call
        : null;
  if (call === null) return null;
  if (call.result === 'not_reached') return 'not_reached';
  return call.satisfied ? 'satisfied' : 'not_satisfied';
}

/** What the timeline tells of an event beside who did it and when. */
const SHOWN: Record<string, readonly string[]> = {
  dispatched: ['to'],
  reassigned: ['from', 'to'],
  called_back: ['satisfied', 'on_time', 'quality', 'attitude'],
  deferred: ['cause', 'appointment_at'],
  closed: ['closing'],
  head_told: ['department', 'to'],
};

/** Which facts of an event are worth a word, in their order. */
export function factsShown(verb: string, facts: Record<string, string>): string[] {
  return (SHOWN[eventWord(verb)] ?? []).filter((fact) => facts[fact]);
}

/** The word of what happened: `workorder.arrived` → `arrived`. */
export function eventWord(verb: string): (typeof EVENTS)[number] | 'other' {
  const word = verb.split('.').pop();
  return EVENTS.find((known) => known === word) ?? 'other';
}
