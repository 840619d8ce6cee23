//! What a check of a document has to say, in Chinese and English, with the place.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How grave a diagnostic is. Errors keep a regulation from being published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Advice,
    /// Doubtful; a person decides.
    Warning,
    /// Wrong; to be put right first.
    Error,
}

/// Where in the document something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// Bytes from the beginning of the document.
    pub offset: usize,
    /// Length in bytes.
    pub length: usize,
    /// Line, the first is 1.
    pub line: usize,
    /// Column in characters, the first is 1.
    pub column: usize,
}

/// One remark about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Diagnostic {
    /// How grave.
    pub severity: Severity,
    /// Stable code in snake_case.
    pub code: String,
    /// What is wrong, in Chinese.
    pub message_zh: String,
    /// What is wrong, in English.
    pub message_en: String,
    /// What to do, in Chinese.
    pub help_zh: String,
    /// What to do, in English.
    pub help_en: String,
    /// The part of the document, e.g. `shifts.night.hours`.
    pub path: String,
    /// Where it stands; absent when the document has no such place.
    pub place: Option<Place>,
}

impl Diagnostic {
    pub(super) fn new(
        severity: Severity,
        code: &str,
        path: impl Into<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code: code.to_owned(),
            message_zh: zh.into(),
            message_en: en.into(),
            help_zh: String::new(),
            help_en: String::new(),
            path: path.into(),
            place: None,
        }
    }

    pub(super) fn error(
        code: &str,
        path: impl Into<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self::new(Severity::Error, code, path, zh, en)
    }

    pub(super) fn warning(
        code: &str,
        path: impl Into<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self::new(Severity::Warning, code, path, zh, en)
    }

    pub(super) fn advice(
        code: &str,
        path: impl Into<String>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> Self {
        Self::new(Severity::Advice, code, path, zh, en)
    }

    pub(super) fn help(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.help_zh = zh.into();
        self.help_en = en.into();
        self
    }

    pub(super) fn at(mut self, source: &str, span: Range<usize>) -> Self {
        self.place = Some(place(source, span));
        self
    }

    /// Whether it keeps the regulation from being published.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Turns a byte range into a place people can find; ranges outside are clamped.
pub(super) fn place(source: &str, span: Range<usize>) -> Place {
    let mut start = span.start.min(source.len());
    while !source.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, source.len());
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let before = &source[..start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    Place {
        offset: start,
        length: end.max(start) - start,
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}
