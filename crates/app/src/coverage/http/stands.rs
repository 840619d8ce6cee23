//! Standing at a post: sign in, one tap, leave, return, close, name a holder.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, PersonId, PostId};

use super::super::actions::{
    ChangeHolder, ClosePost, LeaveForEmergency, LeavePost, ResolvePost, ReturnToPost, SignInToPost,
};
use super::super::views::{SignedInView, Standing};
use crate::access::{ActingPerson, SignedIn};
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};

macro_rules! act_at_post {
    ($(#[$doc:meta])* $name:ident, $id:literal, $path:literal, $action:ident) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $path, operation_id = $id, tag = "coverage",
            params(("community" = String, Path), ("post" = String, Path)),
            request_body = ActingPerson,
            responses((status = 200, body = Standing), (status = 422, body = Problem)))]
        pub async fn $name(
            State(app): State<App>,
            signed_in: SignedIn,
            Path((community, post)): Path<(CommunityId, PostId)>,
            IdempotencyKey(key): IdempotencyKey,
            Body(acting): Body<ActingPerson>,
        ) -> Result<Json<Standing>, Failure> {
            signed_in.require(community, <$action as crate::action::Action>::VERB)?;
            let person = acting.prove(&app, &signed_in, community).await?;
            let action = $action { post, person };
            Ok(Json(app.perform(&signed_in, community, key, &action).await?))
        }
    };
}

act_at_post!(
    /// One tap: takes the post over from its holder.
    change_holder, "change_holder", "/api/c/{community}/posts/{post}/change_holder", ChangeHolder
);
act_at_post!(
    /// Leaves the post while somebody else is there.
    leave_post, "leave_post", "/api/c/{community}/posts/{post}/leave", LeavePost
);
act_at_post!(
    /// Is back at the post.
    return_to_post, "return_to_post", "/api/c/{community}/posts/{post}/return", ReturnToPost
);
act_at_post!(
    /// Closes the post outside its required hours.
    close_post, "close_post", "/api/c/{community}/posts/{post}/close", ClosePost
);

/// Signs in for the duty that runs or comes next.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/sign_in",
    operation_id = "sign_in_to_post", tag = "coverage",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = ActingPerson,
    responses((status = 200, body = SignedInView), (status = 422, body = Problem)))]
pub async fn sign_in_to_post(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(acting): Body<ActingPerson>,
) -> Result<Json<SignedInView>, Failure> {
    signed_in.require(community, zhishou_rules::access::Verb::HoldPost)?;
    let person = acting.prove(&app, &signed_in, community).await?;
    let action = SignInToPost { post, person };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// An emergency.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EmergencyRequest {
    /// Who leaves.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// What happened, in a few words; may be empty.
    #[serde(default)]
    pub reason: String,
}

/// Leaves first and reports at once 先走后报: never blocked, always alarmed.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/leave_for_emergency",
    operation_id = "leave_for_emergency", tag = "coverage",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = EmergencyRequest,
    responses((status = 200, body = Standing), (status = 422, body = Problem)))]
pub async fn leave_for_emergency(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<EmergencyRequest>,
) -> Result<Json<Standing>, Failure> {
    signed_in.require(community, zhishou_rules::access::Verb::HoldPost)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    let action = LeaveForEmergency {
        post,
        person,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// Who takes the post.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ResolvePostRequest {
    /// Who takes it.
    pub person_id: PersonId,
    /// In remote charge, at the post within so many minutes; absent: at the post.
    #[serde(default)]
    pub response_minutes: Option<u32>,
    /// Whether the person is at the post already.
    #[serde(default)]
    pub there: bool,
    /// Whether who held the post until now stays there until the person has come.
    #[serde(default)]
    pub replaced_stays: bool,
    /// Why.
    pub reason: String,
}

/// A supervisor names who takes the post.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/resolve",
    operation_id = "resolve_post", tag = "coverage",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = ResolvePostRequest,
    responses((status = 200, body = Standing), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub async fn resolve_post(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ResolvePostRequest>,
) -> Result<Json<Standing>, Failure> {
    let action = ResolvePost {
        post,
        person: request.person_id,
        response_minutes: request.response_minutes,
        there: request.there,
        replaced_stays: request.replaced_stays,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}
