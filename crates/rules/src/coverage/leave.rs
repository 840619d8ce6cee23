//! Leaving a post and coming back: refused where it would leave the post empty,
//! never blocked in an emergency.

use zhishou_base::{Instant, PersonId, PostId, ReliefId};

use super::board::Board;
use super::change::{Change, Departure};
use super::draft::Draft;
use super::lending::{Relief, ReliefState};
use super::refusal::CoverageRefusal;
use super::types::Holder;

/// Leaves a post without an emergency: only who does not answer for it, and
/// only while somebody else is there, unless the regulation lets the post stand empty.
pub fn leave_post(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    let may_stand_empty = state.rules.may_stand_empty;
    if state.held_by(person) && !may_stand_empty {
        return Err(if state.is_required(now) {
            CoverageRefusal::ReliefNeeded
        } else {
            CoverageRefusal::CloseInstead
        });
    }
    if !state.is_present(person) {
        return Err(CoverageRefusal::NotAtPost);
    }
    draft.depart(post, person, Departure::Left);
    if draft.post(post)?.lacks_presence(now) && !may_stand_empty {
        return Err(CoverageRefusal::LastPresent);
    }
    Ok(draft.finish())
}

/// Leaves for an emergency 先走后报: the presence ends at once, the leaver
/// stays responsible, and everybody who may stand in is asked, with the reason if one was given.
///
/// Refused only to somebody who is neither at the post nor answers for it.
pub fn leave_for_emergency(
    board: &Board,
    post: PostId,
    person: PersonId,
    (relief, reason): (ReliefId, &str),
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    if !state.held_by(person) && !state.is_present(person) {
        return Err(CoverageRefusal::NotAtPost);
    }
    let holds = state.held_by(person);
    let asked = state.asked_relief().cloned();
    draft.depart(post, person, Departure::Emergency);
    if holds {
        let relief = match asked {
            Some(asked) => Relief {
                asked: None,
                reason: reason.to_owned(),
                emergency: true,
                ..asked
            },
            None => Relief {
                id: relief,
                post,
                asker: person,
                asked: None,
                reason: reason.to_owned(),
                emergency: true,
                asked_at: now,
                approved_by: None,
                state: ReliefState::Asked,
            },
        };
        draft.make(Change::ReliefMoved { relief });
    }
    Ok(draft.finish())
}

/// Is back at the post, or has come to it. A reliever who says so has thereby confirmed what was
/// accepted for him by voice.
pub fn return_to_post(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<Vec<Change>, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    if state.is_present(person) {
        return Err(CoverageRefusal::AlreadyAtPost);
    }
    if !state.held_by(person) && !state.signed_in_now(person, now) {
        return Err(CoverageRefusal::NotOnDuty);
    }
    draft.may_hold(person, post)?;
    let asked = state
        .asked_relief()
        .filter(|relief| relief.asker == person)
        .cloned();
    let holds = matches!(&state.hold, Some(hold) if hold.holder == Holder::Person(person));
    draft.arrive(post, person);
    if let (true, Some(mut relief)) = (holds, asked) {
        relief.state = ReliefState::Withdrawn { at: now };
        draft.make(Change::ReliefMoved { relief });
    }
    confirm_by_coming(&mut draft, post, person);
    Ok(draft.finish())
}

fn confirm_by_coming(draft: &mut Draft, post: PostId, person: PersonId) {
    let Some(state) = draft.board.post(post) else {
        return;
    };
    for mut relief in state.reliefs.clone() {
        if relief.reliever() != Some(person) {
            continue;
        }
        if let ReliefState::Accepted {
            confirm_by: ref mut confirm_by @ Some(_),
            ..
        } = relief.state
        {
            *confirm_by = None;
            draft.make(Change::ReliefMoved { relief });
        }
    }
}
