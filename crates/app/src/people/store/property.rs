//! Buildings, rooms and residents.

use zhishou_base::{BuildingId, CommunityId, Date, ResidentId, RoomId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::people::{Relation, ResidentInput, RoomAddress, phone_digits, pinyin_key};

/// A home.
#[derive(Debug, Clone)]
pub struct Room {
    /// Which one.
    pub id: RoomId,
    /// 楼栋
    pub building: String,
    /// 单元
    pub unit: String,
    /// 房号
    pub number: String,
    /// As the desk writes it, such as 3-2-1201.
    pub code: String,
}

/// A resident.
#[derive(Debug, Clone)]
pub struct Resident {
    /// Who.
    pub id: ResidentId,
    /// The home.
    pub room: RoomId,
    /// How the desk writes the home.
    pub room_code: String,
    /// 姓名
    pub name: String,
    /// Digits of the phone number.
    pub phone: Option<String>,
    /// 业主, 租户 or 使用人.
    pub relation: Relation,
    /// 备注
    pub note: String,
    /// When they moved out, if they did.
    pub moved_out_on: Option<Date>,
    /// For edits by two people.
    pub version: i64,
}

impl Record for Room {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            building: row.get("building")?,
            unit: row.get("unit")?,
            number: row.get("number")?,
            code: row.get("code")?,
        })
    }
}

impl Record for Resident {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            room: row.get("room_id")?,
            room_code: row.get("room_code")?,
            name: row.get("name")?,
            phone: row.get("phone")?,
            relation: row.parse("relation")?,
            note: row.get("note")?,
            moved_out_on: row.get("moved_out_on")?,
            version: row.get("version")?,
        })
    }
}

/// The room of a code.
pub async fn room_by_code(
    conn: &mut Conn,
    community: CommunityId,
    code: &str,
) -> Result<Option<Room>, AppError> {
    Ok(sql(
        "SELECT r.id, b.name AS building, r.unit, r.number, r.code FROM room r \
            JOIN building b ON b.community_id = r.community_id AND b.id = r.building_id \
            WHERE r.community_id = $1 AND r.code = $2",
    )
    .bind(community)
    .bind(code)
    .optional(conn)
    .await?)
}

/// One room.
pub async fn room(conn: &mut Conn, community: CommunityId, id: RoomId) -> Result<Room, AppError> {
    sql(
        "SELECT r.id, b.name AS building, r.unit, r.number, r.code FROM room r \
         JOIN building b ON b.community_id = r.community_id AND b.id = r.building_id \
         WHERE r.community_id = $1 AND r.id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该房屋" })
}

/// The building of a name, if it is there.
pub async fn building_by_name(
    conn: &mut Conn,
    community: CommunityId,
    name: &str,
) -> Result<Option<BuildingId>, AppError> {
    let row: Option<(BuildingId,)> =
        sql("SELECT id AS value FROM building WHERE community_id = $1 AND name = $2")
            .bind(community)
            .bind(name)
            .optional(conn)
            .await?;
    Ok(row.map(|(id,)| id))
}

/// Stores a building.
pub async fn add_building(
    conn: &mut Conn,
    community: CommunityId,
    id: BuildingId,
    name: &str,
) -> Result<(), AppError> {
    sql("INSERT INTO building (community_id, id, name) VALUES ($1, $2, $3)")
        .bind(community)
        .bind(id)
        .bind(name)
        .run(conn)
        .await?;
    Ok(())
}

/// Stores a room.
pub async fn add_room(
    conn: &mut Conn,
    community: CommunityId,
    id: RoomId,
    building: BuildingId,
    address: &RoomAddress,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO room (community_id, id, building_id, unit, number, code) \
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(community)
    .bind(id)
    .bind(building)
    .bind(&address.unit)
    .bind(&address.room)
    .bind(address.key())
    .run(conn)
    .await?;
    Ok(())
}

/// Whether the home has a present resident of this name and phone.
pub async fn lives_there(
    conn: &mut Conn,
    community: CommunityId,
    room: RoomId,
    input: &ResidentInput,
) -> Result<bool, AppError> {
    let known: Option<(ResidentId,)> = sql(
        "SELECT id AS value FROM resident WHERE community_id = $1 AND room_id = $2 \
         AND name = $3 AND COALESCE(phone, '') = $4 AND moved_out_on IS NULL ORDER BY id LIMIT 1",
    )
    .bind(community)
    .bind(room)
    .bind(input.name.trim())
    .bind(phone_digits(input.phone.as_deref().unwrap_or_default()))
    .optional(conn)
    .await?;
    Ok(known.is_some())
}

/// Stores a resident.
pub async fn add_resident(
    conn: &mut Conn,
    community: CommunityId,
    id: ResidentId,
    room: RoomId,
    input: &ResidentInput,
) -> Result<(), AppError> {
    let keys = pinyin_key(&input.name);
    sql(
        "INSERT INTO resident (community_id, id, room_id, name, name_keys, phone, relation, \
         note, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
    )
    .bind(community)
    .bind(id)
    .bind(room)
    .bind(input.name.trim())
    .bind(format!("{} {}", keys.full, keys.initials))
    .bind(
        Some(phone_digits(input.phone.as_deref().unwrap_or_default()))
            .filter(|phone| !phone.is_empty()),
    )
    .bind(input.relation.as_str())
    .bind(input.note.trim())
    .run(conn)
    .await?;
    Ok(())
}

/// Stores a changed resident if nobody else changed it; tells whether it did.
pub async fn save_resident(
    conn: &mut Conn,
    community: CommunityId,
    id: ResidentId,
    input: &ResidentInput,
    moved_out_on: Option<Date>,
    version: i64,
) -> Result<bool, AppError> {
    let keys = pinyin_key(&input.name);
    let changed = sql(
        "UPDATE resident SET name = $1, name_keys = $2, phone = $3, relation = $4, \
         note = $5, moved_out_on = $6, version = version + 1 \
         WHERE community_id = $7 AND id = $8 AND version = $9",
    )
    .bind(input.name.trim())
    .bind(format!("{} {}", keys.full, keys.initials))
    .bind(
        Some(phone_digits(input.phone.as_deref().unwrap_or_default()))
            .filter(|phone| !phone.is_empty()),
    )
    .bind(input.relation.as_str())
    .bind(input.note.trim())
    .bind(moved_out_on)
    .bind(community)
    .bind(id)
    .bind(version)
    .run(conn)
    .await?;
    Ok(changed > 0)
}

/// One resident.
pub async fn resident(
    conn: &mut Conn,
    community: CommunityId,
    id: ResidentId,
) -> Result<Resident, AppError> {
    sql(
        "SELECT p.id, p.room_id, r.code AS room_code, p.name, p.phone, p.relation, p.note, \
         p.moved_out_on, p.version FROM resident p \
         JOIN room r ON r.community_id = p.community_id AND r.id = p.room_id \
         WHERE p.community_id = $1 AND p.id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该住户" })
}
