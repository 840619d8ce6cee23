//! Photos of the work.

use data_encoding::HEXLOWER;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;

use crate::action::Action;
use crate::workorder::step::{Opened, OrderReceipt, entry, open, store_step};
use crate::workorder::store::{self, PhotoRow};

/// The most photos of one order.
const MOST_PHOTOS: usize = 20;

/// Adds a photo to an order.
#[derive(Debug, Serialize)]
pub struct AddPhoto {
    opened: Opened,
    media_type: &'static str,
    /// Stands for the bytes where requests are compared.
    digest: String,
    #[serde(skip)]
    bytes: Vec<u8>,
}

impl AddPhoto {
    /// A photo whose type is told by its bytes.
    ///
    /// # Errors
    /// The bytes are no JPEG, PNG or WebP picture.
    pub fn new(opened: Opened, bytes: Vec<u8>) -> Result<Self, AppError> {
        let media_type = sniffed_type(&bytes).ok_or_else(|| {
            AppError::refused(
                "not_a_photo",
                "只能上传 JPEG、PNG 或 WebP 图片，请重新选择照片",
            )
        })?;
        Ok(Self {
            opened,
            media_type,
            digest: HEXLOWER.encode(&Sha256::digest(&bytes)),
            bytes,
        })
    }
}

impl Action for AddPhoto {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.add_photo";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let (community, now) = (act.community(), act.now());
        if store::photos_of(act, community, row.id).await?.len() >= MOST_PHOTOS {
            return Err(AppError::refused(
                "too_many_photos",
                "每张工单最多 20 张照片",
            ));
        }
        let blobs = act.platform().blobs();
        let key = blobs
            .put(act, community, now, self.media_type, self.bytes.clone())
            .await?;
        let photo = PhotoRow {
            id: act.new_id(),
            digest: key.0,
            media_type: self.media_type.to_owned(),
            size_bytes: i64::try_from(self.bytes.len()).unwrap_or(i64::MAX),
            stage: row.order.stage(),
            added_by: context.by.person,
            added_at: now,
        };
        if !store::add_photo(act, community, row.id, &photo).await? {
            return Err(AppError::refused(
                "photo_already_there",
                "这张照片已经上传过，无需重复上传",
            ));
        }
        let written = entry("workorder.photo_added", &row).body(&json!({
            "photo_id": photo.id,
            "sha256": key.to_hex(),
            "media_type": photo.media_type,
        }));
        let unchanged = row.order.clone();
        store_step(act, row, unchanged, &context, written).await
    }
}

/// The media type that the first bytes of a picture tell; what the sender says does not count.
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
