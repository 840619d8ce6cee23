import type { components } from '../api/schema';
import type { Verb } from '../shared/community';

type Schemas = components['schemas'];
export type CaseLine = Schemas['CaseLine'];
export type Case = Schemas['CaseView'];
export type CaseStage = Schemas['CaseStage'];
export type CaseSource = Schemas['CaseSource'];
export type CaseOutcome = Schemas['CaseOutcome'];
export type TimelineEntry = Schemas['TimelineEntry'];

export const TABS = ['open', 'replied', 'closed', 'all'] as const;
export type Tab = (typeof TABS)[number];

export const SOURCES: readonly CaseSource[] = ['hotline', 'street_office', 'headquarters', 'other'];
export const OUTCOMES: readonly CaseOutcome[] = ['satisfied', 'not_satisfied', 'withdrawn'];

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A reply takes a working day, so a day before its deadline a case is due soon. */
export const DUE_SOON_MS = DAY_MS;
/** The desk sees what is due within so long. */
export const DESK_SEES_MS = 2 * DAY_MS;

/** Open cases by their deadline, the most pressing first; the others as the server gives them. */
export function inOrder(tab: Tab, rows: readonly CaseLine[]): CaseLine[] {
  return tab === 'open' ? [...rows].sort((a, b) => a.due_at - b.due_at) : [...rows];
}

export type CaseAct = 'reply' | 'answer_extension' | 'ask_extension' | 'close' | 'return' | 'join';

const ASKS: Record<CaseAct, Verb> = {
  reply: 'take_contact',
  ask_extension: 'take_contact',
  join: 'take_contact',
  answer_extension: 'dispatch_work_order',
  close: 'dispatch_work_order',
  return: 'dispatch_work_order',
};

/** Which acts a case offers, the main one first. The server decides again. */
export function actsFor(
  one: Pick<Case, 'stage' | 'wanted_due_at' | 'work_order_id'>,
  verbs: ReadonlySet<Verb>,
): CaseAct[] {
  const join: CaseAct[] = one.work_order_id == null ? ['join'] : [];
  const offered: Record<CaseStage, CaseAct[]> = {
    open: [
      'reply',
      one.wanted_due_at == null ? 'ask_extension' : 'answer_extension',
      ...join,
      'close',
    ],
    replied: ['close', 'return', ...join],
    closed: ['return'],
  };
  return offered[one.stage].filter((act) => verbs.has(ASKS[act]));
}

/** The one big button. A closed case is rarely taken up again, so there it is one among others. */
export function mainAct(stage: CaseStage, offered: readonly CaseAct[]): CaseAct | null {
  const main: Record<CaseStage, CaseAct | null> = { open: 'reply', replied: 'close', closed: null };
  const act = main[stage];
  return act !== null && offered.includes(act) ? act : null;
}

/** Until it is replied to the source can only withdraw a case. */
export function outcomesOf(stage: CaseStage): readonly CaseOutcome[] {
  return stage === 'open' ? ['withdrawn'] : OUTCOMES;
}

export const EVENTS = [
  'taken',
  'extension_asked',
  'extension_granted',
  'extension_refused',
  'replied',
  'returned',
  'closed',
  'order_joined',
  'proof_added',
  'caller_revealed',
] as const;

/** The word of what happened: `externalcase.replied` → `replied`. */
export function eventWord(verb: string): (typeof EVENTS)[number] | 'other' {
  const word = verb.split('.').pop();
  return EVENTS.find((known) => known === word) ?? 'other';
}

/** What the timeline tells of an event beside who did it and when. */
const SHOWN: Record<string, readonly string[]> = {
  taken: ['external_number', 'due_at', 'order_number'],
  extension_asked: ['wanted_due_at'],
  extension_granted: ['due_at'],
  replied: ['photos'],
  returned: ['due_at'],
  closed: ['outcome'],
  order_joined: ['order_number'],
};

/** Which facts of an event are worth a word, in their order. */
export function factsShown(entry: Pick<TimelineEntry, 'verb' | 'facts'>): string[] {
  const none = (fact: string) => fact === 'photos' && entry.facts[fact] === '0';
  return (SHOWN[eventWord(entry.verb)] ?? []).filter((fact) => entry.facts[fact] && !none(fact));
}

/** Who replied last, and when: what the sheet to the source is signed with. */
export function lastReply(timeline: readonly TimelineEntry[]): TimelineEntry | undefined {
  return timeline.filter((entry) => eventWord(entry.verb) === 'replied').at(-1);
}

/** The photos that prove the reply of this cycle. */
export function proofs(one: Case): Case['photos'] {
  return one.photos.filter((photo) => photo.cycle === one.cycle);
}
