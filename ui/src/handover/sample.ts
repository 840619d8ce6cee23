import type { CountLine, Handover, NextHandover, OpenLine } from './model';

/** A handover for tests: Wang hands the night over to Zhang. */
export const WANG = '01900000-0000-7000-8000-0000000000a2';
export const ZHANG = '01900000-0000-7000-8000-0000000000a1';
export const POST = '01900000-0000-7000-8000-0000000000b1';

export function itemOf(item: string, expected: number, counted: number | null): CountLine {
  return { item, name: `物品${item}`, name_en: '', expected, counted, explanation: null };
}

export function openOf(subject: string, deferred: boolean): OpenLine {
  return {
    subject,
    subject_kind: 'work_order',
    label: 'BX-1 2-1-0102 水龙头漏水',
    status: 'accepted',
    deferred,
    disposition: null,
  };
}

export function handoverOf(over: Partial<Handover>): Handover {
  return {
    handover_id: '01900000-0000-7000-8000-0000000000e1',
    post_id: POST,
    outgoing_id: WANG,
    outgoing_duty_id: null,
    incoming_id: ZHANG,
    incoming_duty_id: null,
    same_person: false,
    opened_at: 0,
    planned_at: 0,
    snapshot_at: 0,
    demands: {
      missing_items_explained: true,
      carry_over_needs_reason: true,
      deferred_items_settled: true,
      fitness_check: true,
      witness_within_hours: 12,
    },
    checks: [{ key: 'lamp', text: '照明正常', text_en: '', side: 'both', checked: null }],
    items: [],
    open: [],
    anomalies: [],
    standing: [],
    fitness: null,
    progress: { state: 'preparing' },
    version: 1,
    ...over,
  };
}

export function nextOf(handover: Handover | null, blocker: string | null = null): NextHandover {
  return {
    post_id: POST,
    outgoing_id: WANG,
    incoming_duty: null,
    candidate_ids: [ZHANG],
    open: handover && {
      handover,
      blocker: blocker === null ? null : { code: blocker, detail: '请先处理' },
      amendments: [],
      people: [],
    },
    last: null,
    standing: [],
    people: [
      { person_id: WANG, name: '王强' },
      { person_id: ZHANG, name: '张丽' },
    ],
  };
}
