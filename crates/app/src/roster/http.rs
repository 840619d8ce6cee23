//! Rosters over HTTP.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, Date, PersonId, RosterId};
use zhishou_rules::access::Verb;
use zhishou_rules::roster::{MarkKind, Month};

use super::actions::{ChangePublished, CreateRoster, FillRoster, Filling, PublishRoster, SetCell};
use super::sheets::load;
use super::store;
use super::views::{RosterLine, RosterView};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::people;

/// Which month.
#[derive(Debug, Deserialize, IntoParams)]
pub struct MonthQuery {
    /// `YYYY-MM`
    #[param(value_type = String)]
    pub month: Month,
}

/// The posts and their rosters of a month.
#[utoipa::path(get, path = "/api/c/{community}/rosters", operation_id = "list_rosters",
    tag = "roster", params(("community" = String, Path), MonthQuery),
    responses((status = 200, body = Vec<RosterLine>)))]
pub async fn list_rosters(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<MonthQuery>,
) -> Result<Json<Vec<RosterLine>>, Failure> {
    signed_in.require(community, Verb::ReadRoster)?;
    let mut reader = app.platform().read().await?;
    let rosters = store::rosters_of_month(&mut reader, community, query.month).await?;
    let posts = people::posts(&mut reader, community).await?;
    let lines = posts
        .into_iter()
        .map(|post| {
            let roster = rosters.iter().find(|roster| roster.post == post.id);
            RosterLine {
                post_id: post.id,
                post_name: post.name,
                post_name_en: post.name_en,
                roster_id: roster.map(|roster| roster.id),
                state: roster.map(|roster| roster.state),
            }
        })
        .collect();
    Ok(Json(lines))
}

/// Begins the roster of a post for a month.
#[utoipa::path(post, path = "/api/c/{community}/rosters", operation_id = "create_roster",
    tag = "roster", params(("community" = String, Path)), request_body = CreateRoster,
    responses((status = 201, body = RosterView), (status = 422, body = Problem)))]
pub async fn create_roster(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(action): Body<CreateRoster>,
) -> Result<(StatusCode, Json<RosterView>), Failure> {
    let view = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(view)))
}

type RosterPath = Path<(CommunityId, RosterId)>;

/// A roster with its grid.
#[utoipa::path(get, path = "/api/c/{community}/rosters/{roster}", operation_id = "show_roster",
    tag = "roster", params(("community" = String, Path), ("roster" = String, Path)),
    responses((status = 200, body = RosterView), (status = 404, body = Problem)))]
pub async fn show_roster(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, roster)): RosterPath,
) -> Result<Json<RosterView>, Failure> {
    signed_in.require(community, Verb::ReadRoster)?;
    let mut reader = app.platform().read().await?;
    let row = store::roster(&mut reader, community, roster).await?;
    Ok(Json(RosterView::of(
        &load(&mut reader, community, row, app.platform().now()).await?,
    )))
}

/// How a draft is filled.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FillRequest {
    /// The version that was seen.
    pub version: i64,
    /// How.
    pub filling: Filling,
    /// Whether cells that are filled are emptied first.
    #[serde(default)]
    pub replace: bool,
}

/// Fills a draft.
#[utoipa::path(post, path = "/api/c/{community}/rosters/{roster}/fill",
    operation_id = "fill_roster", tag = "roster",
    params(("community" = String, Path), ("roster" = String, Path)), request_body = FillRequest,
    responses((status = 200, body = RosterView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn fill_roster(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, roster)): RosterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<FillRequest>,
) -> Result<Json<RosterView>, Failure> {
    let FillRequest {
        version,
        filling,
        replace,
    } = request;
    let action = FillRoster {
        roster,
        version,
        filling,
        replace,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// What a person does on a day.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SetCellRequest {
    /// The version that was seen.
    pub version: i64,
    /// The row.
    pub person_id: PersonId,
    /// The column.
    pub date: Date,
    /// Shift keys; empty for none.
    #[serde(default)]
    pub shifts: Vec<String>,
    /// Rest or leave, when there is no shift.
    #[serde(default)]
    pub mark: Option<MarkKind>,
}

/// Sets one cell of a draft.
#[utoipa::path(put, path = "/api/c/{community}/rosters/{roster}/cells",
    operation_id = "set_roster_cell", tag = "roster",
    params(("community" = String, Path), ("roster" = String, Path)), request_body = SetCellRequest,
    responses((status = 200, body = RosterView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn set_roster_cell(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, roster)): RosterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<SetCellRequest>,
) -> Result<Json<RosterView>, Failure> {
    let action = SetCell {
        roster,
        version: request.version,
        person: request.person_id,
        date: request.date,
        shifts: request.shifts,
        mark: request.mark,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// Whether to publish.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PublishRequest {
    /// The version that was seen.
    pub version: i64,
    /// The warnings were read.
    #[serde(default)]
    pub warnings_confirmed: bool,
}

/// Publishes a draft.
#[utoipa::path(post, path = "/api/c/{community}/rosters/{roster}/publish",
    operation_id = "publish_roster", tag = "roster",
    params(("community" = String, Path), ("roster" = String, Path)), request_body = PublishRequest,
    responses((status = 200, body = RosterView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn publish_roster(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, roster)): RosterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<PublishRequest>,
) -> Result<Json<RosterView>, Failure> {
    let PublishRequest {
        version,
        warnings_confirmed,
    } = request;
    let action = PublishRoster {
        roster,
        version,
        warnings_confirmed,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// A change of a published roster.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangePublishedRequest {
    /// The version that was seen.
    pub version: i64,
    /// Date on which the shift begins.
    pub date: Date,
    /// Shift key.
    pub shift: String,
    /// Who was to do it.
    pub from_person_id: PersonId,
    /// Who does it.
    pub to_person_id: PersonId,
    /// Why.
    pub reason: String,
}

/// Gives one shift of a published roster to somebody else.
#[utoipa::path(post, path = "/api/c/{community}/rosters/{roster}/changes",
    operation_id = "change_published_roster", tag = "roster",
    params(("community" = String, Path), ("roster" = String, Path)),
    request_body = ChangePublishedRequest,
    responses((status = 200, body = RosterView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn change_published_roster(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, roster)): RosterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ChangePublishedRequest>,
) -> Result<Json<RosterView>, Failure> {
    let action = ChangePublished {
        roster,
        version: request.version,
        date: request.date,
        shift: request.shift,
        from: request.from_person_id,
        to: request.to_person_id,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}
