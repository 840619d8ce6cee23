//! Homes and residents page by page.

use zhishou_base::{CommunityId, ResidentId};
use zhishou_platform::{AppError, Conn, sql};

use super::{Resident, Room};

/// Residents of a page of the list by room, from behind `(room code, id)` on.
///
/// # Errors
/// The database failed.
pub async fn residents_after(
    conn: &mut Conn,
    community: CommunityId,
    after: (&str, ResidentId),
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    let (code, id) = after;
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
         p.moved_out_on, p.version FROM resident p \
         JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
         WHERE p.community_id = $1 AND (r.code > $2 OR (r.code = $3 AND p.id > $4)) \
         ORDER BY r.code, p.id LIMIT $5",
    )
    .bind(community)
    .bind(code)
    .bind(code)
    .bind(id)
    .bind(limit)
    .all(conn)
    .await?)
}

/// Rooms of a page of the list, from behind `code` on, whose code begins so.
///
/// # Errors
/// The database failed.
pub async fn rooms_after(
    conn: &mut Conn,
    community: CommunityId,
    code_prefix: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<Room>, AppError> {
    Ok(sql(
        "SELECT r.id, b.name AS building, r.unit, r.number, r.code FROM room r \
         JOIN building b ON b.community_id = r.community_id AND b.id = r.building_id \
         WHERE r.community_id = $1 AND r.code >= $2 AND r.code < $3 AND r.code > $4 \
         ORDER BY r.code LIMIT $5",
    )
    .bind(community)
    .bind(code_prefix)
    .bind(format!("{code_prefix}\u{10ffff}"))
    .bind(after)
    .bind(limit)
    .all(conn)
    .await?)
}

/// All residents who live there now, by room.
///
/// # Errors
/// The database failed.
pub async fn all_residents(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<Resident>, AppError> {
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
         p.moved_out_on, p.version FROM resident p \
         JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
         WHERE p.community_id = $1 AND p.moved_out_on IS NULL ORDER BY r.code, p.phone, p.id",
    )
    .bind(community)
    .all(conn)
    .await?)
}
