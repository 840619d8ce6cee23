//! Who is called about a reply that is owed, and when.

use zhishou_base::{Instant, PostId, Span};

use super::defaults::{CALL_BEFORE, CALLED_BEFORE, CALLED_WHEN_DUE};
use crate::access::Role;
use crate::coverage::CallStep;
use crate::coverage::defaults::LAST_RESORT;

/// Who is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callee {
    /// Whoever answers for the desk.
    Desk,
    /// Whoever answers for another post that the regulation names.
    Post(PostId),
    /// Everybody of a role.
    Role(Role),
}

/// One call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Call {
    /// When.
    pub at: Instant,
    /// Who.
    pub callee: Callee,
    /// Rings until somebody answers: the deadline has come.
    pub urgent: bool,
}

/// The calls about a reply that is owed from `from` to `due_at`: a word to the desk when half the
/// time is gone, a day before the desk and the supervisor, at the deadline the desk and the
/// manager, or whoever the regulation names in `overdue`. Half the time is not told once the day
/// before has come. With less than a day to go the supervisor is called at once, since no other
/// call would tell them. A role that nobody has is answered for by manager and director.
pub fn calls(
    from: Instant,
    due_at: Instant,
    now: Instant,
    overdue: &[CallStep],
    has: impl Fn(Role) -> bool,
) -> Vec<Call> {
    let mut calls = before(from, due_at, now, &has);
    calls.push(Call {
        at: due_at,
        callee: Callee::Desk,
        urgent: true,
    });
    let default = [CallStep {
        after_minutes: 0,
        roles: vec![CALLED_WHEN_DUE],
        posts: Vec::new(),
    }];
    let steps = if overdue.is_empty() {
        &default
    } else {
        overdue
    };
    for step in steps {
        let at = due_at + Span::minutes(i64::from(step.after_minutes));
        let posts = step.posts.iter().copied().map(Callee::Post);
        let roles = step.roles.iter().flat_map(|role| held(*role, &has));
        for callee in posts.chain(roles) {
            if !calls
                .iter()
                .any(|known| known.urgent && known.callee == callee)
            {
                calls.push(Call {
                    at,
                    callee,
                    urgent: true,
                });
            }
        }
    }
    calls
}

fn before(from: Instant, due_at: Instant, now: Instant, has: &impl Fn(Role) -> bool) -> Vec<Call> {
    let half = from + Span(due_at.since(from).0 / 2);
    let day_before = due_at - CALL_BEFORE;
    let a_day_left = day_before > now;
    let call = |at: Instant, callee: Callee| Call {
        at,
        callee,
        urgent: false,
    };
    let mut calls = Vec::new();
    if half > now && !(a_day_left && day_before <= half) {
        calls.push(call(half, Callee::Desk));
    }
    if a_day_left {
        calls.push(call(day_before, Callee::Desk));
    }
    if due_at > now {
        let at = day_before.max(now);
        calls.extend(
            held(CALLED_BEFORE, has)
                .into_iter()
                .map(|callee| call(at, callee)),
        );
    }
    calls
}

fn held(role: Role, has: &impl Fn(Role) -> bool) -> Vec<Callee> {
    if has(role) {
        vec![Callee::Role(role)]
    } else {
        LAST_RESORT.map(Callee::Role).to_vec()
    }
}
