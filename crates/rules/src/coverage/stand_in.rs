//! Standing in 代值: the acceptance of a relief.

use zhishou_base::{Instant, PersonId, PostId, ReliefId};

use super::board::Board;
use super::change::Change;
use super::draft::{Draft, Taking};
use super::lending::ReliefState;
use super::refusal::CoverageRefusal;
use super::relief::waiting;
use super::resolve::leads_back;
use super::types::{Holder, Passing};
use crate::regulation::DutyMode;

/// An acceptance of a relief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepting {
    /// Which relief.
    pub relief: ReliefId,
    /// Who stands in.
    pub reliever: PersonId,
    /// Another person records what the reliever said by radio or telephone.
    pub by_voice: bool,
    /// The reliever stands at the post already; only in an emergency may he still be on his way.
    pub there: bool,
}

/// Somebody accepts to stand in; from then on he answers for the post.
pub fn accept_relief(
    board: &Board,
    accepting: Accepting,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let Accepting {
        reliever,
        by_voice,
        there,
        ..
    } = accepting;
    let mut draft = Draft::settled(board, now);
    let mut relief = waiting(&draft.board, accepting.relief)?;
    let post = relief.post;
    if relief.asked.is_some_and(|asked| asked != reliever) {
        return Err(CoverageRefusal::NotAsked);
    }
    if relief.asker == reliever {
        return Err(CoverageRefusal::ReliefByAsker);
    }
    let state = draft.post(post)?;
    if !state.held_by(relief.asker) {
        return Err(CoverageRefusal::ReliefNotWaiting);
    }
    if !draft.board.may_stand(post, reliever, now) {
        return Err(CoverageRefusal::RoleNotAllowed);
    }
    if !relief.emergency && !draft.board.is_on_duty(reliever, now) {
        return Err(CoverageRefusal::NotOnDuty);
    }
    if !relief.emergency && relief.approved_by.is_none() && !state.rules.approval_roles.is_empty() {
        return Err(CoverageRefusal::ApprovalNeeded);
    }
    let holder = holder_for(&draft, post, reliever)?;
    let duty = state.hold.as_ref().and_then(|hold| hold.duty);
    relief.state = ReliefState::Accepted {
        reliever,
        at: now,
        confirm_by: by_voice.then(|| now + state.rules.voice_confirmation),
    };
    // R16.5: without an emergency the replacement is present before anybody leaves.
    let arrives = holder == Holder::Person(reliever) && (there || !relief.emergency);
    draft.make(Change::ReliefMoved { relief });
    draft.pass(
        post,
        Taking {
            holder,
            mode: DutyMode::AtPost,
            duty,
            by: Passing::Relief,
        },
    )?;
    if arrives {
        stay_covered_elsewhere(&draft, post, reliever)?;
        draft.arrive(post, reliever);
    }
    Ok(draft.finish())
}

/// Who will answer: the reliever himself. One who must not leave the post he
/// holds answers from there in an emergency, when the line may go to that post;
/// the empty post stays on the record as unattended.
fn holder_for(draft: &Draft, post: PostId, reliever: PersonId) -> Result<Holder, CoverageRefusal> {
    let Err(refusal) = draft.may_hold(reliever, post) else {
        return Ok(Holder::Person(reliever));
    };
    let state = draft.post(post)?;
    let emergency = state.asked_relief().is_some_and(|relief| relief.emergency);
    let from =
        draft.board.held_by(reliever).into_iter().find(|held| {
            state.rules.line_to.contains(held) && !leads_back(&draft.board, post, *held)
        });
    match from {
        Some(held) if emergency => Ok(Holder::Post(held)),
        _ => Err(refusal),
    }
}

/// Nobody comes to stand in by leaving another post with nobody there.
fn stay_covered_elsewhere(
    draft: &Draft,
    post: PostId,
    person: PersonId,
) -> Result<(), CoverageRefusal> {
    for other in draft.board.present_at(person) {
        if other == post || draft.board.may_combine(other, post) {
            continue;
        }
        let mut without = draft.post(other)?.clone();
        without.present.retain(|here| here.person != person);
        if without.lacks_presence(draft.now) {
            return Err(CoverageRefusal::LastPresent);
        }
    }
    Ok(())
}
