//! Relief 代值: asked, accepted (also by voice), declined, withdrawn, ended.

use zhishou_base::{Instant, PersonId, PostId, ReliefId};

use super::board::Board;
use super::change::{Change, Departure};
use super::draft::{Draft, Taking};
use super::lending::{Relief, ReliefState};
use super::refusal::CoverageRefusal;
use super::types::{Holder, Passing};
use crate::regulation::DutyMode;

/// A request for relief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The identifier of the new relief.
    pub id: ReliefId,
    /// The post.
    pub post: PostId,
    /// Who asks; must answer for the post himself.
    pub asker: PersonId,
    /// Who is asked; `None` asks everybody who may stand in.
    pub asked: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// The holder asks somebody to stand in.
pub fn ask_relief(
    board: &Board,
    asking: Asking,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    if asking.reason.trim().is_empty() {
        return Err(CoverageRefusal::ReasonNeeded);
    }
    if asking.asked == Some(asking.asker) {
        return Err(CoverageRefusal::ReliefByAsker);
    }
    let mut draft = Draft::settled(board, now);
    let state = draft.post(asking.post)?;
    if !state.held_by(asking.asker) {
        return Err(CoverageRefusal::NotHolder);
    }
    if state.asked_relief().is_some() {
        return Err(CoverageRefusal::ReliefAlreadyAsked);
    }
    if let Some(asked) = asking.asked
        && !draft.board.may_stand(asking.post, asked, now)
    {
        return Err(CoverageRefusal::RoleNotAllowed);
    }
    draft.make(Change::ReliefMoved {
        relief: Relief {
            id: asking.id,
            post: asking.post,
            asker: asking.asker,
            asked: asking.asked,
            reason: asking.reason,
            emergency: false,
            asked_at: now,
            approved_by: None,
            state: ReliefState::Asked,
        },
    });
    Ok(draft.finish())
}

/// A leader approves a relief, where the regulation wants leave granted first (R16.5).
pub fn approve_relief(
    board: &Board,
    id: ReliefId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let mut relief = waiting(&draft.board, id)?;
    let roles = &draft.post(relief.post)?.rules.approval_roles;
    if relief.asker == person || !board.has_role(person, roles) {
        return Err(CoverageRefusal::NotApprover);
    }
    relief.approved_by = Some(person);
    draft.make(Change::ReliefMoved { relief });
    Ok(draft.finish())
}

/// The reliever confirms what was accepted for him by voice. Where he stands is said by nobody
/// but himself, by [`return_to_post`](super::return_to_post): he may still be on his way, or
/// answer from his own post.
pub fn confirm_relief(
    board: &Board,
    id: ReliefId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let mut relief = live(&draft.board, id).ok_or(CoverageRefusal::ReliefNotRunning)?;
    let ReliefState::Accepted {
        reliever,
        at,
        confirm_by: Some(_),
    } = relief.state
    else {
        return Err(CoverageRefusal::ReliefNotRunning);
    };
    if reliever != person {
        return Err(CoverageRefusal::NotReliever);
    }
    relief.state = ReliefState::Accepted {
        reliever,
        at,
        confirm_by: None,
    };
    draft.make(Change::ReliefMoved { relief });
    Ok(draft.finish())
}

/// The asked person cannot. Where everybody was asked, one who cannot leaves
/// the request open for the others: nothing changes.
pub fn decline_relief(
    board: &Board,
    id: ReliefId,
    person: PersonId,
    reason: &str,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let mut relief = waiting(&draft.board, id)?;
    match relief.asked {
        Some(asked) if asked != person => return Err(CoverageRefusal::NotAsked),
        None if relief.asker == person => return Err(CoverageRefusal::ReliefByAsker),
        None => return Ok(draft.finish()),
        Some(_) => {}
    }
    relief.state = ReliefState::Declined {
        by: person,
        reason: reason.to_owned(),
        at: now,
    };
    draft.make(Change::ReliefMoved { relief });
    Ok(draft.finish())
}

/// The asker no longer needs it.
pub fn withdraw_relief(
    board: &Board,
    id: ReliefId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let mut relief = waiting(&draft.board, id)?;
    if relief.asker != person {
        return Err(CoverageRefusal::NotHolder);
    }
    relief.state = ReliefState::Withdrawn { at: now };
    draft.make(Change::ReliefMoved { relief });
    Ok(draft.finish())
}

/// The asker is back and takes the post; whatever the reliever had lent on ends with it.
pub fn end_relief(
    board: &Board,
    id: ReliefId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let relief = live(&draft.board, id)
        .filter(|relief| relief.reliever().is_some())
        .ok_or(CoverageRefusal::ReliefNotRunning)?;
    if relief.asker != person {
        return Err(CoverageRefusal::NotHolder);
    }
    let post = relief.post;
    let state = draft.post(post)?;
    let duty = state.hold.as_ref().and_then(|hold| hold.duty);
    let mode = duty
        .and_then(|duty| state.duty(duty))
        .map_or(DutyMode::AtPost, |duty| duty.mode);
    let ending = state
        .reliefs
        .iter()
        .skip_while(|known| known.id != id)
        .cloned();
    let ending: Vec<Relief> = ending.collect();
    // Whoever only stood in goes back to their own work; who has a duty here stays.
    let going: Vec<PersonId> = ending
        .iter()
        .filter_map(Relief::reliever)
        .filter(|reliever| *reliever != person && !state.signed_in_now(*reliever, now))
        .collect();
    for mut ended in ending {
        ended.state = match ended.reliever() {
            Some(reliever) => ReliefState::Ended { reliever, at: now },
            None => ReliefState::Withdrawn { at: now },
        };
        draft.make(Change::ReliefMoved { relief: ended });
    }
    let holder = Holder::Person(person);
    draft.pass(
        post,
        Taking {
            holder,
            mode,
            duty,
            by: Passing::ReliefEnded,
        },
    )?;
    match mode {
        DutyMode::AtPost => draft.arrive(post, person),
        DutyMode::OnCall { .. } => draft.depart(post, person, Departure::OnCall),
    }
    for reliever in going {
        draft.depart(post, reliever, Departure::Left);
    }
    Ok(draft.finish())
}

fn live(board: &Board, id: ReliefId) -> Option<Relief> {
    board
        .posts
        .values()
        .flat_map(|state| &state.reliefs)
        .find(|relief| relief.id == id && relief.is_live())
        .cloned()
}

pub(super) fn waiting(board: &Board, id: ReliefId) -> Result<Relief, CoverageRefusal> {
    live(board, id)
        .filter(|relief| relief.reliever().is_none())
        .ok_or(CoverageRefusal::ReliefNotWaiting)
}
