//! The list of what is larger than the limits allow, `xtask/ratchet.txt`.
//!
//! A line is `SIZE NAME`; sizes may only go down. The list is meant to be empty.

use std::collections::BTreeMap;

use crate::finding::Finding;

const LIST: &str = "xtask/ratchet.txt";

/// The exceptions, by name.
#[derive(Debug, Default)]
pub struct Ratchet {
    listed: BTreeMap<String, usize>,
}

impl Ratchet {
    /// Reads the list and refuses lines it does not understand.
    pub fn read(text: &str, findings: &mut Vec<Finding>) -> Self {
        let mut listed = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let parts = line
                .split_once(' ')
                .map(|(size, name)| (size.parse(), name.trim()));
            if let Some((Ok(size), name)) = parts {
                listed.insert(name.to_owned(), size);
            } else {
                findings.push(Finding::at(
                    LIST,
                    index + 1,
                    format!("cannot read {line:?}: write `SIZE NAME`"),
                ));
            }
        }
        Self { listed }
    }

    /// Judges one measured thing and takes it off the list.
    pub fn judge(&mut self, name: &str, size: usize, limit: usize) -> Option<Finding> {
        let path = name.split("::").next().unwrap_or(name);
        let listed = self.listed.remove(name);
        let message = match listed {
            None if size <= limit => return None,
            None => format!("{name} has {size} lines, at most {limit}: split it"),
            Some(_) if size <= limit => {
                format!("{name} has {size} lines now: remove its line from {LIST}")
            }
            Some(before) if size > before => {
                format!(
                    "{name} grew from {before} to {size} lines: split it, the list only shrinks"
                )
            }
            Some(before) if size < before => {
                format!("{name} shrank: write `{size} {name}` in {LIST}")
            }
            Some(_) => return None,
        };
        Some(Finding::about(path, message))
    }

    /// What stayed on the list without being met in the tree.
    pub fn unmet(self) -> Vec<Finding> {
        let names = self.listed.into_keys();
        names
            .map(|name| Finding::about(LIST, format!("{name} is gone: remove its line")))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(list: &str, size: usize) -> Option<String> {
        let mut findings = Vec::new();
        let mut ratchet = Ratchet::read(list, &mut findings);
        assert_eq!(findings, []);
        ratchet
            .judge("a.rs::f", size, 60)
            .map(|finding| finding.message)
    }

    #[test]
    fn the_limit_holds_for_what_is_not_listed() {
        assert_eq!(judge("", 60), None);
        assert_eq!(
            judge("", 61).as_deref(),
            Some("a.rs::f has 61 lines, at most 60: split it")
        );
    }

    #[test]
    fn what_is_listed_may_stay_but_not_grow() {
        assert_eq!(judge("# why\n70 a.rs::f\n", 70), None);
        assert!(
            judge("70 a.rs::f", 71).is_some_and(|message| message.contains("grew from 70 to 71"))
        );
    }

    #[test]
    fn what_shrank_must_be_written_down() {
        assert!(
            judge("70 a.rs::f", 65).is_some_and(|message| message.contains("write `65 a.rs::f`"))
        );
        assert!(judge("70 a.rs::f", 60).is_some_and(|message| message.contains("remove its line")));
    }

    #[test]
    fn stale_and_unreadable_lines_are_refused() {
        let mut findings = Vec::new();
        let ratchet = Ratchet::read("70 gone.rs\nlarge b.rs\n", &mut findings);
        assert_eq!(findings[0].line, 2);
        assert_eq!(
            ratchet.unmet()[0].message,
            "gone.rs is gone: remove its line"
        );
    }
}
