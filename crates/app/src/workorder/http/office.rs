//! Steps of the desk.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use super::{InOrder, take};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::workorder::actions::{
    ChangeMatter, CloseWorkOrder, DispatchWorkOrder, ReassignWorkOrder, RevealCallerPhone,
};
use crate::workorder::reading::caller;
use crate::workorder::requests::{
    ChangeMatterRequest, CloseRequest, DispatchRequest, ReassignRequest, RegisterRequest,
    RevealRequest,
};
use crate::workorder::views::{CallerView, OrderView};

/// Takes an order down.
#[utoipa::path(post, path = "/api/c/{community}/work-orders",
    operation_id = "register_work_order", tag = "workorder",
    params(("community" = String, Path)), request_body = RegisterRequest,
    responses((status = 201, body = OrderView), (status = 400, body = Problem)))]
pub async fn register_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    key: IdempotencyKey,
    Body(request): Body<RegisterRequest>,
) -> Result<(StatusCode, Json<OrderView>), Failure> {
    let (order, happened_at) = (request.order, request.happened_at);
    let view = take(&app, &signed_in, (community, key), happened_at, &order).await?;
    Ok((StatusCode::CREATED, view))
}

/// Gives an order to somebody.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/dispatch",
    operation_id = "dispatch_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = DispatchRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn dispatch_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<DispatchRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = DispatchWorkOrder {
        opened: at.opened(request.version),
        to: request.assignee_id,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Passes an order to another.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/reassign",
    operation_id = "reassign_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = ReassignRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn reassign_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<ReassignRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = ReassignWorkOrder {
        opened: at.opened(request.version),
        to: request.assignee_id,
        reason: request.reason,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Changes kind or urgency; the old clock goes on.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/matter",
    operation_id = "change_matter", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = ChangeMatterRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn change_matter(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<ChangeMatterRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = ChangeMatter {
        opened: at.opened(Some(request.version)),
        matter: request.matter,
        urgency: request.urgency,
        reason: request.reason,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Ends an order without work.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/close",
    operation_id = "close_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = CloseRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn close_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<CloseRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = CloseWorkOrder {
        opened: at.opened(request.version),
        closing: request.closing,
        reason: request.reason,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Shows the caller's name and number in full; every look is recorded.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/reveal-caller",
    operation_id = "reveal_caller_phone", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = RevealRequest,
    responses((status = 200, body = CallerView), (status = 422, body = Problem)))]
pub async fn reveal_caller_phone(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<RevealRequest>,
) -> Result<Json<CallerView>, Failure> {
    let action = RevealCallerPhone {
        opened: at.opened(None),
        reason: request.reason,
    };
    app.perform(&signed_in, at.community, client_id, &action)
        .await?;
    let mut reader = app.platform().read().await?;
    Ok(Json(caller(&mut reader, at.community, at.order).await?))
}
