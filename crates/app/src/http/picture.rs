//! A picture as the body of a request, and as an answer.

use axum::extract::Request;
use axum::http::{HeaderName, header};
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};
use zhishou_platform::AppError;

use super::problem::Failure;
use crate::app::App;

/// A picture whose type is told by its bytes; what the sender says does not count.
#[derive(Debug, Serialize)]
pub struct Picture {
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: &'static str,
    /// Stands for the bytes where requests are compared.
    digest: String,
    /// The picture itself.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

impl Picture {
    /// Reads the body of a request, at most as much as may be uploaded. Permission is asked
    /// before: nobody sends megabytes for nothing.
    ///
    /// # Errors
    /// It is too large, or no JPEG, PNG or WebP picture.
    pub async fn read(app: &App, request: Request) -> Result<Self, Failure> {
        let limit_bytes = app.config().upload_limit_bytes;
        let bytes = axum::body::to_bytes(request.into_body(), limit_bytes)
            .await
            .map_err(|_| Failure::TooLarge { limit_bytes })?;
        let media_type = sniffed_type(&bytes).ok_or_else(|| {
            AppError::refused(
                "not_a_photo",
                "只能上传 JPEG、PNG 或 WebP 图片，请重新选择照片",
            )
        })?;
        Ok(Self {
            media_type,
            digest: HEXLOWER.encode(&Sha256::digest(&bytes)),
            bytes: bytes.to_vec(),
        })
    }
}

/// The headers of a picture that is shown.
pub fn picture_headers(media_type: String) -> [(HeaderName, String); 3] {
    [
        (header::CONTENT_TYPE, media_type),
        // The stored type is the one that the bytes told; the browser must not guess another.
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CONTENT_DISPOSITION, "inline".to_owned()),
    ]
}

/// The media type that the first bytes of a picture tell.
fn sniffed_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some("image/png"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("image/webp"),
        _ => None,
    }
}
