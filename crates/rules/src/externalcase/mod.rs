//! Cases from outside 外部转办: what 12345, the street office or headquarters hand to the service
//! centre, with a number and a deadline of theirs.
//!
//! A case goes open → replied → closed. While it is open an extension may be asked of its source;
//! a reply that the source does not accept opens it again in another cycle. The deadline is the
//! source's word, so it moves only by the source's word.

mod calls;
mod decide;
pub mod defaults;
mod refusal;
mod take;
mod types;

#[cfg(test)]
mod tests;

pub use calls::{Call, Callee, calls};
pub use decide::{
    Answer, Proof, add_proof, answer_extension, ask_extension, close, earliest_next_step,
    join_order, reply, return_case,
};
pub use refusal::ExternalCaseRefusal;
pub use take::{NewCase, number_of, series_of, take};
pub use types::{By, CaseOutcome, CaseSource, CaseStage, ExtensionAsked, ExternalCase, State};
