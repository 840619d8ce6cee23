//! The cells of rosters as stored.

use zhishou_base::{CommunityId, Date, PersonId, RosterId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::roster::{Mark, MarkKind, Part, Placed};

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
    kind: Option<MarkKind>,
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
