//! The whole check of a document: read, resolve, lint, with places in its source.

use serde::Serialize;

use super::parse::outline;
use super::{Diagnostic, Regulation, Resolved, Spans, lint, resolve};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// The typed data, when the document could be read.
    pub regulation: Option<Regulation>,
    /// The flat text with everything inherited, when it could be read.
    pub text: Option<String>,
    /// SHA-256 of the flat text in hexadecimal.
    pub digest: Option<String>,
    /// Remarks, gravest first, then by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// How many errors keep it from being published.
    pub fn errors(&self) -> usize {
        self.diagnostics
            .iter()
            .filter(|found| found.is_error())
            .count()
    }
}

/// Checks a document; this is what the command line, the page and publication use.
pub fn check(source: &str) -> Checked {
    match resolve(source) {
        Err(diagnostics) => Checked {
            regulation: None,
            text: None,
            digest: None,
            diagnostics,
        },
        Ok(Resolved {
            text,
            digest,
            parsed,
        }) => {
            let own = outline(source).map(|(spans, _)| spans).unwrap_or_default();
            let mut diagnostics: Vec<Diagnostic> = lint(&parsed.regulation)
                .into_iter()
                .map(|found| placed(found, source, &own))
                .collect();
            diagnostics.sort_by_key(|found| {
                let offset = found.place.map(|place| place.offset);
                (std::cmp::Reverse(found.severity), offset)
            });
            Checked {
                regulation: Some(parsed.regulation),
                text: Some(text),
                digest: Some(digest),
                diagnostics,
            }
        }
    }
}

/// An inherited part has no place of its own; the line that inherits it stands for it.
fn placed(found: Diagnostic, source: &str, spans: &Spans) -> Diagnostic {
    let span = spans
        .find(&found.path)
        .or_else(|| spans.exact("regulation.inherits"))
        .or_else(|| spans.exact("regulation"));
    match span {
        Some(span) => found.at(source, span),
        None => found,
    }
}
