import type { Coverage, Duty, MyDuty, PostCoverage, Relief } from './model';

/** A board as tests need it: the desk, held by nobody unless said otherwise. */
export function samplePost(over: Partial<PostCoverage> = {}): PostCoverage {
  return {
    post_id: 'desk',
    name: '客户服务中心前台',
    present: [],
    reliefs: [],
    required: true,
    answers_for_post_ids: [],
    line_targets: [],
    unattended_minutes_today: 0,
    ...over,
  };
}

export function sampleHold(person: string, over: Partial<NonNullable<PostCoverage['hold']>> = {}) {
  return {
    person_id: person,
    since_at: 0,
    mode: { kind: 'at_post' },
    began_by: 'sign_in',
    ...over,
  } as NonNullable<PostCoverage['hold']>;
}

export function sampleRelief(over: Partial<Relief> = {}): Relief {
  return {
    relief_id: 'r',
    post_id: 'desk',
    asker_id: 'wang',
    reason: '',
    emergency: false,
    asked_at: 0,
    needs_approval: false,
    ...over,
  };
}

export const HOUR_MS = 60 * 60_000;

export function sampleDuty(id: string, over: Partial<Duty> = {}): Duty {
  return {
    duty_id: id,
    shift: id,
    date: '2026-11-24',
    starts_at: 9 * HOUR_MS,
    ends_at: 17 * HOUR_MS,
    sign_in_by_at: 8.75 * HOUR_MS,
    change: 'handover',
    mode: { kind: 'at_post' },
    roles: ['service_clerk'],
    assigned: [],
    signed_in: [],
    ...over,
  } as Duty;
}

export function sampleBoard(posts: PostCoverage[], people: Coverage['people']): Coverage {
  return { now_at: 0, posts, people };
}

export function sampleMine(person: string, over: Partial<MyDuty> = {}): MyDuty {
  return {
    person_id: person,
    now_at: 0,
    holds: [],
    present_at_post_ids: [],
    shifts: [],
    asked_reliefs: [],
    from_own_post_relief_ids: [],
    to_confirm: [],
    my_reliefs: [],
    asked_lines: [],
    people: [],
    ...over,
  };
}
