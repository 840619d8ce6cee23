//! The cast of the tests: the desk and the south gate of R01, and who stands them.

use uuid_of::{duty, person, post};
use zhishou_base::{Date, Instant, PersonId, PostId, Span};

use super::board::{Board, PostRules, PostState};
use super::change::Change;
use super::refusal::CoverageRefusal;
use super::types::{Duty, DutyChange, DutyMode};
use crate::access::Role;

pub(crate) mod uuid_of {
    use zhishou_base::{DutyId, PersonId, PostId, ReliefId};

    fn id<T: std::str::FromStr>(kind: u64, n: u64) -> T
    where
        T::Err: std::fmt::Debug,
    {
        format!("{kind:08x}-0000-7000-8000-{n:012x}")
            .parse()
            .expect("a UUID")
    }
    pub(crate) fn post(n: u64) -> PostId {
        id(1, n)
    }
    pub(crate) fn person(n: u64) -> PersonId {
        id(2, n)
    }
    pub(crate) fn duty(n: u64) -> DutyId {
        id(3, n)
    }
    pub(crate) fn relief(n: u64) -> ReliefId {
        id(4, n)
    }
}

pub(crate) const DAY: i64 = 86_400_000;

/// Midnight of the first day, local time of the tests.
pub(crate) const MIDNIGHT: Instant = Instant(20_000 * DAY);

/// A time of the first day; 33 o'clock is nine on the second.
pub(crate) fn at(hour: i64, minute: i64) -> Instant {
    MIDNIGHT + Span::minutes(hour * 60 + minute)
}

/// The people: two clerks, two repairers, two guards of the gate and a leader.
pub(crate) struct Cast {
    pub(crate) desk: PostId,
    pub(crate) gate: PostId,
    pub(crate) zhang: PersonId,
    pub(crate) li: PersonId,
    pub(crate) wang: PersonId,
    pub(crate) zhao: PersonId,
    pub(crate) guard_sun: PersonId,
    pub(crate) guard_wu: PersonId,
    pub(crate) leader: PersonId,
}

pub(crate) fn cast() -> Cast {
    Cast {
        desk: post(1),
        gate: post(2),
        zhang: person(1),
        li: person(2),
        wang: person(3),
        zhao: person(4),
        guard_sun: person(5),
        guard_wu: person(6),
        leader: person(7),
    }
}

/// Three days of R01: desk day, noon and night; gate day and night by a pair.
pub(crate) fn board() -> Board {
    let who = cast();
    let mut board = Board::default();
    board.people.insert(who.zhang, vec![Role::ServiceClerk]);
    board.people.insert(who.li, vec![Role::FrontDesk]);
    board.people.insert(who.wang, vec![Role::Repairer]);
    board.people.insert(who.zhao, vec![Role::Repairer]);
    board.people.insert(who.guard_sun, vec![Role::Guard]);
    board.people.insert(who.guard_wu, vec![Role::Guard]);
    board.people.insert(who.leader, vec![Role::ShiftLeader]);
    let mut desk = PostState {
        rules: PostRules {
            name: "前台".to_owned(),
            relief_roles: vec![Role::Guard],
            line_to: vec![who.gate],
            ..PostRules::default()
        },
        ..PostState::default()
    };
    let mut gate = PostState {
        rules: PostRules {
            name: "南门岗".to_owned(),
            ..PostRules::default()
        },
        ..PostState::default()
    };
    let clerks = [Role::ServiceClerk, Role::FrontDesk];
    for n in -1..3 {
        let base = 24 * n;
        let key = u64::try_from(n + 1).expect("small") * 10;
        desk.duties
            .push(shift(key + 1, "day", base + 9, 0, base + 17, 30, &clerks));
        desk.duties.push(Duty {
            within: Some("day".to_owned()),
            change: DutyChange::OneTap,
            sign_in_lead: Span::ZERO,
            ..shift(
                key + 2,
                "noon",
                base + 11,
                30,
                base + 13,
                30,
                &[Role::ServiceClerk],
            )
        });
        desk.duties.push(shift(
            key + 3,
            "night",
            base + 17,
            30,
            base + 33,
            0,
            &[Role::Repairer],
        ));
        for (part, from) in [(4, 8), (5, 20)] {
            gate.duties.push(Duty {
                count: 2,
                ..shift(
                    key + part,
                    "gate",
                    base + from,
                    0,
                    base + from + 12,
                    0,
                    &[Role::Guard],
                )
            });
        }
    }
    board.posts.insert(who.desk, desk);
    board.posts.insert(who.gate, gate);
    board
}

fn shift(key: u64, name: &str, h1: i64, m1: i64, h2: i64, m2: i64, roles: &[Role]) -> Duty {
    Duty {
        id: duty(key),
        shift: name.to_owned(),
        date: Date::from_days_since_epoch(20_000 + h1.div_euclid(24)),
        starts_at: at(h1, m1),
        ends_at: at(h2, m2),
        within: None,
        change: DutyChange::Handover,
        mode: DutyMode::AtPost,
        roles: roles.to_vec(),
        count: 1,
        sign_in_lead: Span::minutes(15),
        optional: false,
        assigned: Vec::new(),
    }
}

pub(crate) type Decided = Result<Vec<Change>, CoverageRefusal>;

/// Applies what was decided; the decision must have been yes.
pub(crate) fn go(board: &mut Board, decided: Decided) -> Vec<Change> {
    let changes = decided.expect("the act is allowed");
    for change in &changes {
        board.apply(change);
    }
    changes
}
