//! Imports between the modules of `rules`: only along the written edges.

use super::edges::Edges;
use super::text_of;
use crate::finding::Finding;
use crate::source::Source;
use crate::use_paths::mentions;

const ROOT: &str = "crates/rules/src/";
const EDGES: &str = "xtask/rules-edges.txt";

/// Refuses imports between folders of `rules` that are not in the list.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let edges = Edges::read(
        EDGES,
        text_of(sources, EDGES).unwrap_or_default(),
        &mut findings,
    );
    let modules: Vec<&str> = sources.iter().filter_map(module_of).collect();
    for source in sources {
        let Some(from) = module_of(source) else {
            continue;
        };
        for mention in mentions(&source.lexed.code, "crate::") {
            let to = mention.segments.first().map_or("", String::as_str);
            if modules.contains(&to) && !edges.allows(from, to) {
                let message =
                    format!("{from} may not use {to}: the edge `{from} -> {to}` is not in {EDGES}");
                findings.push(Finding::at(&source.path, mention.line, message));
            }
        }
    }
    findings
}

fn module_of(source: &Source) -> Option<&str> {
    let inside = source
        .path
        .strip_prefix(ROOT)
        .filter(|_| source.is_rust())?;
    inside.split_once('/').map(|(module, _)| module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_written_edges_pass() {
        let sources = [
            Source::new(EDGES, "roster -> regulation\n"),
            Source::new(
                "crates/rules/src/regulation/shift.rs",
                "use crate::roster::Day;",
            ),
            Source::new(
                "crates/rules/src/roster/check.rs",
                "use crate::regulation::Shift;",
            ),
        ];
        let found = check(&sources);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, "crates/rules/src/regulation/shift.rs");
        assert!(
            found[0]
                .message
                .contains("`regulation -> roster` is not in")
        );
    }
}
