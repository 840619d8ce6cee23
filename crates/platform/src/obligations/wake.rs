//! When the engine must look at a community next.

use zhishou_base::{CommunityId, Instant};

use crate::db::{Conn, DbError, sql};

/// Makes sure the engine looks at the community at `at` or earlier.
pub(crate) async fn bring_wake_forward(
    conn: &mut Conn,
    community: CommunityId,
    at: Instant,
) -> Result<(), DbError> {
    sql(
        "INSERT INTO community_wake (community_id, next_at, lease_until) VALUES ($1, $2, 0) \
         ON CONFLICT (community_id) DO UPDATE SET next_at = \
         CASE WHEN excluded.next_at < community_wake.next_at THEN excluded.next_at \
         ELSE community_wake.next_at END",
    )
    .bind(community)
    .bind(at)
    .run(conn)
    .await?;
    Ok(())
}

/// Sets the next look once everything due was done.
pub(super) async fn set_wake(
    conn: &mut Conn,
    community: CommunityId,
    at: Instant,
) -> Result<(), DbError> {
    sql("UPDATE community_wake SET next_at = $1, lease_until = 0 WHERE community_id = $2")
        .bind(at)
        .bind(community)
        .run(conn)
        .await?;
    Ok(())
}
