//! Photos of the work.

use serde::Serialize;
use serde_json::json;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;

use crate::action::Action;
use crate::http::Picture;
use crate::workorder::step::{Opened, OrderReceipt, entry, open, store_step};
use crate::workorder::store::{self, PhotoRow};

/// The most photos of one order, or of whatever else has photos of its work.
pub const MOST_PHOTOS: usize = 20;

/// Adds a photo to an order.
#[derive(Debug, Serialize)]
pub struct AddPhoto {
    /// Which order.
    pub opened: Opened,
    /// The photo.
    pub picture: Picture,
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
            .put(
                act,
                community,
                now,
                self.picture.media_type,
                self.picture.bytes.clone(),
            )
            .await?;
        let photo = PhotoRow {
            id: act.new_id(),
            digest: key.0,
            media_type: self.picture.media_type.to_owned(),
            size_bytes: i64::try_from(self.picture.bytes.len()).unwrap_or(i64::MAX),
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
