//! Words that may not stand in the repository: paths of one machine, unfinished
//! code, and tests that were switched off.

use crate::finding::Finding;
use crate::source::Source;

/// Folders that exist on somebody's machine only.
const MACHINE_FOLDERS: [&str; 3] = ["/work/", "/root/", "/home/"];

/// This file must name what it refuses.
const EXEMPT: &str = "xtask/src/tidy/forbidden.rs";

/// Refuses the words above, each with its line.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.path != EXEMPT) {
        machine_paths(source, &mut findings);
        if source.is_rust() {
            let words = ["todo!(", "unimplemented!(", "#[ignore"];
            unfinished(source, &words, &mut findings);
        } else if source.is_typescript() && source.is_test() {
            let words = [
                ".only(", ".skip(", ".fixme(", ".todo(", ".skipIf(", ".runIf(",
            ];
            unfinished(source, &words, &mut findings);
        }
    }
    findings
}

fn machine_paths(source: &Source, findings: &mut Vec<Finding>) {
    for (index, line) in source.text.lines().enumerate() {
        for folder in MACHINE_FOLDERS
            .iter()
            .filter(|folder| begins_a_path(line, folder))
        {
            let message =
                format!("{folder} is a folder of one machine: write a path inside the repository");
            findings.push(Finding::at(&source.path, index + 1, message));
        }
    }
}

/// True when the folder begins an absolute path; `src/work/` and a route such
/// as `/api/work/` merely contain its name.
fn begins_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        before.is_none_or(|letter| !(letter.is_alphanumeric() || ".-_/}*)]>~".contains(letter)))
    })
}

fn unfinished(source: &Source, words: &[&str], findings: &mut Vec<Finding>) {
    for (line, code) in source.lexed.numbered_lines() {
        for word in words.iter().filter(|word| code.contains(*word)) {
            let message =
                format!("`{word}` leaves something undone or untested: finish it or take it out");
            findings.push(Finding::at(&source.path, line, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&[Source::new(path, text)])
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn paths_of_one_machine_are_refused_everywhere() {
        assert_eq!(
            lines("docs/operations.md", "see\n`/home/wang/x` and /root/y"),
            [2, 2]
        );
        assert_eq!(lines("x", "cd /work/main"), [1]);
    }

    #[test]
    fn routes_and_folders_of_ours_pass() {
        let text = "/api/c/{community}/work/7 crates/app/src/work/ $x/root/ (/works/)";
        assert_eq!(lines("docs/api.md", text), [0; 0]);
    }

    #[test]
    fn unfinished_rust_is_refused_but_may_be_spoken_of() {
        assert_eq!(
            lines(
                "crates/app/src/desk/http.rs",
                "todo!(\"x\");\n#[ignore]\n unimplemented!()"
            ),
            [1, 2, 3]
        );
        assert_eq!(
            lines(
                "crates/app/src/desk/http.rs",
                "// todo!()\nlet a = \"#[ignore]\"; list.skip(1);"
            ),
            [0; 0]
        );
    }

    #[test]
    fn switched_off_browser_tests_are_refused() {
        assert_eq!(
            lines(
                "ui/e2e/story.spec.ts",
                "test.only('a', f)\ntest.skip('b', f)"
            ),
            [1, 2]
        );
        assert_eq!(lines("ui/src/desk/list.ts", "pages.skip(1)"), [0; 0]);
    }
}
