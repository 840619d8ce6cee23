//! Reads the module paths that a Rust text mentions, such as those behind
//! `crate::`, with groups in braces taken apart.

/// A mentioned path, for example `["handover", "store", "load"]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Line counted from 1.
    pub line: usize,
    /// The segments behind the root.
    pub segments: Vec<String>,
}

/// Every path behind `root` (for example `crate::`) in blanked Rust code.
pub fn mentions(code: &str, root: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    for (start, _) in code.match_indices(root) {
        if continues_path(&code[..start]) {
            continue;
        }
        let line = code[..start].matches('\n').count() + 1;
        let mut rest = Cursor {
            rest: &code[start + root.len()..],
        };
        let mut paths = Vec::new();
        rest.expand(&[], &mut paths);
        found.extend(paths.into_iter().map(|segments| Mention { line, segments }));
    }
    found
}

/// True when the text before the root makes it part of a longer word or path.
fn continues_path(before: &str) -> bool {
    before
        .ends_with(|last: char| last.is_alphanumeric() || last == '_' || last == ':' || last == '$')
}

struct Cursor<'text> {
    rest: &'text str,
}

impl Cursor<'_> {
    /// Reads one path or group and adds each full path to `paths`.
    fn expand(&mut self, prefix: &[String], paths: &mut Vec<Vec<String>>) {
        self.rest = self.rest.trim_start();
        if self.take("{") {
            while !self.take("}") && !self.rest.is_empty() {
                let before = self.rest.len();
                self.expand(prefix, paths);
                self.take(",");
                if self.rest.len() == before {
                    // Not a use group after all (a macro, say): stop here.
                    return;
                }
            }
            return;
        }
        let word = self.word();
        if word.is_empty() {
            self.take("*");
            if !prefix.is_empty() {
                paths.push(prefix.to_vec());
            }
            return;
        }
        let mut path = prefix.to_vec();
        path.push(word);
        if self.take("::") {
            self.expand(&path, paths);
        } else {
            self.skip_alias();
            paths.push(path);
        }
    }

    fn take(&mut self, token: &str) -> bool {
        let trimmed = self.rest.trim_start();
        match trimmed.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn word(&mut self) -> String {
        let end = self
            .rest
            .find(|next: char| !(next.is_alphanumeric() || next == '_'))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn skip_alias(&mut self) {
        let trimmed = self.rest.trim_start();
        if let Some(rest) = trimmed.strip_prefix("as ") {
            self.rest = rest.trim_start();
            self.word();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(code: &str) -> Vec<String> {
        mentions(code, "crate::")
            .iter()
            .map(|found| found.segments.join("::"))
            .collect()
    }

    #[test]
    fn groups_are_taken_apart() {
        let code = "use crate::{desk, handover::{store, Slip as S}, people::*};\ncrate::gate::open::<u8>()";
        assert_eq!(
            paths(code),
            [
                "desk",
                "handover::store",
                "handover::Slip",
                "people",
                "gate::open"
            ]
        );
    }

    #[test]
    fn groups_over_several_lines_are_taken_apart() {
        assert_eq!(
            paths("use crate::{\n    desk::{\n        a,\n    },\n    b,\n};"),
            ["desk::a", "b"]
        );
    }

    #[test]
    fn the_line_is_that_of_the_root() {
        assert_eq!(mentions("\n\nuse crate::desk;", "crate::")[0].line, 3);
    }

    #[test]
    fn other_roots_are_left_alone() {
        assert_eq!(
            paths("use other_crate::desk; use $crate::desk; a::crate::b"),
            [""; 0]
        );
    }
}
