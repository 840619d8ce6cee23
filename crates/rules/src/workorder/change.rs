//! Changing kind or urgency, and the two steps that only complaints have.

use super::decide::{Step, given_reason, unfinished, wrong_stage};
use super::refusal::WorkOrderRefusal;
use super::terms::Terms;
use super::types::{By, Matter, Stage, WorkOrder};
use crate::regulation::{ServiceUrgency, WorkCalendar};

/// Changes kind or urgency. The old clock goes on: each limit is the earlier of
/// what was promised and what the new kind and urgency ask for.
///
/// # Errors
/// The work is done, nothing changes, or no reason was given.
pub fn change_matter(
    order: &WorkOrder,
    matter: Matter,
    urgency: ServiceUrgency,
    terms: &Terms,
    reason: &str,
    calendar: &WorkCalendar,
) -> Step {
    unfinished(order)?;
    if matter.kind() == order.matter.kind() && urgency == order.urgency {
        return Err(WorkOrderRefusal::NothingChanged);
    }
    given_reason(reason)?;
    let mut next = order.clone();
    next.terms = order.terms.tighter(terms, order.clock_from, calendar);
    next.urgency = urgency;
    if matter.kind() != order.matter.kind() {
        next.matter = matter;
    }
    Ok(next)
}

/// Records that the head of the department that a complaint is about was told (R16.3).
///
/// # Errors
/// It is no complaint, it is over, or it was recorded before.
pub fn tell_head(order: &WorkOrder, by: By) -> Step {
    let mut next = order.clone();
    let Matter::Complaint { head_told_at, .. } = &mut next.matter else {
        return Err(WorkOrderRefusal::NotComplaint);
    };
    unfinished(order)?;
    if head_told_at.replace(by.at).is_some() {
        return Err(WorkOrderRefusal::HeadAlreadyTold);
    }
    Ok(next)
}

/// Records the first reply to the customer of a complaint.
///
/// # Errors
/// It is no complaint, it is archived, or it was recorded before.
pub fn give_first_reply(order: &WorkOrder, by: By) -> Step {
    let mut next = order.clone();
    let Matter::Complaint { first_reply_at, .. } = &mut next.matter else {
        return Err(WorkOrderRefusal::NotComplaint);
    };
    if order.stage() == Stage::Archived {
        return Err(wrong_stage(order));
    }
    if first_reply_at.replace(by.at).is_some() {
        return Err(WorkOrderRefusal::AlreadyReplied);
    }
    Ok(next)
}
