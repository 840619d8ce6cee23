//! From the text of a document to typed data, with every mistake it can find at once.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::explain::explain;
use super::spans::{Spans, element_path};
use super::{Diagnostic, Regulation};

/// A document that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The typed data.
    pub regulation: Regulation,
    /// Where its parts stand.
    pub spans: Spans,
}

/// Documents beyond this size are refused; the largest preset is a tenth of it.
pub const MAX_DOCUMENT_BYTES: usize = 512 * 1024;

/// Reads a document.
///
/// # Errors
/// Every mistake found, with line and column: malformed TOML; else, section by
/// section and element by element, wrong types, unknown and missing fields.
pub fn parse(source: &str) -> Result<Parsed, Vec<Diagnostic>> {
    if source.len() > MAX_DOCUMENT_BYTES {
        return Err(vec![too_large(source.len())]);
    }
    let (document, errors) = DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        return Err(errors
            .iter()
            .map(|error| explain(error, "", source))
            .collect());
    }
    let spans = Spans::of(document.get_ref());
    let mut sections = Sections::of(document.into_inner(), source);
    let regulation = sections.regulation();
    let diagnostics = sections.finish();
    match regulation {
        Some(regulation) if diagnostics.is_empty() => Ok(Parsed { regulation, spans }),
        _ => Err(diagnostics),
    }
}

/// What can be said of a document before it is typed: where its parts stand, and
/// the preset it inherits from.
///
/// # Errors
/// The mistakes of its syntax.
pub(super) fn outline(source: &str) -> Result<(Spans, Option<String>), Vec<Diagnostic>> {
    if source.len() > MAX_DOCUMENT_BYTES {
        return Err(vec![too_large(source.len())]);
    }
    let (document, errors) = DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        let found = errors.iter().map(|error| explain(error, "", source));
        return Err(found.collect());
    }
    let base = document
        .get_ref()
        .get("regulation")
        .and_then(|section| match section.get_ref() {
            DeValue::Table(identity) => identity.get("inherits"),
            _ => None,
        })
        .and_then(|value| match value.get_ref() {
            DeValue::String(base) => Some(base.to_string()),
            _ => None,
        });
    Ok((Spans::of(document.get_ref()), base))
}

fn too_large(bytes: usize) -> Diagnostic {
    Diagnostic::error(
        "document_too_large",
        "",
        format!("制度文件有 {bytes} 字节，超过上限 {MAX_DOCUMENT_BYTES} 字节"),
        format!("the document has {bytes} bytes; the limit is {MAX_DOCUMENT_BYTES}"),
    )
    .help(
        "请确认上传的是制度文件(TOML 文本)",
        "Check that this is a regulation document (TOML text).",
    )
}

struct Sections<'s> {
    source: &'s str,
    values: BTreeMap<String, (Spanned<DeValue<'s>>, std::ops::Range<usize>)>,
    known: Vec<&'static str>,
    diagnostics: Vec<Diagnostic>,
}

impl<'s> Sections<'s> {
    fn of(table: DeTable<'s>, source: &'s str) -> Self {
        let values = table
            .into_iter()
            .map(|(key, value)| {
                let span = key.span();
                (key.into_inner().into_owned(), (value, span))
            })
            .collect();
        Self {
            source,
            values,
            known: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    fn regulation(&mut self) -> Option<Regulation> {
        let identity = self.optional("regulation");
        if identity.is_none() && self.diagnostics.is_empty() {
            self.diagnostics.push(no_identity().at(self.source, 0..0));
        }
        let posts = self.list("posts");
        let shifts = self.list("shifts");
        let rest = Regulation {
            regulation: identity?,
            posts,
            shifts,
            work_hours: self.optional("work_hours"),
            qualifications: self.list("qualifications"),
            sign_in: self.or_default("sign_in"),
            handover: self.or_default("handover"),
            leaving: self.or_default("leaving"),
            discipline: self.or_default("discipline"),
            desk: self.or_default("desk"),
            service_levels: self.list("service_levels"),
            permits: self.list("permits"),
            periodic: self.list("periodic"),
            roster: self.or_default("roster"),
            notices: self.list("notices"),
            inspections: self.list("inspections"),
            escalations: self.list("escalations"),
            reachability: self.or_default("reachability"),
            assessment: self.or_default("assessment"),
            training: self.list("training"),
            plans: self.list("plans"),
            equipment: self.list("equipment"),
            signage: self.list("signage"),
            forms: self.list("forms"),
            powers: self.list("powers"),
            clauses: self.list("clauses"),
        };
        self.refuse_unknown();
        Some(rest)
    }

    fn take(&mut self, name: &'static str) -> Option<Spanned<DeValue<'s>>> {
        self.known.push(name);
        self.values.remove(name).map(|(value, _)| value)
    }

    fn optional<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        let value = self.take(name)?;
        self.read(name, value)
    }

    fn or_default<T: DeserializeOwned + Default>(&mut self, name: &'static str) -> T {
        self.optional(name).unwrap_or_default()
    }

    fn list<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<T> {
        let Some(value) = self.take(name) else {
            return Vec::new();
        };
        let span = value.span();
        let DeValue::Array(elements) = value.into_inner() else {
            self.diagnostics
                .push(not_a_list(name).at(self.source, span));
            return Vec::new();
        };
        elements
            .into_iter()
            .enumerate()
            .filter_map(|(index, element)| {
                let path = element_path(name, index, element.get_ref());
                self.read(&path, element)
            })
            .collect()
    }

    fn read<T: DeserializeOwned>(&mut self, path: &str, value: Spanned<DeValue<'s>>) -> Option<T> {
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                self.diagnostics.push(explain(&error, path, self.source));
                None
            }
        }
    }

    fn refuse_unknown(&mut self) {
        for (name, (_, span)) in std::mem::take(&mut self.values) {
            let known = self.known.join("、");
            self.diagnostics.push(
                Diagnostic::error(
                    "unknown_section",
                    name.clone(),
                    format!("没有名为“{name}”的部分"),
                    format!("there is no section “{name}”"),
                )
                .help(
                    format!("可用的部分：{known}"),
                    format!("Known sections: {}", self.known.join(", ")),
                )
                .at(self.source, span),
            );
        }
    }

    fn finish(mut self) -> Vec<Diagnostic> {
        self.diagnostics
            .sort_by_key(|diagnostic| diagnostic.place.map(|place| place.offset));
        self.diagnostics
    }
}

fn no_identity() -> Diagnostic {
    Diagnostic::error(
        "missing_section",
        "regulation",
        "缺少 [regulation] 部分，不知道这是哪一份制度",
        "the section [regulation] is missing, so the document has no identity",
    )
    .help(
        "在文件开头写上 [regulation]，并填写 id、numbering、title、version",
        "Begin the document with [regulation] and give id, numbering, title and version.",
    )
}

fn not_a_list(name: &str) -> Diagnostic {
    Diagnostic::error(
        "wrong_type",
        name,
        format!("“{name}”应当是列表"),
        format!("“{name}” must be a list"),
    )
    .help(
        format!("每一项以 [[{name}]] 开头(两层方括号)"),
        format!("Begin each element with [[{name}]] (double brackets)."),
    )
}
