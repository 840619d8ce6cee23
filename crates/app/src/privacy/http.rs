//! Erasing over HTTP.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_rules::privacy::ErasureSubject;

use super::erase::{ErasePersonalText, Erasure};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};

/// Asks for an erasure.
#[derive(Debug, Deserialize, ToSchema)]
pub struct EraseRequest {
    /// Whose or which text.
    pub subject: ErasureSubject,
    /// Why: the request of the person concerned.
    pub reason: String,
}

/// Erases personal text for good and records that it was erased; the ledger stays verifiable.
#[utoipa::path(post, path = "/api/c/{community}/privacy/erasures",
    operation_id = "erase_personal_text", tag = "privacy",
    params(("community" = String, Path)), request_body = EraseRequest,
    responses((status = 200, body = Erasure), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn erase_personal_text(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<EraseRequest>,
) -> Result<Json<Erasure>, Failure> {
    let action = ErasePersonalText {
        subject: request.subject,
        reason: request.reason,
    };
    let done = app
        .perform(&signed_in, community, client_id, &action)
        .await?;
    Ok(Json(done))
}
