//! The interface of coverage.

mod asks;
mod reads;
mod stands;

pub use asks::*;
pub use reads::*;
pub use stands::*;
