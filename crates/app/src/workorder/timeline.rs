//! The timeline of an order, or of whatever else the ledger tells as a story, from the ledger.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use zhishou_base::{CommunityId, PersonId, SubjectId};
use zhishou_platform::ledger::{LedgerLine, entries_of_subject};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::people::{mask_name, mask_phone};

use super::views::{OrderPerson, TimelineEntry};

/// What happened to a subject, the oldest first; who called stays masked.
///
/// # Errors
/// The database failed.
pub async fn timeline(
    conn: &mut Conn,
    community: CommunityId,
    (kind, subject): (&str, SubjectId),
    names: &BTreeMap<PersonId, String>,
) -> Result<Vec<TimelineEntry>, AppError> {
    let lines = entries_of_subject(conn, community, kind, subject).await?;
    Ok(lines.into_iter().map(|line| shown(line, names)).collect())
}

fn shown(line: LedgerLine, names: &BTreeMap<PersonId, String>) -> TimelineEntry {
    let mut body = match line.body {
        Json::Object(body) => body,
        _ => Map::new(),
    };
    let texts = match body.remove("secrets") {
        Some(Json::Object(secrets)) => secrets.into_iter().map(text).collect(),
        _ => BTreeMap::new(),
    };
    let facts = body
        .into_iter()
        .filter_map(|(name, value)| Some((name, fact(&value, names)?)))
        .collect();
    TimelineEntry {
        seq: line.seq,
        verb: line.verb,
        happened_at: line.happened_at,
        recorded_at: line.recorded_at,
        person: line.person.map(|id| OrderPerson::of(id, names)),
        facts,
        texts,
    }
}

/// A text, or null when it was erased. Who called stays masked here as everywhere.
fn text((name, value): (String, Json)) -> (String, Option<String>) {
    let text = value.as_str().map(|text| match name.as_str() {
        "caller_name" => mask_name(text),
        "caller_phone" => mask_phone(text),
        _ => text.to_owned(),
    });
    (name, text)
}

fn fact(value: &Json, names: &BTreeMap<PersonId, String>) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(word) => {
            let person = word.parse().ok().and_then(|id: PersonId| names.get(&id));
            Some(person.unwrap_or(word).clone())
        }
        other => Some(other.to_string()),
    }
}
