//! Regulations as stored.

use zhishou_base::{CommunityId, Instant, RegulationId, UtcOffset, VersionId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::regulation::{AdoptedPost, DraftState};

/// A regulation with its working draft.
#[derive(Debug, Clone)]
pub struct RegulationRow {
    pub id: RegulationId,
    pub key: String,
    pub title_zh: String,
    pub title_en: String,
    pub draft_text: Option<String>,
    pub draft_state: Option<DraftState>,
    pub version: i64,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Record for RegulationRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let drafted = row.get::<Option<String>>("draft_state")?.is_some();
        Ok(Self {
            id: row.get("id")?,
            key: row.get("key")?,
            title_zh: row.get("title_zh")?,
            title_en: row.get("title_en")?,
            draft_text: row.get("draft_text")?,
            draft_state: if drafted {
                Some(row.parse("draft_state")?)
            } else {
                None
            },
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            updated_at: row.get("updated_at")?,
        })
    }
}

/// A published version.
#[derive(Debug, Clone)]
pub struct VersionRow {
    pub id: VersionId,
    pub regulation: RegulationId,
    pub number: i64,
    pub source_text: String,
    pub text: String,
    pub digest: String,
    pub published_at: Instant,
}

impl Record for VersionRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            regulation: row.get("regulation_id")?,
            number: row.get("number")?,
            source_text: row.get("source_text")?,
            text: row.get("text")?,
            digest: row.get("digest")?,
            published_at: row.get("published_at")?,
        })
    }
}

/// One adoption that stands.
#[derive(Debug, Clone)]
pub struct AdoptionRow {
    pub post: String,
    pub version: VersionId,
    pub effective_at: Instant,
}

impl Record for AdoptionRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_key")?,
            version: row.get("version_id")?,
            effective_at: row.get("effective_at")?,
        })
    }
}

/// The regulations of a community, by key.
pub async fn regulations(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<RegulationRow>, AppError> {
    Ok(sql(
        "SELECT id, key, title_zh, title_en, draft_text, draft_state, version, created_at, \
         updated_at FROM regulation WHERE community_id = $1 ORDER BY key, id",
    )
    .bind(community)
    .all(conn)
    .await?)
}

/// One regulation.
pub async fn regulation(
    conn: &mut Conn,
    community: CommunityId,
    id: RegulationId,
) -> Result<Option<RegulationRow>, AppError> {
    Ok(sql(
        "SELECT id, key, title_zh, title_en, draft_text, draft_state, version, created_at, \
         updated_at FROM regulation WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?)
}

/// The regulation with a key such as `r01`.
pub async fn regulation_by_key(
    conn: &mut Conn,
    community: CommunityId,
    key: &str,
) -> Result<Option<RegulationRow>, AppError> {
    Ok(sql(
        "SELECT id, key, title_zh, title_en, draft_text, draft_state, version, created_at, \
         updated_at FROM regulation WHERE community_id = $1 AND key = $2",
    )
    .bind(community)
    .bind(key)
    .optional(conn)
    .await?)
}

/// Stores a regulation, new or changed.
pub async fn save_regulation(
    conn: &mut Conn,
    community: CommunityId,
    row: &RegulationRow,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO regulation (community_id, id, key, title_zh, title_en, draft_text, \
         draft_state, version, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
         ON CONFLICT (community_id, id) DO UPDATE SET key = excluded.key, \
         title_zh = excluded.title_zh, title_en = excluded.title_en, \
         draft_text = excluded.draft_text, draft_state = excluded.draft_state, \
         version = excluded.version, updated_at = excluded.updated_at",
    )
    .bind(community)
    .bind(row.id)
    .bind(&row.key)
    .bind(&row.title_zh)
    .bind(&row.title_en)
    .bind(row.draft_text.clone())
    .bind(row.draft_state.map(DraftState::as_str))
    .bind(row.version)
    .bind(row.created_at)
    .bind(row.updated_at)
    .run(conn)
    .await?;
    Ok(())
}

/// The versions of all regulations of a community, newest first.
pub async fn versions(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<VersionRow>, AppError> {
    Ok(sql(
        "SELECT id, regulation_id, number, source_text, text, digest, published_at \
         FROM regulation_version WHERE community_id = $1 ORDER BY published_at DESC, id DESC",
    )
    .bind(community)
    .all(conn)
    .await?)
}

/// One version.
pub async fn version(
    conn: &mut Conn,
    community: CommunityId,
    id: VersionId,
) -> Result<Option<VersionRow>, AppError> {
    Ok(sql(
        "SELECT id, regulation_id, number, source_text, text, digest, published_at \
         FROM regulation_version WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?)
}

/// The newest version of a regulation.
pub async fn newest_version(
    conn: &mut Conn,
    community: CommunityId,
    regulation: RegulationId,
) -> Result<Option<VersionRow>, AppError> {
    Ok(sql(
        "SELECT id, regulation_id, number, source_text, text, digest, published_at \
         FROM regulation_version WHERE community_id = $1 AND regulation_id = $2 \
         ORDER BY number DESC LIMIT 1",
    )
    .bind(community)
    .bind(regulation)
    .optional(conn)
    .await?)
}

/// Stores a version; it is never changed afterwards.
pub async fn add_version(
    conn: &mut Conn,
    community: CommunityId,
    row: &VersionRow,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO regulation_version (community_id, id, regulation_id, number, source_text, \
         text, digest, published_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(community)
    .bind(row.id)
    .bind(row.regulation)
    .bind(row.number)
    .bind(&row.source_text)
    .bind(&row.text)
    .bind(&row.digest)
    .bind(row.published_at)
    .run(conn)
    .await?;
    Ok(())
}

/// The version a post lives by at an instant.
pub async fn version_in_force(
    conn: &mut Conn,
    community: CommunityId,
    post: &str,
    at: Instant,
) -> Result<Option<AdoptionRow>, AppError> {
    Ok(sql(
        "SELECT post_key, version_id, effective_at FROM regulation_adoption \
         WHERE community_id = $1 AND post_key = $2 AND effective_at <= $3 \
         AND withdrawn_at IS NULL ORDER BY effective_at DESC, adopted_at DESC LIMIT 1",
    )
    .bind(community)
    .bind(post)
    .bind(at)
    .optional(conn)
    .await?)
}

/// All adoptions that stand, by post and time.
pub async fn adoptions(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<AdoptionRow>, AppError> {
    Ok(sql(
        "SELECT post_key, version_id, effective_at FROM regulation_adoption \
         WHERE community_id = $1 AND withdrawn_at IS NULL \
         ORDER BY post_key, effective_at, adopted_at",
    )
    .bind(community)
    .all(conn)
    .await?)
}

/// Lets a post live by a version from an instant on. What was decided earlier for
/// that instant or later, and has not begun, is withdrawn.
pub async fn adopt(
    conn: &mut Conn,
    community: CommunityId,
    version: VersionId,
    adopted: &AdoptedPost,
    now: Instant,
) -> Result<(), AppError> {
    sql(
        "UPDATE regulation_adoption SET withdrawn_at = $1 WHERE community_id = $2 \
         AND post_key = $3 AND effective_at >= $4 AND withdrawn_at IS NULL",
    )
    .bind(now)
    .bind(community)
    .bind(&adopted.post)
    .bind(adopted.effective_at)
    .run(conn)
    .await?;
    sql(
        "INSERT INTO regulation_adoption (community_id, post_key, effective_at, adopted_at, \
         version_id, withdrawn_at) VALUES ($1, $2, $3, $4, $5, NULL) \
         ON CONFLICT (community_id, post_key, effective_at, adopted_at) \
         DO UPDATE SET version_id = excluded.version_id, withdrawn_at = NULL",
    )
    .bind(community)
    .bind(&adopted.post)
    .bind(adopted.effective_at)
    .bind(now)
    .bind(version)
    .run(conn)
    .await?;
    Ok(())
}

/// How far the community's clock is ahead of UTC.
pub async fn utc_offset(conn: &mut Conn, community: CommunityId) -> Result<UtcOffset, AppError> {
    let (minutes,): (i32,) = sql("SELECT utc_offset_minutes AS value FROM community WHERE id = $1")
        .bind(community)
        .one(conn)
        .await?;
    Ok(UtcOffset(minutes))
}
