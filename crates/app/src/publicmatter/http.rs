//! Public matters over HTTP.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, ContactId, Instant, PublicMatterId, ResidentId};
use zhishou_rules::access::Verb;
use zhishou_rules::publicmatter::{JoiningCall, PublicMatterInput};

use super::actions::{ChangePublicMatter, ClosePublicMatter, OpenPublicMatter, PublicMatterOpened};
use super::joining::{AddCall, CallJoined, JoinContact};
use super::notice::{PublicMatterNotice, notice_of};
use super::store;
use super::views::{PublicMatterView, view, view_of};
use crate::access::SignedIn;
use crate::action::Circumstances;
use crate::app::App;
use crate::desk::ContactView;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::lists::Page;
use crate::people;

type MatterPath = Path<(CommunityId, PublicMatterId)>;

/// Which matters.
#[derive(Debug, Deserialize, IntoParams)]
pub struct PublicMattersQuery {
    /// Those that have ended instead of those that go on.
    #[serde(default)]
    pub closed: bool,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// Rows of a page, 50 unless said, at most 200.
    pub limit: Option<i64>,
}

/// Public matters, newest first.
#[utoipa::path(get, path = "/api/c/{community}/public-matters",
    operation_id = "list_public_matters", tag = "publicmatter",
    params(("community" = String, Path), PublicMattersQuery),
    responses((status = 200, body = Page<PublicMatterView>)))]
pub async fn list_public_matters(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<PublicMattersQuery>,
) -> Result<Json<Page<PublicMatterView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let names = people::names(&mut reader, community).await?;
    let place = (query.cursor.as_deref(), query.limit);
    let page = store::matters(&mut reader, community, query.closed, place).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for matter in page.items {
        items.push(view_of(&mut reader, community, matter, &names).await?);
    }
    Ok(Json(Page {
        items,
        next_cursor: page.next_cursor,
    }))
}

/// One matter.
#[utoipa::path(get, path = "/api/c/{community}/public-matters/{matter}",
    operation_id = "show_public_matter", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path)),
    responses((status = 200, body = PublicMatterView), (status = 404, body = Problem)))]
pub async fn show_public_matter(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
) -> Result<Json<PublicMatterView>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    Ok(Json(view(&mut reader, community, matter).await?))
}

/// Where a list of calls goes on.
#[derive(Debug, Deserialize, IntoParams)]
pub struct MatterCallsQuery {
    /// The cursor of the page before.
    pub cursor: Option<String>,
    /// Rows of a page, 50 unless said, at most 200.
    pub limit: Option<i64>,
}

/// The calls of a matter, masked, the last to join first.
#[utoipa::path(get, path = "/api/c/{community}/public-matters/{matter}/calls",
    operation_id = "list_public_matter_calls", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path), MatterCallsQuery),
    responses((status = 200, body = Page<ContactView>), (status = 404, body = Problem)))]
pub async fn list_public_matter_calls(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
    Query(query): Query<MatterCallsQuery>,
) -> Result<Json<Page<ContactView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let matter = store::matter(&mut reader, community, matter).await?;
    let names = people::names(&mut reader, community).await?;
    let place = (query.cursor.as_deref(), query.limit);
    let page = store::calls(&mut reader, community, matter.id, place).await?;
    Ok(Json(Page {
        items: page
            .items
            .iter()
            .map(|contact| ContactView::masked(contact, &names))
            .collect(),
        next_cursor: page.next_cursor,
    }))
}

/// The notice to the homes concerned.
#[utoipa::path(get, path = "/api/c/{community}/public-matters/{matter}/notice",
    operation_id = "show_public_matter_notice", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path)),
    responses((status = 200, body = PublicMatterNotice), (status = 404, body = Problem)))]
pub async fn show_public_matter_notice(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
) -> Result<Json<PublicMatterNotice>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    Ok(Json(notice_of(&mut reader, community, matter, now).await?))
}

/// A new matter.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OpenPublicMatterRequest {
    /// What was typed.
    pub matter: PublicMatterInput,
    /// The open contact it is opened from, its first call.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
}

/// Opens a public matter.
#[utoipa::path(post, path = "/api/c/{community}/public-matters",
    operation_id = "open_public_matter", tag = "publicmatter",
    params(("community" = String, Path)), request_body = OpenPublicMatterRequest,
    responses((status = 201, body = PublicMatterOpened), (status = 400, body = Problem),
        (status = 422, body = Problem)))]
pub async fn open_public_matter(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<OpenPublicMatterRequest>,
) -> Result<(StatusCode, Json<PublicMatterOpened>), Failure> {
    let action = OpenPublicMatter {
        input: request.matter,
        contact: request.contact_id,
    };
    let opened = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(opened)))
}

/// A changed matter.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangePublicMatterRequest {
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub matter: PublicMatterInput,
}

/// Changes title, answer, buildings or work order of a matter that goes on.
#[utoipa::path(put, path = "/api/c/{community}/public-matters/{matter}",
    operation_id = "change_public_matter", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path)),
    request_body = ChangePublicMatterRequest,
    responses((status = 204), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn change_public_matter(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ChangePublicMatterRequest>,
) -> Result<StatusCode, Failure> {
    let action = ChangePublicMatter {
        matter,
        version: request.version,
        input: request.matter,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How a matter ended.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ClosePublicMatterRequest {
    /// What became of it.
    pub outcome: String,
}

/// Ends a matter.
#[utoipa::path(post, path = "/api/c/{community}/public-matters/{matter}/close",
    operation_id = "close_public_matter", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path)),
    request_body = ClosePublicMatterRequest,
    responses((status = 204), (status = 422, body = Problem)))]
pub async fn close_public_matter(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ClosePublicMatterRequest>,
) -> Result<StatusCode, Failure> {
    let action = ClosePublicMatter {
        matter,
        outcome: request.outcome,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A further call about a matter.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AddPublicMatterCallRequest {
    /// What is known of the call.
    pub call: JoiningCall,
    /// The resident, when the card was chosen.
    #[serde(default)]
    pub resident_id: Option<ResidentId>,
    /// When it happened, if it is entered later 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

/// Writes a further call down and answers it with the agreed answer: +1.
#[utoipa::path(post, path = "/api/c/{community}/public-matters/{matter}/calls",
    operation_id = "add_public_matter_call", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path)),
    request_body = AddPublicMatterCallRequest,
    responses((status = 201, body = CallJoined), (status = 400, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add_public_matter_call(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<AddPublicMatterCallRequest>,
) -> Result<(StatusCode, Json<CallJoined>), Failure> {
    let action = AddCall {
        matter,
        call: request.call,
        resident: request.resident_id,
    };
    let circumstances = Circumstances {
        client_id,
        happened_at: request.happened_at,
    };
    let joined = app
        .perform_as(&signed_in, community, circumstances, &action)
        .await?;
    Ok((StatusCode::CREATED, Json(joined)))
}

/// A contact that was taken before.
#[derive(Debug, Deserialize, ToSchema)]
pub struct JoinPublicMatterRequest {
    /// The open contact.
    pub contact_id: ContactId,
}

/// Lets an open contact join a matter; it is settled with the agreed answer.
#[utoipa::path(post, path = "/api/c/{community}/public-matters/{matter}/join",
    operation_id = "join_public_matter", tag = "publicmatter",
    params(("community" = String, Path), ("matter" = String, Path)),
    request_body = JoinPublicMatterRequest,
    responses((status = 200, body = CallJoined), (status = 422, body = Problem)))]
pub async fn join_public_matter(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, matter)): MatterPath,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<JoinPublicMatterRequest>,
) -> Result<Json<CallJoined>, Failure> {
    let action = JoinContact {
        matter,
        contact: request.contact_id,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}
