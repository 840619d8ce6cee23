//! Every operation of the API appears in the authorisation test, so that a new
//! route cannot forget who may call it.

use std::collections::BTreeSet;

use super::text_of;
use crate::finding::Finding;
use crate::source::Source;

const OPENAPI: &str = "ui/src/api/openapi.json";
const TESTS: &str = "crates/server/tests/it/authorisation";

/// Refuses operation ids that no authorisation test names as a string.
pub fn every_operation_is_tested(sources: &[Source]) -> Vec<Finding> {
    let Some(openapi) = text_of(sources, OPENAPI) else {
        return Vec::new();
    };
    let operations = operation_ids(openapi);
    if operations.is_empty() {
        return vec![Finding::about(
            OPENAPI,
            "no operationId found: run ./x generate",
        )];
    }
    let tests = sources
        .iter()
        .filter(|source| source.path.starts_with(TESTS));
    let named: BTreeSet<&str> = tests
        .flat_map(|source| &source.lexed.literals)
        .map(|literal| literal.text.as_str())
        .collect();
    let missing = operations
        .into_iter()
        .filter(|(_, operation)| !named.contains(operation));
    missing
        .map(|(line, operation)| {
            let message = format!(
                "operation {operation:?} is in no authorisation test: name it in {TESTS}*.rs"
            );
            Finding::at(OPENAPI, line, message)
        })
        .collect()
}

/// The operation ids of the document with their lines.
fn operation_ids(openapi: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (start, key) in openapi.match_indices("\"operationId\"") {
        let rest = openapi[start + key.len()..].trim_start();
        let value = rest
            .strip_prefix(':')
            .map(str::trim_start)
            .and_then(|rest| rest.strip_prefix('"'));
        if let Some((operation, _)) = value.and_then(|value| value.split_once('"')) {
            found.push((openapi[..start].matches('\n').count() + 1, operation));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(openapi: &str, test: &str) -> Vec<Finding> {
        every_operation_is_tested(&[
            Source::new(OPENAPI, openapi),
            Source::new("crates/server/tests/it/authorisation/desk.rs", test),
        ])
    }

    #[test]
    fn an_operation_without_a_test_is_refused() {
        let openapi = "{\n \"operationId\": \"take_in\",\n \"operationId\" : \"sign_in\"}";
        let found = check(openapi, "(\"sign_in\", Verb::X), // \"take_in\"\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 2);
        assert!(found[0].message.contains("take_in"));
    }

    #[test]
    fn named_operations_pass() {
        assert_eq!(check("{\"operationId\":\"sign_in\"}", "\"sign_in\""), []);
    }

    #[test]
    fn a_document_without_operations_is_refused() {
        assert_eq!(check("{}", "").len(), 1);
    }
}
