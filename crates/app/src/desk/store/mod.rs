//! The contact log as stored.

mod contact;
mod forgetting;
mod lists;

pub use contact::*;
pub use forgetting::*;
pub use lists::*;
