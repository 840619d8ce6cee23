//! Late entries 补录: what happened earlier and is entered now.

use zhishou_base::Instant;

use super::{State, WorkOrder};

/// The instant before which nothing more can have happened to an order: its last step, or the
/// start of its clock. Else who missed a deadline could enter, days later, that the work was done
/// before it, and before anybody had even come.
pub fn earliest_next_step(order: &WorkOrder) -> Instant {
    match order.state {
        State::Registered { .. } => order.clock_from,
        State::Dispatched { at, .. }
        | State::Accepted { at, .. }
        | State::Arrived { at, .. }
        | State::Done { at, .. }
        | State::CalledBack { at, .. }
        | State::Archived { at, .. } => at,
    }
}
