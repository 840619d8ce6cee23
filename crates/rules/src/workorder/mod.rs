//! Work orders 工单: one state machine for everything somebody has to do.
//!
//! An order goes registered → dispatched → accepted → arrived → done → called
//! back → archived. It may be put off with an explanation, passed on, sent back
//! with a reason, or reopened as rework. Every decision takes the order and who
//! acts, and gives the next order or a refusal; deadlines are derived from the
//! order, never kept beside it.

mod change;
mod close;
mod deadline;
mod decide;
mod defer;
mod late;
mod night;
mod refusal;
mod register;
mod terms;
mod types;

#[cfg(test)]
mod tests;

pub use change::{change_matter, give_first_reply, tell_head};
pub use close::{archive, call_back, close, reopen};
pub use deadline::{Deadline, DueRule, Owner, Settled, deadlines, settled};
pub use decide::{accept, arrive, dispatch, finish, reassign, reject};
pub use defer::{Postponement, defer};
pub use late::earliest_next_step;
pub use night::{NightMatter, carry_over, confirm_as_slip, disposition_needed};
pub use refusal::WorkOrderRefusal;
pub use register::{Fault, MatterInput, NewOrder, number_of, number_prefix, register, series_of};
pub use terms::{Limit, Terms};
pub use types::{
    By, Call, CallResult, Closing, ComplaintSeverity, Deferral, DeferralCause, Ending, Matter,
    Returned, Stage, State, WorkOrder,
};
