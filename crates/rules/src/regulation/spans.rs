//! Where the parts of a TOML document stand, addressed the way people speak of
//! them: `shifts.night.hours`, `clauses.2.1.text`.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// Byte ranges by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans {
    by_path: BTreeMap<String, Range<usize>>,
}

impl Spans {
    pub(super) fn of(table: &DeTable<'_>) -> Self {
        let mut spans = Self::default();
        spans.walk_table("", table);
        spans
    }

    fn walk_table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (key, value) in table.iter() {
            let path = join(prefix, key.get_ref());
            let own = match value.get_ref() {
                DeValue::Table(_) | DeValue::Array(_) => key.span(),
                _ => value.span(),
            };
            self.by_path.insert(path.clone(), own);
            self.walk_value(&path, value.get_ref());
        }
    }

    fn walk_value(&mut self, path: &str, value: &DeValue<'_>) {
        match value {
            DeValue::Table(table) => self.walk_table(path, table),
            DeValue::Array(elements) => {
                for (index, element) in elements.iter().enumerate() {
                    let path = element_path(path, index, element.get_ref());
                    self.by_path.insert(path.clone(), element_span(element));
                    self.walk_value(&path, element.get_ref());
                }
            }
            _ => {}
        }
    }

    /// The range of a path, or of the nearest part around it that the document has.
    pub fn find(&self, path: &str) -> Option<Range<usize>> {
        let mut path = path;
        loop {
            if let Some(span) = self.by_path.get(path) {
                return Some(span.clone());
            }
            path = &path[..path.rfind('.')?];
        }
    }

    /// The range of exactly this path.
    pub fn exact(&self, path: &str) -> Option<Range<usize>> {
        self.by_path.get(path).cloned()
    }
}

/// An element of a list is pointed at by its key, which people recognise.
fn element_span(element: &toml::Spanned<DeValue<'_>>) -> Range<usize> {
    identity(element.get_ref())
        .map(|(_, span)| span)
        .unwrap_or_else(|| element.span())
}

/// `list.key` for elements that have a `key` or `number`, else `list[index]`.
pub(super) fn element_path(list: &str, index: usize, element: &DeValue<'_>) -> String {
    match identity(element) {
        Some((word, _)) => join(list, &word),
        None => format!("{list}[{index}]"),
    }
}

fn identity(element: &DeValue<'_>) -> Option<(String, Range<usize>)> {
    let DeValue::Table(table) = element else {
        return None;
    };
    ["key", "number"].iter().find_map(|field| {
        let value = table.get(*field)?;
        match value.get_ref() {
            DeValue::String(word) => Some((word.to_string(), value.span())),
            _ => None,
        }
    })
}

fn join(prefix: &str, key: &str) -> String {
    if prefix.is_empty() {
        key.to_owned()
    } else {
        format!("{prefix}.{key}")
    }
}
