import type { Diagnostic, Document, Draft } from './model';

const text = (zh: string, en = '') => ({ zh, en });

/** A short regulation: one post, day and night, one clause; what the tests of the pages read. */
export function sampleDocument(): Document {
  return {
    regulation: {
      id: 'r01',
      version: '1',
      numbering: 'R01',
      title: text('值班制度', 'Regulation'),
    },
    work_hours: { hours: '08:30-17:30' },
    posts: [{ key: 'desk', name: text('前台', 'Desk'), kind: 'desk', all_day: true }],
    shifts: [
      shift('day', '白班', 'work_start-work_end', 'service_clerk'),
      shift('night', '夜班', '17:30-08:30', 'repairer'),
    ],
    service_levels: [
      { kind: 'repair', urgency: 'urgent', arrive_minutes: 30, finish_minutes: 480 },
    ],
    clauses: [
      { number: '1', text: text('昼夜值班'), kept_by: [{ enforced: 'coverage' }], how: null },
    ],
    sign_in: { lead_minutes: 15 },
    handover: {},
    leaving: {},
  } as unknown as Document;
}

function shift(key: string, zh: string, hours: string, role: string) {
  return { key, post: 'desk', name: text(zh), hours, roles: [role], people: 1 };
}

export function sampleDiagnostic(line: number, over: Partial<Diagnostic> = {}): Diagnostic {
  return {
    severity: 'error',
    code: 'gap',
    message_zh: '20:00 起无人值班',
    message_en: 'nobody from 20:00',
    help_zh: '请补一个班次',
    help_en: 'Add a shift.',
    path: 'shifts',
    place: { offset: 0, length: 1, line, column: 1 },
    ...over,
  };
}

export function sampleDraft(over: Partial<Draft> = {}): Draft {
  return {
    regulation_id: 'reg-1',
    version: 3,
    state: 'draft',
    text: 'one\ntwo\nthree',
    updated_at: Date.UTC(2026, 10, 24),
    diagnostics: [],
    ...over,
  };
}
