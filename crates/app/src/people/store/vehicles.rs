//! Vehicles, found by plate or by home.

use zhishou_base::{CommunityId, Date, RoomId, VehicleId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::people::{VehicleInput, plate_key};

use super::property::Resident;

/// A vehicle.
#[derive(Debug, Clone)]
pub struct Vehicle {
    /// Which one.
    pub id: VehicleId,
    /// The home it belongs to.
    pub room: RoomId,
    /// How the desk writes the home.
    pub room_code: String,
    /// 车牌号
    pub plate: String,
    /// 车位
    pub space: String,
    /// 备注
    pub note: String,
    /// When it was struck off, if it was.
    pub gone_on: Option<Date>,
    /// For edits by two people.
    pub version: i64,
}

impl Record for Vehicle {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            room: row.get("room_id")?,
            room_code: row.get("room_code")?,
            plate: row.get("plate")?,
            space: row.get("space")?,
            note: row.get("note")?,
            gone_on: row.get("gone_on")?,
            version: row.get("version")?,
        })
    }
}

/// Stores a vehicle.
pub async fn add_vehicle(
    conn: &mut Conn,
    community: CommunityId,
    id: VehicleId,
    room: RoomId,
    input: &VehicleInput,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO vehicle (community_id, id, room_id, plate, space, note, version) \
         VALUES ($1, $2, $3, $4, $5, $6, 1)",
    )
    .bind(community)
    .bind(id)
    .bind(room)
    .bind(plate_key(&input.plate))
    .bind(input.space.trim())
    .bind(input.note.trim())
    .run(conn)
    .await?;
    Ok(())
}

/// Stores a changed vehicle if nobody else changed it; tells whether it did.
pub async fn save_vehicle(
    conn: &mut Conn,
    community: CommunityId,
    id: VehicleId,
    input: &VehicleInput,
    gone_on: Option<Date>,
    version: i64,
) -> Result<bool, AppError> {
    let changed = sql(
        "UPDATE vehicle SET plate = $1, space = $2, note = $3, gone_on = $4, \
         version = version + 1 WHERE community_id = $5 AND id = $6 AND version = $7",
    )
    .bind(plate_key(&input.plate))
    .bind(input.space.trim())
    .bind(input.note.trim())
    .bind(gone_on)
    .bind(community)
    .bind(id)
    .bind(version)
    .run(conn)
    .await?;
    Ok(changed > 0)
}

/// One vehicle.
pub async fn vehicle(
    conn: &mut Conn,
    community: CommunityId,
    id: VehicleId,
) -> Result<Vehicle, AppError> {
    sql(
        "SELECT v.id, v.room_id, r.code AS room_code, v.plate, v.space, v.note, v.gone_on, \
         v.version FROM vehicle v \
         JOIN room r ON r.community_id = v.community_id AND r.id = v.room_id \
         WHERE v.community_id = $1 AND v.id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该车辆" })
}

/// The present vehicles whose plate holds these characters, at most `limit`.
pub async fn vehicles_by_plate(
    conn: &mut Conn,
    community: CommunityId,
    part: &str,
    limit: i64,
) -> Result<Vec<Vehicle>, AppError> {
    Ok(sql(
        "SELECT v.id, v.room_id, r.code AS room_code, v.plate, v.space, v.note, v.gone_on, \
         v.version FROM vehicle v \
         JOIN room r ON r.community_id = v.community_id AND r.id = v.room_id \
         WHERE v.community_id = $1 AND v.gone_on IS NULL AND v.plate LIKE $2 \
         ORDER BY v.plate LIMIT $3",
    )
    .bind(community)
    .bind(format!("%{part}%"))
    .bind(limit)
    .all(conn)
    .await?)
}

/// The present vehicle of a plate.
pub async fn vehicle_by_plate(
    conn: &mut Conn,
    community: CommunityId,
    plate: &str,
) -> Result<Option<Vehicle>, AppError> {
    Ok(sql(
        "SELECT v.id, v.room_id, r.code AS room_code, v.plate, v.space, v.note, v.gone_on, \
         v.version FROM vehicle v \
         JOIN room r ON r.community_id = v.community_id AND r.id = v.room_id \
         WHERE v.community_id = $1 AND v.gone_on IS NULL AND v.plate = $2",
    )
    .bind(community)
    .bind(plate)
    .optional(conn)
    .await?)
}

/// The present vehicles of a home.
pub async fn vehicles_of_room(
    conn: &mut Conn,
    community: CommunityId,
    room: RoomId,
) -> Result<Vec<Vehicle>, AppError> {
    Ok(sql(
        "SELECT v.id, v.room_id, r.code AS room_code, v.plate, v.space, v.note, v.gone_on, \
         v.version FROM vehicle v \
         JOIN room r ON r.community_id = v.community_id AND r.id = v.room_id \
         WHERE v.community_id = $1 AND v.room_id = $2 AND v.gone_on IS NULL ORDER BY v.plate",
    )
    .bind(community)
    .bind(room)
    .all(conn)
    .await?)
}

/// Who lives in a home now, owners first.
pub async fn residents_of_room(
    conn: &mut Conn,
    community: CommunityId,
    room: RoomId,
) -> Result<Vec<Resident>, AppError> {
    Ok(sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
         p.moved_out_on, p.version FROM resident p \
         JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
         WHERE p.community_id = $1 AND p.room_id = $2 AND p.moved_out_on IS NULL \
         ORDER BY CASE p.relation WHEN 'owner' THEN 0 WHEN 'tenant' THEN 1 ELSE 2 END, p.id",
    )
    .bind(community)
    .bind(room)
    .all(conn)
    .await?)
}
