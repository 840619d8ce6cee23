//! Inheritance: a document that builds on a preset is resolved to one flat text.
//!
//! The flat text is what is published and kept for ever, with its digest, so
//! that a later change of a preset never changes a published regulation.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use toml::{Table, Value};

use super::explain::explain;
use super::parse::outline;
use super::{Diagnostic, Parsed, parse, presets};

/// How many documents may build on one another.
const MAX_DEPTH: usize = 8;

/// A document with everything it inherits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// The flat text; the source itself when it inherits nothing.
    pub text: String,
    /// SHA-256 of the flat text, in hexadecimal.
    pub digest: String,
    /// The flat text, read.
    pub parsed: Parsed,
}

/// SHA-256 of a text, in lower-case hexadecimal.
pub fn digest_of(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// Resolves what a document inherits from the presets.
///
/// # Errors
/// The diagnostics of reading it, with places in `source` where they are there.
pub fn resolve(source: &str) -> Result<Resolved, Vec<Diagnostic>> {
    let (spans, base) = outline(source)?;
    let own = parse(source);
    let Some(base) = base else {
        return Ok(Resolved {
            text: source.to_owned(),
            digest: digest_of(source),
            parsed: own?,
        });
    };
    // What is missing may be inherited; every other mistake is the document's own.
    let mistakes: Vec<Diagnostic> = own
        .err()
        .into_iter()
        .flatten()
        .filter(|found| !found.code.starts_with("missing_"))
        .collect();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    let placed = |found: Diagnostic| {
        let inherits = || spans.exact("regulation.inherits");
        match spans.find(&found.path).or_else(inherits) {
            Some(span) => found.at(source, span),
            None => found,
        }
    };
    let merged = flatten(table_of(source)?, &base, 1).map_err(|found| vec![placed(*found)])?;
    let text = toml::to_string(&merged)
        .map_err(|error| vec![placed(cannot_merge(&base, &error.to_string()))])?;
    let parsed = parse(&text).map_err(|found| found.into_iter().map(placed).collect::<Vec<_>>())?;
    Ok(Resolved {
        digest: digest_of(&text),
        text,
        parsed,
    })
}

fn table_of(source: &str) -> Result<Table, Vec<Diagnostic>> {
    toml::from_str(source).map_err(|error| vec![explain(&error, "", source)])
}

fn flatten(child: Table, base: &str, depth: usize) -> Result<Table, Box<Diagnostic>> {
    if depth > MAX_DEPTH {
        return Err(Box::new(circle(base)));
    }
    let preset = presets::preset(base).ok_or_else(|| Box::new(unknown_base(base)))?;
    let mut parent: Table = toml::from_str(preset.source)
        .map_err(|error| Box::new(cannot_merge(base, error.message())))?;
    if let Some(above) = inherits(&parent) {
        parent = flatten(parent, &above, depth + 1)?;
    }
    for path in strings(&child, "without") {
        if !remove(&mut parent, &path) {
            return Err(Box::new(nothing_to_leave_out(base, &path)));
        }
    }
    merge(&mut parent, child);
    if let Some(Value::Table(identity)) = parent.get_mut("regulation") {
        identity.remove("inherits");
        identity.remove("without");
        identity.insert("inherited".to_owned(), Value::String(base.to_owned()));
    }
    Ok(parent)
}

fn identity(document: &Table) -> Option<&Table> {
    document.get("regulation")?.as_table()
}

fn inherits(document: &Table) -> Option<String> {
    Some(identity(document)?.get("inherits")?.as_str()?.to_owned())
}

fn strings(document: &Table, field: &str) -> Vec<String> {
    let list = identity(document).and_then(|table| table.get(field)?.as_array());
    list.into_iter()
        .flatten()
        .filter_map(|value| value.as_str().map(str::to_owned))
        .collect()
}

/// Lays a child over its parent: tables field by field, lists of keyed elements
/// element by element, everything else whole.
fn merge(parent: &mut Table, child: Table) {
    for (key, value) in child {
        match (parent.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => merge(below, above),
            (Some(Value::Array(below)), Value::Array(above)) if keyed(below) && keyed(&above) => {
                merge_list(below, above);
            }
            (_, value) => {
                parent.insert(key, value);
            }
        }
    }
}

fn merge_list(below: &mut Vec<Value>, above: Vec<Value>) {
    for element in above {
        let key = key_of(&element);
        let same = below.iter_mut().find(|known| key_of(known) == key);
        match (same, element) {
            (Some(Value::Table(known)), Value::Table(element)) => merge(known, element),
            (_, element) => below.push(element),
        }
    }
}

fn keyed(list: &[Value]) -> bool {
    list.iter().all(|element| key_of(element).is_some())
}

/// What tells the elements of a list apart: `key`, `number`, or kind and urgency.
fn key_of(element: &Value) -> Option<String> {
    let table = element.as_table()?;
    let word = |field: &str| table.get(field)?.as_str().map(str::to_owned);
    word("key")
        .or_else(|| word("number"))
        .or_else(|| Some(format!("{} {}", word("kind")?, word("urgency")?)))
}

fn remove(document: &mut Table, path: &str) -> bool {
    let Some((list, key)) = path.split_once('.') else {
        return document.remove(path).is_some();
    };
    let Some(Value::Array(elements)) = document.get_mut(list) else {
        return false;
    };
    let before = elements.len();
    elements.retain(|element| key_of(element).as_deref() != Some(key));
    elements.len() < before
}

fn unknown_base(base: &str) -> Diagnostic {
    let known: Vec<&str> = presets::PRESETS.iter().map(|preset| preset.key).collect();
    Diagnostic::error(
        "unknown_base",
        "regulation.inherits",
        format!("没有可继承的预设制度“{base}”"),
        format!("there is no preset “{base}” to inherit from"),
    )
    .help(
        format!("可继承：{}", known.join("、")),
        format!("Known presets: {}", known.join(", ")),
    )
}

fn circle(base: &str) -> Diagnostic {
    Diagnostic::error(
        "inherits_too_deep",
        "regulation.inherits",
        format!("继承“{base}”时层数过多或互相继承"),
        format!("inheriting “{base}” goes too deep or round in a circle"),
    )
    .help("改为直接继承一份预设制度", "Inherit one preset directly.")
}

fn nothing_to_leave_out(base: &str, path: &str) -> Diagnostic {
    Diagnostic::error(
        "nothing_to_leave_out",
        "regulation.without",
        format!("“{base}”里没有“{path}”，无法去掉"),
        format!("“{base}” has no “{path}” to leave out"),
    )
    .help(
        "写成“部分.键”，例如 shifts.noon",
        "Write section.key, e.g. shifts.noon.",
    )
}

fn cannot_merge(base: &str, why: &str) -> Diagnostic {
    Diagnostic::error(
        "cannot_merge",
        "regulation.inherits",
        format!("与“{base}”合并失败：{why}"),
        format!("cannot be merged with “{base}”: {why}"),
    )
}
