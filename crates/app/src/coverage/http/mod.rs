//! The interface of coverage.

mod asks;
mod help;
mod reads;
mod stands;

pub use asks::*;
pub use help::*;
pub use reads::*;
pub use stands::*;
