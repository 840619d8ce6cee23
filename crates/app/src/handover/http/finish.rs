//! How a handover ends.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, HandoverId, PersonId};
use zhishou_rules::access::Verb;
use zhishou_rules::handover::Party;

use super::super::actions::{
    AmendHandover, RefuseHandover, ResolveHandover, SelfCheckHandover, SignHandover,
    WitnessHandover,
};
use super::super::views::HandoverView;
use crate::access::{ActingPerson, SignedIn, prove_pin};
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};

/// Who signs, by PIN; on one shared screen or on two devices.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SignRequest {
    /// The person; absent: who is signed in.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// That person's PIN.
    pub pin: String,
}

macro_rules! sign_with_pin {
    ($(#[$doc:meta])* $name:ident, $id:literal, $path:literal, $action:ident) => {
        $(#[$doc])*
        #[utoipa::path(post, path = $path, operation_id = $id, tag = "handover",
            params(("community" = String, Path), ("handover" = String, Path)),
            request_body = SignRequest,
            responses((status = 200, body = HandoverView), (status = 422, body = Problem)))]
        pub async fn $name(
            State(app): State<App>,
            signed_in: SignedIn,
            Path((community, handover)): Path<(CommunityId, HandoverId)>,
            IdempotencyKey(key): IdempotencyKey,
            Body(request): Body<SignRequest>,
        ) -> Result<Json<HandoverView>, Failure> {
            signed_in.require(community, Verb::SignHandover)?;
            let own = signed_in.person_in(community)?;
            let person = request.person_id.unwrap_or(own);
            let proof = prove_pin(&app, &signed_in, community, person, &request.pin).await?;
            let action = $action { handover, proof };
            Ok(Json(app.perform(&signed_in, community, key, &action).await?))
        }
    };
}

sign_with_pin!(
    /// Signs for one side; with the second signature the post passes.
    sign_handover, "sign_handover", "/api/c/{community}/handovers/{handover}/sign", SignHandover
);
sign_with_pin!(
    /// The same person stays on: a self-check instead of two signatures.
    self_check_handover, "self_check_handover",
    "/api/c/{community}/handovers/{handover}/self_check", SelfCheckHandover
);
sign_with_pin!(
    /// A colleague witnesses a self-check.
    witness_handover, "witness_handover", "/api/c/{community}/handovers/{handover}/witness",
    WitnessHandover
);

/// Why it is refused.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RefuseHandoverRequest {
    /// Who refuses.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// Why.
    pub reason: String,
}

/// One side refuses; the outgoing person goes on answering for the post.
#[utoipa::path(post, path = "/api/c/{community}/handovers/{handover}/refuse",
    operation_id = "refuse_handover", tag = "handover",
    params(("community" = String, Path), ("handover" = String, Path)),
    request_body = RefuseHandoverRequest,
    responses((status = 200, body = HandoverView), (status = 422, body = Problem)))]
pub async fn refuse_handover(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, handover)): Path<(CommunityId, HandoverId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<RefuseHandoverRequest>,
) -> Result<Json<HandoverView>, Failure> {
    signed_in.require(community, Verb::SignHandover)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    let action = RefuseHandover {
        handover,
        person,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// A decision about a missing party.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ResolveHandoverRequest {
    /// Which side is missing.
    pub missing: Party,
    /// Who takes the post.
    pub taker_id: PersonId,
    /// Why.
    pub reason: String,
}

/// A supervisor lets the post pass although one side is missing or refused.
#[utoipa::path(post, path = "/api/c/{community}/handovers/{handover}/resolve",
    operation_id = "resolve_missing_party", tag = "handover",
    params(("community" = String, Path), ("handover" = String, Path)),
    request_body = ResolveHandoverRequest,
    responses((status = 200, body = HandoverView), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub async fn resolve_missing_party(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, handover)): Path<(CommunityId, HandoverId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ResolveHandoverRequest>,
) -> Result<Json<HandoverView>, Failure> {
    let action = ResolveHandover {
        handover,
        missing: request.missing,
        taker: request.taker_id,
        reason: request.reason,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}

/// What was wrong or missing.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AmendHandoverRequest {
    /// Who amends.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// What was wrong or missing.
    pub text: String,
}

/// Amends a finished handover by a new entry; the record itself never changes.
#[utoipa::path(post, path = "/api/c/{community}/handovers/{handover}/amend",
    operation_id = "amend_handover", tag = "handover",
    params(("community" = String, Path), ("handover" = String, Path)),
    request_body = AmendHandoverRequest,
    responses((status = 200, body = HandoverView), (status = 422, body = Problem)))]
pub async fn amend_handover(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, handover)): Path<(CommunityId, HandoverId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AmendHandoverRequest>,
) -> Result<Json<HandoverView>, Failure> {
    signed_in.require(community, Verb::SignHandover)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    let action = AmendHandover {
        handover,
        person,
        text: request.text,
    };
    Ok(Json(
        app.perform(&signed_in, community, key, &action).await?,
    ))
}
