//! The files that the checks look at, read once.

use std::path::Path;
use std::{fs, io};

use crate::lexer::{self, Lexed};

/// Folders that hold results of tools or data, never our own text, by their
/// whole path: `coverage` is also the name of a capability.
const SKIPPED_PATHS: [&str; 9] = [
    ".git",
    ".tmp",
    "data",
    "demo-data",
    "target",
    "ui/coverage",
    "ui/dist",
    "ui/playwright-report",
    "ui/test-results",
];

/// The same by their name, wherever they lie.
const SKIPPED_NAMES: [&str; 3] = ["node_modules", "proptest-regressions", "snapshots"];

/// Endings of the files that are read as text. The command `x` and the CI
/// script have none and are read by name.
const TEXT_ENDINGS: [&str; 16] = [
    "rs", "ts", "tsx", "mjs", "js", "css", "html", "json", "toml", "txt", "md", "sh", "sql", "yml",
    "yaml", "conf",
];

/// One text file of the repository.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path inside the repository, with `/` between folders.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The text with comments and literals set apart, for the languages we write.
    pub lexed: Lexed,
}

impl Source {
    /// Makes a source from a path and its text; the tests feed bad samples with it.
    pub fn new(path: &str, text: &str) -> Self {
        let lexed = match ending(path) {
            "rs" => lexer::lex_rust(text),
            "ts" | "tsx" | "js" | "mjs" => lexer::lex_typescript(text),
            _ => Lexed::plain(text),
        };
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            lexed,
        }
    }

    /// Rust source.
    pub fn is_rust(&self) -> bool {
        ending(&self.path) == "rs"
    }

    /// TypeScript source, pages included.
    pub fn is_typescript(&self) -> bool {
        matches!(ending(&self.path), "ts" | "tsx")
    }

    /// True for files that hold only tests.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.contains("/tests/")
            || self.path.starts_with("ui/e2e/")
            || name == "tests.rs"
            || name.ends_with("_tests.rs")
            || name.contains(".test.")
            || name.contains(".spec.")
    }

    /// True for files that a tool writes; their size is not ours to choose.
    pub fn is_generated(&self) -> bool {
        self.path.starts_with("ui/src/api/") && self.path.ends_with(".d.ts")
    }
}

/// The part after the last dot, empty when there is none.
fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Reads every text file below `root`, in the order of the paths.
///
/// # Errors
/// Says which file or folder could not be read.
pub fn read_tree(root: &Path) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    read_folder(root, "", &mut sources)?;
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}

fn read_folder(root: &Path, folder: &str, sources: &mut Vec<Source>) -> Result<(), String> {
    let explain = |problem: io::Error| format!("cannot read {folder:?}: {problem}");
    for entry in fs::read_dir(root.join(folder)).map_err(explain)? {
        let entry = entry.map_err(explain)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        let kind = entry.file_type().map_err(explain)?;
        if kind.is_dir() {
            if !is_skipped(&path, &name) {
                read_folder(root, &path, sources)?;
            }
        } else if kind.is_file() && is_own_text(&path) {
            let text = fs::read_to_string(root.join(&path))
                .map_err(|problem| format!("cannot read {path:?} as UTF-8: {problem}"))?;
            sources.push(Source::new(&path, &text));
        }
    }
    Ok(())
}

fn is_skipped(path: &str, name: &str) -> bool {
    SKIPPED_PATHS.contains(&path) || SKIPPED_NAMES.contains(&name)
}

fn is_own_text(path: &str) -> bool {
    let named = path == "x" || path == ".ci/run";
    let locked = path.ends_with("Cargo.lock") || path.ends_with("package-lock.json");
    named || (!locked && TEXT_ENDINGS.contains(&ending(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_from_product_code() {
        let is_test = |path: &str| Source::new(path, "").is_test();
        assert!(is_test("crates/server/tests/it/handover.rs"));
        assert!(is_test("crates/rules/src/coverage/tests.rs"));
        assert!(is_test("ui/src/desk/DeskPage.test.tsx"));
        assert!(is_test("ui/e2e/story.spec.ts"));
        assert!(!is_test("crates/app/src/handover/actions.rs"));
    }

    #[test]
    fn results_of_tools_are_skipped_and_capabilities_are_not() {
        assert!(is_skipped("ui/coverage", "coverage"));
        assert!(is_skipped("ui/node_modules", "node_modules"));
        assert!(!is_skipped("crates/app/src/coverage", "coverage"));
        assert!(!is_skipped("ui/src/coverage", "coverage"));
    }

    #[test]
    fn lock_files_and_pictures_are_not_our_text() {
        assert!(is_own_text("x"));
        assert!(is_own_text("docs/glossary.md"));
        assert!(!is_own_text("ui/package-lock.json"));
        assert!(!is_own_text("docs/desk.png"));
    }

    #[test]
    fn only_the_generated_client_is_generated() {
        assert!(Source::new("ui/src/api/schema.d.ts", "").is_generated());
        assert!(!Source::new("ui/src/api/client.ts", "").is_generated());
    }
}
