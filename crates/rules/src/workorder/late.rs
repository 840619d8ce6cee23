//! Late entries 补录: what happened earlier and is entered now.

use zhishou_base::Instant;

use super::{State, WorkOrder};

/// The instant before which nothing more can have happened to an order: its last step, which for
/// a rejected order is the rejection, or the start of its clock. Else who missed a deadline could enter, days later, that the work was done
/// before it, and before anybody had even come.
pub fn earliest_next_step(order: &WorkOrder) -> Instant {
    match order.state {
        State::Registered { returned } => returned.map_or(order.clock_from, |returned| returned.at),
        State::Dispatched { at, .. }
        | State::Accepted { at, .. }
        | State::Arrived { at, .. }
        | State::Done { at, .. }
        | State::CalledBack { at, .. }
        | State::Archived { at, .. } => at,
    }
}
