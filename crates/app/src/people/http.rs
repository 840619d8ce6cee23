//! Staff, posts, homes and residents over HTTP.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, Date, PersonId, PostId, ResidentId};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{PostInput, ResidentInput, StaffInput, room_key};

use super::actions::{
    AddHomes, AddPost, AddResident, AddStaff, ChangeResident, ChangeStaff, HomeInput, HomesAdded,
};
use super::reveal::{PersonalData, RevealPersonalData};
use super::store;
use super::views::{PostView, ResidentView, RoomView, StaffView};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};

/// The staff of a community, those who have left included.
#[utoipa::path(get, path = "/api/c/{community}/staff", operation_id = "list_staff",
    tag = "people", params(("community" = String, Path)),
    responses((status = 200, body = Vec<StaffView>)))]
pub async fn list_staff(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<StaffView>>, Failure> {
    signed_in.require(community, Verb::ReadPeople)?;
    let mut reader = app.platform().read().await?;
    let staff = store::staff(&mut reader, community).await?;
    Ok(Json(staff.iter().map(StaffView::masked).collect()))
}

/// The id of what was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonAdded {
    /// The person.
    pub id: PersonId,
}

/// Adds a member of staff.
#[utoipa::path(post, path = "/api/c/{community}/staff", operation_id = "add_staff",
    tag = "people", params(("community" = String, Path)), request_body = StaffInput,
    responses((status = 201, body = PersonAdded), (status = 400, body = Problem)))]
pub async fn add_staff(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(input): Body<StaffInput>,
) -> Result<(StatusCode, Json<PersonAdded>), Failure> {
    let id = app
        .perform(&signed_in, community, key, &AddStaff(input))
        .await?;
    Ok((StatusCode::CREATED, Json(PersonAdded { id })))
}

/// A changed member of staff.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangeStaffRequest {
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub staff: StaffInput,
}

/// Changes a member of staff.
#[utoipa::path(put, path = "/api/c/{community}/staff/{person}", operation_id = "change_staff",
    tag = "people", params(("community" = String, Path), ("person" = String, Path)),
    request_body = ChangeStaffRequest,
    responses((status = 204), (status = 400, body = Problem), (status = 409, body = Problem)))]
pub async fn change_staff(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, person)): Path<(CommunityId, PersonId)>,
    Body(request): Body<ChangeStaffRequest>,
) -> Result<StatusCode, Failure> {
    let action = ChangeStaff {
        person,
        version: request.version,
        input: request.staff,
    };
    app.perform(&signed_in, community, None, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The posts of a community.
#[utoipa::path(get, path = "/api/c/{community}/posts", operation_id = "list_posts",
    tag = "people", params(("community" = String, Path)),
    responses((status = 200, body = Vec<PostView>)))]
pub async fn list_posts(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<PostView>>, Failure> {
    signed_in.require(community, Verb::ReadPeople)?;
    let mut reader = app.platform().read().await?;
    let posts = store::posts(&mut reader, community).await?;
    Ok(Json(posts.into_iter().map(PostView::from).collect()))
}

/// The id of what was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostAdded {
    /// The post.
    pub id: PostId,
}

/// Adds a post.
#[utoipa::path(post, path = "/api/c/{community}/posts", operation_id = "add_post",
    tag = "people", params(("community" = String, Path)), request_body = PostInput,
    responses((status = 201, body = PostAdded), (status = 400, body = Problem)))]
pub async fn add_post(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(input): Body<PostInput>,
) -> Result<(StatusCode, Json<PostAdded>), Failure> {
    let id = app
        .perform(&signed_in, community, None, &AddPost(input))
        .await?;
    Ok((StatusCode::CREATED, Json(PostAdded { id })))
}

/// Which homes.
#[derive(Debug, Deserialize, IntoParams)]
pub struct RoomsQuery {
    /// The beginning of the address, however it is written; empty for the first ones.
    #[serde(default)]
    pub q: String,
}

const MOST_ROOMS: i64 = 200;

/// Homes by the beginning of their address.
#[utoipa::path(get, path = "/api/c/{community}/rooms", operation_id = "list_rooms",
    tag = "people", params(("community" = String, Path), RoomsQuery),
    responses((status = 200, body = Vec<RoomView>)))]
pub async fn list_rooms(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<RoomsQuery>,
) -> Result<Json<Vec<RoomView>>, Failure> {
    signed_in.require(community, Verb::ReadPeople)?;
    let mut reader = app.platform().read().await?;
    let rooms = store::rooms(&mut reader, community, &room_key(&query.q), MOST_ROOMS).await?;
    Ok(Json(rooms.into_iter().map(RoomView::from).collect()))
}

/// Adds homes and residents in bulk; homes that are there are left as they are.
#[utoipa::path(post, path = "/api/c/{community}/rooms", operation_id = "add_homes",
    tag = "people", params(("community" = String, Path)), request_body = Vec<HomeInput>,
    responses((status = 200, body = HomesAdded), (status = 400, body = Problem)))]
pub async fn add_homes(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(homes): Body<Vec<HomeInput>>,
) -> Result<Json<HomesAdded>, Failure> {
    Ok(Json(
        app.perform(&signed_in, community, key, &AddHomes(homes))
            .await?,
    ))
}

/// Residents by the beginning of their home's address, masked.
#[utoipa::path(get, path = "/api/c/{community}/residents", operation_id = "list_residents",
    tag = "people", params(("community" = String, Path), RoomsQuery),
    responses((status = 200, body = Vec<ResidentView>)))]
pub async fn list_residents(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<RoomsQuery>,
) -> Result<Json<Vec<ResidentView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let key = room_key(&query.q);
    let residents = store::residents_by_room(&mut reader, community, &key, MOST_ROOMS).await?;
    Ok(Json(residents.iter().map(ResidentView::masked).collect()))
}

/// A new resident.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AddResidentRequest {
    /// The home, however it is written.
    pub room: String,
    /// The resident.
    pub resident: ResidentInput,
}

/// The id of what was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResidentAdded {
    /// The resident.
    pub id: ResidentId,
}

/// Adds a resident to a home.
#[utoipa::path(post, path = "/api/c/{community}/residents", operation_id = "add_resident",
    tag = "people", params(("community" = String, Path)), request_body = AddResidentRequest,
    responses((status = 201, body = ResidentAdded), (status = 404, body = Problem)))]
pub async fn add_resident(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AddResidentRequest>,
) -> Result<(StatusCode, Json<ResidentAdded>), Failure> {
    let action = AddResident {
        room_code: room_key(&request.room),
        input: request.resident,
    };
    let id = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(ResidentAdded { id })))
}

/// A changed resident.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangeResidentRequest {
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub resident: ResidentInput,
    /// When they moved out, if they did.
    #[serde(default)]
    pub moved_out_on: Option<Date>,
}

/// Corrects a resident's card.
#[utoipa::path(put, path = "/api/c/{community}/residents/{resident}",
    operation_id = "change_resident", tag = "people",
    params(("community" = String, Path), ("resident" = String, Path)),
    request_body = ChangeResidentRequest,
    responses((status = 204), (status = 400, body = Problem), (status = 409, body = Problem)))]
pub async fn change_resident(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, resident)): Path<(CommunityId, ResidentId)>,
    Body(request): Body<ChangeResidentRequest>,
) -> Result<StatusCode, Failure> {
    let action = ChangeResident {
        resident,
        version: request.version,
        input: request.resident,
        moved_out_on: request.moved_out_on,
    };
    app.perform(&signed_in, community, None, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Shows personal data in full and records who looked, and why.
#[utoipa::path(post, path = "/api/c/{community}/reveal", operation_id = "reveal_personal_data",
    tag = "people", params(("community" = String, Path)), request_body = RevealPersonalData,
    responses((status = 200, body = PersonalData), (status = 422, body = Problem)))]
pub async fn reveal_personal_data(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(action): Body<RevealPersonalData>,
) -> Result<Json<PersonalData>, Failure> {
    Ok(Json(
        app.perform(&signed_in, community, None, &action).await?,
    ))
}
