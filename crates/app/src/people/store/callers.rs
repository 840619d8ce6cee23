//! Finding residents by what a person at the desk types.

use zhishou_base::CommunityId;
use zhishou_platform::{AppError, Conn, sql};
use zhishou_rules::people::CallerQuery;

use super::property::Resident;

/// Above every character that a key may hold.
const BEHIND_ALL: char = '\u{10ffff}';

/// The residents that one of the readings finds, at most `limit` for each.
pub async fn residents_by_query(
    conn: &mut Conn,
    community: CommunityId,
    query: &CallerQuery,
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    let mut found = Vec::new();
    if let Some(digits) = &query.phone {
        found.extend(by_phone(conn, community, digits, limit).await?);
    }
    if let Some(room) = &query.room {
        found.extend(by_room(conn, community, room, limit).await?);
    }
    if let Some(name) = &query.name {
        found.extend(by_name(conn, community, name, limit).await?);
    }
    if let Some(letters) = &query.pinyin {
        found.extend(by_letters(conn, community, letters, limit).await?);
    }
    if let Some(plate) = &query.plate {
        found.extend(by_plate(conn, community, plate, limit).await?);
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|resident| seen.insert(resident.id));
    Ok(found)
}

async fn by_phone(
    conn: &mut Conn,
    community: CommunityId,
    digits: &str,
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    // People remember the last digits.
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
            p.moved_out_on, p.version FROM resident p \
            JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
            WHERE p.community_id = $1 AND p.moved_out_on IS NULL \
            AND (p.phone = $2 OR p.phone LIKE $3) ORDER BY r.code, p.id LIMIT $4",
    )
    .bind(community)
    .bind(digits)
    .bind(format!("%{digits}"))
    .bind(limit)
    .all(conn)
    .await?)
}

async fn by_room(
    conn: &mut Conn,
    community: CommunityId,
    room: &str,
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    // The whole key, its beginning, the number on the door alone, or the unit left out.
    let without_unit = match room.split_once('-') {
        Some((building, number)) => format!("{building}-%-{number}"),
        None => format!("%-{room}"),
    };
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
            p.moved_out_on, p.version FROM resident p \
            JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
            WHERE p.community_id = $1 AND p.moved_out_on IS NULL \
            AND ((r.code >= $2 AND r.code < $3) OR r.code LIKE $4 OR r.code LIKE $5) \
            ORDER BY r.code, p.relation, p.id LIMIT $6",
    )
    .bind(community)
    .bind(room)
    .bind(format!("{room}{BEHIND_ALL}"))
    .bind(format!("%-{room}"))
    .bind(without_unit)
    .bind(limit)
    .all(conn)
    .await?)
}

async fn by_name(
    conn: &mut Conn,
    community: CommunityId,
    name: &str,
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    // SUBSTR instead of a range: names sort by the database's own collation.
    let length = i64::try_from(name.chars().count()).unwrap_or(i64::MAX);
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
            p.moved_out_on, p.version FROM resident p \
            JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
            WHERE p.community_id = $1 AND p.moved_out_on IS NULL \
            AND SUBSTR(p.name, 1, CAST($2 AS INTEGER)) = $3 ORDER BY r.code, p.id LIMIT $4",
    )
    .bind(community)
    .bind(length)
    .bind(name)
    .bind(limit)
    .all(conn)
    .await?)
}

async fn by_letters(
    conn: &mut Conn,
    community: CommunityId,
    letters: &str,
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
            p.moved_out_on, p.version FROM resident p \
            JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
            WHERE p.community_id = $1 AND p.moved_out_on IS NULL \
            AND (p.name_keys LIKE $2 OR p.name_keys LIKE $3) ORDER BY r.code, p.id LIMIT $4",
    )
    .bind(community)
    .bind(format!("{letters}%"))
    .bind(format!("% {letters}%"))
    .bind(limit)
    .all(conn)
    .await?)
}

async fn by_plate(
    conn: &mut Conn,
    community: CommunityId,
    plate: &str,
    limit: i64,
) -> Result<Vec<Resident>, AppError> {
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
            p.moved_out_on, p.version FROM resident p \
            JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
            WHERE p.community_id = $1 AND p.moved_out_on IS NULL \
            AND p.room_id IN (SELECT v.room_id FROM vehicle v WHERE v.community_id = $2 \
            AND v.gone_on IS NULL AND v.plate LIKE $3) ORDER BY r.code, p.id LIMIT $4",
    )
    .bind(community)
    .bind(community)
    .bind(format!("%{plate}%"))
    .bind(limit)
    .all(conn)
    .await?)
}
