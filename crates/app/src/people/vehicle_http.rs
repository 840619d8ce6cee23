//! The vehicles of homes over HTTP.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{CommunityId, Date, VehicleId};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{VehicleInput, plate_searched, room_key};

use super::store;
use super::vehicle_actions::{AddVehicle, ChangeVehicle};
use super::views::VehicleView;
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};

/// More cars than this and the plate was not read far enough.
const MOST_VEHICLES: i64 = 20;

/// Which vehicles are looked for; in the body, because a plate leads to a person.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FindVehiclesRequest {
    /// A plate, at least four characters of one, or a home for all of its vehicles.
    pub words: String,
}

/// Vehicles of a home or by plate.
#[utoipa::path(post, path = "/api/c/{community}/vehicles/search",
    operation_id = "find_vehicles", tag = "people", params(("community" = String, Path)),
    request_body = FindVehiclesRequest, responses((status = 200, body = Vec<VehicleView>)))]
pub async fn find_vehicles(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<FindVehiclesRequest>,
) -> Result<Json<Vec<VehicleView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let home = store::room_by_code(&mut reader, community, &room_key(&request.words)).await?;
    let found = match (home, plate_searched(&request.words)) {
        (Some(room), _) => store::vehicles_of_room(&mut reader, community, room.id).await?,
        (None, Some(part)) => {
            store::vehicles_by_plate(&mut reader, community, &part, MOST_VEHICLES).await?
        }
        (None, None) => Vec::new(),
    };
    Ok(Json(found.into_iter().map(VehicleView::from).collect()))
}

/// A new vehicle.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AddVehicleRequest {
    /// The home, however it is written.
    pub room: String,
    /// The vehicle.
    pub vehicle: VehicleInput,
}

/// The id of what was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct VehicleAdded {
    /// The vehicle.
    pub id: VehicleId,
}

/// Registers a vehicle of a home.
#[utoipa::path(post, path = "/api/c/{community}/vehicles", operation_id = "add_vehicle",
    tag = "people", params(("community" = String, Path)), request_body = AddVehicleRequest,
    responses((status = 201, body = VehicleAdded), (status = 422, body = Problem)))]
pub async fn add_vehicle(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AddVehicleRequest>,
) -> Result<(StatusCode, Json<VehicleAdded>), Failure> {
    let action = AddVehicle {
        room_code: room_key(&request.room),
        input: request.vehicle,
    };
    let id = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(VehicleAdded { id })))
}

/// A changed vehicle.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangeVehicleRequest {
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub vehicle: VehicleInput,
    /// When the home gave it up, if it did.
    #[serde(default)]
    pub gone_on: Option<Date>,
}

/// Corrects a vehicle, or strikes it off.
#[utoipa::path(put, path = "/api/c/{community}/vehicles/{vehicle}",
    operation_id = "change_vehicle", tag = "people",
    params(("community" = String, Path), ("vehicle" = String, Path)),
    request_body = ChangeVehicleRequest,
    responses((status = 204), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change_vehicle(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, vehicle)): Path<(CommunityId, VehicleId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ChangeVehicleRequest>,
) -> Result<StatusCode, Failure> {
    let action = ChangeVehicle {
        vehicle,
        version: request.version,
        input: request.vehicle,
        gone_on: request.gone_on,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}
