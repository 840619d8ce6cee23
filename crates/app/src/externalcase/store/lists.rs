//! Lists of cases.

use zhishou_base::{CommunityId, Instant};
use zhishou_platform::{AppError, Conn, Value};
use zhishou_rules::externalcase::{CaseSource, CaseStage};

use super::row::CaseRow;
use crate::lists::{List, Page};

/// What a list of cases is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// Where they stand.
    pub stage: Option<CaseStage>,
    /// Who sent them.
    pub source: Option<CaseSource>,
    /// Only what is due before this instant.
    pub due_before: Option<Instant>,
    /// Words of a number, room, content or caller.
    pub text: Option<String>,
    /// Where the page begins.
    pub cursor: Option<String>,
    /// How many rows.
    pub limit: Option<i64>,
}

/// One page of cases, the newest first.
pub async fn list(
    conn: &mut Conn,
    community: CommunityId,
    filter: CaseFilter,
) -> Result<Page<CaseRow>, AppError> {
    let mut list = List::newest_first(
        "SELECT c.*, r.code AS room_code, w.number AS work_order_number, \
         k.number AS contact_number, c.received_at AS list_at, c.id AS list_id \
         FROM external_case c \
         LEFT JOIN room r ON r.community_id = c.community_id AND r.id = c.room_id \
         LEFT JOIN work_order w ON w.community_id = c.community_id AND w.id = c.work_order_id \
         LEFT JOIN contact k ON k.community_id = c.community_id AND k.id = c.contact_id",
        "c.received_at",
        "c.id",
        community,
    )
    .filter_opt("c.stage = ?", filter.stage.map(CaseStage::as_str))
    .filter_opt("c.source = ?", filter.source.map(CaseSource::as_str))
    .filter_opt("c.due_at < ?", filter.due_before);
    let words = filter.text.as_deref().map(str::trim).unwrap_or_default();
    if !words.is_empty() {
        list = saying(list, words);
    }
    list.page(filter.cursor.as_deref(), filter.limit)?
        .fetch(conn)
        .await
}

/// Only what says a text somewhere, or has it as the caller's number.
fn saying(list: List, text: &str) -> List {
    let escaped = text
        .replace('!', "!!")
        .replace('%', "!%")
        .replace('_', "!_");
    let like = Value::from(format!("%{escaped}%"));
    list.filter(
        // One engine's LIKE minds the case of letters and the other's does not.
        "LOWER(c.number) LIKE LOWER(?) ESCAPE '!' \
         OR LOWER(c.external_number) LIKE LOWER(?) ESCAPE '!' \
         OR LOWER(c.content) LIKE LOWER(?) ESCAPE '!' \
         OR LOWER(c.caller_name) LIKE LOWER(?) ESCAPE '!' \
         OR LOWER(c.room_text) LIKE LOWER(?) ESCAPE '!' \
         OR LOWER(r.code) LIKE LOWER(?) ESCAPE '!' OR c.caller_phone = ?",
        vec![
            like.clone(),
            like.clone(),
            like.clone(),
            like.clone(),
            like.clone(),
            like,
            Value::from(text),
        ],
    )
}
