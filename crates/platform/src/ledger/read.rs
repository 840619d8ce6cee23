//! Reading the ledger by subject, with its erasable texts resolved.

use std::collections::HashMap;

use serde_json::Value as Json;
use zhishou_base::{CommunityId, DutyId, Instant, PersonId, PostId, SecretId, SubjectId};

use super::secret::KeptSecret;
use crate::db::{Conn, DbError, Record, Row, sql};

/// One entry as the screen shows it.
#[derive(Debug, Clone)]
pub struct LedgerLine {
    /// Position in the chain.
    pub seq: i64,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was entered.
    pub recorded_at: Instant,
    /// `staff`, `engine` or `operator`.
    pub actor_kind: String,
    /// Who acted.
    pub person: Option<PersonId>,
    /// The post whose log shows it.
    pub post: Option<PostId>,
    /// The duty period it belongs to.
    pub duty: Option<DutyId>,
    /// What it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject: SubjectId,
    /// What happened.
    pub verb: String,
    /// The facts; `secrets` holds digests until [`reveal_secrets`] puts the texts in.
    pub body: Json,
}

impl Record for LedgerLine {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            seq: row.get("seq")?,
            happened_at: row.get("happened_at")?,
            recorded_at: row.get("recorded_at")?,
            actor_kind: row.get("actor_kind")?,
            person: row.get("actor_person_id")?,
            post: row.get("post_id")?,
            duty: row.get("shift_id")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
            verb: row.get("verb")?,
            body: row.json("body_json")?,
        })
    }
}

/// The timeline of one subject, oldest first.
pub async fn entries_of_subject(
    conn: &mut Conn,
    community: CommunityId,
    kind: &str,
    subject: SubjectId,
) -> Result<Vec<LedgerLine>, DbError> {
    let mut lines = sql(
        "SELECT seq, happened_at, recorded_at, actor_kind, actor_person_id, \
         post_id, shift_id, subject_kind, subject_id, verb, body_json FROM ledger_entry \
         WHERE community_id = $1 AND subject_kind = $2 AND subject_id = $3 ORDER BY seq",
    )
    .bind(community)
    .bind(kind)
    .bind(subject)
    .all(conn)
    .await?;
    reveal_secrets(conn, community, &mut lines).await?;
    Ok(lines)
}

/// Which part of the ledger a duty log shows.
#[derive(Debug, Clone, Copy)]
pub struct LogRange {
    /// The post whose log it is.
    pub post: PostId,
    /// Only what belongs to this duty period; what belongs to none counts by its time.
    pub duty: Option<DutyId>,
    /// From when (inclusive).
    pub from: Instant,
    /// Until when (exclusive).
    pub to: Instant,
    /// Only what stands before this entry, by the time it happened and its position.
    pub before: Option<(Instant, i64)>,
    /// At most so many entries.
    pub limit: i64,
}

/// The log of a post, newest first.
///
/// # Errors
/// The database failed.
pub async fn entries_of_post(
    conn: &mut Conn,
    community: CommunityId,
    range: LogRange,
) -> Result<Vec<LedgerLine>, DbError> {
    let (at, seq) = range.before.unwrap_or((Instant::FAR_FUTURE, i64::MAX));
    // Without a duty every entry of the time is shown, whatever duty it belongs to.
    let any_duty = i64::from(range.duty.is_none());
    let mut lines = sql(
        "SELECT seq, happened_at, recorded_at, actor_kind, actor_person_id, \
         post_id, shift_id, subject_kind, subject_id, verb, body_json FROM ledger_entry \
         WHERE community_id = $1 AND post_id = $2 \
         AND (shift_id = $3 OR ((shift_id IS NULL OR 1 = $4) \
             AND happened_at >= $5 AND happened_at < $6)) \
         AND (happened_at < $7 OR (happened_at = $8 AND seq < $9)) \
         ORDER BY happened_at DESC, seq DESC LIMIT $10",
    )
    .bind(community)
    .bind(range.post)
    .bind(range.duty)
    .bind(any_duty)
    .bind(range.from)
    .bind(range.to)
    .bind(at)
    .bind(at)
    .bind(seq)
    .bind(range.limit)
    .all(conn)
    .await?;
    reveal_secrets(conn, community, &mut lines).await?;
    Ok(lines)
}

/// One entry by its position.
///
/// # Errors
/// The database failed.
pub async fn entry_at(
    conn: &mut Conn,
    community: CommunityId,
    seq: i64,
) -> Result<Option<LedgerLine>, DbError> {
    sql(
        "SELECT seq, happened_at, recorded_at, actor_kind, actor_person_id, \
         post_id, shift_id, subject_kind, subject_id, verb, body_json FROM ledger_entry \
         WHERE community_id = $1 AND seq = $2",
    )
    .bind(community)
    .bind(seq)
    .optional(conn)
    .await
}

/// Replaces each digest in `body.secrets` by its text, or by null when it was erased.
pub async fn reveal_secrets(
    conn: &mut Conn,
    community: CommunityId,
    lines: &mut [LedgerLine],
) -> Result<(), DbError> {
    for line in lines {
        let Some(secrets) = line.body.get_mut("secrets").and_then(Json::as_object_mut) else {
            continue;
        };
        let mut texts = HashMap::new();
        for (name, value) in secrets.iter() {
            let id: Option<SecretId> = value
                .get("id")
                .and_then(Json::as_str)
                .and_then(|id| id.parse().ok());
            let Some(id) = id else { continue };
            let kept: Option<KeptSecret> =
                sql("SELECT id, salt, text FROM ledger_secret WHERE community_id = $1 AND id = $2")
                    .bind(community)
                    .bind(id)
                    .optional(conn)
                    .await?;
            texts.insert(
                name.clone(),
                kept.map_or(Json::Null, |kept| Json::String(kept.text)),
            );
        }
        secrets.extend(texts);
    }
    Ok(())
}

/// One piece of news: what happened to what.
#[derive(Debug, Clone)]
pub struct News {
    /// Position in the chain.
    pub seq: i64,
    /// What happened.
    pub verb: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which one.
    pub subject: SubjectId,
}

impl Record for News {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            seq: row.get("seq")?,
            verb: row.get("verb")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
        })
    }
}

/// What was recorded behind a position, at most `limit` entries.
pub async fn news_after(
    conn: &mut Conn,
    community: CommunityId,
    after: i64,
    limit: i64,
) -> Result<Vec<News>, DbError> {
    sql(
        "SELECT seq, verb, subject_kind, subject_id FROM ledger_entry \
         WHERE community_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
    )
    .bind(community)
    .bind(after)
    .bind(limit)
    .all(conn)
    .await
}
