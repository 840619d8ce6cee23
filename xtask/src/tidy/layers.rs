//! The layers: `server → app → {platform, rules}`, all on `base`;
//! the pure crates do no input or output.

use crate::finding::Finding;
use crate::source::Source;

/// Each crate below `server` with the crates of ours that it may depend on.
const BELOW: [(&str, &[&str]); 4] = [
    ("base", &[]),
    ("rules", &["base"]),
    ("platform", &["base"]),
    ("app", &["base", "rules", "platform"]),
];

const PURE: [&str; 2] = ["base", "rules"];

/// Crates that bring input, output, threads or chance.
const IMPURE_CRATES: [&str; 6] = ["tokio", "sqlx", "axum", "getrandom", "rand", "reqwest"];

/// Parts of the standard library that reach outside.
const IMPURE_PATHS: [&str; 6] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
    "std::io::stdin",
];

/// Refuses dependencies against the layers and outside contact in pure crates.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources {
        let Some((name, file)) = source
            .path
            .strip_prefix("crates/")
            .and_then(|path| path.split_once('/'))
        else {
            continue;
        };
        if file == "Cargo.toml" {
            check_manifest(source, name, &mut findings);
        } else if PURE.contains(&name) && source.is_rust() && is_product_code(source, file) {
            check_contact(source, name, &mut findings);
        }
    }
    findings
}

fn check_manifest(source: &Source, name: &str, findings: &mut Vec<Finding>) {
    let allowed = BELOW
        .iter()
        .find(|(layer, _)| *layer == name)
        .map(|(_, below)| *below);
    for (line, dependency) in dependencies(&source.text) {
        if PURE.contains(&name) && IMPURE_CRATES.contains(&dependency) {
            let message = format!("{name} is pure and may not depend on {dependency}");
            findings.push(Finding::at(&source.path, line, message));
        }
        if let (Some(allowed), Some(own)) = (allowed, dependency.strip_prefix("zhishou-"))
            && !allowed.contains(&own)
        {
            let message = format!(
                "{name} may not depend on {own}: imports run server → app → platform, rules → base"
            );
            findings.push(Finding::at(&source.path, line, message));
        }
    }
}

/// The names in the dependency tables, those for tests left out, with their lines.
fn dependencies(manifest: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        let line = line.trim();
        if let Some(table) = line.strip_prefix('[') {
            let table = table.trim_end_matches(']');
            let part = |mark: &str| table == mark || table.ends_with(&format!(".{mark}"));
            inside = part("dependencies") || part("build-dependencies");
            if let Some((_, name)) = table.split_once("dependencies.")
                && !table.starts_with("dev-")
            {
                found.push((index + 1, name));
            }
        } else if inside && !line.starts_with('#') {
            let end = line.find(|next: char| !(next.is_alphanumeric() || "-_".contains(next)));
            let name = &line[..end.unwrap_or(line.len())];
            if !name.is_empty() {
                found.push((index + 1, name));
            }
        }
    }
    found
}

fn is_product_code(source: &Source, file: &str) -> bool {
    let command_line = file == "src/main.rs" || file.starts_with("src/bin/");
    !source.is_test() && !command_line && file.starts_with("src/")
}

fn check_contact(source: &Source, name: &str, findings: &mut Vec<Finding>) {
    for (line, code) in source.lexed.numbered_lines() {
        if code.contains("#[cfg(test)]") {
            // Unit tests stand at the end of a file and may read fixtures.
            break;
        }
        for path in IMPURE_PATHS.iter().filter(|path| code.contains(*path)) {
            let message = format!("{name} is pure and may not use {path}");
            findings.push(Finding::at(&source.path, line, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<(usize, String)> {
        let findings = check(&[Source::new(path, text)]);
        findings
            .into_iter()
            .map(|finding| (finding.line, finding.message))
            .collect()
    }

    #[test]
    fn pure_crates_may_not_bring_input_or_chance() {
        let manifest = "[dependencies]\nserde = \"1\"\ntokio.workspace = true\n[dev-dependencies]\nsqlx = \"1\"\n";
        let lines: Vec<usize> = found("crates/rules/Cargo.toml", manifest)
            .iter()
            .map(|one| one.0)
            .collect();
        assert_eq!(lines, [3]);
        assert_eq!(
            found(
                "crates/base/Cargo.toml",
                "[dependencies.axum]\nversion = \"1\""
            )
            .len(),
            1
        );
        assert_eq!(found("crates/platform/Cargo.toml", manifest), []);
    }

    #[test]
    fn imports_run_one_way() {
        let manifest =
            "[dependencies]\nzhishou-base.workspace = true\nzhishou-app.workspace = true\n";
        assert!(
            found("crates/platform/Cargo.toml", manifest)[0]
                .1
                .contains("platform may not depend on app")
        );
        assert_eq!(found("crates/server/Cargo.toml", manifest), []);
    }

    #[test]
    fn pure_code_reaches_nothing_outside() {
        let code = "use std::fs;\n// std::net\n#[cfg(test)]\nmod tests { use std::env; }";
        assert_eq!(found("crates/rules/src/roster/check.rs", code).len(), 1);
        assert_eq!(found("crates/rules/src/roster/tests.rs", code), []);
        assert_eq!(found("crates/app/src/desk/http.rs", code), []);
    }
}
