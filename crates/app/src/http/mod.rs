//! What all http layers share: extractors and the answer to errors.

mod body;
mod csrf;
mod extract;
mod picture;
mod problem;

pub use body::Body;
pub use csrf::refuse_forged_requests;
pub use extract::{CallerAddress, IdempotencyKey, InCommunity};
pub use picture::{Picture, picture_headers};
pub use problem::{ConflictProblem, Failure, Problem, ProblemField};
