import type { components } from '../api/schema';

export type Alert = components['schemas']['AlertView'];

const TITLES = [
  'post_unattended',
  'post_gap',
  'obligation_due',
  'relief_asked',
  'line_given',
  'order_dispatched',
  'order_urgent',
  'handover_refused',
] as const;

const RULES = [
  'sign_in',
  'take_over',
  'relief_confirmation',
  'handover',
  'witness',
  'dispatch',
  'arrive',
  'finish',
  'first_reply',
  'callback',
  'appointment',
] as const;

/** The word under which an alert's title stands; a kind without words of its own is `other`. */
export function titleWord(alert: Alert): (typeof TITLES)[number] | 'other' {
  return TITLES.find((word) => word === alert.kind) ?? 'other';
}

/** The word of the rule whose deadline passed: `coverage.sign_in` → `sign_in`. */
export function ruleWord(alert: Alert): (typeof RULES)[number] | 'other' {
  const word = alert.rule_key?.split('.')[1];
  return RULES.find((known) => known === word) ?? 'other';
}

const LOUDNESS: Record<string, number> = { urgent: 0, ordinary: 1, notice: 2 };

/** What rings: unanswered ones, the gravest first and then the oldest. */
export function ringing(alerts: readonly Alert[]): Alert[] {
  const loud = (alert: Alert) => LOUDNESS[alert.urgency] ?? 1;
  return alerts
    .filter((alert) => alert.answered_at == null && alert.urgency !== 'notice')
    .sort((a, b) => loud(a) - loud(b) || a.raised_at - b.raised_at);
}
