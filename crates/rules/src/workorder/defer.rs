//! Putting an order off 改期: never silently.

use zhishou_base::Instant;

use super::decide::{Step, touched, unfinished};
use super::refusal::WorkOrderRefusal;
use super::types::{By, Deferral, DeferralCause, State, WorkOrder};

/// What is said when an order is put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Postponement<'a> {
    /// Why.
    pub cause: DeferralCause,
    /// What the customer was told.
    pub explanation: &'a str,
    /// When somebody will come instead.
    pub appointment_at: Option<Instant>,
}

/// Puts an unfinished order off to a new appointment.
///
/// # Errors
/// The work is done, the customer had no explanation or no later appointment, the
/// regulation does not leave it to the night, or it was put off before and
/// nobody who leads decides.
pub fn defer(order: &WorkOrder, postponement: Postponement<'_>, by: By) -> Step {
    unfinished(order)?;
    if postponement.explanation.trim().is_empty() {
        return Err(WorkOrderRefusal::ExplanationNeeded);
    }
    let appointment_at = postponement
        .appointment_at
        .filter(|at| *at > by.at)
        .ok_or(WorkOrderRefusal::AppointmentNeeded)?;
    let by_us = matches!(
        postponement.cause,
        DeferralCause::Conditions | DeferralCause::Parts
    );
    // The customer's own wish, and a closed door, are nobody's delay.
    if by_us && !by.leads {
        if by.night && !order.terms.night_may_defer {
            return Err(WorkOrderRefusal::NightMayNotDefer);
        }
        if was_put_off_by_us(order) {
            return Err(WorkOrderRefusal::SecondDeferral);
        }
    }
    let mut next = touched(order, by);
    if let State::Arrived { by: assignee, .. } = order.state {
        // Who comes again arrives again.
        next.state = State::Accepted {
            by: assignee,
            at: by.at,
        };
    }
    next.deferrals += 1;
    next.appointment_at = Some(appointment_at);
    next.deferral = Some(Deferral {
        cause: postponement.cause,
        by: by.person,
        at: by.at,
    });
    Ok(next)
}

fn was_put_off_by_us(order: &WorkOrder) -> bool {
    order.deferral.is_some_and(|deferral| {
        matches!(
            deferral.cause,
            DeferralCause::Conditions | DeferralCause::Parts
        )
    })
}
