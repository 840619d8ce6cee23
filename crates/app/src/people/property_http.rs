//! Homes and residents over HTTP.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, Date, ResidentId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;
use zhishou_rules::people::{ResidentInput, room_key};

use super::callers::find_callers;
use super::property_actions::{AddHomes, AddResident, ChangeResident, HomeInput, HomesAdded};
use super::reveal::{PersonalData, RevealPersonalData};
use super::store;
use super::views::{BuildingView, ResidentView, RoomView};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::lists::{MOST_ROWS, Page};

/// Which homes.
#[derive(Debug, Deserialize, IntoParams)]
pub struct RoomsQuery {
    /// The beginning of the address, however it is written; empty for all.
    #[serde(default)]
    pub q: String,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Rows of a page, 50 unless said, at most 200.
    pub limit: Option<i64>,
}

/// Homes by their address.
#[utoipa::path(get, path = "/api/c/{community}/rooms", operation_id = "list_rooms",
    tag = "people", params(("community" = String, Path), RoomsQuery),
    responses((status = 200, body = Page<RoomView>), (status = 400, body = Problem)))]
pub async fn list_rooms(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<RoomsQuery>,
) -> Result<Json<Page<RoomView>>, Failure> {
    signed_in.require(community, Verb::ReadPeople)?;
    let mut reader = app.platform().read().await?;
    let limit = page_size(query.limit);
    let (after, _) = read_cursor(query.cursor.as_deref())?;
    let prefix = room_key(&query.q);
    let mut rows = store::rooms_after(&mut reader, community, &prefix, &after, limit + 1).await?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let nobody = ResidentId(CommunityId::INSTALLATION.0);
    let next_cursor = rows
        .last()
        .filter(|_| more)
        .map(|last| write_cursor(&last.code, nobody));
    Ok(Json(Page {
        items: rows.into_iter().map(RoomView::from).collect(),
        next_cursor,
    }))
}

/// The buildings with the number of their homes, as people count them.
#[utoipa::path(get, path = "/api/c/{community}/buildings", operation_id = "list_buildings",
    tag = "people", params(("community" = String, Path)),
    responses((status = 200, body = Vec<BuildingView>)))]
pub async fn list_buildings(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<BuildingView>>, Failure> {
    signed_in.require(community, Verb::ReadPeople)?;
    let mut reader = app.platform().read().await?;
    let found = store::buildings(&mut reader, community).await?;
    Ok(Json(found.into_iter().map(BuildingView::from).collect()))
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

/// Which residents.
#[derive(Debug, Deserialize, IntoParams)]
pub struct ResidentsQuery {
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Rows of a page, 50 unless said, at most 200.
    pub limit: Option<i64>,
}

/// All residents by room, masked.
#[utoipa::path(get, path = "/api/c/{community}/residents", operation_id = "list_residents",
    tag = "people", params(("community" = String, Path), ResidentsQuery),
    responses((status = 200, body = Page<ResidentView>), (status = 400, body = Problem)))]
pub async fn list_residents(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<ResidentsQuery>,
) -> Result<Json<Page<ResidentView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let limit = page_size(query.limit);
    let (code, id) = read_cursor(query.cursor.as_deref())?;
    let mut rows = store::residents_after(&mut reader, community, (&code, id), limit + 1).await?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next_cursor = rows
        .last()
        .filter(|_| more)
        .map(|last| write_cursor(&last.room_code, last.id));
    Ok(Json(Page {
        items: rows.iter().map(ResidentView::masked).collect(),
        next_cursor,
    }))
}

/// Which residents are looked for; in the body, because addresses are written into logs.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FindResidentsRequest {
    /// A phone number, a room, a name or its pinyin.
    pub words: String,
}

/// Residents found by phone, room, name or pinyin, masked.
#[utoipa::path(post, path = "/api/c/{community}/residents/search",
    operation_id = "find_residents", tag = "people", params(("community" = String, Path)),
    request_body = FindResidentsRequest, responses((status = 200, body = Vec<ResidentView>)))]
pub async fn find_residents(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Body(request): Body<FindResidentsRequest>,
) -> Result<Json<Vec<ResidentView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let found = find_callers(&mut reader, community, &request.words).await?;
    Ok(Json(found.iter().map(ResidentView::masked).collect()))
}

fn page_size(limit: Option<i64>) -> i64 {
    limit.unwrap_or(50).clamp(1, MOST_ROWS)
}

fn write_cursor(code: &str, id: ResidentId) -> String {
    BASE64URL_NOPAD.encode(format!("{id} {code}").as_bytes())
}

fn read_cursor(cursor: Option<&str>) -> Result<(String, ResidentId), AppError> {
    let Some(cursor) = cursor else {
        return Ok((String::new(), ResidentId(CommunityId::INSTALLATION.0)));
    };
    let wrong = || AppError::invalid("/cursor", "翻页标记无效，请从第一页重新打开列表");
    let bytes = BASE64URL_NOPAD
        .decode(cursor.as_bytes())
        .map_err(|_| wrong())?;
    let text = String::from_utf8(bytes).map_err(|_| wrong())?;
    let (id, code) = text.split_once(' ').ok_or_else(wrong)?;
    Ok((code.to_owned(), id.parse().map_err(|_| wrong())?))
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
