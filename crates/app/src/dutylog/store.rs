//! Which entry of the log corrects which.

use zhishou_base::CommunityId;
use zhishou_platform::{Act, Conn, DbError, Record, Row, sql};

/// A correction.
#[derive(Debug, Clone, Copy)]
pub struct Correction {
    /// The entry that was wrong.
    pub corrected: i64,
    /// The entry that says what is right.
    pub by: i64,
}

impl Record for Correction {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            corrected: row.get("corrected_seq")?,
            by: row.get("by_seq")?,
        })
    }
}

/// The corrections whose corrected or correcting entry lies between two positions.
pub async fn corrections_between(
    conn: &mut Conn,
    community: CommunityId,
    first: i64,
    last: i64,
) -> Result<Vec<Correction>, DbError> {
    sql(
        "SELECT corrected_seq, by_seq FROM log_correction WHERE community_id = $1 \
         AND ((corrected_seq >= $2 AND corrected_seq <= $3) OR (by_seq >= $4 AND by_seq <= $5)) \
         ORDER BY corrected_seq",
    )
    .bind(community)
    .bind(first)
    .bind(last)
    .bind(first)
    .bind(last)
    .all(conn)
    .await
}

/// Stores that one entry corrects another.
pub async fn add_correction(act: &mut Act, corrected: i64, by: i64) -> Result<(), DbError> {
    let community = act.community();
    sql("INSERT INTO log_correction (community_id, corrected_seq, by_seq) VALUES ($1, $2, $3)")
        .bind(community)
        .bind(corrected)
        .bind(by)
        .run(act)
        .await?;
    Ok(())
}
