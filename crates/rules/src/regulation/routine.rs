//! What happens by the calendar: rosters, periodic duties, notices, inspections.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{LocalTime, Weekday};

use super::Text;
use super::post::yes;
use crate::access::Role;

/// When something comes round again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recurrence {
    /// At a time every day.
    DailyAt(LocalTime),
    /// On days of the week.
    Weekly(Vec<Weekday>),
    /// On days of the month, e.g. the 8th, 18th and 28th.
    MonthDays(Vec<u8>),
    /// On days of the year written `MM-DD`.
    YearDays(Vec<String>),
    /// Every so many minutes while the post is held.
    EveryMinutes(u32),
    /// Every so many months, on the first day.
    EveryMonths(u32),
    /// Once in each shift.
    EachShift,
    /// So many times a month, at moments nobody can foresee.
    RandomPerMonth(u32),
}

/// A duty that comes round 周期任务.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodicDuty {
    /// Key, unique in the document.
    pub key: String,
    /// What is done.
    pub name: Text,
    /// The post whose holder does it.
    #[serde(default)]
    pub post: Option<String>,
    /// Or the roles that do it.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// When.
    pub when: Recurrence,
    /// Minutes it may take until it counts as late.
    #[serde(default)]
    pub window_minutes: Option<u32>,
    /// The mechanism that keeps it, e.g. `patrol`.
    #[serde(default)]
    pub mechanism: Option<String>,
}

/// When a roster is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublishBy {
    /// By this day of the month before.
    MonthDay(u8),
    /// So many days before the period begins.
    DaysBefore(u32),
}

/// A change of the roster and who approves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RosterChange {
    /// Who approves.
    pub approved_by: Vec<Role>,
    /// Hours before the shift by which it is asked for.
    #[serde(default)]
    pub ask_hours_before: Option<u32>,
    /// Whether a form is filled in.
    #[serde(default)]
    pub form: bool,
    /// Who finds the substitute.
    #[serde(default)]
    pub substitute_by: Vec<Role>,
}

/// A condition under which more or higher people are on duty (R02.3, R16.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RosterRaise {
    /// Key, unique in the list.
    pub key: String,
    /// The condition.
    pub condition: Text,
    /// How many more people.
    #[serde(default)]
    pub more_people: u32,
    /// Roles of which one must be on duty.
    #[serde(default)]
    pub needs_role: Vec<Role>,
}

/// How the duty table is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RosterRules {
    /// Who makes it.
    pub made_by: Vec<Role>,
    /// By when next month's table is out.
    pub publish_by: Option<PublishBy>,
    /// Days before a holiday by which its table is out.
    pub holiday_days_before: Option<u32>,
    /// Whether duty goes round in turn.
    pub in_turn: bool,
    /// Swaps 调班.
    pub swap: Option<RosterChange>,
    /// Leave 请假.
    pub leave: Option<RosterChange>,
    /// Whether swaps among colleagues without approval are forbidden.
    pub private_swaps_forbidden: bool,
    /// Whether refusing a duty needs a reason (R02.4).
    pub refusal_needs_reason: bool,
    /// Hours of rest between two shifts of one person.
    pub rest_hours: Option<u32>,
    /// A leader is named for each day (R11.15).
    pub leader_each_day: bool,
    /// Conditions that raise number or grade.
    pub raises: Vec<RosterRaise>,
}

impl Default for RosterRules {
    fn default() -> Self {
        Self {
            made_by: Vec::new(),
            publish_by: None,
            holiday_days_before: None,
            in_turn: false,
            swap: None,
            leave: None,
            private_swaps_forbidden: true,
            refusal_needs_reason: false,
            rest_hours: None,
            leader_each_day: false,
            raises: Vec::new(),
        }
    }
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// 施工单位 and other contractors.
    Contractors,
    /// 住户
    Residents,
    /// 员工
    Staff,
}

/// Something that is made known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRule {
    /// Key, unique in the list.
    pub key: String,
    /// What is made known.
    pub name: Text,
    /// To whom.
    pub to: Audience,
    /// Days ahead.
    #[serde(default)]
    pub days_ahead: Option<u32>,
    /// Whether a change is told again.
    #[serde(default = "yes")]
    pub again_on_change: bool,
    /// Whether it is in writing with proof of delivery.
    #[serde(default)]
    pub in_writing: bool,
}

/// A check of posts by leaders 查岗.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionRule {
    /// Key, unique in the list.
    pub key: String,
    /// What it is called.
    pub name: Text,
    /// Who checks.
    pub by: Vec<Role>,
    /// When.
    pub when: Recurrence,
    /// Whether it is a check at night.
    #[serde(default)]
    pub night: bool,
    /// What is looked at.
    #[serde(default)]
    pub looks_at: Vec<Text>,
}
