//! Imports between the capabilities of `app`: only along the written edges, and
//! never into another capability's `store` or `http`.

use std::collections::BTreeSet;

use super::edges::Edges;
use super::text_of;
use crate::finding::Finding;
use crate::source::Source;
use crate::use_paths::{Mention, mentions};

const ROOT: &str = "crates/app/src/";
const EDGES: &str = "xtask/edges.txt";

/// Refuses imports that are not in the list of edges.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let edges = Edges::read(
        EDGES,
        text_of(sources, EDGES).unwrap_or_default(),
        &mut findings,
    );
    let capabilities: BTreeSet<&str> = sources.iter().filter_map(capability_of).collect();
    for source in sources {
        let Some(from) = capability_of(source) else {
            continue;
        };
        for mention in mentioned_paths(source) {
            let Some(to) = mention.segments.first().map(String::as_str) else {
                continue;
            };
            if to == from || !capabilities.contains(to) {
                continue;
            }
            let inside = mention.segments.get(1).map(String::as_str);
            if let Some(door @ ("store" | "http")) = inside {
                let message = format!(
                    "{from} reaches into {to}::{door}: call what {to}/mod.rs exports, or react to an event"
                );
                findings.push(Finding::at(&source.path, mention.line, message));
            } else if !edges.allows(from, to) {
                let message =
                    format!("{from} may not use {to}: the edge `{from} -> {to}` is not in {EDGES}");
                findings.push(Finding::at(&source.path, mention.line, message));
            }
        }
    }
    findings
}

/// The capability whose folder holds the file; none for the files beside the folders.
fn capability_of(source: &Source) -> Option<&str> {
    let inside = source
        .path
        .strip_prefix(ROOT)
        .filter(|_| source.is_rust())?;
    inside.split_once('/').map(|(capability, _)| capability)
}

/// Paths from the crate's root, those that climb with `super::` included.
fn mentioned_paths(source: &Source) -> Vec<Mention> {
    let code = &source.lexed.code;
    let mut found = mentions(code, "crate::");
    let climb = "super::".repeat(depth_below_root(&source.path));
    found.extend(mentions(code, &climb));
    found
}

/// How many `super::` lead from the file's module to the crate's root.
fn depth_below_root(path: &str) -> usize {
    let inside = path.trim_start_matches(ROOT);
    inside.matches('/').count() + usize::from(!inside.ends_with("/mod.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(file: &str, code: &str) -> Vec<String> {
        let sources = [
            Source::new(EDGES, "handover -> coverage\n"),
            Source::new("crates/app/src/coverage/mod.rs", ""),
            Source::new("crates/app/src/desk/mod.rs", ""),
            Source::new(file, code),
        ];
        check(&sources)
            .into_iter()
            .map(|finding| finding.message)
            .collect()
    }

    #[test]
    fn written_edges_and_own_modules_pass() {
        let code = "use crate::{coverage, error::AppError};\nuse crate::handover::store;";
        assert_eq!(
            messages("crates/app/src/handover/actions.rs", code),
            [""; 0]
        );
    }

    #[test]
    fn an_edge_that_is_not_written_is_refused() {
        let found = messages(
            "crates/app/src/handover/actions.rs",
            "use crate::desk::Contact;",
        );
        assert!(
            found[0].contains("`handover -> desk` is not in"),
            "{found:?}"
        );
    }

    #[test]
    fn climbing_with_super_is_no_way_round() {
        assert_eq!(
            messages(
                "crates/app/src/handover/actions.rs",
                "use super::super::desk::x;"
            )
            .len(),
            1
        );
        assert_eq!(
            messages("crates/app/src/handover/mod.rs", "use super::desk::x;").len(),
            1
        );
    }

    #[test]
    fn another_store_or_http_is_refused_even_along_an_edge() {
        let code = "use crate::coverage::{store, http::routes};";
        let found = messages("crates/app/src/handover/mod.rs", code);
        assert!(found[0].contains("coverage::store"), "{found:?}");
        assert!(found[1].contains("coverage::http"), "{found:?}");
    }

    #[test]
    fn the_root_files_may_know_every_capability() {
        assert_eq!(
            messages("crates/app/src/lib.rs", "use crate::desk::store;"),
            [""; 0]
        );
    }
}
