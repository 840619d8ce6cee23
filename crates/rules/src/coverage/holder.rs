//! Changes of the holder that are neither relief nor line: one tap, handover,
//! a supervisor's word, and closing the post.

use zhishou_base::{DutyId, Instant, PersonId, PostId};

use super::board::{Board, PostState};
use super::change::{Change, Departure};
use super::draft::{Draft, Taking};
use super::refusal::CoverageRefusal;
use super::resolve::answers_for;
use super::types::{Duty, DutyChange, Holder, Passing};
use crate::regulation::DutyMode;

/// One tap: `person` takes the post over from the holder, at noon and back, or
/// within a shift of two.
pub fn change_holder(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    let hold = state.hold.as_ref().ok_or(CoverageRefusal::NobodyHolds)?;
    match hold.holder {
        Holder::Person(holder) if holder == person => return Err(CoverageRefusal::AlreadyHolder),
        Holder::Person(_) => {}
        Holder::Post(_) => return Err(CoverageRefusal::LineAlreadyGiven),
    }
    let duty = duty_to_take(board, state, person, now)?.clone();
    if !state.is_present(person) && !state.signed_in_now(person, now) {
        return Err(CoverageRefusal::NotOnDuty);
    }
    let taking = Taking {
        holder: Holder::Person(person),
        mode: duty.mode,
        duty: Some(duty.id),
        by: Passing::OneTap,
    };
    draft.pass(post, taking)?;
    if duty.mode == DutyMode::AtPost {
        draft.arrive(post, person);
    }
    draft.dismiss(post, None);
    Ok(draft.finish())
}

/// The duty that one tap may take: a duty within the shift while it runs (its
/// roles alone then count), else the shift the holder stands.
fn duty_to_take<'a>(
    board: &Board,
    state: &'a PostState,
    person: PersonId,
    now: Instant,
) -> Result<&'a Duty, CoverageRefusal> {
    let one_tap: Vec<&Duty> = state
        .current(now)
        .filter(|duty| duty.change == DutyChange::OneTap)
        .collect();
    let held = state
        .hold
        .as_ref()
        .and_then(|hold| hold.duty)
        .and_then(|id| state.duty(id));
    let open: Vec<&Duty> = if one_tap.is_empty() {
        state
            .current(now)
            .filter(|duty| match held {
                Some(held) => {
                    held.id == duty.id || held.within.as_deref() == Some(duty.shift.as_str())
                }
                None => false,
            })
            .collect()
    } else {
        one_tap
    };
    if open.is_empty() {
        return Err(CoverageRefusal::HandoverNeeded);
    }
    let fits =
        |duty: &&&Duty| duty.assigned.contains(&person) || board.has_role(person, &duty.roles);
    if let Some(duty) = open.iter().find(fits) {
        return Ok(duty);
    }
    let other_shift = state
        .current(now)
        .any(|duty| state.signed_in_for(person, duty.id));
    if other_shift && open.iter().all(|duty| duty.within.is_none()) {
        return Err(CoverageRefusal::HandoverNeeded);
    }
    Err(CoverageRefusal::RoleNotAllowed)
}

/// How a signed handover passes the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandoverPass {
    /// The post.
    pub post: PostId,
    /// Who hands over: the person who answers for the post, also through a line.
    pub outgoing: PersonId,
    /// Who takes over; the same person in a self-check.
    pub incoming: PersonId,
    /// The duty that begins, when one does.
    pub duty: Option<DutyId>,
    /// Signed by both, self-checked, or decided by a supervisor.
    pub by: Passing,
}

/// Passes the post as a finished handover says.
pub fn pass_by_handover(
    board: &Board,
    pass: HandoverPass,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let HandoverPass {
        post,
        outgoing,
        incoming,
        duty,
        by,
    } = pass;
    let mut draft = Draft::settled(board, now);
    if answers_for(&draft.board, post) != Some(outgoing) {
        return Err(CoverageRefusal::NotHolder);
    }
    if !board.people.contains_key(&incoming) {
        return Err(CoverageRefusal::RoleNotAllowed);
    }
    let ending = draft.post(post)?.hold.as_ref().and_then(|hold| hold.duty);
    let mode = duty
        .and_then(|id| draft.board.post(post)?.duty(id).map(|duty| duty.mode))
        .unwrap_or(DutyMode::AtPost);
    draft.pass(
        post,
        Taking {
            holder: Holder::Person(incoming),
            mode,
            duty,
            by,
        },
    )?;
    if outgoing != incoming {
        draft.depart(post, outgoing, Departure::DutyOver);
    }
    match mode {
        DutyMode::AtPost if by != Passing::Supervisor => draft.arrive(post, incoming),
        DutyMode::AtPost => {}
        DutyMode::OnCall { .. } => draft.depart(post, incoming, Departure::OnCall),
    }
    draft.dismiss(post, ending.filter(|ending| Some(*ending) != duty));
    Ok(draft.finish())
}

/// A supervisor's decision who takes a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// The post.
    pub post: PostId,
    /// Who takes it.
    pub person: PersonId,
    /// At the post, or in remote charge.
    pub mode: DutyMode,
    /// Whether the person stands there already.
    pub there: bool,
    /// Whether whoever held the post until now stays there until the person has come.
    pub replaced_stays: bool,
    /// Why.
    pub reason: String,
}

/// A supervisor names who takes the post, with a reason; what was lent ends. Who held it until now
/// is no longer there unless the supervisor says so: often he was replaced because he walked off,
/// and the empty post must not count as attended.
pub fn supervisor_resolves(
    board: &Board,
    naming: &Naming,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let Naming {
        post,
        person,
        mode,
        there,
        replaced_stays,
        ref reason,
    } = *naming;
    if reason.trim().is_empty() {
        return Err(CoverageRefusal::ReasonNeeded);
    }
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    if !board.people.contains_key(&person) {
        return Err(CoverageRefusal::RoleNotAllowed);
    }
    if state.held_by(person) {
        return Err(CoverageRefusal::AlreadyHolder);
    }
    let duty = state
        .current(now)
        .filter(|duty| duty.within.is_none())
        .max_by_key(|duty| duty.assigned.contains(&person))
        .map(|duty| duty.id);
    let replaced = state.hold.as_ref().map(|hold| hold.holder);
    let holder = Holder::Person(person);
    draft.pass(
        post,
        Taking {
            holder,
            mode,
            duty,
            by: Passing::Supervisor,
        },
    )?;
    if let (Some(Holder::Person(replaced)), false) = (replaced, replaced_stays) {
        draft.depart(post, replaced, Departure::Replaced);
    }
    if there {
        draft.arrive(post, person);
    }
    Ok(draft.finish())
}

/// The holder closes the post outside its required hours.
pub fn close_post(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    if state.hold.is_none() {
        return Err(CoverageRefusal::NobodyHolds);
    }
    if !state.held_by(person) {
        return Err(CoverageRefusal::NotHolder);
    }
    if state.is_required(now) {
        return Err(CoverageRefusal::RequiredNow);
    }
    if let Some(pointing) = draft.board.pointing_at(post).first() {
        return Err(CoverageRefusal::OthersPointHere {
            post: draft.name_of(*pointing),
        });
    }
    draft.end_what_is_overtaken(post, Passing::Closing)?;
    draft.close_hold(post, Passing::Closing)?;
    let present: Vec<PersonId> = draft.post(post)?.present.iter().map(|p| p.person).collect();
    for person in present {
        draft.depart(post, person, Departure::PostClosed);
    }
    Ok(draft.finish())
}
