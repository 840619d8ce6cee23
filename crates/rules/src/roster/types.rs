//! The words of rosters and what a check reports.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, PersonId};

use crate::words::words;

words! {
    /// What a person is on a shift.
    Part {
        /// 责任人: answers for the post during the shift.
        Responsible = "responsible",
        /// 同班: on the shift beside the responsible one.
        Second = "second",
    }
}

words! {
    /// A mark in a cell without a shift.
    MarkKind {
        /// 休息
        Rest = "rest",
        /// 请假
        Leave = "leave",
    }
}

words! {
    /// Where a roster stands.
    RosterState {
        /// 草稿
        Draft = "draft",
        /// 已发布
        Published = "published",
    }
}

words! {
    /// How grave a problem is.
    ProblemSeverity {
        /// The roster cannot be published.
        Error = "error",
        /// It can be published when somebody confirms it.
        Warning = "warning",
        /// Something to know.
        Advice = "advice",
    }
}

words! {
    /// What is wrong.
    ProblemCode {
        /// A required shift with nobody on it.
        Uncovered = "uncovered",
        /// Fewer people than the regulation asks for.
        Understaffed = "understaffed",
        /// More people than the regulation asks for.
        Overstaffed = "overstaffed",
        /// The person has none of the roles that may staff the shift.
        WrongRole = "wrong_role",
        /// The person has not joined yet or has left.
        InactivePerson = "inactive_person",
        /// The person is not one of the community's staff.
        UnknownPerson = "unknown_person",
        /// The regulation has no such shift on that day.
        UnknownShift = "unknown_shift",
        /// One person on two shifts at the same time.
        DoubleBooked = "double_booked",
        /// A shift on a day marked as leave.
        OnLeave = "on_leave",
        /// Nobody on the shift is the responsible one.
        ResponsibleMissing = "responsible_missing",
        /// Two responsible people on one shift.
        ResponsibleTwice = "responsible_twice",
        /// The holder of a shift within another is not on the outer one.
        OutsideParentShift = "outside_parent_shift",
        /// Too few hours between two shifts.
        ShortRest = "short_rest",
        /// Too many days without a rest day.
        LongRun = "long_run",
        /// Too many hours in a week.
        WeekHours = "week_hours",
        /// Too many nights one after the other.
        NightsInRow = "nights_in_row",
    }
}

/// A cell that a problem points at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct CellRef {
    /// The row; absent when the problem is that nobody stands there.
    pub person: Option<PersonId>,
    /// The column.
    pub date: Date,
    /// The post key.
    pub post: String,
    /// The shift key, when the problem is about one.
    pub shift: Option<String>,
}

/// One problem of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RosterProblem {
    /// How grave it is.
    pub severity: ProblemSeverity,
    /// What kind it is.
    pub code: ProblemCode,
    /// Where it is.
    pub cells: Vec<CellRef>,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What is wrong, in English.
    pub en: String,
    /// The article of the labour law it rests on, shown as advice and not as legal counsel.
    pub article: Option<String>,
}
