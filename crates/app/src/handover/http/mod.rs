//! The interface of handover.

mod around;
mod fill;
mod finish;
mod reads;

pub use around::*;
pub use fill::*;
pub use finish::*;
pub use reads::*;
