//! The words in which states are stored.

use zhishou_platform::{DbError, Row};
use zhishou_rules::coverage::{Departure, LineState, Passing, ReliefState};

/// The stored word of a passing.
pub fn passing_word(passing: Passing) -> &'static str {
    match passing {
        Passing::SignIn => "sign_in",
        Passing::OneTap => "one_tap",
        Passing::NextStage => "next_stage",
        Passing::Relief => "relief",
        Passing::ReliefEnded => "relief_ended",
        Passing::ReliefLapsed => "relief_lapsed",
        Passing::LineGiven => "line_given",
        Passing::LineReturned => "line_returned",
        Passing::Handover => "handover",
        Passing::SelfCheck => "self_check",
        Passing::Supervisor => "supervisor",
        Passing::Closing => "closing",
    }
}

const PASSINGS: [Passing; 12] = [
    Passing::SignIn,
    Passing::OneTap,
    Passing::NextStage,
    Passing::Relief,
    Passing::ReliefEnded,
    Passing::ReliefLapsed,
    Passing::LineGiven,
    Passing::LineReturned,
    Passing::Handover,
    Passing::SelfCheck,
    Passing::Supervisor,
    Passing::Closing,
];

/// Reads a passing.
pub fn passing_of(row: &Row, column: &str) -> Result<Passing, DbError> {
    let word: String = row.get(column)?;
    PASSINGS
        .into_iter()
        .find(|passing| passing_word(*passing) == word)
        .ok_or_else(|| DbError::Column {
            column: column.to_owned(),
            problem: format!("“{word}” is not a way a post passes"),
        })
}

/// The stored word of a departure.
pub fn departure_word(why: Departure) -> &'static str {
    match why {
        Departure::Left => "left",
        Departure::Emergency => "emergency",
        Departure::WentToOtherPost => "went_to_other_post",
        Departure::DutyOver => "duty_over",
        Departure::OnCall => "on_call",
        Departure::PostClosed => "post_closed",
        Departure::NeverConfirmed => "never_confirmed",
        Departure::Replaced => "replaced",
    }
}

/// The stored word of a relief's state.
pub fn relief_word(state: &ReliefState) -> &'static str {
    match state {
        ReliefState::Asked => "asked",
        ReliefState::Accepted { .. } => "accepted",
        ReliefState::Declined { .. } => "declined",
        ReliefState::Withdrawn { .. } => "withdrawn",
        ReliefState::Lapsed { .. } => "lapsed",
        ReliefState::Ended { .. } => "ended",
    }
}

/// The stored word of a line's state.
pub fn line_word(state: &LineState) -> &'static str {
    match state {
        LineState::Given => "given",
        LineState::Accepted { .. } => "accepted",
        LineState::Returned { .. } => "returned",
        LineState::Withdrawn { .. } => "withdrawn",
    }
}
