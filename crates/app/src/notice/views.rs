//! A notice as the desk sees it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, NoticeId, PersonId};
use zhishou_rules::notice::NoticeStanding;

use super::store::Notice;

/// A notice to the desk 今日须知.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NoticeView {
    /// Which one.
    pub id: NoticeId,
    /// What it is about.
    pub title: String,
    /// What the desk has to know and to tell callers.
    pub text: String,
    /// From when it counts.
    pub from_at: Instant,
    /// Until when, exclusive.
    pub until_at: Instant,
    /// Whether it counts now, is to come, or is past.
    pub standing: NoticeStanding,
    /// Who wrote it.
    pub written_by: PersonId,
    /// The name of who wrote it.
    pub written_by_name: Option<String>,
    /// When.
    pub written_at: Instant,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<Instant>,
    /// Send it back with a change.
    pub version: i64,
}

impl NoticeView {
    /// The view of a notice at an instant.
    pub fn of(notice: Notice, names: &BTreeMap<PersonId, String>, now: Instant) -> Self {
        Self {
            standing: notice.state().standing(now),
            written_by_name: names.get(&notice.written_by).cloned(),
            id: notice.id,
            title: notice.title,
            text: notice.text,
            from_at: notice.from_at,
            until_at: notice.until_at,
            written_by: notice.written_by,
            written_at: notice.written_at,
            withdrawn_at: notice.withdrawn_at,
            version: notice.version,
        }
    }
}
