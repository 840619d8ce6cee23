import type { DayReport } from './model';

const HOUR = 60 * 60_000;
/** 09:00 on the 24th of November 2026 in China. */
export const MORNING = Date.UTC(2026, 10, 24, 1);
const at = (hours: number) => MORNING + hours * HOUR;

/** The day of a small community, as the server tells it; for tests. */
export function sampleReport(over: Partial<DayReport> = {}): DayReport {
  return {
    community_name: '演示小区',
    date: '2026-11-24',
    from_at: MORNING,
    until_at: at(24),
    complete: true,
    generated_at: at(24.5),
    ledger: { seq: 128, hash: 'db2fbe8c4c41a5574e59230770c9edf6648171e8ed525a355abe9c1d8ac8a9d8' },
    posts: [desk()],
    help_calls: [],
    handovers: [evening()],
    contacts: [
      { kind: 'repair', taken: 2, open: 0 },
      { kind: 'inquiry', taken: 3, open: 1 },
    ],
    orders: {
      registered: 2,
      finished: 1,
      called_back: 1,
      archived: 1,
      deferred: 1,
      reopened: 0,
    },
    open_orders: [leak()],
    missed: [
      {
        rule_key: 'workorder.dispatch',
        subject_kind: 'work_order',
        subject_id: 'o1',
        owner: '客户服务中心前台',
        due_at: at(2.5),
        outcome: 'open',
      },
      {
        rule_key: 'coverage.sign_in',
        subject_kind: 'duty',
        subject_id: 'd2',
        owner: '王强',
        due_at: at(8.25),
        outcome: 'discharged',
      },
    ],
    ...over,
  };
}

function desk(): DayReport['posts'][number] {
  const duty = {
    shift_name: '白班',
    shift_name_en: 'Day',
    night: false,
    assigned: ['吴倩'],
  };
  return {
    post_id: 'desk',
    name: '客户服务中心前台',
    name_en: 'Service centre desk',
    duties: [
      {
        ...duty,
        duty_id: 'd1',
        starts_at: MORNING,
        ends_at: at(8.5),
        signed_in: [{ name: '吴倩', at: at(-0.1), late: true }],
      },
      {
        ...duty,
        duty_id: 'd2',
        shift_name: '夜班',
        shift_name_en: 'Night',
        night: true,
        assigned: ['王强', '赵刚'],
        starts_at: at(8.5),
        ends_at: at(24),
        signed_in: [{ name: '王强', at: at(8.2), late: false }],
      },
    ],
    holders: [
      { name: '吴倩', is_post: false, from_at: at(1), to_at: at(8.5), began_by: 'sign_in' },
      { name: '王强', is_post: false, from_at: at(8.5), to_at: null, began_by: 'handover' },
    ],
    unattended: [{ from_at: at(13), to_at: at(13.3), holder: '王强' }],
    unattended_for: 0.3 * HOUR,
    reliefs: [
      {
        relief_id: 'r1',
        name: '王强',
        reason: '紧急离岗',
        emergency: true,
        asked_at: at(13),
        state: 'ended',
      },
    ],
  };
}

function evening(): DayReport['handovers'][number] {
  return {
    handover_id: 'h1',
    post_id: 'desk',
    outgoing: '吴倩',
    incoming: '王强',
    planned_at: at(8.5),
    state: { state: 'signed', outgoing_at: at(8.5), incoming_at: at(8.55) },
    differences: [
      {
        item: 'k',
        name: '设备房钥匙',
        name_en: 'Plant room key',
        expected: 6,
        counted: 5,
        explanation: { kind: 'whereabouts', text: '维保人员借用' },
      },
    ],
    anomalies: ['车库照明不亮'],
    carried: 2,
  };
}

function leak(): DayReport['open_orders'][number] {
  return {
    id: 'o1',
    number: 'BX20261124-002',
    kind: 'repair',
    urgency: 'urgent',
    stage: 'accepted',
    place: '3-1-1202',
    content: '卫生间慢漏',
    assignee: '王强',
    due_at: at(24.5),
    deferred_at: at(14.5),
    deferral_explanation: '夜间不宜停水',
    appointment_at: at(24.5),
  };
}
