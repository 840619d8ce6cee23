//! Relief and line.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, PersonId, PostId, ReliefId};
use zhishou_rules::access::Verb;

use super::super::actions::{
    AcceptLine, AcceptRelief, ApproveRelief, AskRelief, ConfirmRelief, DeclineRelief, EndRelief,
    ReturnLine, TransferLine, WithdrawRelief,
};
use super::super::views::Standing;
use crate::access::{ActingPerson, SignedIn};
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};

/// A request for relief.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AskReliefRequest {
    /// Who asks.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Who is asked; absent: everybody who may stand in.
    #[serde(default)]
    pub asked_id: Option<PersonId>,
    /// Why.
    pub reason: String,
}

/// Asks somebody to stand in.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/reliefs",
    operation_id = "ask_relief", tag = "coverage",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = AskReliefRequest,
    responses((status = 200, body = Standing), (status = 422, body = Problem)))]
pub async fn ask_relief(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AskReliefRequest>,
) -> Result<Json<Standing>, Failure> {
    signed_in.require(community, Verb::HoldPost)?;
    let asker = request.acting.prove(&app, &signed_in, community).await?;
    let action = AskRelief {
        post,
        asker,
        asked: request.asked_id,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// An acceptance of a relief.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AcceptReliefRequest {
    /// Who stands in, by own session or PIN.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Who said by radio or telephone that he stands in; he confirms it himself in time.
    #[serde(default)]
    pub by_voice_of_id: Option<PersonId>,
    /// At the post already; only in an emergency may the reliever still be on the way.
    #[serde(default = "at_the_post")]
    pub there: bool,
}

fn at_the_post() -> bool {
    true
}

/// Stands in; from now on the reliever answers for the post.
#[utoipa::path(post, path = "/api/c/{community}/reliefs/{relief}/accept",
    operation_id = "accept_relief", tag = "coverage",
    params(("community" = String, Path), ("relief" = String, Path)),
    request_body = AcceptReliefRequest,
    responses((status = 200, body = Standing), (status = 422, body = Problem)))]
pub async fn accept_relief(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, relief)): Path<(CommunityId, ReliefId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AcceptReliefRequest>,
) -> Result<Json<Standing>, Failure> {
    signed_in.require(community, Verb::HoldPost)?;
    let acting = request.acting.prove(&app, &signed_in, community).await?;
    let reliever = request.by_voice_of_id.unwrap_or(acting);
    let action = AcceptRelief {
        relief,
        reliever,
        by_voice: reliever != acting,
        there: request.there,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

macro_rules! act_on_relief {
    ($(#[$doc:meta])* $name:ident, $id:literal, $path:literal, $action:ident) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $path, operation_id = $id, tag = "coverage",
            params(("community" = String, Path), ("relief" = String, Path)),
            request_body = ActingPerson,
            responses((status = 200, body = Standing), (status = 422, body = Problem)))]
        pub async fn $name(
            State(app): State<App>,
            signed_in: SignedIn,
            Path((community, relief)): Path<(CommunityId, ReliefId)>,
            IdempotencyKey(key): IdempotencyKey,
            Body(acting): Body<ActingPerson>,
        ) -> Result<Json<Standing>, Failure> {
            signed_in.require(community, <$action as crate::action::Action>::VERB)?;
            let person = acting.prove(&app, &signed_in, community).await?;
            let action = $action { relief, person };
            Ok(Json(app.perform(&signed_in, community, key, &action).await?))
        }
    };
}

act_on_relief!(
    /// Approves a relief where the regulation wants leave granted first.
    approve_relief, "approve_relief", "/api/c/{community}/reliefs/{relief}/approve", ApproveRelief
);
act_on_relief!(
    /// Confirms what was accepted by voice.
    confirm_relief, "confirm_relief", "/api/c/{community}/reliefs/{relief}/confirm", ConfirmRelief
);
act_on_relief!(
    /// Withdraws a request for relief.
    withdraw_relief, "withdraw_relief", "/api/c/{community}/reliefs/{relief}/withdraw",
    WithdrawRelief
);
act_on_relief!(
    /// The asker is back and takes the post.
    end_relief, "end_relief", "/api/c/{community}/reliefs/{relief}/end", EndRelief
);

/// A refusal to stand in.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DeclineReliefRequest {
    /// Who cannot.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Why; may be empty.
    #[serde(default)]
    pub reason: String,
}

/// Cannot stand in.
#[utoipa::path(post, path = "/api/c/{community}/reliefs/{relief}/decline",
    operation_id = "decline_relief", tag = "coverage",
    params(("community" = String, Path), ("relief" = String, Path)),
    request_body = DeclineReliefRequest,
    responses((status = 200, body = Standing), (status = 422, body = Problem)))]
pub async fn decline_relief(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, relief)): Path<(CommunityId, ReliefId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<DeclineReliefRequest>,
) -> Result<Json<Standing>, Failure> {
    signed_in.require(community, Verb::HoldPost)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    let action = DeclineRelief {
        relief,
        person,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// Where the line goes.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TransferLineRequest {
    /// Who gives it.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// The post that is to answer.
    pub to_post_id: PostId,
}

/// Gives the line to another post, which has to accept it.
#[utoipa::path(post, path = "/api/c/{community}/posts/{post}/transfer_line",
    operation_id = "transfer_line", tag = "coverage",
    params(("community" = String, Path), ("post" = String, Path)),
    request_body = TransferLineRequest,
    responses((status = 200, body = Standing), (status = 422, body = Problem)))]
pub async fn transfer_line(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, post)): Path<(CommunityId, PostId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<TransferLineRequest>,
) -> Result<Json<Standing>, Failure> {
    signed_in.require(community, Verb::HoldPost)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    let action = TransferLine {
        post,
        to_post: request.to_post_id,
        person,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

macro_rules! act_on_line {
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
            signed_in.require(community, Verb::HoldPost)?;
            let person = acting.prove(&app, &signed_in, community).await?;
            let action = $action { post, person };
            Ok(Json(app.perform(&signed_in, community, key, &action).await?))
        }
    };
}

act_on_line!(
    /// Takes a line that was given to one's own post.
    accept_line, "accept_line", "/api/c/{community}/posts/{post}/accept_line", AcceptLine
);
act_on_line!(
    /// Takes the line back, or withdraws the offer.
    return_line, "return_line", "/api/c/{community}/posts/{post}/return_line", ReturnLine
);
