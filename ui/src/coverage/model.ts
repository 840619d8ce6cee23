import type { components } from '../api/schema';

type Schemas = components['schemas'];
export type Coverage = Schemas['CoverageView'];
export type PostCoverage = Coverage['posts'][number];
export type Duty = NonNullable<PostCoverage['current_duty']>;
export type MyDuty = Schemas['MyDuty'];
export type Relief = Schemas['ReliefView'];
export type Role = Schemas['Role'];
export type People = readonly { person_id: string; name: string }[];

/** Somebody of whom the page asks what they may do. */
export interface Somebody {
  id: string;
  roles: readonly string[];
}

/** The name of a person; an unknown one has none. */
export function nameOf(people: People, id: string | null | undefined): string {
  return people.find((person) => person.person_id === id)?.name ?? '';
}

/** The desk before the gates: its screen is the one that most look at. */
export function deskFirst<Post extends { post_id: string }>(
  posts: readonly Post[],
  desks: readonly string[],
): Post[] {
  const rank = (post: Post) => (desks.includes(post.post_id) ? 0 : 1);
  return [...posts].sort((a, b) => rank(a) - rank(b));
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

/** The acts of one who stands at a post, or comes to it. */
export type PostAct =
  | 'sign_in'
  | 'change_holder'
  | 'return'
  | 'ask_relief'
  | 'leave'
  | 'emergency'
  | 'transfer_line'
  | 'accept_line'
  | 'return_line'
  | 'close';

/** The server signs nobody in earlier than this before the latest timely sign-in. */
const SIGN_IN_OPENS_MS = 60 * 60_000;

function fits(duty: Duty, who: Somebody): boolean {
  return duty.assigned.length > 0
    ? duty.assigned.includes(who.id)
    : duty.roles.some((role) => who.roles.includes(role));
}

const isThere = (post: PostCoverage, id: string) =>
  post.present.some((one) => one.person_id === id);

/** Whether a sign-in of this person is awaited for the running or the coming shift. */
export function mayStillSignIn(post: PostCoverage, who: Somebody, now: number): boolean {
  return [post.current_duty, post.next_duty].some(
    (duty) =>
      duty != null &&
      // Whoever stands at the post already takes a shift within it by one tap.
      !(duty.within != null && isThere(post, who.id)) &&
      duty.sign_in_by_at - SIGN_IN_OPENS_MS <= now &&
      fits(duty, who) &&
      !duty.signed_in.includes(who.id),
  );
}

const answers = (post: PostCoverage, id: string) => post.hold?.person_id === id;

/** One tap changes the holder within a shift and at noon; from shift to shift both sign a handover. */
export function changesByTap(post: PostCoverage, who: Somebody): boolean {
  const { hold, current_duty: duty } = post;
  if (hold?.person_id == null || duty == null || hold.person_id === who.id) return false;
  const byTap =
    duty.change === 'one_tap' || hold.duty_id === duty.duty_id || hold.began_by === 'one_tap';
  return byTap && fits(duty, who) && (isThere(post, who.id) || duty.signed_in.includes(who.id));
}

/** Whether the line is away since an earlier shift: the next takes it back by a handover. */
export function lineNeedsHandover(post: PostCoverage): boolean {
  const { line, hold, current_duty: duty } = post;
  if (line?.accepted_at == null || hold == null || duty?.change !== 'handover') return false;
  return hold.duty_id !== duty.duty_id && line.given_at < duty.starts_at;
}

/** Whether this person signed in for a shift that another still holds: then both sign a handover. */
export function awaitsHandover(post: PostCoverage, who: Somebody): boolean {
  if (post.hold?.person_id == null && !lineNeedsHandover(post)) return false;
  if (changesByTap(post, who)) return false;
  const came = [post.current_duty, post.next_duty].some(
    (duty) =>
      duty?.change === 'handover' &&
      duty.duty_id !== post.hold?.duty_id &&
      duty.signed_in.includes(who.id),
  );
  return came && !answers(post, who.id);
}

/** What somebody may do at a post now, the main act first. The server decides again. */
export function actsAt(post: PostCoverage, who: Somebody, now: number): PostAct[] {
  const holds = answers(post, who.id);
  const there = isThere(post, who.id);
  const acts: PostAct[] = [];
  if (holds && !there) acts.push('return');
  if (mayStillSignIn(post, who, now)) acts.push('sign_in');
  // Whoever lent the post takes it back by ending the relief.
  const lent = post.reliefs.some((one) => one.asker_id === who.id && one.reliever_id != null);
  if (changesByTap(post, who) && !lent) acts.push('change_holder');
  const asked = post.reliefs.some((one) => one.reliever_id == null);
  if (holds && there) {
    acts.push('emergency');
    if (!asked) acts.push('ask_relief');
    acts.push('leave');
  }
  if (!holds && there) acts.push('leave');
  if (holds && post.line == null && post.line_targets.length > 0) acts.push('transfer_line');
  if (post.line?.given_by_id === who.id && !lineNeedsHandover(post)) acts.push('return_line');
  if (holds && !post.required) acts.push('close');
  return acts;
}

/** The line that waits for the person who answers for another post. */
export function mayAcceptLine(
  post: PostCoverage,
  posts: readonly PostCoverage[],
  id: string,
): boolean {
  const { line } = post;
  if (line == null || line.accepted_at != null) return false;
  return posts.find((one) => one.post_id === line.to_post_id)?.answers_person_id === id;
}

export type ReliefAct =
  | 'approve_relief'
  | 'accept_relief'
  | 'accept_on_the_way'
  | 'decline_relief'
  | 'confirm_relief'
  | 'end_relief'
  | 'withdraw_relief';

/** What somebody may answer to a relief, the main answer first. */
export function answersTo(
  relief: Relief,
  id: string,
  mayApprove: boolean,
  fromOwnPost = false,
): ReliefAct[] {
  if (relief.reliever_id != null) {
    if (relief.reliever_id === id && relief.confirm_by_at != null) return ['confirm_relief'];
    return relief.asker_id === id ? ['end_relief'] : [];
  }
  // The one who left for an emergency comes back by returning; that ends the request as well.
  if (relief.asker_id === id) return relief.emergency ? [] : ['withdraw_relief'];
  const acts: ReliefAct[] = [];
  if (relief.needs_approval && mayApprove) acts.push('approve_relief');
  if (relief.asked_id == null || relief.asked_id === id) {
    if (fromOwnPost) acts.push('accept_on_the_way');
    else if (relief.emergency) acts.push('accept_on_the_way', 'accept_relief');
    else if (!relief.needs_approval) acts.push('accept_relief');
    if (relief.asked_id === id) acts.push('decline_relief');
  }
  return acts;
}
