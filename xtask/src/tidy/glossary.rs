//! The glossary: one Chinese term is one English word, and the other way round.

use std::collections::BTreeMap;

use super::text_of;
use crate::finding::Finding;
use crate::source::Source;

const GLOSSARY: &str = "docs/glossary.md";

/// Refuses a term or heading that stands twice.
pub fn terms_are_unique(sources: &[Source]) -> Vec<Finding> {
    let Some(text) = text_of(sources, GLOSSARY) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut terms = 0;
    for (index, line) in text.lines().enumerate() {
        let words = words_defined(line);
        terms += usize::from(words.len() == 2);
        for word in words {
            let first = *seen.entry(word.clone()).or_insert(index + 1);
            if first != index + 1 {
                let message = format!(
                    "{word:?} stands already in line {first}: one Chinese term is one English word"
                );
                findings.push(Finding::at(GLOSSARY, index + 1, message));
            }
        }
    }
    if terms == 0 {
        findings.push(Finding::about(
            GLOSSARY,
            "no row `| 中文 | english | …` found",
        ));
    }
    findings
}

/// The heading, or the Chinese and the English word of a table row.
fn words_defined(line: &str) -> Vec<String> {
    if line.starts_with('#') {
        return vec![line.trim().to_lowercase()];
    }
    let Some(row) = line.trim().strip_prefix('|') else {
        return Vec::new();
    };
    let cells: Vec<String> = row.split('|').map(plain).collect();
    match cells.as_slice() {
        // Every capability has a table of its own, under the same head.
        [one, ..] if one == "中文" => Vec::new(),
        [one, other, ..] if is_chinese(one) != is_chinese(other) && !other.is_empty() => {
            vec![one.clone(), other.clone()]
        }
        _ => Vec::new(),
    }
}

/// A cell without marks of emphasis, in lower case.
fn plain(cell: &str) -> String {
    cell.trim().replace(['*', '`', '_'], "").to_lowercase()
}

fn is_chinese(word: &str) -> bool {
    word.chars()
        .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        terms_are_unique(&[Source::new(GLOSSARY, text)])
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    #[test]
    fn a_term_in_two_rows_is_refused_in_either_language() {
        assert_eq!(
            lines("| 交接班 | handover | x |\n| 交接班 | takeover | y |"),
            [2]
        );
        assert_eq!(lines("| 交接班 | handover |\n| 换班 | **Handover** |"), [2]);
    }

    #[test]
    fn a_heading_that_stands_twice_is_refused() {
        assert_eq!(lines("## Desk\n| 前台 | desk |\n## Desk"), [3]);
    }

    #[test]
    fn unique_terms_pass_and_an_empty_glossary_does_not() {
        assert_eq!(
            lines("| Chinese | English |\n|---|---|\n| 前台 | desk |\n| 岗位 | post |"),
            [0; 0]
        );
        assert_eq!(lines("# Glossary"), [0]);
    }
}
