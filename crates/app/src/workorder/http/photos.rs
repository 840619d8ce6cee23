//! Photos of orders.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;
use zhishou_base::{CommunityId, PhotoId, WorkOrderId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;

use super::{InOrder, may_read, take};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Failure, IdempotencyKey, Picture, Problem, picture_headers};
use crate::workorder::actions::AddPhoto;
use crate::workorder::store;
use crate::workorder::views::OrderView;

/// Adds a photo: the body is the picture itself, JPEG, PNG or WebP, at most 10 MB.
#[utoipa::path(post, path = "/api/c/{community}/work-orders/{order}/photos",
    operation_id = "add_photo", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = OrderView), (status = 413, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add_photo(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InOrder,
    key: IdempotencyKey,
    request: Request,
) -> Result<(StatusCode, Json<OrderView>), Failure> {
    signed_in.require(at.community, Verb::RegisterWorkOrder)?;
    let action = AddPhoto {
        opened: at.opened(None),
        picture: Picture::read(&app, request).await?,
    };
    let view = take(&app, &signed_in, (at.community, key), None, &action).await?;
    Ok((StatusCode::CREATED, view))
}

#[derive(Debug, Deserialize)]
pub struct PhotoPath {
    community: CommunityId,
    order: WorkOrderId,
    photo: PhotoId,
}

/// One photo.
#[utoipa::path(get, path = "/api/c/{community}/work-orders/{order}/photos/{photo}",
    operation_id = "show_photo", tag = "workorder",
    params(("community" = String, Path), ("order" = String, Path), ("photo" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "image/*"),
        (status = 404, body = Problem)))]
pub async fn show_photo(
    State(app): State<App>,
    signed_in: SignedIn,
    path: Result<Path<PhotoPath>, axum::extract::rejection::PathRejection>,
) -> Result<impl IntoResponse, Failure> {
    let Path(at) = path.map_err(|_| AppError::NotFound { what: "该照片" })?;
    may_read(&signed_in, at.community)?;
    let mut reader = app.platform().read().await?;
    let photo = store::photo(&mut reader, at.community, at.order, at.photo).await?;
    let bytes = store::bytes_of(&mut reader, at.community, &photo).await?;
    Ok((picture_headers(photo.media_type), bytes))
}
