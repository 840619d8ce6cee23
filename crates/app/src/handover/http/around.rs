//! Standing conditions and the things that are counted at a post.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, ItemId, PostId, SubjectId};
use zhishou_rules::access::Verb;

use super::super::actions::{AddItem, ChangeItem, LiftCondition, SetCondition};
use super::super::store;
use super::super::views::{ConditionView, PostItemView};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};

/// The standing conditions of a post, those in force first.
#[utoipa::path(get, path = "/api/c/{community}/posts/{post}/standing_conditions",
    operation_id = "list_standing_conditions", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path)),
    responses((status = 200, body = Vec<ConditionView>), (status = 403, body = Problem)))]
pub async fn list_standing_conditions(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
) -> Result<Json<Vec<ConditionView>>, Failure> {
    signed_in.require(community, Verb::ReadHandover)?;
    let mut reader = app.platform().read().await?;
    let conditions = store::conditions_of(&mut reader, community, post).await?;
    Ok(Json(conditions.into_iter().map(Into::into).collect()))
}

/// What to watch.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SetConditionRequest {
    /// What to watch.
    pub text: String,
}

/// Sets a standing condition.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/standing_conditions",
    operation_id = "set_standing_condition", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = SetConditionRequest,
    responses((status = 201, body = ConditionView), (status = 403, body = Problem)))]
pub async fn set_standing_condition(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<SetConditionRequest>,
) -> Result<(StatusCode, Json<ConditionView>), Failure> {
    let text = request.text;
    let action = SetCondition { post, text };
    let set = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(set)))
}

/// Why it is lifted.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LiftConditionRequest {
    /// Why it need not be watched any more.
    pub reason: String,
}

/// Lifts a standing condition.
#[utoipa::path(post, path = "/api/c/{community}/standing_conditions/{condition}/lift",
    operation_id = "lift_standing_condition", tag = "handover",
    params(("community" = String, Path), ("condition" = String, Path)),
    request_body = LiftConditionRequest,
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn lift_standing_condition(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, condition)): Path<(CommunityId, SubjectId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<LiftConditionRequest>,
) -> Result<StatusCode, Failure> {
    let reason = request.reason;
    let action = LiftCondition { condition, reason };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The things that are counted at a post.
#[utoipa::path(get, path = "/api/c/{community}/posts/{post}/items",
    operation_id = "list_post_items", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path)),
    responses((status = 200, body = Vec<PostItemView>), (status = 403, body = Problem)))]
pub async fn list_post_items(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
) -> Result<Json<Vec<PostItemView>>, Failure> {
    signed_in.require(community, Verb::ReadHandover)?;
    let mut reader = app.platform().read().await?;
    let items = store::items_of(&mut reader, community, post).await?;
    Ok(Json(items.iter().map(Into::into).collect()))
}

/// Something to be counted.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AddItemRequest {
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    #[serde(default)]
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
}

/// Adds something to be counted.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/items",
    operation_id = "add_post_item", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = AddItemRequest,
    responses((status = 201, body = PostItemView), (status = 422, body = Problem)))]
pub async fn add_post_item(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AddItemRequest>,
) -> Result<(StatusCode, Json<PostItemView>), Failure> {
    let action = AddItem {
        post,
        name: request.name,
        name_en: request.name_en,
        expected: request.expected,
    };
    let added = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(added)))
}

/// A changed item.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangeItemRequest {
    /// The version that was seen.
    pub version: i64,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    #[serde(default)]
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
    /// No longer counted.
    #[serde(default)]
    pub retired: bool,
}

/// Changes something that is counted.
#[utoipa::path(put, path = "/api/c/{community}/posts/{post}/items/{item}",
    operation_id = "change_post_item", tag = "handover",
    params(("community" = String, Path), ("post" = String, Path), ("item" = String, Path)),
    request_body = ChangeItemRequest,
    responses((status = 200, body = PostItemView), (status = 409, body = Problem)))]
pub async fn change_post_item(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post, item)): Path<(CommunityId, PostId, ItemId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ChangeItemRequest>,
) -> Result<Json<PostItemView>, Failure> {
    let action = ChangeItem {
        post,
        item,
        version: request.version,
        name: request.name,
        name_en: request.name_en,
        expected: request.expected,
        retired: request.retired,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}
