import type { TFunction } from 'i18next';
import type { components } from '../api/schema';

export type LogLine = components['schemas']['LogLine'];

/** What a sentence needs beside the entry: names, words and times as the page shows them. */
export interface SentenceWords {
  t: TFunction;
  /** Whether there are words under a key. */
  knows: (key: string) => boolean;
  person: (id: unknown) => string;
  post: (id: unknown) => string;
  time: (at: number) => string;
  /** Whether names that carry English are said in English. */
  english?: boolean;
}

type Facts = Record<string, unknown>;

/** Where the acting person stands in `person_id`, except in entries about somebody else. */
const ABOUT_ANOTHER = new Set([
  'coverage.holder_changed',
  'coverage.holder_named',
  'coverage.unattended_began',
  'handover.resolved',
  'handover.fitness_declared',
  'obligation.breached',
  'roster.cell_set',
]);

const count = (value: unknown): number =>
  Array.isArray(value) ? value.length : Number(value ?? 0);
const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** Which wording of a verb fits the facts; without one the plain wording is taken. */
function variantOf(verb: string, facts: Facts): string | undefined {
  switch (verb) {
    case 'coverage.signed_in':
      return Number(facts.late_minutes ?? 0) > 0 ? 'late' : undefined;
    case 'coverage.holder_changed':
      return facts.via_post_id ? 'via' : undefined;
    case 'coverage.relief_accepted':
      return facts.by_voice === true ? 'voice' : undefined;
    case 'handover.items_counted':
      return count(facts.differing) > 0 ? 'differing' : undefined;
    case 'handover.line_checked':
      return `${words(facts.text) === '' ? '' : 'of_'}${facts.in_order === false ? 'bad' : 'ok'}`;
    case 'obligation.escalated':
      return facts.target ? 'to' : undefined;
    case 'handover.fitness_declared':
      return facts.fit === false ? 'unfit' : undefined;
    case 'workorder.called_back':
      return facts.satisfied === false ? 'unsatisfied' : undefined;
    case 'workorder.deferred':
      return typeof facts.appointment_at === 'number' ? 'until' : undefined;
    default:
      return undefined;
  }
}

/** An entry of the ledger as a sentence; a verb without words of its own is still readable. */
export function sentenceOf(line: LogLine, say: SentenceWords): string {
  const { t } = say;
  const facts = line.facts as Facts;
  const insert = insertsOf(line, facts, say);
  const variant = variantOf(line.verb, facts);
  const plain = `dutylog.said.${line.verb}`;
  const keys = variant ? [`${plain}_${variant}`, plain] : [plain];
  const key = keys.find((one) => say.knows(one));
  return key ? t(key, insert) : t('dutylog.said.other', { ...insert, verb: line.verb });
}

function insertsOf(line: LogLine, facts: Facts, say: SentenceWords) {
  const { t, person, post, time } = say;
  const word = (group: string, value: unknown) => {
    const key = `${group}.${words(value)}`;
    return say.knows(key) ? t(key) : words(value);
  };
  const actor = line.person_name ?? actorWord(line, t);
  const proven = ABOUT_ANOTHER.has(line.verb) ? facts.by_id : (facts.person_id ?? facts.by_id);
  return {
    actor,
    who: person(proven) || actor,
    person: person(facts.person_id) || t('dutylog.somebody'),
    asked: person(facts.asked_id) || t('dutylog.somebody'),
    reliever: person(facts.reliever_id),
    outgoing: person(facts.outgoing_id),
    incoming: person(facts.incoming_id),
    to: person(facts.to) || post(facts.to_post_id),
    from: person(facts.from),
    via: post(facts.via_post_id),
    by: word('dutylog.by', facts.by),
    section: word('dutylog.section', facts.section),
    corrects: words(facts.corrects_seq),
    minutes: words(facts.late_minutes) || words(facts.minutes),
    lines: words(facts.lines),
    open: words(facts.open),
    deferred: words(facts.deferred),
    subjects: count(facts.subjects),
    disposition: word('dutylog.disposition', facts.disposition),
    items: differingItems(facts.differing),
    item: words(facts.name),
    key: words(facts.key),
    posts: count(facts.posts),
    rooms: words(facts.rooms),
    residents: words(facts.residents),
    erased: word('dutylog.erasedKind', facts.kind),
    texts: words(facts.texts),
    party: word('handover.party', facts.party),
    missing: word('handover.party', facts.missing),
    number: words(facts.number),
    contact: words(facts.contact_number),
    about: words(facts.number) === '' ? '' : `${words(facts.number)} `,
    check: (say.english && words(facts.text_en)) || words(facts.text),
    target: targetName(facts.target, say),
    kind: word('desk.kind', facts.kind),
    channel: word('desk.channel', facts.channel),
    source: words(facts.source_name) || word('externalcase.source', facts.source),
    outcome: word('externalcase.outcome', facts.outcome),
    order: words(facts.order_number),
    due: typeof facts.due_at === 'number' ? time(facts.due_at) : '',
    wanted: typeof facts.wanted_due_at === 'number' ? time(facts.wanted_due_at) : '',
    appointment: typeof facts.appointment_at === 'number' ? time(facts.appointment_at) : '',
    month: words(facts.month),
    date: words(facts.date),
    rule: ruleWord(facts.rule_key, word, t),
    answer: word('dutylog.answer', facts.answer),
  };
}

/** Who was called: a person, whoever answers for a post, or all of a role. */
function targetName(target: unknown, { t, knows, person, post }: SentenceWords): string {
  const { kind, key } = (target ?? {}) as { kind?: string; key?: string };
  if (kind === 'person') return person(key) || t('dutylog.somebody');
  if (kind === 'post') return post(key) || t('notify.somePost');
  const role = `people.role.${words(key)}`;
  return knows(role) ? t(role) : words(key);
}

function actorWord(line: LogLine, t: TFunction): string {
  return t(line.actor_kind === 'operator' ? 'dutylog.operator' : 'dutylog.system');
}

function ruleWord(
  key: unknown,
  word: (group: string, value: unknown) => string,
  t: TFunction,
): string {
  const [capability = '', rule = ''] = words(key).split('.');
  const found = [`${capability}_${rule}`, rule]
    .map((name) => [name, word('notify.rule', name)])
    .find(([name, said]) => name !== said);
  return found?.[1] ?? t('notify.rule.other');
}

function differingItems(differing: unknown): string {
  if (!Array.isArray(differing)) return '';
  return (differing as Facts[])
    .map((one) => `${words(one.name)} ${words(one.counted)}/${words(one.expected)}`)
    .join('、');
}

/** The part of the house an entry comes from: the verb before the dot. */
export function familyOf(line: LogLine, knows: SentenceWords['knows']): string {
  const family = line.verb.split('.')[0] ?? '';
  return knows(`dutylog.family.${family}`) ? family : 'other';
}
