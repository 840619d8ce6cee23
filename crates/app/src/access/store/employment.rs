//! Whether a person still works in a community.

use zhishou_base::{CommunityId, Date, Instant, PersonId, UtcOffset};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};

struct LastDay {
    left_on: Option<Date>,
    offset: UtcOffset,
}

impl Record for LastDay {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            left_on: row.get("left_on")?,
            offset: UtcOffset(row.get("utc_offset_minutes")?),
        })
    }
}

/// Whether a person's last day of work is over.
pub async fn has_left(
    conn: &mut Conn,
    community: CommunityId,
    person: PersonId,
    now: Instant,
) -> Result<bool, AppError> {
    let found: Option<LastDay> = sql("SELECT p.left_on, c.utc_offset_minutes FROM person p \
         JOIN community c ON c.id = p.community_id WHERE p.community_id = $1 AND p.id = $2")
    .bind(community)
    .bind(person)
    .optional(conn)
    .await?;
    Ok(found.is_some_and(|last| {
        let today = last.offset.date_of(now);
        last.left_on.is_some_and(|left_on| left_on < today)
    }))
}
