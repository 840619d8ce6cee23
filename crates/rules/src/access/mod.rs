//! Who may do what: roles × verbs, in one table; and what people sign in with.

mod granting;
mod password;
mod table;
mod throttle;

pub use granting::{beyond_reach, within_reach};
pub use password::{
    PasswordRefusal, SHORTEST_PASSWORD, check_password, is_account_name, normal_login,
};
pub use table::{Role, Verb, comes_with_the_desk, may};
pub use throttle::{FORGOTTEN_AFTER, Failures, ThrottleScope, one_less, one_more};
