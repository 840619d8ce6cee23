//! Decisions about rosters.

use zhishou_base::{Date, Instant};

use super::{Month, ProblemSeverity, RosterPerson, RosterProblem, RosterRefusal, RosterState};
use crate::regulation::PlannedShift;

/// The shortest reason that says anything, in characters.
const REASON_AT_LEAST: usize = 4;

/// Whether a roster may be created for a month.
///
/// # Errors
/// The month is over, or the post has a roster for it already.
pub fn create(month: Month, today: Date, exists: bool) -> Result<(), RosterRefusal> {
    if exists {
        return Err(RosterRefusal::AlreadyExists(month));
    }
    if month < Month::of(today) {
        return Err(RosterRefusal::MonthIsOver(month));
    }
    Ok(())
}

/// Whether cells may be edited directly.
///
/// # Errors
/// The roster is published.
pub fn edit(state: RosterState) -> Result<(), RosterRefusal> {
    match state {
        RosterState::Draft => Ok(()),
        RosterState::Published => Err(RosterRefusal::AlreadyPublished),
    }
}

/// Finds the planned shift for a cell and checks that the person works there
/// on that day. What else may be wrong is reported by the check, not refused.
///
/// # Errors
/// The date lies outside the month, no such shift is planned, or the person is not employed.
pub fn place<'a>(
    month: Month,
    plan: &'a [PlannedShift],
    person: &RosterPerson,
    date: Date,
    shift: &str,
) -> Result<&'a PlannedShift, RosterRefusal> {
    if !month.contains(date) {
        return Err(RosterRefusal::OutsideMonth { date, month });
    }
    if !person.employment.is_active_on(date) {
        return Err(RosterRefusal::NotEmployed {
            name: person.name.clone(),
            date,
        });
    }
    plan.iter()
        .find(|planned| planned.date == date && planned.shift == shift)
        .ok_or_else(|| RosterRefusal::NoSuchShift {
            date,
            shift: shift.to_owned(),
        })
}

/// Whether the roster may be published with these problems.
///
/// # Errors
/// It is published already, has errors, or has warnings that nobody confirmed.
pub fn publish(
    state: RosterState,
    problems: &[RosterProblem],
    warnings_confirmed: bool,
) -> Result<(), RosterRefusal> {
    edit(state)?;
    let count = |severity| problems.iter().filter(|p| p.severity == severity).count();
    let errors = count(ProblemSeverity::Error);
    if errors > 0 {
        return Err(RosterRefusal::HasErrors(errors));
    }
    let warnings = count(ProblemSeverity::Warning);
    if warnings > 0 && !warnings_confirmed {
        return Err(RosterRefusal::WarningsUnconfirmed(warnings));
    }
    Ok(())
}

/// Whether one shift of a published roster may be given to somebody else.
///
/// # Errors
/// The roster is a draft, the reason is missing, or the shift has begun.
pub fn change_published(
    state: RosterState,
    shift: &PlannedShift,
    reason: &str,
    now: Instant,
) -> Result<(), RosterRefusal> {
    if state == RosterState::Draft {
        return Err(RosterRefusal::NotPublished);
    }
    let said = reason.chars().filter(|c| !c.is_whitespace()).count();
    if said < REASON_AT_LEAST {
        return Err(RosterRefusal::ReasonNeeded);
    }
    if shift.starts_at <= now {
        return Err(RosterRefusal::ShiftHasBegun(shift.date));
    }
    Ok(())
}
