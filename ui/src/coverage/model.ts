import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Coverage = Schemas['CoverageView'];
export type PostCoverage = Coverage['posts'][number];
export type MyDuty = Schemas['MyDuty'];
export type Relief = Schemas['ReliefView'];
export type People = readonly { person_id: string; name: string }[];

/** The name of a person; an unknown one has none. */
export function nameOf(people: People, id: string | null | undefined): string {
  return people.find((person) => person.person_id === id)?.name ?? '';
}

/** How a post stands, gravest first; the screen shows it by words, icon and colour. */
export type PostMood = 'gap' | 'unattended' | 'late' | 'closed' | 'held';

export function moodOf(post: PostCoverage): PostMood {
  if (post.gap?.kind === 'nobody_holds') return 'gap';
  if (post.unattended_since_at != null) return 'unattended';
  if (post.gap?.kind === 'nobody_signed_in') return 'late';
  if (post.hold == null) return post.required ? 'gap' : 'closed';
  return 'held';
}

/** The acts of the one who stands at a post, the main one first. */
export type PostAct =
  | 'sign_in'
  | 'change_holder'
  | 'return'
  | 'ask_relief'
  | 'leave'
  | 'emergency'
  | 'transfer_line'
  | 'accept_line'
  | 'return_line';

export function actsAt(post: PostCoverage, me: string): PostAct[] {
  const holds = post.answers_person_id === me && post.hold?.person_id === me;
  const there = post.present.some((one) => one.person_id === me);
  const acts: PostAct[] = [];
  if (holds && !there) acts.push('return');
  if (!holds && !there) acts.push('sign_in');
  if (!holds && there) acts.push('change_holder');
  if (holds && there) acts.push('emergency', 'ask_relief', 'leave');
  else if (there) acts.push('leave');
  if (holds && post.line == null && post.line_targets.length > 0) acts.push('transfer_line');
  if (post.line != null && post.line.given_by_id === me) acts.push('return_line');
  return acts;
}
