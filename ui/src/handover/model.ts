import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Handover = Schemas['HandoverView'];
export type HandoverDetail = Schemas['HandoverDetail'];
export type NextHandover = Schemas['NextHandover'];
export type CountLine = Schemas['CountLine'];
export type CheckLine = Schemas['CheckLine'];
export type OpenLine = Schemas['OpenLine'];
export type Explanation = Schemas['Explanation'];
export type ExplanationKind = Schemas['ExplanationKind'];
export type Disposition = Schemas['Disposition'];
export type Party = Schemas['Party'];
export type NamedPerson = Schemas['NamedPerson'];

export const STEPS = ['items', 'checks', 'open', 'notes', 'fitness', 'sign'] as const;
export type Step = (typeof STEPS)[number];

export const EXPLANATIONS: readonly ExplanationKind[] = ['damaged', 'whereabouts', 'missing'];

export function nameOf(people: readonly NamedPerson[], id: string | null | undefined): string {
  return people.find((person) => person.person_id === id)?.name ?? '';
}

export function partyOf(handover: Handover, person: string): Party | null {
  if (person === handover.outgoing_id) return 'outgoing';
  return person === handover.incoming_id ? 'incoming' : null;
}

/** Whether a person answers for a line of the checklist; a line of both either side may tick. */
export function answersForLine(handover: Handover, line: CheckLine, person: string): boolean {
  if (line.side === 'both') return partyOf(handover, person) !== null;
  return person === sideOf(handover, line.side);
}

export function sideOf(handover: Handover, party: Party): string {
  return party === 'outgoing' ? handover.outgoing_id : handover.incoming_id;
}

export function isOpen(handover: Handover): boolean {
  const { state } = handover.progress;
  return state === 'preparing' || state === 'signed_by_one';
}

/** Whether the post has passed by it. */
export function hasPassed(handover: Handover): boolean {
  const { state } = handover.progress;
  return state === 'signed' || state === 'resolved_by_supervisor' || state === 'self_check';
}

export function differs(line: CountLine): boolean {
  return line.counted != null && line.counted !== line.expected;
}

/** How much of a step is still to do; the same demands that the server asks of a signature. */
export function leftOf(handover: Handover, step: Step): number {
  const { demands } = handover;
  switch (step) {
    case 'items':
      return handover.items.filter(
        (line) =>
          line.counted == null ||
          (demands.missing_items_explained && differs(line) && !line.explanation),
      ).length;
    case 'checks':
      return handover.checks.filter((line) => !line.checked).length;
    case 'open':
      return handover.open.filter((line) => mustDecide(handover, line) && !line.disposition).length;
    case 'fitness':
      if (handover.fitness) return handover.fitness.fit ? 0 : 1;
      return demands.fitness_check ? 1 : 0;
    case 'notes':
      return 0;
    case 'sign':
      return isOpen(handover) ? 1 : 0;
  }
}

/** Whether a line needs a decision before anybody signs. */
export function mustDecide(handover: Handover, line: OpenLine): boolean {
  const { carry_over_needs_reason, deferred_items_settled } = handover.demands;
  return carry_over_needs_reason || (line.deferred && deferred_items_settled);
}

/** The first step that still has something to do. */
export function firstStepLeft(handover: Handover): Step {
  return STEPS.find((step) => leftOf(handover, step) > 0) ?? 'sign';
}

const STEP_OF_REFUSAL: Record<string, Step> = {
  not_counted: 'items',
  explanation_needed: 'items',
  not_checked: 'checks',
  deferred_unsettled: 'open',
  open_unsettled: 'open',
  fitness_needed: 'fitness',
  unfit: 'fitness',
};

/** Where what keeps the handover from being signed can be mended. */
export function stepOfRefusal(code: string): Step | null {
  return STEP_OF_REFUSAL[code] ?? null;
}

/** How many lines are counted by hand although the rest is “as at the start of the shift”. */
export const SPOT_LINES = 3;

/**
 * The lines that 与接班时一致 leaves to be counted by hand. They follow from the id of the handover,
 * so that both devices name the same ones and nobody chooses the easy ones.
 */
export function spotItems(handover: Pick<Handover, 'handover_id' | 'items'>): Set<string> {
  let state = [...handover.handover_id].reduce(
    (hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0,
    7,
  );
  const left = handover.items.map((line) => line.item);
  const chosen = new Set<string>();
  while (chosen.size < SPOT_LINES && left.length > 0) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    const [item] = left.splice(state % left.length, 1);
    if (item) chosen.add(item);
  }
  return chosen;
}

/** What was typed at an item and is not yet sent. */
export interface TypedCount {
  counted?: number | null;
  kind?: ExplanationKind;
  text?: string;
}
export type TypedCounts = Record<string, TypedCount>;

/** The line as it stands with what was typed over it. */
export function typedLine(line: CountLine, typed: TypedCount | undefined) {
  const counted = typed?.counted === undefined ? (line.counted ?? null) : typed.counted;
  const fallback: ExplanationKind =
    counted !== null && counted > line.expected ? 'surplus' : 'missing';
  return {
    counted,
    kind: typed?.kind ?? line.explanation?.kind ?? fallback,
    text: typed?.text ?? line.explanation?.text ?? '',
    differs: counted !== null && counted !== line.expected,
  };
}

/** What is sent for the lines that were typed. */
export function countsToSend(handover: Handover, typed: TypedCounts) {
  return handover.items.flatMap((line) => {
    const now = typed[line.item] ? typedLine(line, typed[line.item]) : null;
    if (now?.counted == null) return [];
    const explanation = now.differs && now.text.trim() ? { kind: now.kind, text: now.text } : null;
    return [{ item: line.item, counted: now.counted, explanation }];
  });
}

/** The number that stands first in a line's words: its own slip, if it is an order. */
export function numberOf(line: OpenLine): string {
  return line.label.split(' ')[0] ?? '';
}
