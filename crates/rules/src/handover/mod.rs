//! Handover 交接班: a post passes from one shift to the next by two signatures.
//!
//! The outgoing person answers for the post until both have signed. Whatever
//! changes a line takes back a signature that was given before; whatever
//! changes in the world after the snapshot keeps it from being signed.

mod lines;
mod refusal;
mod sign;
mod types;

#[cfg(test)]
mod counting_tests;
#[cfg(test)]
mod matters_tests;
#[cfg(test)]
mod missing_party_tests;
#[cfg(test)]
mod scenes;
#[cfg(test)]
mod signing_tests;

pub use lines::{
    Count, NOTED, add_matter, carried, carried_anomalies, carried_notes, check_line, count_items,
    declare_fitness, dispose_items, note_anomaly, refresh,
};
pub use refusal::HandoverRefusal;
pub use sign::{
    Resolution, SigningFacts, amend, ready, refuse, resolve_missing_party, self_check, sign,
    witness,
};
pub use types::{
    Anomaly, CheckLine, Checked, CountLine, Demands, Disposition, Explanation, ExplanationKind,
    Fitness, Handover, HandoverState, OpenLine, Party, Side, StandingLine, Witness,
};
