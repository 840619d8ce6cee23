//! Steps of the one who does the work.

use axum::Json;
use axum::extract::State;

use super::{InOrder, take};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, Problem};
use crate::workorder::actions::{
    AcceptWorkOrder, AddDetails, AddNote, ArriveOnSite, DeferWorkOrder, FinishWorkOrder,
    RejectWorkOrder,
};
use crate::workorder::requests::{DeferRequest, DetailsRequest, ReasonRequest, TapRequest};
use crate::workorder::views::OrderView;

/// Takes an order on, or grabs one that nobody was given.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/accept",
    operation_id = "accept_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn accept_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = AcceptWorkOrder {
        opened: at.opened(request.version),
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

/// Arrives on site.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/arrive",
    operation_id = "arrive_on_site", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn arrive_on_site(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = ArriveOnSite {
        opened: at.opened(request.version),
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

/// Says that the work is done; everything else may follow.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/finish",
    operation_id = "finish_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn finish_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = FinishWorkOrder {
        opened: at.opened(request.version),
        note: request.note,
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

/// Sends an order back to the desk.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/reject",
    operation_id = "reject_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = ReasonRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn reject_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<ReasonRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = RejectWorkOrder {
        opened: at.opened(request.version),
        reason: request.reason,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Puts an order off, with what the customer was told.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/defer",
    operation_id = "defer_work_order", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = DeferRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn defer_work_order(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<DeferRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = DeferWorkOrder {
        opened: at.opened(request.version),
        cause: request.cause,
        explanation: request.explanation,
        appointment_at: request.appointment_at,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}

/// Adds a note to the timeline.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/notes",
    operation_id = "add_note", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = TapRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add_note(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<TapRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = AddNote {
        opened: at.opened(request.version),
        note: request.note,
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

/// Adds result, material and fee.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/details",
    operation_id = "add_details", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)), request_body = DetailsRequest,
    responses((status = 200, body = OrderView), (status = 409, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add_details(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    Body(request): Body<DetailsRequest>,
) -> Result<Json<OrderView>, Failure> {
    let action = AddDetails {
        opened: at.opened(Some(request.version)),
        result: request.result,
        material: request.material,
        fee_cents: request.fee_cents,
    };
    take(&app, &signed_in, (at.community, key), None, &action).await
}
