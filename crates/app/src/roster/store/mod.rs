//! Rosters as stored.

use zhishou_base::{CommunityId, Date, Instant, PersonId, PostId, RosterId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::roster::{Month, Part, RosterState};

mod cells;

pub use cells::*;

/// A roster without its cells.
#[derive(Debug, Clone)]
pub struct RosterRow {
    /// Which one.
    pub id: RosterId,
    /// Its post.
    pub post: PostId,
    /// Its month.
    pub month: Month,
    /// Draft or published.
    pub state: RosterState,
    /// For edits by two people.
    pub version: i64,
    /// When it was published.
    pub published_at: Option<Instant>,
}

/// One person on one shift of a published roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assigned {
    /// Who.
    pub person: PersonId,
    /// Responsible or second.
    pub part: Part,
}

/// A shift that a published roster gives to somebody.
#[derive(Debug, Clone)]
pub struct OwnShift {
    /// The post.
    pub post: PostId,
    /// Date on which it begins.
    pub date: Date,
    /// Shift key.
    pub shift: String,
    /// Responsible or second.
    pub part: Part,
}

impl Record for RosterRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            post: row.get("post_id")?,
            month: row.parse("month")?,
            state: row.parse("state")?,
            version: row.get("version")?,
            published_at: row.get("published_at")?,
        })
    }
}

impl Record for Assigned {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            person: row.get("person_id")?,
            part: row.parse("part")?,
        })
    }
}

impl Record for OwnShift {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            date: row.get("date")?,
            shift: row.get("shift_key")?,
            part: row.parse("part")?,
        })
    }
}

/// The rosters of a month.
pub async fn rosters_of_month(
    conn: &mut Conn,
    community: CommunityId,
    month: Month,
) -> Result<Vec<RosterRow>, AppError> {
    Ok(sql(
        "SELECT id, post_id, month, state, version, published_at FROM roster \
            WHERE community_id = $1 AND month = $2 ORDER BY id",
    )
    .bind(community)
    .bind(month.to_string())
    .all(conn)
    .await?)
}

/// One roster.
pub async fn roster(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
) -> Result<RosterRow, AppError> {
    sql(
        "SELECT id, post_id, month, state, version, published_at FROM roster \
         WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound {
        what: "该排班表"
    })
}

/// The roster of a post and month, if there is one.
pub async fn roster_of(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    month: Month,
) -> Result<Option<RosterRow>, AppError> {
    Ok(sql(
        "SELECT id, post_id, month, state, version, published_at FROM roster \
            WHERE community_id = $1 AND post_id = $2 AND month = $3",
    )
    .bind(community)
    .bind(post)
    .bind(month.to_string())
    .optional(conn)
    .await?)
}

/// Stores a new, empty draft.
pub async fn add_roster(
    conn: &mut Conn,
    community: CommunityId,
    row: &RosterRow,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO roster (community_id, id, post_id, month, state, version) \
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(community)
    .bind(row.id)
    .bind(row.post)
    .bind(row.month.to_string())
    .bind(row.state.as_str())
    .bind(row.version)
    .run(conn)
    .await?;
    Ok(())
}

/// Takes the next version of a roster if nobody else changed it; tells whether it did.
pub async fn advance(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
    version: i64,
) -> Result<bool, AppError> {
    let changed = sql("UPDATE roster SET version = version + 1 \
         WHERE community_id = $1 AND id = $2 AND version = $3")
    .bind(community)
    .bind(id)
    .bind(version)
    .run(conn)
    .await?;
    Ok(changed > 0)
}

/// Marks a roster as published.
pub async fn set_published(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
    at: Instant,
    by: Option<PersonId>,
) -> Result<(), AppError> {
    sql(
        "UPDATE roster SET state = $1, published_at = $2, published_by = $3 \
         WHERE community_id = $4 AND id = $5",
    )
    .bind(RosterState::Published.as_str())
    .bind(at)
    .bind(by)
    .bind(community)
    .bind(id)
    .run(conn)
    .await?;
    Ok(())
}

/// Who a published roster puts on a shift, the responsible one first.
pub async fn assigned(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    shift: &str,
    date: Date,
) -> Result<Vec<Assigned>, AppError> {
    Ok(sql("SELECT a.person_id, a.part FROM roster_assignment a \
            JOIN roster r ON r.community_id = a.community_id AND r.id = a.roster_id \
            WHERE a.community_id = $1 AND r.post_id = $2 AND r.state = 'published' \
            AND a.date = $3 AND a.shift_key = $4 ORDER BY a.part, a.person_id")
    .bind(community)
    .bind(post)
    .bind(date)
    .bind(shift)
    .all(conn)
    .await?)
}

/// The shifts that published rosters give to a person from a date on.
pub async fn shifts_of_person(
    conn: &mut Conn,
    community: CommunityId,
    person: PersonId,
    from: Date,
    limit: i64,
) -> Result<Vec<OwnShift>, AppError> {
    Ok(sql(
        "SELECT r.post_id, a.date, a.shift_key, a.part FROM roster_assignment a \
            JOIN roster r ON r.community_id = a.community_id AND r.id = a.roster_id \
            WHERE a.community_id = $1 AND a.person_id = $2 AND a.date >= $3 \
            AND r.state = 'published' ORDER BY a.date, a.shift_key, r.post_id LIMIT $4",
    )
    .bind(community)
    .bind(person)
    .bind(from)
    .bind(limit)
    .all(conn)
    .await?)
}
