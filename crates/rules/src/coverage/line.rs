//! The line of a post given to another post 值班电话转接: give, accept, return.

use zhishou_base::{Instant, PersonId, PostId};

use super::board::{Board, PostState};
use super::change::Change;
use super::draft::{Draft, Taking};
use super::lending::{LineState, LineTransfer};
use super::refusal::CoverageRefusal;
use super::resolve::{answers_for, leads_back};
use super::types::{DutyChange, Holder, Passing};
use crate::regulation::DutyMode;

/// The holder gives the line; he answers until the other post has accepted.
pub fn transfer_line(
    board: &Board,
    post: PostId,
    to_post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    if state.line.is_some() {
        return Err(CoverageRefusal::LineAlreadyGiven);
    }
    if !state.held_by(person) {
        return Err(CoverageRefusal::NotHolder);
    }
    let planned = state
        .duties
        .iter()
        .filter(|duty| duty.ends_at > now)
        .any(|duty| duty.change == DutyChange::LineTransfer { to_post });
    if !planned && !state.rules.line_to.contains(&to_post) {
        return Err(CoverageRefusal::LineNotAllowed);
    }
    check_target(&draft, post, to_post)?;
    let line = LineTransfer {
        seq: state.last_line_seq + 1,
        post,
        to_post,
        given_by: person,
        given_at: now,
        state: LineState::Given,
    };
    draft.make(Change::LineMoved { line });
    Ok(draft.finish())
}

/// Who answers for the other post takes the line: from now on his post answers.
pub fn accept_line(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    let mut line = state
        .line
        .clone()
        .filter(|line| line.state == LineState::Given && state.held_by(line.given_by))
        .ok_or(CoverageRefusal::LineNotGiven)?;
    let to_post = line.to_post;
    check_target(&draft, post, to_post)?;
    if answers_for(&draft.board, to_post) != Some(person) {
        return Err(CoverageRefusal::NotAnswering {
            post: draft.name_of(to_post),
        });
    }
    let planned = state
        .duties
        .iter()
        .find(|duty| duty.covers(now) && duty.change == DutyChange::LineTransfer { to_post })
        .map(|duty| duty.id);
    let duty = planned.or(state.hold.as_ref().and_then(|hold| hold.duty));
    line.state = LineState::Accepted {
        by: person,
        at: now,
    };
    draft.make(Change::LineMoved { line });
    let holder = Holder::Post(to_post);
    draft.pass(
        post,
        Taking {
            holder,
            mode: DutyMode::AtPost,
            duty,
            by: Passing::LineGiven,
        },
    )?;
    Ok(draft.finish())
}

/// Takes the line back: the giver by one tap while the shift in which it was given, or the one that
/// stands by the line, still runs, another person of the running shift where one tap passes it.
/// Across a change of shifts what the other post noted passes by a handover (R08.2.8), to the giver
/// as to anybody. A line that was not yet accepted is withdrawn.
pub fn return_line(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    let mut line = state.line.clone().ok_or(CoverageRefusal::LineNotGiven)?;
    if line.state == LineState::Given {
        if !state.held_by(person) {
            return Err(CoverageRefusal::NotHolder);
        }
        line.state = LineState::Withdrawn { at: now };
        draft.make(Change::LineMoved { line });
        return Ok(draft.finish());
    }
    let duty = state
        .current(now)
        .filter(|duty| duty.within.is_none())
        .find(|duty| !matches!(duty.change, DutyChange::LineTransfer { .. }))
        .or_else(|| state.current(now).find(|duty| duty.within.is_none()));
    let gave = person == line.given_by;
    if !(gave && still_lent_by_the_shift(state, &line, now)) {
        match duty {
            Some(duty) if duty.change == DutyChange::Handover => {
                return Err(CoverageRefusal::HandoverNeeded);
            }
            _ if gave => {}
            Some(_) if state.signed_in_now(person, now) => {}
            _ => return Err(CoverageRefusal::NotOnDuty),
        }
    }
    let mode = duty.map_or(DutyMode::AtPost, |duty| duty.mode);
    let duty = duty.map(|duty| duty.id);
    let holder = Holder::Person(person);
    draft.pass(
        post,
        Taking {
            holder,
            mode,
            duty,
            by: Passing::LineReturned,
        },
    )?;
    if mode == DutyMode::AtPost {
        draft.arrive(post, person);
    }
    Ok(draft.finish())
}

/// Whether the shift that gave the line, or the one that stands by it, still runs.
fn still_lent_by_the_shift(state: &PostState, line: &LineTransfer, now: Instant) -> bool {
    let held = state.hold.as_ref().and_then(|hold| hold.duty);
    state
        .current(now)
        .filter(|duty| duty.within.is_none())
        .any(|duty| duty.covers(line.given_at) || held == Some(duty.id))
}

fn check_target(draft: &Draft, post: PostId, to_post: PostId) -> Result<(), CoverageRefusal> {
    if draft.board.post(to_post).is_none() {
        return Err(CoverageRefusal::UnknownPost);
    }
    if leads_back(&draft.board, post, to_post) {
        return Err(CoverageRefusal::LineCycle);
    }
    if answers_for(&draft.board, to_post).is_none() {
        return Err(CoverageRefusal::LineUnanswered);
    }
    Ok(())
}
