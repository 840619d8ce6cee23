//! The list of allowed edges between modules, one file for `app`, one for `rules`.
//!
//! A line is `handover -> coverage, workorder`, or `shared NAME` for a module
//! that everybody may use and that may use nobody. `#` begins a comment.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;

/// The allowed edges, as written down.
#[derive(Debug, Default)]
pub struct Edges {
    allowed: BTreeMap<String, BTreeSet<String>>,
    shared: BTreeSet<String>,
}

impl Edges {
    /// Reads the list and refuses lines it does not understand and cycles.
    pub fn read(path: &str, text: &str, findings: &mut Vec<Finding>) -> Self {
        let mut edges = Self::default();
        for (index, full_line) in text.lines().enumerate() {
            let line = full_line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            if !edges.read_line(line) {
                let message = format!("cannot read {line:?}: write `a -> b, c` or `shared a`");
                findings.push(Finding::at(path, index + 1, message));
            }
        }
        if let Some(cycle) = edges.cycle() {
            let message = format!("the allowed edges form a cycle: {}", cycle.join(" -> "));
            findings.push(Finding::about(path, message));
        }
        edges
    }

    fn read_line(&mut self, line: &str) -> bool {
        if let Some(name) = line.strip_prefix("shared ") {
            return is_name(name.trim()) && self.shared.insert(name.trim().to_owned());
        }
        let Some((from, targets)) = line.split_once("->") else {
            return false;
        };
        let names: Vec<&str> = targets.split(',').map(str::trim).collect();
        if !is_name(from.trim()) || !names.iter().all(|name| is_name(name)) {
            return false;
        }
        let allowed = self.allowed.entry(from.trim().to_owned()).or_default();
        allowed.extend(names.into_iter().map(str::to_owned));
        true
    }

    /// True when module `from` may use module `to`.
    pub fn allows(&self, from: &str, to: &str) -> bool {
        let written = self
            .allowed
            .get(from)
            .is_some_and(|targets| targets.contains(to));
        from == to || written || (self.shared.contains(to) && !self.shared.contains(from))
    }

    /// One cycle of the graph, its first module again at the end.
    fn cycle(&self) -> Option<Vec<String>> {
        let mut done = BTreeSet::new();
        self.allowed
            .keys()
            .find_map(|start| self.walk(start, &mut Vec::new(), &mut done))
    }

    fn walk(
        &self,
        module: &str,
        trail: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(seen) = trail.iter().position(|step| step == module) {
            let mut cycle = trail[seen..].to_vec();
            cycle.push(module.to_owned());
            return Some(cycle);
        }
        if done.contains(module) {
            return None;
        }
        trail.push(module.to_owned());
        let targets = self.allowed.get(module).into_iter().flatten();
        let found = targets
            .into_iter()
            .find_map(|target| self.walk(target, trail, done));
        trail.pop();
        done.insert(module.to_owned());
        found
    }
}

fn is_name(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Edges, Vec<Finding>) {
        let mut findings = Vec::new();
        let edges = Edges::read("edges.txt", text, &mut findings);
        (edges, findings)
    }

    #[test]
    fn only_written_edges_are_allowed_and_only_one_way() {
        let (edges, findings) = read("# why\nhandover -> coverage, desk # why\nshared context\n");
        assert_eq!(findings, []);
        assert!(edges.allows("handover", "coverage") && edges.allows("handover", "desk"));
        assert!(!edges.allows("coverage", "handover"));
        assert!(edges.allows("desk", "context") && !edges.allows("context", "desk"));
    }

    #[test]
    fn a_cycle_is_refused_and_named() {
        let (_, findings) = read("a -> b\nb -> c\nc -> a\n");
        assert_eq!(
            findings[0].message,
            "the allowed edges form a cycle: a -> b -> c -> a"
        );
    }

    #[test]
    fn a_line_that_cannot_be_read_is_refused() {
        assert_eq!(read("a -> b\nhandover => desk\n").1[0].line, 2);
        assert_eq!(read("a -> B\n").1.len(), 1);
    }
}
