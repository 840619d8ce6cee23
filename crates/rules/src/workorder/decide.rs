//! The way from the desk to the work being done.

use zhishou_base::PersonId;

use super::refusal::WorkOrderRefusal;
use super::types::{By, Matter, Returned, Stage, State, WorkOrder};

/// What a step makes of an order.
pub(super) type Step = Result<WorkOrder, WorkOrderRefusal>;

/// Gives a registered order to somebody.
///
/// # Errors
/// The order is further on its way.
pub fn dispatch(order: &WorkOrder, to: PersonId, by: By) -> Step {
    match order.state {
        State::Registered { .. } => Ok(given(order, to, by)),
        _ => Err(wrong_stage(order)),
    }
}

/// Passes an order that is in somebody's hands to another.
///
/// # Errors
/// Nobody has it in hand, it is the same person, or no reason was given.
pub fn reassign(order: &WorkOrder, to: PersonId, reason: &str, by: By) -> Step {
    let from = order.state.assignee().ok_or_else(|| wrong_stage(order))?;
    if from == to {
        return Err(WorkOrderRefusal::SameAssignee);
    }
    given_reason(reason)?;
    Ok(given(order, to, by))
}

fn given(order: &WorkOrder, to: PersonId, by: By) -> WorkOrder {
    let mut next = touched(order, by);
    next.dispatches += 1;
    next.state = State::Dispatched { to, at: by.at };
    next
}

/// Takes an order on: one's own, or one that nobody was given yet 抢单.
///
/// # Errors
/// It is somebody else's, or further on its way.
pub fn accept(order: &WorkOrder, by: By) -> Step {
    let mut next = touched(order, by);
    match order.state {
        State::Registered { .. } => next.dispatches += 1,
        State::Dispatched { to, .. } => own(to, by)?,
        _ => return Err(wrong_stage(order)),
    }
    next.state = State::Accepted {
        by: by.person,
        at: by.at,
    };
    Ok(next)
}

/// Arrives on site.
///
/// # Errors
/// The order was not taken on by this person.
pub fn arrive(order: &WorkOrder, by: By) -> Step {
    let State::Accepted { by: assignee, .. } = order.state else {
        return Err(wrong_stage(order));
    };
    own(assignee, by)?;
    let mut next = touched(order, by);
    next.state = State::Arrived {
        by: by.person,
        at: by.at,
    };
    Ok(next)
}

/// Says that the work is done. Nothing else is asked for: photos, texts and
/// figures may follow.
///
/// # Errors
/// The order is not this person's, a repair was not arrived at, or nobody told the
/// head of the department that a complaint is about.
pub fn finish(order: &WorkOrder, by: By) -> Step {
    match (&order.state, &order.matter) {
        (State::Arrived { by: assignee, .. }, _) => own(*assignee, by)?,
        (State::Accepted { by: assignee, .. }, matter) => {
            own(*assignee, by)?;
            // What is settled by telephone or at the desk needs no arrival.
            if matches!(matter, Matter::Repair) {
                return Err(WorkOrderRefusal::NotArrived);
            }
        }
        _ => return Err(wrong_stage(order)),
    }
    if let Matter::Complaint {
        head_told_at: None, ..
    } = order.matter
    {
        return Err(WorkOrderRefusal::HeadNotTold);
    }
    let mut next = touched(order, by);
    next.state = State::Done {
        by: by.person,
        at: by.at,
    };
    Ok(next)
}

/// Sends one's order back to the desk 退单.
///
/// # Errors
/// The order is not this person's, or no reason was given.
pub fn reject(order: &WorkOrder, reason: &str, by: By) -> Step {
    let assignee = order.state.assignee().ok_or_else(|| wrong_stage(order))?;
    own(assignee, by)?;
    given_reason(reason)?;
    let mut next = touched(order, by);
    next.state = State::Registered {
        returned: Some(Returned {
            by: by.person,
            at: by.at,
        }),
    };
    Ok(next)
}

/// The order as it is, marked when a night shift had it in hand.
pub(super) fn touched(order: &WorkOrder, by: By) -> WorkOrder {
    let mut next = order.clone();
    if by.night {
        next.night_at = Some(by.at);
    }
    next
}

pub(super) fn wrong_stage(order: &WorkOrder) -> WorkOrderRefusal {
    WorkOrderRefusal::WrongStage {
        stage: order.stage(),
    }
}

pub(super) fn given_reason(reason: &str) -> Result<(), WorkOrderRefusal> {
    if reason.trim().is_empty() {
        return Err(WorkOrderRefusal::ReasonNeeded);
    }
    Ok(())
}

pub(super) fn unfinished(order: &WorkOrder) -> Result<(), WorkOrderRefusal> {
    if order.stage() >= Stage::Done {
        return Err(wrong_stage(order));
    }
    Ok(())
}

fn own(assignee: PersonId, by: By) -> Result<(), WorkOrderRefusal> {
    if assignee != by.person {
        return Err(WorkOrderRefusal::NotAssignee);
    }
    Ok(())
}
