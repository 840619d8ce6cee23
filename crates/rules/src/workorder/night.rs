//! What the night leaves to the morning (R01.5).

use super::decide::{given_reason, touched};
use super::refusal::WorkOrderRefusal;
use super::types::{By, WorkOrder};
use crate::regulation::ServiceUrgency;
use crate::words::words;

words! {
    /// Why an order must be settled before the morning's handover is signed.
    NightMatter {
        /// The night put it off.
        Deferred = "deferred",
        /// The night had it in hand and did not finish it.
        Unfinished = "unfinished",
    }
}

/// Whether an order must be confirmed as a slip, closed, or carried with a reason
/// before the morning's handover is signed. Emergencies are never left to the
/// morning, so there is nothing to decide about them.
pub fn disposition_needed(order: &WorkOrder) -> Option<NightMatter> {
    let night_at = order.night_at.filter(|_| order.is_unfinished())?;
    if order
        .night_settled_at
        .is_some_and(|settled| settled >= night_at)
    {
        return None;
    }
    let deferred = order
        .deferral
        .is_some_and(|deferral| deferral.at >= night_at);
    match (deferred, order.urgency) {
        (true, _) => Some(NightMatter::Deferred),
        (false, ServiceUrgency::Emergency) => None,
        (false, _) => Some(NightMatter::Unfinished),
    }
}

/// The day takes the order over as its own slip 转为正式工单.
///
/// # Errors
/// Nothing of the night is open about it.
pub fn confirm_as_slip(order: &WorkOrder, by: By) -> Result<WorkOrder, WorkOrderRefusal> {
    settle(order, by)
}

/// The order stays open for the next shift, for a reason.
///
/// # Errors
/// No reason was given, or nothing of the night is open about it.
pub fn carry_over(order: &WorkOrder, reason: &str, by: By) -> Result<WorkOrder, WorkOrderRefusal> {
    given_reason(reason)?;
    settle(order, by)
}

fn settle(order: &WorkOrder, by: By) -> Result<WorkOrder, WorkOrderRefusal> {
    if disposition_needed(order).is_none() {
        return Err(WorkOrderRefusal::NothingToSettle);
    }
    let mut next = touched(order, By { night: false, ..by });
    next.night_settled_at = Some(by.at);
    Ok(next)
}
