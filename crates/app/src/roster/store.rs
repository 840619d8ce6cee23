//! Rosters as stored.

use zhishou_base::{CommunityId, Date, Instant, PersonId, PostId, RosterId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::roster::{Mark, Month, Part, Placed, RosterState};

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

struct Cell {
    post_key: String,
    date: Date,
    shift: String,
    person: PersonId,
    part: Part,
}

impl Record for Cell {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post_key: row.get("post_key")?,
            date: row.get("date")?,
            shift: row.get("shift_key")?,
            person: row.get("person_id")?,
            part: row.parse("part")?,
        })
    }
}

impl From<Cell> for Placed {
    fn from(cell: Cell) -> Self {
        Self {
            date: cell.date,
            post: cell.post_key,
            shift: cell.shift,
            part: cell.part,
            person: cell.person,
        }
    }
}

struct MarkRow(Mark);

impl Record for MarkRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(Mark {
            date: row.get("date")?,
            person: row.get("person_id")?,
            kind: row.parse("kind")?,
        }))
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

/// The cells with shifts.
pub async fn cells(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
) -> Result<Vec<Placed>, AppError> {
    let cells: Vec<Cell> = sql(
        "SELECT p.key AS post_key, a.date, a.shift_key, a.person_id, \
         a.part FROM roster_assignment a \
         JOIN roster r ON r.community_id = a.community_id AND r.id = a.roster_id \
         JOIN post p ON p.community_id = r.community_id AND p.id = r.post_id \
         WHERE a.community_id = $1 AND a.roster_id = $2 \
         ORDER BY a.date, a.shift_key, a.part, a.person_id",
    )
    .bind(community)
    .bind(id)
    .all(conn)
    .await?;
    Ok(cells.into_iter().map(Placed::from).collect())
}

/// Shifts of people on other rosters between two dates, ends included.
pub async fn cells_elsewhere(
    conn: &mut Conn,
    community: CommunityId,
    not: RosterId,
    from: Date,
    to: Date,
) -> Result<Vec<Placed>, AppError> {
    let cells: Vec<Cell> = sql(
        "SELECT p.key AS post_key, a.date, a.shift_key, a.person_id, \
         a.part FROM roster_assignment a \
         JOIN roster r ON r.community_id = a.community_id AND r.id = a.roster_id \
         JOIN post p ON p.community_id = r.community_id AND p.id = r.post_id \
         WHERE a.community_id = $1 AND a.roster_id <> $2 AND a.date >= $3 AND a.date <= $4 \
         ORDER BY a.date, a.shift_key, a.part, a.person_id",
    )
    .bind(community)
    .bind(not)
    .bind(from)
    .bind(to)
    .all(conn)
    .await?;
    Ok(cells.into_iter().map(Placed::from).collect())
}

/// The cells marked as rest or leave.
pub async fn marks(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
) -> Result<Vec<Mark>, AppError> {
    let rows: Vec<MarkRow> = sql("SELECT date, person_id, kind FROM roster_mark \
         WHERE community_id = $1 AND roster_id = $2 ORDER BY date, person_id")
    .bind(community)
    .bind(id)
    .all(conn)
    .await?;
    Ok(rows.into_iter().map(|MarkRow(mark)| mark).collect())
}

/// Replaces all cells with shifts.
pub async fn replace_cells(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
    cells: &[Placed],
) -> Result<(), AppError> {
    sql("DELETE FROM roster_assignment WHERE community_id = $1 AND roster_id = $2")
        .bind(community)
        .bind(id)
        .run(conn)
        .await?;
    for cell in cells {
        add_cell(conn, community, id, cell).await?;
    }
    Ok(())
}

/// Stores one person on one shift.
pub async fn add_cell(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
    cell: &Placed,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO roster_assignment (community_id, roster_id, date, shift_key, person_id, \
         part) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(community)
    .bind(id)
    .bind(cell.date)
    .bind(&cell.shift)
    .bind(cell.person)
    .bind(cell.part.as_str())
    .run(conn)
    .await?;
    Ok(())
}

/// Sets or clears the mark of a cell.
pub async fn set_mark(
    conn: &mut Conn,
    community: CommunityId,
    id: RosterId,
    (person, date): (PersonId, Date),
    kind: Option<zhishou_rules::roster::MarkKind>,
) -> Result<(), AppError> {
    sql(
        "DELETE FROM roster_mark WHERE community_id = $1 AND roster_id = $2 AND date = $3 \
         AND person_id = $4",
    )
    .bind(community)
    .bind(id)
    .bind(date)
    .bind(person)
    .run(conn)
    .await?;
    if let Some(kind) = kind {
        sql(
            "INSERT INTO roster_mark (community_id, roster_id, date, person_id, kind) \
             VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(community)
        .bind(id)
        .bind(date)
        .bind(person)
        .bind(kind.as_str())
        .run(conn)
        .await?;
    }
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
