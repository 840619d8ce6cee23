//! Staff and posts over HTTP.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{CommunityId, PersonId, PostId};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{PostInput, StaffInput};

use super::actions::{AddPost, AddStaff, ChangePost, ChangeStaff};
use super::store;
use super::views::{PostView, StaffView};
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

/// A changed post.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangePostRequest {
    /// The version that was edited.
    pub version: i64,
    /// As it shall be; the key stays, since regulations use it.
    pub post: PostInput,
}

/// Changes a post: its names, its kind, its telephone number.
#[utoipa::path(put, path = "/api/c/{community}/posts/{post}", operation_id = "change_post",
    tag = "people", params(("community" = String, Path), ("post" = String, Path)),
    request_body = ChangePostRequest,
    responses((status = 204), (status = 400, body = Problem), (status = 409, body = Problem)))]
pub async fn change_post(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    Body(request): Body<ChangePostRequest>,
) -> Result<StatusCode, Failure> {
    let action = ChangePost {
        post,
        version: request.version,
        input: request.post,
    };
    app.perform(&signed_in, community, None, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}
