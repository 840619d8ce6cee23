//! The call for help 呼叫支援: somebody at a post is shouted at or worse, and presses one button.

use zhishou_base::{Instant, PersonId, PostId, Span};

use super::board::Board;
use super::calling::Callee;
use super::defaults::LAST_RESORT;
use super::resolve::answers_for;
use crate::access::Role;

/// Presses within this time are one call: a shaking hand must not ring everybody twice. Practice
/// of the trade; no regulation can state it yet.
pub const ONE_CALL: Span = Span::minutes(1);

/// Who leads at any hour, on duty or at home.
const LEADERS: [Role; 2] = [Role::ServiceSupervisor, Role::ShiftLeader];

/// Whether a press rings, by when the last call from the same post or person rang.
pub fn rings_for_help(last: Option<Instant>, now: Instant) -> bool {
    last.is_none_or(|last| now.since(last) >= ONE_CALL)
}

/// Who is called: the guard posts that somebody else answers for now, and whoever leads, by
/// person and not by role, since the caller's own screen must stay silent before the other party.
/// Empty where nobody else is there: then the caller has to be told so.
pub fn calls_for_help(board: &Board, guard_posts: &[PostId], caller: PersonId) -> Vec<Callee> {
    let answered = |post: &&PostId| {
        let there = answers_for(board, **post);
        there.is_some() && there != Some(caller)
    };
    let guards = guard_posts.iter().filter(answered).copied();
    let with = |roles: &[Role]| -> Vec<Callee> {
        let others = board.people.keys().filter(|person| **person != caller);
        others
            .filter(|person| board.has_role(**person, roles))
            .map(|person| Callee::Person(*person))
            .collect()
    };
    let mut leaders = with(&LEADERS);
    if leaders.is_empty() {
        leaders = with(&LAST_RESORT);
    }
    guards.map(Callee::Post).chain(leaders).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::cast::{at, board, cast, go};
    use crate::coverage::scenes::signed;

    #[test]
    fn the_guard_on_post_and_the_leader_are_called_and_the_caller_is_not() {
        let who = cast();
        let mut board = board();
        let leader = Callee::Person(who.leader);
        assert_eq!(
            calls_for_help(&board, &[who.gate], who.zhang),
            std::slice::from_ref(&leader),
            "nobody answers for the gate yet"
        );
        let guard = signed(&board, who.gate, who.guard_sun, 8, 0);
        go(&mut board, guard);
        assert_eq!(
            calls_for_help(&board, &[who.gate], who.zhang),
            [Callee::Post(who.gate), leader.clone()]
        );
        assert_eq!(
            calls_for_help(&board, &[who.gate], who.guard_sun),
            [leader],
            "his own gate need not ring"
        );
    }

    #[test]
    fn without_a_leader_the_manager_is_called() {
        let who = cast();
        let mut board = board();
        board.people.insert(who.li, vec![Role::Manager]);
        assert_eq!(
            calls_for_help(&board, &[], who.leader),
            [Callee::Person(who.li)],
            "the leader is the caller"
        );
        board.people.remove(&who.li);
        assert_eq!(calls_for_help(&board, &[], who.leader), []);
    }

    #[test]
    fn a_second_press_within_a_minute_is_the_same_call() {
        assert!(rings_for_help(None, at(10, 0)));
        assert!(!rings_for_help(
            Some(at(10, 0)),
            at(10, 0) + Span::seconds(59)
        ));
        assert!(rings_for_help(Some(at(10, 0)), at(10, 1)));
    }
}
