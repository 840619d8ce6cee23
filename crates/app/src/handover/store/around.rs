//! What is counted at a post, and what stays to be watched there.

use zhishou_base::{CommunityId, Instant, ItemId, PersonId, PostId, SubjectId};
use zhishou_platform::{Act, AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::handover::StandingLine;

/// Something that is counted at a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostItem {
    /// Which.
    pub id: ItemId,
    /// The post.
    pub post: PostId,
    /// Key in the regulation, or one of its own.
    pub key: String,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
    /// Place in the list.
    pub position: i64,
    /// No longer counted.
    pub retired: bool,
    /// Counts its changes.
    pub version: i64,
}

impl Record for PostItem {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            post: row.get("post_id")?,
            key: row.get("key")?,
            name: row.get("name")?,
            name_en: row.get("name_en")?,
            expected: row.get("expected")?,
            position: row.get("position")?,
            retired: row.get::<Option<Instant>>("retired_at")?.is_some(),
            version: row.get("version")?,
        })
    }
}

/// All items of a post, retired ones too, in the order of the list.
pub async fn items_of(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
) -> Result<Vec<PostItem>, DbError> {
    sql(
        "SELECT id, post_id, key, name, name_en, expected, position, retired_at, version \
         FROM post_item WHERE community_id = $1 AND post_id = $2 ORDER BY position, id",
    )
    .bind(community)
    .bind(post)
    .all(conn)
    .await
}

/// Stores a new item.
pub async fn add_item(act: &mut Act, item: &PostItem) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "INSERT INTO post_item (community_id, id, post_id, key, name, name_en, expected, \
         position, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
    )
    .bind(community)
    .bind(item.id)
    .bind(item.post)
    .bind(&item.key)
    .bind(&item.name)
    .bind(&item.name_en)
    .bind(item.expected)
    .bind(item.position)
    .run(act)
    .await?;
    Ok(())
}

/// Stores a changed item.
pub async fn save_item(act: &mut Act, item: &PostItem) -> Result<(), DbError> {
    let (community, now) = (act.community(), act.now());
    sql(
        "UPDATE post_item SET name = $1, name_en = $2, expected = $3, position = $4, \
         retired_at = $5, version = version + 1 WHERE community_id = $6 AND id = $7",
    )
    .bind(&item.name)
    .bind(&item.name_en)
    .bind(item.expected)
    .bind(item.position)
    .bind(item.retired.then_some(now))
    .bind(community)
    .bind(item.id)
    .run(act)
    .await?;
    Ok(())
}

/// A standing condition with its end.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The condition.
    pub line: StandingLine,
    /// The post.
    pub post: PostId,
    /// Who set it.
    pub set_by: PersonId,
    /// When it was lifted, if it was.
    pub lifted_at: Option<Instant>,
    /// By whom.
    pub lifted_by: Option<PersonId>,
    /// Why.
    pub lift_reason: Option<String>,
}

impl Record for Condition {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            line: StandingLine {
                id: row.get("id")?,
                text: row.get("text")?,
                since_at: row.get("since_at")?,
            },
            post: row.get("post_id")?,
            set_by: row.get("set_by")?,
            lifted_at: row.get("lifted_at")?,
            lifted_by: row.get("lifted_by")?,
            lift_reason: row.get("lift_reason")?,
        })
    }
}

/// The conditions of a post, those in force first, at most a hundred.
pub async fn conditions_of(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
) -> Result<Vec<Condition>, DbError> {
    sql(
        "SELECT id, post_id, text, since_at, set_by, lifted_at, lifted_by, lift_reason \
         FROM standing_condition WHERE community_id = $1 AND post_id = $2 \
         ORDER BY CASE WHEN lifted_at IS NULL THEN 0 ELSE 1 END, since_at DESC, id LIMIT 100",
    )
    .bind(community)
    .bind(post)
    .all(conn)
    .await
}

/// The conditions in force at a post, oldest first.
pub async fn standing_of(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
) -> Result<Vec<StandingLine>, DbError> {
    let rows: Vec<Condition> = sql(
        "SELECT id, post_id, text, since_at, set_by, lifted_at, lifted_by, lift_reason \
         FROM standing_condition WHERE community_id = $1 AND post_id = $2 \
         AND lifted_at IS NULL ORDER BY since_at, id",
    )
    .bind(community)
    .bind(post)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| row.line).collect())
}

/// The post of a condition in force.
pub async fn condition_post(
    conn: &mut Conn,
    community: CommunityId,
    id: SubjectId,
) -> Result<PostId, AppError> {
    let row: Option<(PostId,)> = sql("SELECT post_id AS value FROM standing_condition \
         WHERE community_id = $1 AND id = $2 AND lifted_at IS NULL")
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?;
    row.map(|(post,)| post).ok_or(AppError::NotFound {
        what: "该持续关注事项",
    })
}

/// Sets a condition.
pub async fn add_condition(
    act: &mut Act,
    line: &StandingLine,
    post: PostId,
    by: PersonId,
) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "INSERT INTO standing_condition (community_id, id, post_id, text, since_at, set_by) \
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(community)
    .bind(line.id)
    .bind(post)
    .bind(&line.text)
    .bind(line.since_at)
    .bind(by)
    .run(act)
    .await?;
    Ok(())
}

/// Lifts a condition.
pub async fn lift_condition(
    act: &mut Act,
    id: SubjectId,
    by: PersonId,
    reason: &str,
) -> Result<(), DbError> {
    let (community, now) = (act.community(), act.now());
    sql(
        "UPDATE standing_condition SET lifted_at = $1, lifted_by = $2, lift_reason = $3 \
         WHERE community_id = $4 AND id = $5 AND lifted_at IS NULL",
    )
    .bind(now)
    .bind(by)
    .bind(reason)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    Ok(())
}
