//! The open matters of a post: what the next shift has to know about.

use zhishou_base::{CommunityId, Instant, PostId, SubjectId};
use zhishou_platform::{Act, AppError, Conn};
use zhishou_rules::handover::{Handover, OpenLine, carried_notes};

use super::store;

/// The open orders of a post, and the notes that its last handover carried on.
pub async fn open_lines(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    now: Instant,
) -> Result<Vec<OpenLine>, AppError> {
    let mut lines = open_orders(conn, community, post, now).await?;
    if let Some(last) = store::last_passed(conn, community, post).await? {
        lines.extend(carried_notes(&last.handover));
    }
    Ok(lines)
}

/// Subject and status of the open orders now, to be compared with a snapshot.
pub async fn open_now(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    now: Instant,
) -> Result<Vec<(SubjectId, String)>, AppError> {
    let lines = open_orders(conn, community, post, now).await?;
    Ok(lines
        .into_iter()
        .map(|line| (line.subject, line.status))
        .collect())
}

/// Orders and deferred matters of the desk.
async fn open_orders(
    _conn: &mut Conn,
    _community: CommunityId,
    _post: PostId,
    _now: Instant,
) -> Result<Vec<OpenLine>, AppError> {
    Ok(Vec::new())
}

/// What was decided about open lines takes effect with the signatures.
pub async fn settle_lines(_act: &mut Act, _handover: &Handover) -> Result<(), AppError> {
    Ok(())
}
