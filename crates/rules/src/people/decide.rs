//! Decisions about people.

use zhishou_base::{Date, SubjectId};

use super::{Employment, PeopleRefusal, RevealContext};

/// The shortest reason that says anything, in characters.
const REASON_AT_LEAST: usize = 4;

/// A request to see personal data in full.
#[derive(Debug, Clone, Copy)]
pub struct AskedReveal<'a> {
    /// Where the person stands in the work.
    pub context: RevealContext,
    /// The contact or work order that is the occasion.
    pub occasion: Option<SubjectId>,
    /// The reason that was typed.
    pub reason: &'a str,
}

/// Whether the personal data may be shown: freely inside the live contact or
/// one's own job, with a reason when browsing. That the occasion is real is
/// checked by the caller, who can see contacts and work orders.
///
/// # Errors
/// [`PeopleRefusal::ReasonNeeded`] or [`PeopleRefusal::OccasionNeeded`].
pub fn may_reveal(asked: AskedReveal<'_>) -> Result<(), PeopleRefusal> {
    match asked.context {
        RevealContext::Browsing => {
            let said = asked.reason.chars().filter(|c| !c.is_whitespace()).count();
            if said < REASON_AT_LEAST {
                return Err(PeopleRefusal::ReasonNeeded);
            }
        }
        RevealContext::LiveContact | RevealContext::OwnJob => {
            if asked.occasion.is_none() {
                return Err(PeopleRefusal::OccasionNeeded);
            }
        }
    }
    Ok(())
}

/// The employment after the person leaves; `left_on` is the last day of work.
///
/// # Errors
/// [`PeopleRefusal::AlreadyLeft`] when the last day on file is in the past,
/// [`PeopleRefusal::LeftBeforeJoined`] when the dates are the wrong way round.
pub fn deactivate(
    employment: Employment,
    left_on: Date,
    today: Date,
) -> Result<Employment, PeopleRefusal> {
    if let Some(earlier) = employment.left_on.filter(|earlier| *earlier < today) {
        return Err(PeopleRefusal::AlreadyLeft { left_on: earlier });
    }
    if left_on < employment.joined_on {
        return Err(PeopleRefusal::LeftBeforeJoined {
            left_on,
            joined_on: employment.joined_on,
        });
    }
    Ok(Employment {
        joined_on: employment.joined_on,
        left_on: Some(left_on),
    })
}
