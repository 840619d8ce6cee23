//! The cast of the tests: the desk and the south gate of R01, and who stands them.

use uuid_of::{duty, person, post};
use zhishou_base::{Date, Instant, PersonId, PostId, Span};

use super::board::{Board, PostRules, PostState};
use super::change::Change;
use super::refusal::CoverageRefusal;
use super::types::{Duty, DutyChange};
use crate::access::Role;
use crate::regulation::DutyMode;

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
    for (person, role) in [
        (who.zhang, Role::ServiceClerk),
        (who.li, Role::FrontDesk),
        (who.wang, Role::Repairer),
        (who.zhao, Role::Repairer),
        (who.guard_sun, Role::Guard),
        (who.guard_wu, Role::Guard),
        (who.leader, Role::ShiftLeader),
    ] {
        board.people.insert(person, vec![role]);
    }
    let rules = PostRules {
        name: "前台".to_owned(),
        relief_roles: vec![Role::Guard],
        line_to: vec![who.gate],
        ..PostRules::default()
    };
    let duties = (-1..3).flat_map(desk_day).collect();
    board.posts.insert(
        who.desk,
        PostState {
            rules,
            duties,
            ..PostState::default()
        },
    );
    let rules = PostRules {
        name: "南门岗".to_owned(),
        ..PostRules::default()
    };
    let duties = (-1..3).flat_map(gate_day).collect();
    board.posts.insert(
        who.gate,
        PostState {
            rules,
            duties,
            ..PostState::default()
        },
    );
    board
}

fn key(day: i64, part: u64) -> u64 {
    u64::try_from(day + 1).expect("small") * 10 + part
}

fn desk_day(day: i64) -> Vec<Duty> {
    let base = 24 * day;
    let clerks = [Role::ServiceClerk, Role::FrontDesk];
    let noon = shift(
        key(day, 2),
        "noon",
        (base + 11, 30),
        (base + 13, 30),
        &clerks[..1],
    );
    vec![
        shift(key(day, 1), "day", (base + 9, 0), (base + 17, 30), &clerks),
        Duty {
            within: Some("day".to_owned()),
            change: DutyChange::OneTap,
            sign_in_lead: Span::ZERO,
            ..noon
        },
        shift(
            key(day, 3),
            "night",
            (base + 17, 30),
            (base + 33, 0),
            &[Role::Repairer],
        ),
    ]
}

fn gate_day(day: i64) -> Vec<Duty> {
    [(4, 8), (5, 20)]
        .map(|(part, from)| {
            let from = 24 * day + from;
            let pair = shift(
                key(day, part),
                "gate",
                (from, 0),
                (from + 12, 0),
                &[Role::Guard],
            );
            Duty { count: 2, ..pair }
        })
        .to_vec()
}

fn shift(key: u64, name: &str, from: (i64, i64), to: (i64, i64), roles: &[Role]) -> Duty {
    Duty {
        id: duty(key),
        shift: name.to_owned(),
        date: Date::from_days_since_epoch(20_000 + from.0.div_euclid(24)),
        starts_at: at(from.0, from.1),
        ends_at: at(to.0, to.1),
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
