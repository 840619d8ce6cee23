//! Call-back, archive, reopening, and endings without work.

use zhishou_base::Span;

use super::decide::{Step, given_reason, touched, unfinished, wrong_stage};
use super::refusal::WorkOrderRefusal;
use super::types::{By, Call, CallResult, Closing, Ending, Matter, State, WorkOrder};

/// After so many vain calls the order is closed as not reached 未联系上.
const MOST_ATTEMPTS: u32 = 3;

/// Vain calls count when they are at different hours.
const BETWEEN_ATTEMPTS: Span = Span::hours(1);

/// Records a call to the customer. The third vain one ends the calling.
///
/// # Errors
/// The work is not done, it is the caller's own, or the last vain call is less
/// than an hour ago.
pub fn call_back(order: &WorkOrder, result: CallResult, by: By) -> Step {
    let State::Done { by: done_by, .. } = order.state else {
        return Err(wrong_stage(order));
    };
    if done_by == by.person {
        return Err(WorkOrderRefusal::OwnWork);
    }
    let mut next = order.clone();
    let call = match result {
        CallResult::Reached { satisfied } => Call::Reached { satisfied },
        CallResult::NoAnswer => {
            let too_soon = |last| by.at.since(last) < BETWEEN_ATTEMPTS;
            if order.last_attempt_at.is_some_and(too_soon) {
                return Err(WorkOrderRefusal::AttemptTooSoon);
            }
            next.attempts += 1;
            next.last_attempt_at = Some(by.at);
            if next.attempts < MOST_ATTEMPTS {
                return Ok(next);
            }
            Call::NotReached
        }
    };
    next.state = State::CalledBack {
        done_by,
        by: by.person,
        at: by.at,
        call,
    };
    Ok(next)
}

/// Puts a finished order away.
///
/// # Errors
/// It was not called back though its kind asks for it, or the customer is not
/// satisfied and nothing is said about it.
pub fn archive(order: &WorkOrder, note: &str, by: By) -> Step {
    let ending = match order.state {
        State::CalledBack { done_by, call, .. } => {
            if call == (Call::Reached { satisfied: false }) && note.trim().is_empty() {
                return Err(WorkOrderRefusal::UnsatisfiedNeedsNote);
            }
            Ending::CalledBack { done_by, call }
        }
        State::Done { .. } if order.needs_call_back() => {
            return Err(WorkOrderRefusal::NotCalledBack);
        }
        State::Done { by: done_by, .. } => Ending::NoCallBack { done_by },
        _ => return Err(wrong_stage(order)),
    };
    let mut next = order.clone();
    next.state = State::Archived {
        by: by.person,
        at: by.at,
        ending,
    };
    Ok(next)
}

/// Ends an order without work: settled by explanation, withdrawn, passed to an
/// outside body, or registered twice.
///
/// # Errors
/// The work is done, no reason was given, or a complaint would end unheard.
pub fn close(order: &WorkOrder, closing: Closing, reason: &str, by: By) -> Step {
    unfinished(order)?;
    given_reason(reason)?;
    let unheard = matches!(closing, Closing::Settled | Closing::PassedOn);
    if unheard && matches!(order.matter, Matter::Complaint { .. }) {
        return Err(WorkOrderRefusal::ComplaintMustBeHandled);
    }
    let mut next = touched(order, by);
    next.state = State::Archived {
        by: by.person,
        at: by.at,
        ending: Ending::Closed { closing },
    };
    Ok(next)
}

/// Opens a finished order again as rework 返修, with a clock of its own.
///
/// # Errors
/// The work is not done yet, or no reason was given.
pub fn reopen(order: &WorkOrder, reason: &str, by: By) -> Step {
    if order.is_unfinished() {
        return Err(wrong_stage(order));
    }
    given_reason(reason)?;
    let mut next = touched(order, by);
    next.state = State::Registered { returned: None };
    next.cycle += 1;
    next.clock_from = by.at;
    next.deferrals = 0;
    next.deferral = None;
    next.appointment_at = None;
    next.attempts = 0;
    next.last_attempt_at = None;
    Ok(next)
}
