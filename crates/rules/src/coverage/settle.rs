//! What time alone brings about: a waiting sign-in takes its post at the start
//! of the duty, a relief by voice that nobody confirmed lapses, and a duty goes
//! on in its next stage. Every act settles the board first, so nothing depends
//! on when the engine last ran.

use zhishou_base::{Instant, PersonId, PostId};

use super::board::{Board, PostState};
use super::change::{Change, Departure};
use super::draft::{Draft, Taking};
use super::lending::ReliefState;
use super::types::{Duty, DutyChange, Holder, Passing};
use crate::regulation::DutyMode;

/// The changes that are due at `now` although nobody acted.
pub fn settle(board: &Board, now: Instant) -> Vec<Change> {
    Draft::settled(board, now).finish()
}

/// When time alone will next change the board, or somebody must look at it.
pub fn next_settling(board: &Board, now: Instant) -> Option<Instant> {
    let later = |at: Instant| (at > now).then_some(at);
    board
        .posts
        .values()
        .flat_map(|state| {
            let reliefs = state
                .reliefs
                .iter()
                .filter_map(|relief| match relief.state {
                    ReliefState::Accepted { confirm_by, .. } => confirm_by,
                    _ => None,
                });
            let duties = state
                .duties
                .iter()
                .flat_map(|duty| [duty.sign_in_by(), duty.starts_at, duty.ends_at]);
            reliefs.chain(duties).filter_map(later).collect::<Vec<_>>()
        })
        .min()
}

pub(super) fn settle_into(draft: &mut Draft) {
    let posts: Vec<PostId> = draft.board.posts.keys().copied().collect();
    for post in posts {
        lapse_unconfirmed(draft, post);
        go_on_in_next_stage(draft, post);
        go_on_by_line(draft, post);
        open_for_waiting(draft, post);
    }
}

/// Nobody is made responsible for longer than the confirmation time by another person's word.
fn lapse_unconfirmed(draft: &mut Draft, post: PostId) {
    let Some(state) = draft.board.post(post) else {
        return;
    };
    for mut relief in state.reliefs.clone() {
        let ReliefState::Accepted {
            reliever,
            confirm_by: Some(confirm_by),
            ..
        } = relief.state
        else {
            continue;
        };
        let Some(state) = draft.board.post(post) else {
            return;
        };
        // A reliever who has since acted for the post has confirmed by acting.
        let answered = state.held_by(reliever)
            || matches!(&state.hold, Some(hold) if hold.began_by == Passing::Relief);
        let still_lent = confirm_by <= draft.now && answered;
        if !still_lent {
            continue;
        }
        let duty = state.hold.as_ref().and_then(|hold| hold.duty);
        // Nobody was seen to come: only a sign-in of their own keeps them on the record as there.
        if !state.has_duty_ahead(reliever, draft.now) {
            draft.depart(post, reliever, Departure::NeverConfirmed);
        }
        if draft.may_hold(relief.asker, post).is_err() {
            continue;
        }
        let back = Taking {
            holder: Holder::Person(relief.asker),
            mode: DutyMode::AtPost,
            duty,
            by: Passing::ReliefLapsed,
        };
        relief.state = ReliefState::Lapsed {
            reliever,
            at: draft.now,
        };
        draft.make(Change::ReliefMoved { relief });
        let passed = draft.pass(post, back);
        debug_assert!(passed.is_ok(), "may_hold was asked above");
    }
}

/// The evening at the centre goes on as a night on call, by the same person.
fn go_on_in_next_stage(draft: &mut Draft, post: PostId) {
    let Some((person, duty, from_at)) = draft
        .board
        .post(post)
        .and_then(|state| next_stage(state, &draft.board, draft.now))
    else {
        return;
    };
    let now = draft.now;
    draft.now = from_at;
    let taking = Taking {
        holder: Holder::Person(person),
        mode: duty.mode,
        duty: Some(duty.id),
        by: Passing::NextStage,
    };
    let passed = draft.pass(post, taking);
    debug_assert!(passed.is_ok(), "the person holds this post already");
    draft.now = now;
    if duty.mode != DutyMode::AtPost {
        draft.depart(post, person, Departure::OnCall);
    }
}

fn next_stage(state: &PostState, board: &Board, now: Instant) -> Option<(PersonId, Duty, Instant)> {
    let hold = state.hold.as_ref()?;
    let Holder::Person(person) = hold.holder else {
        return None;
    };
    let ended = state.duty(hold.duty?)?;
    if ended.ends_at > now || ended.within.is_some() {
        return None;
    }
    let next = state.current(now).find(|duty| {
        duty.within.is_none()
            && duty.id != ended.id
            && duty.change == DutyChange::OneTap
            && (duty.assigned.contains(&person)
                || (duty.assigned.is_empty() && board.has_role(person, &duty.roles)))
    })?;
    Some((person, next.clone(), next.starts_at.max(hold.from_at)))
}

/// A line that was taken before the duty which stands by it goes on in that duty: it is what the
/// night is counted from, and what the morning hands over.
fn go_on_by_line(draft: &mut Draft, post: PostId) {
    let Some((taking, from_at)) = draft
        .board
        .post(post)
        .and_then(|state| line_duty(state, draft.now))
    else {
        return;
    };
    let now = draft.now;
    draft.now = from_at;
    let passed = draft.pass(post, taking);
    debug_assert!(passed.is_ok(), "no person is named");
    draft.now = now;
}

/// The duty that stands by the line which is away now, unless it is stood already.
fn line_duty(state: &PostState, now: Instant) -> Option<(Taking, Instant)> {
    let hold = state.hold.as_ref()?;
    let to_post = state.line_away()?;
    let by_line = state
        .current(now)
        .filter(|duty| duty.change == DutyChange::LineTransfer { to_post });
    let duty = by_line.min_by_key(|duty| (duty.starts_at, duty.id))?;
    if hold.duty == Some(duty.id) {
        return None;
    }
    let taking = Taking {
        holder: hold.holder,
        mode: hold.mode,
        duty: Some(duty.id),
        by: Passing::LineGiven,
    };
    Some((taking, duty.starts_at.max(hold.from_at)))
}

/// The first who waits takes the post at the start of the duty.
fn open_for_waiting(draft: &mut Draft, post: PostId) {
    let Some(state) = draft.board.post(post) else {
        return;
    };
    if state.hold.is_some() {
        return;
    }
    let waiting = state
        .current(draft.now)
        .filter(|duty| duty.within.is_none())
        .flat_map(|duty| {
            let here = state
                .sign_ins
                .iter()
                .filter(|sign_in| sign_in.duty == duty.id);
            here.map(move |sign_in| (sign_in.at, sign_in.person, duty))
        })
        .filter(|(_, person, _)| draft.may_hold(*person, post).is_ok())
        .min_by_key(|(at, person, _)| (*at, *person));
    let Some((at, person, duty)) = waiting else {
        return;
    };
    let earliest = state.last_closed_at.unwrap_or(Instant::EPOCH);
    let from_at = duty.starts_at.max(at).max(earliest);
    let hold = state.next_hold(
        Holder::Person(person),
        duty.mode,
        Some(duty.id),
        from_at,
        Passing::SignIn,
    );
    draft.make(Change::HoldOpened { post, hold });
}
