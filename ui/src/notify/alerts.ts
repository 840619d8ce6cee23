import type { components } from '../api/schema';

export type Alert = components['schemas']['AlertView'];
export type Answer = components['schemas']['AlertAnswer'];

const TITLES = [
  'help_called',
  'help_called_by',
  'post_unattended',
  'post_left_for_emergency',
  'post_gap',
  'obligation_due',
  'relief_asked',
  'line_given',
  'order_dispatched',
  'urgent_order',
  'order_returned',
  'order_taken_away',
  'complaint_registered',
  'complaint_told',
  'staff_complaint_taken',
  'handover_refused',
] as const;

const RULES = [
  'sign_in',
  'take_over',
  'relief_confirmation',
  'arrival',
  'gap',
  'line_transfer',
  'handover',
  'witness',
  'dispatch',
  'arrive',
  'finish',
  'first_reply',
  'callback',
  'appointment',
  'reply',
  'externalcase_reply',
] as const;

/** A deadline further away than this is not there yet: who is told prepares for it. */
const AHEAD_MS = 60 * 60_000;

/** The word under which an alert's title stands; a kind without words of its own is `other`. */
export function titleWord(
  alert: Alert,
): (typeof TITLES)[number] | 'obligation_soon' | 'obligation_ahead' | 'other' {
  // A first step may ring before the deadline: then nothing is overdue yet.
  const left = (alert.due_at ?? 0) - alert.raised_at;
  if (alert.kind === 'obligation_due' && left > 0) {
    return left > AHEAD_MS ? 'obligation_ahead' : 'obligation_soon';
  }
  if (alert.kind === 'help_called' && alert.post_name == null) return 'help_called_by';
  return TITLES.find((word) => word === alert.kind) ?? 'other';
}

/**
 * The word of the rule whose deadline passed: `coverage.sign_in` → `sign_in`. Where two capabilities
 * have a rule of one name, the later one's word names it: `externalcase_reply`.
 */
export function ruleWord(alert: Alert): (typeof RULES)[number] | 'other' {
  const [capability = '', rule = ''] = (alert.rule_key ?? '').split('.');
  const words = [`${capability}_${rule}`, rule];
  return words.flatMap((word) => RULES.find((known) => known === word) ?? [])[0] ?? 'other';
}

const LOUDNESS: Record<string, number> = { urgent: 0, ordinary: 1, notice: 2 };

/**
 * The same call may reach a person by name, by post and by role. It rings once, and one answer
 * serves for all of them.
 */
export function sameCall(a: Alert, b: Alert): boolean {
  return (
    a.kind === b.kind &&
    a.subject_id === b.subject_id &&
    (a.answered_at ?? null) === (b.answered_at ?? null)
  );
}

const onlyOnce = (alert: Alert, index: number, all: readonly Alert[]) =>
  all.findIndex((other) => sameCall(alert, other)) === index;

/** A post or a home needs somebody to come at once; a missed deadline is only told. */
const needsSomebody = (alert: Alert) => alert.kind !== 'obligation_due';

/**
 * What rings: unanswered ones, the loudest first, among them what somebody must come for, and then
 * the newest: what happens now must not hide behind what was missed days ago.
 */
export function ringing(alerts: readonly Alert[]): Alert[] {
  const loud = (alert: Alert) => LOUDNESS[alert.urgency] ?? 1;
  const told = (alert: Alert) => (needsSomebody(alert) ? 0 : 1);
  return alerts
    .filter((alert) => alert.answered_at == null && alert.urgency !== 'notice')
    .sort((a, b) => loud(a) - loud(b) || told(a) - told(b) || b.raised_at - a.raised_at)
    .filter(onlyOnce);
}

/** What may be answered, the main answer first. Where nobody is at a post, somebody comes or calls. */
export function answersTo(alert: Alert): Answer[] {
  if (alert.kind.startsWith('post_') || alert.kind === 'help_called') {
    return ['coming', 'by_phone', 'received'];
  }
  if (alert.kind === 'relief_asked') return ['coming', 'received'];
  if (alert.kind === 'urgent_order') return ['coming', 'by_phone', 'received'];
  return ['received'];
}

/** The page on which the matter is dealt with. */
export function pathOf(alert: Alert): string | null {
  // A deadline is about something else, which is where it is met.
  const kind = alert.about_kind ?? alert.subject_kind;
  const id = alert.about_id ?? alert.subject_id;
  if (kind === 'work_order') return `workorder/${id}`;
  if (kind === 'external_case') return `externalcase/${id}`;
  if (kind === 'handover') return 'handover';
  if (kind === 'staff_complaint') return 'staffcomplaint';
  if (['post', 'relief', 'duty'].includes(kind)) return 'mine';
  return null;
}

/** How long it is of use to know that somebody else answered. */
const TELL_MS = 10 * 60_000;

/** Urgent alerts that a colleague answered just now, the latest first. */
export function answeredByOthers(alerts: readonly Alert[], me: string, now: number): Alert[] {
  return alerts
    .filter((alert) => alert.urgency === 'urgent' && alert.answered_at != null)
    .filter((alert) => alert.answered_by_name != null && alert.answered_by_name !== me)
    .filter((alert) => now - (alert.answered_at ?? 0) < TELL_MS)
    .sort((a, b) => (b.answered_at ?? 0) - (a.answered_at ?? 0))
    .filter(onlyOnce);
}
