//! Changing homes and residents.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use zhishou_base::{ResidentId, RoomId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{
    ResidentInput, RoomAddress, VehicleInput, check_resident, check_vehicle, phone_digits,
    plate_key,
};

use super::founding::refuse;
use super::store;
use super::views::ResidentView;
use crate::action::Action;

/// A home with its residents, as one line of an import.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HomeInput {
    /// 楼栋, such as `3栋`.
    pub building: String,
    /// 单元, such as `2单元`; empty when there is none.
    #[serde(default)]
    pub unit: String,
    /// 房号, such as `1201`.
    pub number: String,
    /// Who lives there.
    #[serde(default)]
    pub residents: Vec<ResidentInput>,
    /// Its vehicles.
    #[serde(default)]
    pub vehicles: Vec<VehicleInput>,
}

/// How much an import added.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, utoipa::ToSchema)]
pub struct HomesAdded {
    /// New homes; those that were there are left as they are.
    pub rooms: u32,
    /// New residents.
    pub residents: u32,
    /// Residents who already stood in that home under the same name and phone.
    pub known_residents: u32,
    /// New vehicles; a plate that is registered already stays where it is.
    pub vehicles: u32,
}

/// Adds homes and residents in bulk: one entry with a digest of the content.
#[derive(Debug, Serialize)]
pub struct AddHomes(pub Vec<HomeInput>);

impl Action for AddHomes {
    type Outcome = HomesAdded;
    const NAME: &'static str = "people.add_homes";
    const VERB: Verb = Verb::EditPeople;

    async fn perform(&self, act: &mut Act) -> Result<HomesAdded, AppError> {
        let mut added = HomesAdded {
            rooms: 0,
            residents: 0,
            known_residents: 0,
            vehicles: 0,
        };
        for (line, home) in self.0.iter().enumerate() {
            let (room, is_new) = find_or_add_room(act, line, home).await?;
            added.rooms += u32::from(is_new);
            for (at, resident) in home.residents.iter().enumerate() {
                refuse(check_resident(resident))
                    .map_err(|error| under(&format!("/{line}/residents/{at}"), error))?;
                let (community, id): (_, ResidentId) = (act.community(), act.new_id());
                // A list that is sent again must not make everybody live there twice.
                if store::lives_there(act, community, room, resident).await? {
                    added.known_residents += 1;
                } else {
                    store::add_resident(act, community, id, room, resident).await?;
                    added.residents += 1;
                }
            }
            added.vehicles += add_vehicles(act, line, room, &home.vehicles).await?;
        }
        let content = serde_json::to_string(&self.0).map_err(AppError::internal)?;
        let digest = HEXLOWER.encode(&Sha256::digest(content.as_bytes()));
        let entry = Entry::new("people.homes_added").body(&json!({
            "rooms": added.rooms, "residents": added.residents,
            "known_residents": added.known_residents, "vehicles": added.vehicles, "sha256": digest,
        }));
        act.record(entry).await?;
        Ok(added)
    }
}

async fn find_or_add_room(
    act: &mut Act,
    line: usize,
    home: &HomeInput,
) -> Result<(RoomId, bool), AppError> {
    let address = RoomAddress {
        building: home.building.trim().to_owned(),
        unit: home.unit.trim().to_owned(),
        room: home.number.trim().to_owned(),
    };
    if address.building.is_empty() || address.room.is_empty() {
        let detail = "楼栋和房号不能为空";
        return Err(AppError::invalid(format!("/{line}/number"), detail));
    }
    let community = act.community();
    if let Some(room) = store::room_by_code(act, community, &address.key()).await? {
        return Ok((room.id, false));
    }
    let building = match store::building_by_name(act, community, &address.building).await? {
        Some(id) => id,
        None => {
            let id = act.new_id();
            store::add_building(act, community, id, &address.building).await?;
            id
        }
    };
    let id = act.new_id();
    store::add_room(act, community, id, building, &address).await?;
    Ok((id, true))
}

/// Adds the vehicles of one line; tells how many are new.
async fn add_vehicles(
    act: &mut Act,
    line: usize,
    room: RoomId,
    vehicles: &[VehicleInput],
) -> Result<u32, AppError> {
    let community = act.community();
    let mut added = 0;
    for (at, vehicle) in vehicles.iter().enumerate() {
        refuse(check_vehicle(vehicle))
            .map_err(|error| under(&format!("/{line}/vehicles/{at}"), error))?;
        let plate = plate_key(&vehicle.plate);
        if store::vehicle_by_plate(act, community, &plate)
            .await?
            .is_none()
        {
            let id = act.new_id();
            store::add_vehicle(act, community, id, room, vehicle).await?;
            added += 1;
        }
    }
    Ok(added)
}

/// The faults of a part of the input, pointing into the whole.
fn under(part: &str, error: AppError) -> AppError {
    let AppError::Invalid(mut fields) = error else {
        return error;
    };
    for field in &mut fields {
        field.pointer = format!("{part}{}", field.pointer);
    }
    AppError::Invalid(fields)
}

/// Adds a resident to a home.
#[derive(Debug, Serialize)]
pub struct AddResident {
    /// The home, as the desk writes it.
    pub room_code: String,
    /// The resident.
    pub input: ResidentInput,
}

impl Action for AddResident {
    type Outcome = ResidentId;
    const NAME: &'static str = "people.add_resident";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<ResidentId, AppError> {
        refuse(check_resident(&self.input))?;
        let community = act.community();
        let room = store::room_by_code(act, community, &self.room_code)
            .await?
            .ok_or(AppError::NotFound { what: "该房号" })?;
        let id: ResidentId = act.new_id();
        store::add_resident(act, community, id, room.id, &self.input).await?;
        record_resident(act, "people.resident_added", id, &self.input).await?;
        Ok(id)
    }
}

/// Corrects a resident's card, from the desk as well (R19.4).
#[derive(Debug, Serialize)]
pub struct ChangeResident {
    /// Who.
    pub resident: ResidentId,
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub input: ResidentInput,
    /// When they moved out, if they did.
    pub moved_out_on: Option<zhishou_base::Date>,
}

impl Action for ChangeResident {
    type Outcome = ResidentId;
    const NAME: &'static str = "people.change_resident";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<ResidentId, AppError> {
        refuse(check_resident(&self.input))?;
        let community = act.community();
        let before = store::resident(act, community, self.resident).await?;
        let (id, version) = (self.resident, self.version);
        let input = self.input.keeping_phone(before.phone.as_deref());
        let saved =
            store::save_resident(act, community, id, &input, self.moved_out_on, version).await?;
        if !saved {
            return Err(AppError::stale(&ResidentView::masked(&before)));
        }
        record_resident(act, "people.resident_changed", id, &input).await?;
        Ok(id)
    }
}

async fn record_resident(
    act: &mut Act,
    verb: &'static str,
    id: ResidentId,
    input: &ResidentInput,
) -> Result<(), AppError> {
    let name = act.keep_secret(&input.name).await?;
    let phone = act
        .keep_secret(&phone_digits(input.phone.as_deref().unwrap_or_default()))
        .await?;
    let entry = Entry::new(verb)
        .subject("resident", id.subject())
        .body(&json!({ "relation": input.relation }))
        .secret("name", &name)
        .secret("phone", &phone);
    act.record(entry).await?;
    Ok(())
}
