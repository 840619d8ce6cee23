//! The contact log as stored.

mod contact;
mod forgetting;
mod lists;
mod photos;

pub use contact::*;
pub use forgetting::*;
pub use lists::*;
pub use photos::*;
