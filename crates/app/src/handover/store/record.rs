//! Handovers as stored.

use zhishou_base::{CommunityId, HandoverId, Instant, PersonId, PostId};
use zhishou_platform::{Act, AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::handover::Handover;

use crate::lists::{List, Page};

/// A handover with the number of its last change.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The handover.
    pub handover: Handover,
    /// When it was opened.
    pub opened_at: Instant,
    /// Counts its changes.
    pub version: i64,
}

impl Record for Stored {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            handover: row.json("record_json")?,
            opened_at: row.get("opened_at")?,
            version: row.get("version")?,
        })
    }
}

/// A handover by its id.
pub async fn by_id(
    conn: &mut Conn,
    community: CommunityId,
    id: HandoverId,
) -> Result<Stored, AppError> {
    sql("SELECT record_json, opened_at, version FROM handover WHERE community_id = $1 AND id = $2")
        .bind(community)
        .bind(id)
        .optional(conn)
        .await?
        .ok_or(AppError::NotFound {
            what: "该交接记录"
        })
}

/// The handover of a post that is being prepared or half signed.
pub async fn open_of(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
) -> Result<Option<Stored>, DbError> {
    sql("SELECT record_json, opened_at, version FROM handover \
         WHERE community_id = $1 AND post_id = $2 AND ended_at IS NULL")
    .bind(community)
    .bind(post)
    .optional(conn)
    .await
}

/// The last handover by which a post passed.
pub async fn last_passed(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
) -> Result<Option<Stored>, DbError> {
    sql("SELECT record_json, opened_at, version FROM handover \
         WHERE community_id = $1 AND post_id = $2 \
         AND (state = 'signed' OR state = 'resolved_by_supervisor' OR state = 'self_check') \
         ORDER BY ended_at DESC, opened_at DESC, id DESC LIMIT 1")
    .bind(community)
    .bind(post)
    .optional(conn)
    .await
}

/// The handover of a post that ended last, passed or not.
pub async fn last_ended(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
) -> Result<Option<Stored>, DbError> {
    sql("SELECT record_json, opened_at, version FROM handover \
         WHERE community_id = $1 AND post_id = $2 AND ended_at IS NOT NULL \
         ORDER BY ended_at DESC, opened_at DESC, id DESC LIMIT 1")
    .bind(community)
    .bind(post)
    .optional(conn)
    .await
}

/// Stores a new handover.
pub async fn add(act: &mut Act, handover: &Handover) -> Result<Stored, AppError> {
    let (community, now) = (act.community(), act.now());
    sql(
        "INSERT INTO handover (community_id, id, post_id, outgoing_id, incoming_id, \
         outgoing_duty_id, incoming_duty_id, opened_at, state, record_json, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
    )
    .bind(community)
    .bind(handover.id)
    .bind(handover.post)
    .bind(handover.outgoing)
    .bind(handover.incoming)
    .bind(handover.outgoing_duty)
    .bind(handover.incoming_duty)
    .bind(now)
    .bind(handover.state.as_str())
    .bind(text_of(handover)?)
    .run(act)
    .await?;
    Ok(Stored {
        handover: handover.clone(),
        opened_at: now,
        version: 1,
    })
}

/// Stores a changed handover.
pub async fn save(act: &mut Act, before: &Stored, next: Handover) -> Result<Stored, AppError> {
    let (community, now) = (act.community(), act.now());
    let ended_at = (!next.state.is_open()).then_some(now);
    sql(
        "UPDATE handover SET state = $1, record_json = $2, version = version + 1, \
         ended_at = COALESCE(ended_at, $3) WHERE community_id = $4 AND id = $5",
    )
    .bind(next.state.as_str())
    .bind(text_of(&next)?)
    .bind(ended_at)
    .bind(community)
    .bind(next.id)
    .run(act)
    .await?;
    let (opened_at, version) = (before.opened_at, before.version + 1);
    Ok(Stored {
        handover: next,
        opened_at,
        version,
    })
}

fn text_of(handover: &Handover) -> Result<String, AppError> {
    serde_json::to_string(handover).map_err(AppError::internal)
}

/// An amending entry.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// What was wrong or missing.
    pub text: String,
    /// Who says so.
    pub person: PersonId,
    /// When.
    pub at: Instant,
}

impl Record for Amendment {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            text: row.get("text")?,
            person: row.get("person_id")?,
            at: row.get("amended_at")?,
        })
    }
}

/// The amending entries of a handover, oldest first.
pub async fn amendments(
    conn: &mut Conn,
    community: CommunityId,
    id: HandoverId,
) -> Result<Vec<Amendment>, DbError> {
    sql(
        "SELECT text, person_id, amended_at FROM handover_amendment \
         WHERE community_id = $1 AND handover_id = $2 ORDER BY place",
    )
    .bind(community)
    .bind(id)
    .all(conn)
    .await
}

/// Adds an amending entry.
pub async fn amend(act: &mut Act, id: HandoverId, amendment: &Amendment) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "INSERT INTO handover_amendment (community_id, handover_id, place, text, person_id, \
         amended_at) SELECT $1, $2, COALESCE(MAX(a.place), 0) + 1, $3, $4, $5 \
         FROM handover_amendment a WHERE a.community_id = $6 AND a.handover_id = $7",
    )
    .bind(community)
    .bind(id)
    .bind(&amendment.text)
    .bind(amendment.person)
    .bind(amendment.at)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    Ok(())
}

/// Handovers, newest first.
pub async fn list(
    conn: &mut Conn,
    community: CommunityId,
    post: Option<PostId>,
    cursor: Option<&str>,
    limit: Option<i64>,
) -> Result<Page<Stored>, AppError> {
    List::newest_first(
        "SELECT c.record_json, c.opened_at, c.version, c.opened_at AS list_at, c.id AS list_id \
         FROM handover c",
        "c.opened_at",
        "c.id",
        community,
    )
    .filter_opt("c.post_id = ?", post)
    .page(cursor, limit)?
    .fetch(conn)
    .await
}

/// The handovers that were under way or finished within a time, in order.
pub async fn between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Stored>, AppError> {
    Ok(sql(
        "SELECT record_json, opened_at, version FROM handover WHERE community_id = $1 \
         AND opened_at < $2 AND (ended_at IS NULL OR ended_at >= $3) ORDER BY opened_at, id",
    )
    .bind(community)
    .bind(to)
    .bind(from)
    .all(conn)
    .await?)
}
