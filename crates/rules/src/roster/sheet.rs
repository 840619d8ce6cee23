//! What a check or a fill looks at: the plan, the people and the cells.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, Instant, PersonId, UtcOffset};

use super::{MarkKind, Month, Part};
use crate::access::Role;
use crate::people::Employment;
use crate::regulation::{Change, PlannedShift};

/// One person on one shift of one date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Placed {
    /// Date on which the shift starts.
    pub date: Date,
    /// Post key.
    pub post: String,
    /// Shift key.
    pub shift: String,
    /// Responsible or second.
    pub part: Part,
    /// Who.
    pub person: PersonId,
}

/// A cell without a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Mark {
    /// Which day.
    pub date: Date,
    /// Who.
    pub person: PersonId,
    /// Rest or leave.
    pub kind: MarkKind,
}

/// A row of the grid.
#[derive(Debug, Clone)]
pub struct RosterPerson {
    /// Who.
    pub id: PersonId,
    /// Name as shown in messages.
    pub name: String,
    /// Roles held in the community.
    pub roles: Vec<Role>,
    /// First and last day of work.
    pub employment: Employment,
}

/// A shift of the same people on another roster: another post, or the month before or after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Who.
    pub person: PersonId,
    /// Date on which it starts.
    pub date: Date,
    /// Post key.
    pub post: String,
    /// Shift key.
    pub shift: String,
    /// Start.
    pub starts_at: Instant,
    /// End.
    pub ends_at: Instant,
    /// Whether it is a night.
    pub night: bool,
    /// Whether its hours count as work (on call at home does not).
    pub counts_hours: bool,
    /// Whether it lies within another shift (noon within day), so that its hours are already counted.
    pub nested: bool,
}

/// The limits of the check; each is a setting with a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Limits {
    /// Fewer hours than this between two shifts give a warning.
    pub rest_between_shifts_hours: u32,
    /// More days in a row than this give an advice (劳动法第三十八条).
    pub run_of_days_max: u32,
    /// More hours in a week (Monday to Sunday) than this give a warning (劳动法第三十六条).
    pub week_hours_max: u32,
    /// More nights in a row than this give a warning.
    pub nights_in_row_max: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rest_between_shifts_hours: 11,
            run_of_days_max: 6,
            week_hours_max: 44,
            nights_in_row_max: 1,
        }
    }
}

/// How a shift is named in messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftLabel {
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
}

/// Everything a check or a fill looks at.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// The period.
    pub month: Month,
    /// Shifts that the regulation plans in the period.
    pub plan: &'a [PlannedShift],
    /// The cells with shifts.
    pub placed: &'a [Placed],
    /// The cells without.
    pub marks: &'a [Mark],
    /// The rows, in the order of rotation.
    pub people: &'a [RosterPerson],
    /// What the same people do on other rosters.
    pub elsewhere: &'a [Elsewhere],
    /// The limits.
    pub limits: Limits,
    /// Names of shifts by (post, shift) key.
    pub labels: &'a BTreeMap<(String, String), ShiftLabel>,
    /// The community's clock.
    pub offset: UtcOffset,
    /// Shifts that ended before this ask for nobody: who begins in the middle of a month
    /// invents no past.
    pub now: Instant,
}

impl<'a> Sheet<'a> {
    /// Planned shifts that people staff; a line handed to another post needs nobody here.
    pub fn staffed_plan(&self) -> impl Iterator<Item = &'a PlannedShift> {
        self.plan.iter().filter(|shift| needs_people(shift))
    }

    /// Of these, the ones that have not ended: what is still to be filled.
    pub fn open_plan(&self) -> impl Iterator<Item = &'a PlannedShift> {
        let now = self.now;
        self.staffed_plan().filter(move |shift| shift.ends_at > now)
    }

    /// The planned shift of a placement.
    pub fn planned(&self, placed: &Placed) -> Option<&'a PlannedShift> {
        self.staffed_plan().find(|shift| {
            shift.date == placed.date && shift.post == placed.post && shift.shift == placed.shift
        })
    }

    /// A row by its person.
    pub fn person(&self, id: PersonId) -> Option<&'a RosterPerson> {
        self.people.iter().find(|person| person.id == id)
    }

    /// Whether a person is marked as on leave on a date.
    pub fn is_on_leave(&self, person: PersonId, date: Date) -> bool {
        self.marks
            .iter()
            .any(|mark| mark.person == person && mark.date == date && mark.kind == MarkKind::Leave)
    }

    pub(super) fn label(&self, post: &str, shift: &str) -> ShiftLabel {
        let key = (post.to_owned(), shift.to_owned());
        self.labels
            .get(&key)
            .cloned()
            .unwrap_or_else(|| ShiftLabel {
                zh: shift.to_owned(),
                en: shift.to_owned(),
            })
    }
}

/// Whether people staff the shift here.
pub(super) fn needs_people(shift: &PlannedShift) -> bool {
    !matches!(shift.change, Change::LineTransfer { .. })
}

/// Whether a person's roles allow the shift; a shift that names no roles takes anybody.
pub(super) fn may_staff(person: &RosterPerson, shift: &PlannedShift) -> bool {
    shift.roles.is_empty() || person.roles.iter().any(|role| shift.roles.contains(role))
}
