//! People and property as the screen sees them: masked.

use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::{BuildingId, Date, PersonId, PostId, ResidentId, RoomId, VehicleId};
use zhishou_rules::access::Role;
use zhishou_rules::people::{PostKind, Relation, mask_name, mask_phone, room_key};

use super::store::{Building, Person, Post, Resident, Room, Vehicle};

/// A member of staff; the phone number is masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StaffView {
    /// Who.
    pub id: PersonId,
    /// 姓名; colleagues see each other's names.
    pub name: String,
    /// Masked phone number.
    pub phone_masked: Option<String>,
    /// 部门
    pub department: String,
    /// 入职日期
    pub joined_on: Date,
    /// 离职日期
    pub left_on: Option<Date>,
    /// Roles in the community.
    pub roles: Vec<Role>,
    /// 技能与证书
    pub skills: Vec<String>,
    /// Whether an identity number is stored.
    pub has_identity_number: bool,
    /// Send it back with a change.
    pub version: i64,
}

impl StaffView {
    /// The view of a member of staff.
    pub fn masked(person: &Person) -> Self {
        Self {
            id: person.id,
            name: person.name.clone(),
            phone_masked: person.phone.as_deref().map(mask_phone),
            department: person.department.clone(),
            joined_on: person.employment.joined_on,
            left_on: person.employment.left_on,
            roles: person.roles.clone(),
            skills: person.skills.clone(),
            has_identity_number: person.has_identity_number,
            version: person.version,
        }
    }
}

/// A post.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PostView {
    /// Which one.
    pub id: PostId,
    /// The word that regulations use for it.
    pub key: String,
    /// 岗位名称
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// What kind of place it is.
    pub kind: PostKind,
    /// 值班电话
    pub phone: String,
    /// Send it back with a change.
    pub version: i64,
}

impl From<Post> for PostView {
    fn from(post: Post) -> Self {
        Self {
            id: post.id,
            key: post.key,
            name: post.name,
            name_en: post.name_en,
            kind: post.kind,
            phone: post.phone,
            version: post.version,
        }
    }
}

/// A building.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BuildingView {
    /// Which one.
    pub id: BuildingId,
    /// 楼栋
    pub name: String,
    /// How the codes of its homes begin: `3` for 3-1-1201.
    pub code: String,
    /// How many homes it has.
    pub homes: i64,
}

impl From<Building> for BuildingView {
    fn from(building: Building) -> Self {
        Self {
            id: building.id,
            code: room_key(&building.name),
            name: building.name,
            homes: building.homes,
        }
    }
}

/// A home.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoomView {
    /// Which one.
    pub id: RoomId,
    /// 楼栋
    pub building: String,
    /// 单元
    pub unit: String,
    /// 房号
    pub number: String,
    /// As the desk writes it.
    pub code: String,
}

impl From<Room> for RoomView {
    fn from(room: Room) -> Self {
        Self {
            id: room.id,
            building: room.building,
            unit: room.unit,
            number: room.number,
            code: room.code,
        }
    }
}

/// A resident; name and phone number are masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResidentView {
    /// Who.
    pub id: ResidentId,
    /// The home.
    pub room_id: RoomId,
    /// How the desk writes the home.
    pub room_code: String,
    /// Masked name.
    pub name_masked: String,
    /// Masked phone number.
    pub phone_masked: Option<String>,
    /// 业主, 租户 or 使用人.
    pub relation: Relation,
    /// 备注
    pub note: String,
    /// When they moved out, if they did.
    pub moved_out_on: Option<Date>,
    /// Send it back with a change.
    pub version: i64,
}

impl ResidentView {
    /// The view of a resident.
    pub fn masked(resident: &Resident) -> Self {
        Self {
            id: resident.id,
            room_id: resident.room,
            room_code: resident.room_code.clone(),
            name_masked: mask_name(&resident.name),
            phone_masked: resident.phone.as_deref().map(mask_phone),
            relation: resident.relation,
            note: resident.note.clone(),
            moved_out_on: resident.moved_out_on,
            version: resident.version,
        }
    }
}

/// A vehicle. Its plate is read off the street, so that it is not masked; whose it is stays so.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VehicleView {
    /// Which one.
    pub id: VehicleId,
    /// The home it belongs to.
    pub room_id: RoomId,
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
    /// Send it back with a change.
    pub version: i64,
}

impl From<Vehicle> for VehicleView {
    fn from(vehicle: Vehicle) -> Self {
        Self {
            id: vehicle.id,
            room_id: vehicle.room,
            room_code: vehicle.room_code,
            plate: vehicle.plate,
            space: vehicle.space,
            note: vehicle.note,
            gone_on: vehicle.gone_on,
            version: vehicle.version,
        }
    }
}
