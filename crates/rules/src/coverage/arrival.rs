//! Somebody who is to come to a post: what makes it owed, and what became of it.

use zhishou_base::{PersonId, PostId};

use super::board::{Board, PostState};
use super::types::{Hold, Holder, Passing};
use crate::regulation::DutyMode;

/// What has become of somebody who was to come to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// They have still to come.
    Awaited,
    /// They are there.
    There,
    /// They need not come any more.
    Over(NotAwaited),
}

/// Why somebody need not come any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAwaited {
    /// The post was closed.
    PostClosed,
    /// Another person, or another post, answers for it since.
    SomebodyElseAnswers,
    /// Somebody is there.
    SomebodyThere,
    /// The post goes on without anybody there, such as by a night on call.
    NobodyNeeded,
}

/// Who answers for the post only since this change, should stand there, and has still to come:
/// they accepted while on the way, or were named from afar. Given with the number of their hold.
/// Who was there once and went again has come, and is not meant.
pub fn sets_out(before: &Board, after: &Board, post: PostId) -> Option<(PersonId, i64)> {
    let state = after.post(post)?;
    let hold = state.hold.as_ref()?;
    let known = hold_of(before, post).map(|hold| hold.seq);
    let called = matches!(hold.began_by, Passing::Relief | Passing::Supervisor);
    if known == Some(hold.seq) || !called {
        return None;
    }
    match hold.holder {
        Holder::Person(person) if must_come(state, hold, person) => Some((person, hold.seq)),
        _ => None,
    }
}

/// What this change made of a person who was to come to the post, because they answer for it or
/// because they answered its alarm.
pub fn arrival(before: &Board, after: &Board, post: PostId, person: PersonId) -> Arrival {
    let Some(state) = after.post(post) else {
        return Arrival::Over(NotAwaited::PostClosed);
    };
    if state.is_present(person) {
        return Arrival::There;
    }
    let holder = |hold: Option<&Hold>| hold.map(|hold| hold.holder);
    let (was, is) = (holder(hold_of(before, post)), holder(state.hold.as_ref()));
    let own = state.hold.as_ref().filter(|_| state.held_by(person));
    match (own, was, is) {
        (Some(hold), _, _) if must_come(state, hold, person) => Arrival::Awaited,
        (Some(_), _, _) => Arrival::Over(NotAwaited::NobodyNeeded),
        (None, Some(_), None) => Arrival::Over(NotAwaited::PostClosed),
        (None, was, Some(_)) if was != is => Arrival::Over(NotAwaited::SomebodyElseAnswers),
        _ if state.unattended_since.is_some() => Arrival::Awaited,
        _ if state.present.is_empty() => Arrival::Over(NotAwaited::NobodyNeeded),
        _ => Arrival::Over(NotAwaited::SomebodyThere),
    }
}

/// Whether the call for an emergency ended although the post was and is empty.
pub fn gave_up(before: &Board, after: &Board, post: PostId) -> bool {
    let empty = |board: &Board| {
        let state = board.post(post);
        state.is_some_and(|state| state.unattended_since.is_some())
    };
    let called = |board: &Board| {
        board.post(post).is_some_and(|state| {
            let mut reliefs = state.reliefs.iter();
            reliefs.any(|relief| relief.emergency && relief.is_live())
        })
    };
    empty(before) && empty(after) && called(before) && !called(after)
}

fn hold_of(board: &Board, post: PostId) -> Option<&Hold> {
    board.post(post)?.hold.as_ref()
}

fn must_come(state: &PostState, hold: &Hold, person: PersonId) -> bool {
    hold.mode == DutyMode::AtPost && !state.is_present(person)
}
