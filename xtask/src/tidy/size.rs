//! Sizes of files and functions, held by a ratchet.

use std::collections::BTreeMap;

use super::functions::{rust_functions, typescript_functions};
use super::ratchet::Ratchet;
use super::text_of;
use crate::finding::Finding;
use crate::source::Source;

/// Lines of a file, all counted.
const FILE_LINES: usize = 400;
/// A file of tests may be longer: cases repeat.
const TEST_FILE_LINES: usize = 600;
/// Lines of code in a function's body, blank lines and comments left out, the
/// way `clippy::too_many_lines` counts.
const FUNCTION_LINES: usize = 60;

/// Refuses files and functions over the limits that the ratchet does not list.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let list = text_of(sources, "xtask/ratchet.txt").unwrap_or_default();
    let mut ratchet = Ratchet::read(list, &mut findings);
    let measured = sources
        .iter()
        .filter(|source| (source.is_rust() || source.is_typescript()) && !source.is_generated());
    for source in measured {
        let limit = if source.is_test() {
            TEST_FILE_LINES
        } else {
            FILE_LINES
        };
        findings.extend(ratchet.judge(&source.path, source.text.lines().count(), limit));
        for (function, lines) in largest_functions(source) {
            let name = format!("{}::{function}", source.path);
            findings.extend(ratchet.judge(&name, lines, FUNCTION_LINES));
        }
    }
    findings.extend(ratchet.unmet());
    findings
}

/// Each function name of the file with its size; of namesakes the largest counts.
fn largest_functions(source: &Source) -> BTreeMap<String, usize> {
    let functions = if source.is_rust() {
        rust_functions(&source.lexed.code)
    } else {
        typescript_functions(&source.lexed.code)
    };
    let mut largest = BTreeMap::new();
    for (name, lines) in functions {
        let known = largest.entry(name).or_insert(0);
        *known = lines.max(*known);
    }
    largest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(list: &str, path: &str, text: &str) -> Vec<String> {
        let sources = [
            Source::new("xtask/ratchet.txt", list),
            Source::new(path, text),
        ];
        check(&sources)
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn a_long_file_is_refused_and_tests_may_be_longer() {
        let text = "// line\n".repeat(401);
        assert!(messages("", "a.rs", &text)[0].contains("401 lines, at most 400"));
        assert_eq!(messages("", "crates/a/tests/it/b.rs", &text), [""; 0]);
        let text = "// line\n".repeat(601);
        assert!(messages("", "crates/a/tests/it/b.rs", &text)[0].contains("at most 600"));
    }

    #[test]
    fn a_long_function_is_refused_unless_listed() {
        let text = format!(
            "fn short() {{}}\nfn long() {{\n{}}}\n",
            "    step();\n".repeat(61)
        );
        assert!(messages("", "a.rs", &text)[0].contains("a.rs::long has 61 lines"));
        assert_eq!(messages("61 a.rs::long", "a.rs", &text), [""; 0]);
    }

    #[test]
    fn the_generated_client_has_no_limit() {
        let text = "type A = 1\n".repeat(900);
        assert_eq!(messages("", "ui/src/api/schema.d.ts", &text), [""; 0]);
        assert_eq!(messages("", "ui/src/desk/words.ts", &text).len(), 1);
    }
}
