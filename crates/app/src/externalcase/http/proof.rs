//! Photos that prove replies.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::Deserialize;
use zhishou_base::{CommunityId, ExternalCaseId, PhotoId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;

use super::{InCase, step};
use crate::access::SignedIn;
use crate::app::App;
use crate::externalcase::actions::AddProof;
use crate::externalcase::store;
use crate::externalcase::views::CaseView;
use crate::http::{Failure, IdempotencyKey, Picture, Problem, picture_headers};

/// Adds a photo: the body is the picture itself, JPEG, PNG or WebP, at most 10 MB.
#[utoipa::path(post, path = "/api/c/{community}/external-cases/{case}/photos",
    operation_id = "add_case_proof", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = CaseView), (status = 413, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add_case_proof(
    State(app): State<App>,
    signed_in: SignedIn,
    at: InCase,
    key: IdempotencyKey,
    request: Request,
) -> Result<(StatusCode, Json<CaseView>), Failure> {
    signed_in.require(at.community, Verb::TakeContact)?;
    let action = AddProof {
        opened: at.opened(None),
        picture: Picture::read(&app, request).await?,
    };
    let view = step(&app, &signed_in, (at.community, key), None, &action).await?;
    Ok((StatusCode::CREATED, view))
}

#[derive(Debug, Deserialize)]
pub struct ProofPath {
    community: CommunityId,
    case: ExternalCaseId,
    photo: PhotoId,
}

/// One photo.
#[utoipa::path(get, path = "/api/c/{community}/external-cases/{case}/photos/{photo}",
    operation_id = "show_case_proof", tag = "externalcase",
    params(("community" = String, Path), ("case" = String, Path), ("photo" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "image/*"),
        (status = 404, body = Problem)))]
pub async fn show_case_proof(
    State(app): State<App>,
    signed_in: SignedIn,
    path: Result<Path<ProofPath>, axum::extract::rejection::PathRejection>,
) -> Result<impl IntoResponse, Failure> {
    let Path(at) = path.map_err(|_| AppError::NotFound { what: "该照片" })?;
    signed_in.require(at.community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let photo = store::photo(&mut reader, at.community, at.case, at.photo).await?;
    let bytes = store::bytes_of(&mut reader, at.community, &photo).await?;
    Ok((picture_headers(photo.media_type), bytes))
}
