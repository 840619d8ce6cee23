//! Registering the vehicles of a home.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{Date, VehicleId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{PeopleRefusal, VehicleInput, check_vehicle, plate_key};

use super::founding::refuse;
use super::store;
use super::views::VehicleView;
use crate::action::Action;

/// Registers a vehicle of a home.
#[derive(Debug, Serialize)]
pub struct AddVehicle {
    /// The home, as the desk writes it.
    pub room_code: String,
    /// The vehicle.
    pub input: VehicleInput,
}

impl Action for AddVehicle {
    type Outcome = VehicleId;
    const NAME: &'static str = "people.add_vehicle";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<VehicleId, AppError> {
        refuse(check_vehicle(&self.input))?;
        let community = act.community();
        let room = store::room_by_code(act, community, &self.room_code)
            .await?
            .ok_or(AppError::NotFound { what: "该房号" })?;
        belongs_to_nobody_else(act, &self.input.plate, None).await?;
        let id: VehicleId = act.new_id();
        store::add_vehicle(act, community, id, room.id, &self.input).await?;
        record(act, "people.vehicle_added", id, &self.input).await?;
        Ok(id)
    }
}

/// Corrects a vehicle, or strikes it off.
#[derive(Debug, Serialize)]
pub struct ChangeVehicle {
    /// Which one.
    pub vehicle: VehicleId,
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub input: VehicleInput,
    /// When the home gave it up, if it did.
    pub gone_on: Option<Date>,
}

impl Action for ChangeVehicle {
    type Outcome = VehicleId;
    const NAME: &'static str = "people.change_vehicle";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<VehicleId, AppError> {
        refuse(check_vehicle(&self.input))?;
        let community = act.community();
        let before = store::vehicle(act, community, self.vehicle).await?;
        if self.gone_on.is_none() {
            belongs_to_nobody_else(act, &self.input.plate, Some(self.vehicle)).await?;
        }
        let (id, version) = (self.vehicle, self.version);
        let saved =
            store::save_vehicle(act, community, id, &self.input, self.gone_on, version).await?;
        if !saved {
            return Err(AppError::stale(&VehicleView::from(before)));
        }
        let verb = if self.gone_on.is_some() {
            "people.vehicle_gone"
        } else {
            "people.vehicle_changed"
        };
        record(act, verb, id, &self.input).await?;
        Ok(id)
    }
}

async fn belongs_to_nobody_else(
    act: &mut Act,
    plate: &str,
    own: Option<VehicleId>,
) -> Result<(), AppError> {
    let community = act.community();
    let key = plate_key(plate);
    let taken = store::vehicle_by_plate(act, community, &key).await?;
    match taken.filter(|other| Some(other.id) != own) {
        None => Ok(()),
        Some(other) => Err(PeopleRefusal::PlateTaken {
            plate: other.plate,
            room: other.room_code,
        }
        .into()),
    }
}

/// A plate leads to a person, so that the ledger keeps it as erasable text.
async fn record(
    act: &mut Act,
    verb: &'static str,
    id: VehicleId,
    input: &VehicleInput,
) -> Result<(), AppError> {
    let plate = act.keep_secret(&plate_key(&input.plate)).await?;
    let entry = Entry::new(verb)
        .subject("vehicle", id.subject())
        .body(&json!({}))
        .secret("plate", &plate);
    act.record(entry).await?;
    Ok(())
}
