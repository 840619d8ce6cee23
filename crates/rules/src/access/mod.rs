//! Who may do what: roles × verbs, in one table.

mod granting;
mod table;
mod throttle;

pub use granting::{beyond_reach, within_reach};
pub use table::{Role, Verb, may};
pub use throttle::{FORGOTTEN_AFTER, Failures, ThrottleScope, one_less, one_more};
