import type { Case, CaseLine } from './model';

/** Friday 2026-11-27 17:00 in China. */
export const DUE_AT = Date.parse('2026-11-27T09:00:00Z');

/** A case of 12345 as the server shows it. */
export function sampleCase(over: Partial<Case> = {}): Case {
  return {
    id: 'c1',
    number: 'WB20261124-001',
    source: 'hotline',
    source_name: '',
    external_number: '20261124008231',
    stage: 'open',
    outcome: null,
    received_at: Date.parse('2026-11-24T01:00:00Z'),
    due_at: DUE_AT,
    wanted_due_at: null,
    cycle: 0,
    content: '3 栋楼下路灯不亮已一周',
    room: '3-2-1201',
    caller_name_masked: '单**',
    work_order_id: null,
    work_order_number: null,
    version: 3,
    state: { stage: 'open', extension_asked: null },
    extensions: 0,
    caller_phone_masked: '138****1234',
    resident_id: null,
    contact_id: null,
    contact_number: null,
    reply: '',
    no_proof_reason: '',
    own_job: true,
    taken_by: { id: 'zhang', name: '张丽' },
    taken_at: Date.parse('2026-11-24T01:10:00Z'),
    photos: [],
    timeline: [
      {
        seq: 41,
        verb: 'externalcase.taken',
        happened_at: Date.parse('2026-11-24T01:10:00Z'),
        recorded_at: Date.parse('2026-11-24T01:10:00Z'),
        person: { id: 'zhang', name: '张丽' },
        facts: { external_number: '20261124008231', due_at: String(DUE_AT) },
        texts: { content: '3 栋楼下路灯不亮已一周' },
      },
    ],
    ...over,
  };
}

/** The same in a list. */
export function sampleLine(over: Partial<CaseLine> = {}): CaseLine {
  return { ...sampleCase(), ...over };
}
