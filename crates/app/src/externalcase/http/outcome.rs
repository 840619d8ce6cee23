//! What the source says to it.

use axum::Json;
use axum::extract::State;

use super::{InCase, step};
use crate::access::SignedIn;
use crate::app::App;
use crate::externalcase::actions::{AnswerExtension, CloseCase, ReturnCase};
use crate::externalcase::requests::{AnswerExtensionRequest, CloseCaseRequest, ReturnCaseRequest};
use crate::externalcase::views::CaseView;
use crate::http::{Body, Failure, IdempotencyKey, Problem};

/// Records the source's answer to an extension; more time moves the deadline.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/answer-extension",
    operation_id = "answer_case_extension", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = AnswerExtensionRequest,
    responses((status = 200, body = CaseView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn answer_case_extension(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    Body(request): Body<AnswerExtensionRequest>,
) -> Result<Json<CaseView>, Failure> {
    let action = AnswerExtension {
        opened: at.opened(request.version),
        granted_due_at: request.granted_due_at,
        note: request.note,
    };
    let happened_at = request.happened_at;
    step(&app, &signed_in, (at.community, key), happened_at, &action).await
}

/// Takes a case back that the source does not accept as settled, with a new deadline.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/return",
    operation_id = "return_case", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = ReturnCaseRequest,
    responses((status = 200, body = CaseView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn return_case(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    Body(request): Body<ReturnCaseRequest>,
) -> Result<Json<CaseView>, Failure> {
    let action = ReturnCase {
        opened: at.opened(request.version),
        due_at: request.due_at,
        reason: request.reason,
    };
    let happened_at = request.happened_at;
    step(&app, &signed_in, (at.community, key), happened_at, &action).await
}

/// Closes a case as the source ended it.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/close",
    operation_id = "close_case", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body = CloseCaseRequest,
    responses((status = 200, body = CaseView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn close_case(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    Body(request): Body<CloseCaseRequest>,
) -> Result<Json<CaseView>, Failure> {
    let action = CloseCase {
        opened: at.opened(request.version),
        outcome: request.outcome,
        note: request.note,
    };
    step(&app, &signed_in, (at.community, key), None, &action).await
}
