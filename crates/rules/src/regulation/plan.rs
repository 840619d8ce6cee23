//! From a regulation to the shifts of a date: pure arithmetic on local time.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, Instant, LocalTime, Span, UtcOffset};

use super::{ChangeWord, Edge, Regulation, Shift, WorkCalendar, WorkHours};
use crate::access::Role;

/// How a post passes into a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Change {
    /// A handover that both sides sign.
    Handover,
    /// A one-tap change of holder, for a shift within another.
    OneTap,
    /// The line goes to another post, whose own holder answers; no person staffs the shift.
    LineTransfer {
        /// Key of the post that holds the line.
        to_post: String,
    },
}

/// Where the person of a shift is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum DutyMode {
    /// At the post.
    AtPost,
    /// On call 待命(留宿).
    OnCall {
        /// Minutes from a call to being at the post.
        response_minutes: u32,
    },
}

/// One shift of one post on one date, as the regulation plans it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlannedShift {
    /// Key of the post.
    pub post: String,
    /// Key of the shift.
    pub shift: String,
    /// The local date on which it begins.
    pub date: Date,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends, exclusive.
    pub ends_at: Instant,
    /// The shift inside which it lies.
    pub within: Option<String>,
    /// How the post passes into it.
    pub change: Change,
    /// At the post or on call.
    pub mode: DutyMode,
    /// Roles that may staff it; empty for a line transfer.
    pub roles: Vec<Role>,
    /// How many persons at least; zero for a line transfer.
    pub count: u32,
    /// Minutes before the start by which the incoming person signs in.
    pub sign_in_lead_minutes: u32,
    /// Whether it runs only when the roster calls for it.
    pub optional: bool,
    /// Whether at least two of its hours lie between 22:00 and 06:00.
    pub night: bool,
}

/// The shifts of a post that begin on a local date, by their start, in a plain week.
///
/// A shift within another is listed beside it; a post's shifts without `within`
/// never overlap in a regulation that the linter accepts.
pub fn plan_day(
    regulation: &Regulation,
    post: &str,
    date: Date,
    offset: UtcOffset,
) -> Vec<PlannedShift> {
    plan_day_in(regulation, post, date, offset, &WorkCalendar::default())
}

/// As [`plan_day`], with the holiday arrangement of a calendar.
pub fn plan_day_in(
    regulation: &Regulation,
    post: &str,
    date: Date,
    offset: UtcOffset,
    calendar: &WorkCalendar,
) -> Vec<PlannedShift> {
    let work = regulation.work_hours.as_ref();
    let mut planned: Vec<PlannedShift> = regulation
        .shifts_of(post)
        .filter(|shift| calendar.runs(shift, date))
        .filter_map(|shift| {
            let (starts_at, ends_at) = bounds(shift, work, date, offset, calendar)?;
            Some(planned_shift(
                regulation, shift, date, starts_at, ends_at, offset,
            ))
        })
        .collect();
    planned.sort_by_key(|shift| (shift.starts_at, shift.within.is_some(), shift.ends_at));
    planned
}

fn planned_shift(
    regulation: &Regulation,
    shift: &Shift,
    date: Date,
    starts_at: Instant,
    ends_at: Instant,
    offset: UtcOffset,
) -> PlannedShift {
    PlannedShift {
        post: shift.post.clone(),
        shift: shift.key.clone(),
        date,
        starts_at,
        ends_at,
        within: shift.within.clone(),
        change: change_into(shift),
        mode: match &shift.on_call {
            Some(on_call) => DutyMode::OnCall {
                response_minutes: on_call.response_minutes,
            },
            None => DutyMode::AtPost,
        },
        roles: shift.roles.clone(),
        count: if shift.needs_person() {
            shift.people
        } else {
            0
        },
        sign_in_lead_minutes: regulation.sign_in_lead_minutes(shift),
        optional: shift.optional,
        night: night_minutes(starts_at, ends_at, offset) >= 120,
    }
}

fn change_into(shift: &Shift) -> Change {
    match (&shift.line_to, shift.change, &shift.within) {
        (Some(to_post), _, _) => Change::LineTransfer {
            to_post: to_post.clone(),
        },
        (None, Some(ChangeWord::Handover), _) => Change::Handover,
        (None, Some(ChangeWord::OneTap), _) | (None, None, Some(_)) => Change::OneTap,
        (None, None, None) => Change::Handover,
    }
}

/// Start and end of a shift that begins on `date`; `None` when it does not run
/// that day, or its edges derive from working hours that are not stated.
///
/// A shift from end of work to start of work has no working day to wait for on a
/// rest day: it then runs from one start-of-work clock time to the next, so that
/// every rest day has a duty of its own.
fn bounds(
    shift: &Shift,
    work: Option<&WorkHours>,
    date: Date,
    offset: UtcOffset,
    calendar: &WorkCalendar,
) -> Option<(Instant, Instant)> {
    let worked = work.is_some_and(|work| calendar.is_worked(work, date));
    if shift.hours.from == Edge::WorkStart && shift.hours.to == Edge::WorkEnd && !worked {
        return None;
    }
    let from = match shift.hours.from {
        Edge::WorkEnd if !worked => clock(Edge::WorkStart, work)?,
        edge => clock(edge, work)?,
    };
    let to = clock(shift.hours.to, work)?;
    let end_date = if to > from { date } else { date.plus_days(1) };
    Some((offset.instant(date, from), offset.instant(end_date, to)))
}

fn clock(edge: Edge, work: Option<&WorkHours>) -> Option<LocalTime> {
    match edge {
        Edge::At(time) => Some(time),
        Edge::WorkStart => work?.hours.clock().map(|(from, _)| from),
        Edge::WorkEnd => work?.hours.clock().map(|(_, to)| to),
    }
}

/// Minutes of an interval that lie in the night of the labour rules, 22:00 to 06:00.
pub fn night_minutes(from: Instant, to: Instant, offset: UtcOffset) -> i64 {
    let mut minutes = 0;
    let mut date = offset.date_of(from).plus_days(-1);
    while offset.instant(date, LocalTime::MIDNIGHT) < to {
        let begins = offset.instant(date, LocalTime::MIDNIGHT) + Span::hours(22);
        let overlap = to.min(begins + Span::hours(8)).since(from.max(begins));
        minutes += overlap.whole_minutes().max(0);
        date = date.plus_days(1);
    }
    minutes
}
