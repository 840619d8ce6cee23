//! Pictures of contacts over HTTP.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{CommunityId, ContactId, PhotoId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;

use super::ContactPath;
use crate::access::SignedIn;
use crate::app::App;
use crate::desk::photos::AddContactPhoto;
use crate::desk::store;
use crate::http::{Failure, IdempotencyKey, Picture, Problem, picture_headers};

/// The id of the picture.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactPhotoAdded {
    /// The picture.
    pub id: PhotoId,
}

/// Adds a picture: the body is the picture itself, JPEG, PNG or WebP, at most 10 MB.
#[utoipa::path(post, path = "/api/c/{community}/contacts/{contact}/photos",
    operation_id = "add_contact_photo", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = ContactPhotoAdded), (status = 413, body = Problem),
        (status = 422, body = Problem)))]
pub async fn add_contact_photo(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, contact)): ContactPath,
    IdempotencyKey(key): IdempotencyKey,
    request: Request,
) -> Result<(StatusCode, Json<ContactPhotoAdded>), Failure> {
    signed_in.require(community, Verb::TakeContact)?;
    let picture = Picture::read(&app, request).await?;
    let action = AddContactPhoto { contact, picture };
    let id = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(ContactPhotoAdded { id })))
}

/// Where a picture is.
#[derive(Debug, Deserialize)]
pub struct ContactPhotoPath {
    community: CommunityId,
    contact: ContactId,
    photo: PhotoId,
}

/// One picture of a contact.
#[utoipa::path(get, path = "/api/c/{community}/contacts/{contact}/photos/{photo}",
    operation_id = "show_contact_photo", tag = "desk",
    params(("community" = String, Path), ("contact" = String, Path), ("photo" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "image/*"),
        (status = 404, body = Problem)))]
pub async fn show_contact_photo(
    State(app): State<App>,
    signed_in: SignedIn,
    path: Result<Path<ContactPhotoPath>, axum::extract::rejection::PathRejection>,
) -> Result<impl IntoResponse, Failure> {
    let missing = AppError::NotFound { what: "该图片" };
    let Ok(Path(at)) = path else {
        return Err(missing.into());
    };
    signed_in.require(at.community, Verb::ReadDesk)?;
    let mut reader = app.platform().read().await?;
    let contact = store::contact(&mut reader, at.community, at.contact).await?;
    let photos = store::photos_of(&mut reader, at.community, &contact.number).await?;
    let Some(photo) = photos.into_iter().find(|photo| photo.id == at.photo) else {
        return Err(missing.into());
    };
    let bytes = store::bytes_of(&mut reader, at.community, &photo).await?;
    Ok((picture_headers(photo.media_type), bytes))
}
