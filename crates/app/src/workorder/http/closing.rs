//! Steps that end an order or settle what the night left.

use axum::Json;
use axum::extract::State;

use super::{InOrder, take};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};
use crate::workorder::actions::{
    ArchiveWorkOrder, CallBackCustomer, CarryOver, ConfirmAsSlip, GiveFirstReply, ReopenWorkOrder,
    TellDepartmentHead,
};
use crate::workorder::requests::{CallBackRequest, ReasonRequest, TapRequest, TellHeadRequest};
use crate::workorder::views::OrderView;

/// Calls the customer back, or tries to.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/call-back",
    operation_id = "call_back_customer", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = CallBackRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn call_back_customer(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<CallBackRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = CallBackCustomer {
        opened: at.opened(request.version),
        facts: request.facts,
    };
    take(
        &app,
        &signed_in,
        (at.community, key),
        request.happened_at,
        &action,
    )
    .await
}

/// Puts a finished order away.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/archive",
    operation_id = "archive_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn archive_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = ArchiveWorkOrder {
        opened: at.opened(request.version),
        note: request.note,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Opens a finished order again as rework.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/reopen",
    operation_id = "reopen_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = ReasonRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn reopen_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<ReasonRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = ReopenWorkOrder {
        opened: at.opened(request.version),
        reason: request.reason,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Tells the head of the department that a complaint is about.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/tell-head",
    operation_id = "tell_department_head", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TellHeadRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn tell_department_head(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TellHeadRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = TellDepartmentHead {
        opened: at.opened(request.version),
        department: request.department,
        head: request.head_id,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Records the first reply to the customer of a complaint.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/first-reply",
    operation_id = "give_first_reply", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn give_first_reply(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = GiveFirstReply {
        opened: at.opened(request.version),
        reply: request.note,
    };
    take(
        &app,
        &signed_in,
        (at.community, key),
        request.happened_at,
        &action,
    )
    .await
}

/// Takes an order of the night over as a slip of the day.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/confirm-as-slip",
    operation_id = "confirm_as_slip", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn confirm_as_slip(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = ConfirmAsSlip {
        opened: at.opened(request.version),
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Leaves an order of the night to the next shift, for a reason.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/carry-over",
    operation_id = "carry_over", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = ReasonRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn carry_over(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<ReasonRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = CarryOver {
        opened: at.opened(request.version),
        reason: request.reason,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}
