import i18next from 'i18next';
import { expect, test } from 'vitest';
import { familyOf, sentenceOf, type LogLine, type SentenceWords } from './sentences';

const PEOPLE: Record<string, string> = { zhang: '张丽', wang: '王强' };
const say: SentenceWords = {
  t: i18next.t,
  knows: (key) => i18next.exists(key),
  person: (id) => PEOPLE[String(id)] ?? '',
  post: (id) => (id === 'gate' ? '南门岗' : ''),
  time: () => '11-26 09:00',
};

function line(verb: string, facts: Record<string, unknown> = {}, over: Partial<LogLine> = {}) {
  return {
    seq: 7,
    happened_at: 0,
    recorded_at: 0,
    late: false,
    actor_kind: 'staff',
    person_name: '张丽',
    subject_kind: 'post',
    subject_id: 's',
    verb,
    facts: facts as LogLine['facts'],
    texts: {},
    ...over,
  } satisfies LogLine;
}

test.each([
  ['coverage.signed_in', { person_id: 'wang', late_minutes: null }, '王强到岗签到'],
  ['coverage.signed_in', { person_id: 'wang', late_minutes: 4 }, '王强到岗签到，迟到 4 分钟'],
  ['coverage.holder_changed', { person_id: 'wang', by: 'relief' }, '责任人变更为王强（代值）'],
  [
    'coverage.holder_changed',
    { via_post_id: 'gate', by: 'line_given' },
    '由南门岗代为负责（电话转接）',
  ],
  ['coverage.holder_named', { person_id: 'wang' }, '张丽指定王强到岗负责'],
  ['coverage.unattended_ended', { minutes: 6 }, '岗位恢复有人，无人在位 6 分钟'],
  [
    'handover.items_counted',
    { by_id: 'wang', lines: 6, differing: [{ name: '钥匙', expected: 3, counted: 2 }] },
    '王强清点物品 6 项，不符：钥匙 2/3',
  ],
  ['handover.signed', { person_id: 'wang', party: 'outgoing' }, '交班人王强签字'],
  ['workorder.dispatched', { number: 'BX-1', to: 'wang' }, '张丽将 BX-1 派给王强'],
  ['workorder.deferred', { number: 'BX-1', appointment_at: 5 }, '张丽将 BX-1 改期至 11-26 09:00'],
  [
    'privacy.personal_text_erased',
    { kind: 'log_entry', texts: 1 },
    '张丽依法删除个人信息：值班记事，文字 1 处',
  ],
  ['people.homes_added', { rooms: 12, residents: 8 }, '张丽登记房产 12 套、住户 8 人'],
  [
    'obligation.escalated',
    { rule_key: 'workorder.arrive', number: 'BX-1', target: { kind: 'person', key: 'wang' } },
    'BX-1 到场未办，已通知王强',
  ],
  [
    'obligation.escalated',
    { rule_key: 'coverage.sign_in', target: { kind: 'role', key: 'shift_leader' } },
    '到岗签到未办，已通知带班领导',
  ],
  [
    'handover.line_checked',
    { by_id: 'wang', text: '监控在线', text_en: 'Cameras', in_order: false },
    '王强检查“监控在线”：不正常',
  ],
  ['handover.line_checked', { by_id: 'wang', in_order: true }, '王强确认一项检查正常'],
  ['obligation.breached', { rule_key: 'coverage.sign_in', person_id: 'wang' }, '到岗签到超时未办'],
])('%s is said in a sentence', (verb, facts, sentence) => {
  expect(sentenceOf(line(verb, facts), say)).toBe(sentence);
});

test('an unknown verb stays readable, and the system has a name', () => {
  expect(sentenceOf(line('patrol.scanned'), say)).toBe('张丽办理了一项操作（patrol.scanned）');
  const bySystem = line('patrol.missed', {}, { actor_kind: 'engine', person_name: null });
  expect(sentenceOf(bySystem, say)).toBe('系统办理了一项操作（patrol.missed）');
  expect(familyOf(bySystem, say.knows)).toBe('other');
  expect(familyOf(line('coverage.left'), say.knows)).toBe('coverage');
});
