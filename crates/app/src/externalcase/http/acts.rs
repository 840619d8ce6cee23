//! What the desk does with a case.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use zhishou_rules::access::Verb;

use super::{InCase, step};
use crate::access::SignedIn;
use crate::app::App;
use crate::externalcase::actions::{AskExtension, JoinCaseOrder, ReplyToCase, TakeExternalCase};
use crate::externalcase::requests::{
    AskExtensionRequest, JoinCaseOrderRequest, ReplyToCaseRequest,
};
use crate::externalcase::views::CaseView;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};

/// Takes a case, with the work order that is opened for it in the same act.
#[utoipa::path(post, path = "/api/c/{community}/external-cases",
    operation_id = "take_external_case", tag = "externalcase",
    params(("community" = String, Path)), request_body = TakeExternalCase,
    responses((status = 201, body = CaseView), (status = 400, body = Problem)))]
pub async fn take_external_case(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    key: IdempotencyKey,
    Body(action): Body<TakeExternalCase>,
) -> Result<(StatusCode, Json<CaseView>), Failure> {
    // The action asks for taking the case; registering an order is a permission of its own.
    if action.work_order.is_some() {
        signed_in.require(community, Verb::RegisterWorkOrder)?;
    }
    let view = step(&app, &signed_in, (community, key), None, &action).await?;
    Ok((StatusCode::CREATED, view))
}

/// Joins a work order to a case: one that there is, or a new one.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/order",
    operation_id = "join_case_order", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = JoinCaseOrderRequest,
    responses((status = 200, body = CaseView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn join_case_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    Body(request): Body<JoinCaseOrderRequest>,
) -> Result<Json<CaseView>, Failure> {
    if request.work_order.is_some() {
        signed_in.require(at.community, Verb::RegisterWorkOrder)?;
    }
    let action = JoinCaseOrder {
        opened: at.opened(request.version),
        work_order_id: request.work_order_id,
        work_order: request.work_order,
    };
    step(&app, &signed_in, (at.community, key), None, &action).await
}

/// Asks the source for more time.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/ask-extension",
    operation_id = "ask_case_extension", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = AskExtensionRequest,
    responses((status = 200, body = CaseView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn ask_case_extension(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    Body(request): Body<AskExtensionRequest>,
) -> Result<Json<CaseView>, Failure> {
    let action = AskExtension {
        opened: at.opened(request.version),
        wanted_due_at: request.wanted_due_at,
        reason: request.reason,
    };
    let happened_at = request.happened_at;
    step(&app, &signed_in, (at.community, key), happened_at, &action).await
}

/// Replies to the source, with photos that prove it or the reason why there are none.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/reply",
    operation_id = "reply_to_case", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = ReplyToCaseRequest,
    responses((status = 200, body = CaseView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn reply_to_case(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    Body(request): Body<ReplyToCaseRequest>,
) -> Result<Json<CaseView>, Failure> {
    let action = ReplyToCase {
        opened: at.opened(request.version),
        reply: request.reply,
        no_proof_reason: request.no_proof_reason,
    };
    let happened_at = request.happened_at;
    step(&app, &signed_in, (at.community, key), happened_at, &action).await
}
