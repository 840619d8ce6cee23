//! The contact log as stored.

mod contact;
mod lists;

pub use contact::*;
pub use lists::*;
