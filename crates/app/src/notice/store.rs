//! Notices as stored.

use zhishou_base::{CommunityId, Instant, NoticeId, PersonId};
use zhishou_platform::{Act, AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::notice::{NoticeInput, NoticeState};
use zhishou_rules::privacy::ERASED;

/// A notice.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Which one.
    pub id: NoticeId,
    /// What it is about.
    pub title: String,
    /// What the desk has to know.
    pub text: String,
    /// From when it counts.
    pub from_at: Instant,
    /// Until when, exclusive.
    pub until_at: Instant,
    /// Who wrote it.
    pub written_by: PersonId,
    /// When.
    pub written_at: Instant,
    /// When it was withdrawn, if it was.
    pub withdrawn_at: Option<Instant>,
    /// For edits by two people.
    pub version: i64,
}

impl Notice {
    /// What decides where it stands.
    pub fn state(&self) -> NoticeState {
        NoticeState {
            from_at: self.from_at,
            until_at: self.until_at,
            withdrawn: self.withdrawn_at.is_some(),
        }
    }
}

impl Record for Notice {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            title: row.get("title")?,
            text: row.get("text")?,
            from_at: row.get("from_at")?,
            until_at: row.get("until_at")?,
            written_by: row.get("written_by")?,
            written_at: row.get("written_at")?,
            withdrawn_at: row.get("withdrawn_at")?,
            version: row.get("version")?,
        })
    }
}

/// Stores a new notice.
pub async fn add(act: &mut Act, notice: &Notice) -> Result<(), AppError> {
    let community = act.community();
    sql(
        "INSERT INTO notice (community_id, id, title, text, from_at, until_at, written_by, \
         written_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
    )
    .bind(community)
    .bind(notice.id)
    .bind(&notice.title)
    .bind(&notice.text)
    .bind(notice.from_at)
    .bind(notice.until_at)
    .bind(notice.written_by)
    .bind(notice.written_at)
    .run(act)
    .await?;
    Ok(())
}

/// One notice.
pub async fn notice(
    conn: &mut Conn,
    community: CommunityId,
    id: NoticeId,
) -> Result<Notice, AppError> {
    sql(
        "SELECT id, title, text, from_at, until_at, written_by, written_at, withdrawn_at, \
         version FROM notice WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该须知" })
}

/// The notices that ended no earlier than `since`, the next to end first.
pub async fn notices_since(
    conn: &mut Conn,
    community: CommunityId,
    since: Instant,
) -> Result<Vec<Notice>, AppError> {
    Ok(sql(
        "SELECT id, title, text, from_at, until_at, written_by, written_at, withdrawn_at, \
         version FROM notice WHERE community_id = $1 AND until_at > $2 \
         ORDER BY until_at, id",
    )
    .bind(community)
    .bind(since)
    .all(conn)
    .await?)
}

/// Stores a changed notice if nobody else changed it; tells whether it did.
pub async fn save(
    act: &mut Act,
    id: NoticeId,
    input: &NoticeInput,
    version: i64,
) -> Result<bool, AppError> {
    let community = act.community();
    let changed = sql(
        "UPDATE notice SET title = $1, text = $2, from_at = $3, until_at = $4, \
         version = version + 1 WHERE community_id = $5 AND id = $6 AND version = $7",
    )
    .bind(input.title.trim())
    .bind(input.text.trim())
    .bind(input.from_at)
    .bind(input.until_at)
    .bind(community)
    .bind(id)
    .bind(version)
    .run(act)
    .await?;
    Ok(changed > 0)
}

/// Takes a notice back.
pub async fn set_withdrawn(act: &mut Act, id: NoticeId) -> Result<(), AppError> {
    let (community, now) = (act.community(), act.now());
    sql(
        "UPDATE notice SET withdrawn_at = $1, version = version + 1 \
         WHERE community_id = $2 AND id = $3",
    )
    .bind(now)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    Ok(())
}

/// Empties a notice that named somebody: its times and who wrote it stay.
///
/// # Errors
/// There is no such notice, or the database failed.
pub async fn forget_notice(act: &mut Act, id: NoticeId) -> Result<(), AppError> {
    let community = act.community();
    notice(act, community, id).await?;
    sql(
        "UPDATE notice SET title = $1, text = $2, version = version + 1 \
         WHERE community_id = $3 AND id = $4",
    )
    .bind(ERASED)
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    Ok(())
}
