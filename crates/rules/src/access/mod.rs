//! Who may do what: roles × verbs, in one table.

mod table;
mod throttle;

pub use table::{Role, Verb, may};
pub use throttle::{FORGOTTEN_AFTER, Failures, ThrottleScope, one_more};
