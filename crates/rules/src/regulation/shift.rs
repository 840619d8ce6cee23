//! Shifts: when a post is held, by whom, how many and in which mode.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::Weekday;

use super::hours::whole_week;
use super::post::yes;
use super::{Hours, Text};
use crate::access::Role;

/// What a shift does on a day that the calendar marks as a holiday or a make-up workday.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    /// Goes by the day of the week alone, holidays included.
    #[default]
    AsWeekday,
    /// A holiday counts as Sunday, a make-up workday as Monday.
    AsRestDay,
    /// Runs on holidays only.
    Only,
    /// Does not run on holidays.
    Never,
}

/// Whether sleeping is part of a duty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sleeping {
    /// The regulation says nothing.
    #[default]
    NotStated,
    /// The person may sleep while nothing happens.
    Allowed,
    /// The person stays awake.
    Forbidden,
}

/// Waiting to be called instead of standing at the post 待命(留宿).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OnCall {
    /// How soon after a call the person is at the post, in minutes.
    pub response_minutes: u32,
    /// Where the person waits.
    #[serde(default)]
    pub place: Option<Text>,
}

/// Which of several persons on one shift is the responsible one 责任人.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// The first named on the roster.
    #[default]
    FirstNamed,
    /// Marked person by person on the roster.
    MarkedOnRoster,
}

/// How a post passes into a shift, when the document says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeWord {
    /// A full handover that both sides sign.
    Handover,
    /// A one-tap change of holder.
    OneTap,
}

/// One shift of one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// Key, unique in the document, e.g. `night`.
    pub key: String,
    /// The post it holds.
    pub post: String,
    /// Name as printed on the roster.
    pub name: Text,
    /// From when to when.
    #[schema(value_type = String, example = "17:30-09:00")]
    pub hours: Hours,
    /// Days of the week on which it begins; every day unless said.
    #[serde(default = "whole_week")]
    pub days: Vec<Weekday>,
    /// What it does on holidays.
    #[serde(default)]
    pub holidays: HolidayRule,
    /// The shift inside which it lies (noon within day).
    #[serde(default)]
    pub within: Option<String>,
    /// How the post passes into it; one tap for a shift within another, else a handover.
    #[serde(default)]
    pub change: Option<ChangeWord>,
    /// The post that holds the line during these hours instead of a person.
    #[serde(default)]
    pub line_to: Option<String>,
    /// Roles that may staff it.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Qualifications each person needs.
    #[serde(default)]
    pub qualifications: Vec<String>,
    /// How many persons at least.
    #[serde(default = "one")]
    pub people: u32,
    /// How many persons at most, when a range is stated (R09: one or two).
    #[serde(default)]
    pub people_at_most: Option<u32>,
    /// Who answers when several are on the shift.
    #[serde(default)]
    pub responsible: Responsible,
    /// On call instead of at the post.
    #[serde(default)]
    pub on_call: Option<OnCall>,
    /// Whether sleeping is allowed.
    #[serde(default)]
    pub sleeping: Sleeping,
    /// Whether rest is possible, so that it is duty 值班 and not overtime 加班.
    #[serde(default)]
    pub rest_possible: bool,
    /// Minutes before the start by which to sign in, when it differs from `[sign_in]`.
    #[serde(default)]
    pub sign_in_lead_minutes: Option<u32>,
    /// Runs only when the roster calls for it (R18's night).
    #[serde(default)]
    pub optional: bool,
    /// The form in which it keeps its record.
    #[serde(default)]
    pub record_form: Option<Text>,
    /// False when the source does not state this shift and the preset proposes it.
    #[serde(default = "yes")]
    pub stated: bool,
}

fn one() -> u32 {
    1
}

impl Shift {
    /// Whether a person staffs it; false when another post holds the line.
    pub fn needs_person(&self) -> bool {
        self.line_to.is_none()
    }

    /// Whether it is a shift of its own, not one nested in another.
    pub fn is_main(&self) -> bool {
        self.within.is_none()
    }
}
