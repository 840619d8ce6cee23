//! The checks, each in a file of its own, each with a test that it can fail.

mod authorisation;
mod capabilities;
mod edges;
mod forbidden;
mod functions;
mod glossary;
mod layers;
mod ratchet;
mod rules_modules;
mod schema_names;
mod size;
mod sql;

use crate::finding::Finding;
use crate::source::Source;

/// A check looks at all files and says what it refuses.
type Check = fn(&[Source]) -> Vec<Finding>;

/// Every check of `cargo xtask tidy`.
pub const CHECKS: [Check; 9] = [
    authorisation::every_operation_is_tested,
    capabilities::check,
    forbidden::check,
    glossary::terms_are_unique,
    layers::check,
    rules_modules::check,
    schema_names::are_unique,
    size::check,
    sql::check,
];

/// Runs all checks; findings come in the order of the paths, each once.
pub fn check_all(sources: &[Source]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = CHECKS.iter().flat_map(|check| check(sources)).collect();
    findings.sort();
    findings.dedup();
    findings
}

/// The text of one file, when the repository has it.
fn text_of<'tree>(sources: &'tree [Source], path: &str) -> Option<&'tree str> {
    sources
        .iter()
        .find(|source| source.path == path)
        .map(|source| source.text.as_str())
}
