//! Tests of the roster rules, on the shifts of R01.

mod faults;
mod filling;
mod lifecycle;
mod properties;

use std::collections::BTreeMap;

use uuid::Uuid;
use zhishou_base::{Date, Instant, LocalTime, PersonId, UtcOffset};

use super::*;
use crate::access::Role;
use crate::people::Employment;
use crate::regulation::{Change, DutyMode, PlannedShift};

pub(super) fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

pub(super) fn month() -> Month {
    "2026-12".parse().expect("a month")
}

pub(super) fn id(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

pub(super) fn shift(key: &str, date: Date, from: &str, to: &str, roles: &[Role]) -> PlannedShift {
    let at = |date, time: &str| {
        let time: LocalTime = time.parse().expect("a time");
        UtcOffset::CHINA.instant(date, time)
    };
    let end_date = if to > from { date } else { date.plus_days(1) };
    PlannedShift {
        post: "desk".into(),
        shift: key.into(),
        date,
        starts_at: at(date, from),
        ends_at: at(end_date, to),
        within: None,
        change: Change::Handover,
        mode: DutyMode::AtPost,
        roles: roles.to_vec(),
        count: 1,
        sign_in_lead_minutes: 15,
        optional: false,
        night: to <= from,
    }
}

/// The shifts of R01: day, noon within day, night by a repairer.
pub(super) fn r01_plan() -> Vec<PlannedShift> {
    month()
        .days()
        .flat_map(|date| {
            let clerks = [Role::ServiceClerk, Role::FrontDesk];
            let mut noon = shift("noon", date, "11:30", "13:30", &[Role::ServiceClerk]);
            noon.within = Some("day".into());
            noon.change = Change::OneTap;
            [
                shift("day", date, "09:00", "17:30", &clerks),
                noon,
                shift("night", date, "17:30", "09:00", &[Role::Repairer]),
            ]
        })
        .collect()
}

pub(super) fn person(n: u128, role: Role) -> RosterPerson {
    RosterPerson {
        id: id(n),
        name: format!("员工{n}"),
        roles: vec![role],
        employment: Employment {
            joined_on: date("2024-01-01"),
            left_on: None,
        },
    }
}

/// Two front-desk people, three clerks and six repairers.
pub(super) fn cast() -> Vec<RosterPerson> {
    let mut people: Vec<RosterPerson> = (1..=2).map(|n| person(n, Role::FrontDesk)).collect();
    people.extend((3..=5).map(|n| person(n, Role::ServiceClerk)));
    people.extend((11..=16).map(|n| person(n, Role::Repairer)));
    people
}

pub(super) fn placed(date_text: &str, key: &str, person: u128) -> Placed {
    Placed {
        date: date(date_text),
        post: "desk".into(),
        shift: key.into(),
        part: Part::Responsible,
        person: id(person),
    }
}

/// Owns what a sheet borrows.
#[derive(Debug)]
pub(super) struct Month2026 {
    pub plan: Vec<PlannedShift>,
    pub placed: Vec<Placed>,
    pub marks: Vec<Mark>,
    pub people: Vec<RosterPerson>,
    pub elsewhere: Vec<Elsewhere>,
    pub now: Instant,
    labels: BTreeMap<(String, String), ShiftLabel>,
}

impl Month2026 {
    pub fn r01() -> Self {
        let label = |zh: &str, en: &str| ShiftLabel {
            zh: zh.into(),
            en: en.into(),
        };
        let key = |shift: &str| ("desk".to_owned(), shift.to_owned());
        Self {
            plan: r01_plan(),
            placed: Vec::new(),
            marks: Vec::new(),
            people: cast(),
            elsewhere: Vec::new(),
            now: UtcOffset::CHINA.instant(date("2026-11-20"), LocalTime::MIDNIGHT),
            labels: BTreeMap::from([
                (key("day"), label("白班", "day shift")),
                (key("noon"), label("午间值班", "noon duty")),
                (key("night"), label("夜班", "night shift")),
            ]),
        }
    }

    pub fn filled() -> Self {
        let mut sheet = Self::r01();
        sheet.placed = rotate(&sheet.sheet()).placed;
        sheet
    }

    pub fn sheet(&self) -> Sheet<'_> {
        Sheet {
            month: month(),
            plan: &self.plan,
            placed: &self.placed,
            marks: &self.marks,
            people: &self.people,
            elsewhere: &self.elsewhere,
            limits: Limits::default(),
            labels: &self.labels,
            offset: UtcOffset::CHINA,
            now: self.now,
        }
    }

    pub fn problems(&self) -> Vec<RosterProblem> {
        check(&self.sheet())
    }

    pub fn codes(&self) -> Vec<ProblemCode> {
        self.problems().iter().map(|problem| problem.code).collect()
    }

    pub fn remove(&mut self, date_text: &str, key: &str) -> Placed {
        let at = self
            .placed
            .iter()
            .position(|p| p.date == date(date_text) && p.shift == key)
            .expect("the shift is filled");
        self.placed.remove(at)
    }
}
