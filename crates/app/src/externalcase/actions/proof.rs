//! Photos that prove a reply.

use serde::Serialize;
use serde_json::json;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::externalcase::add_proof;

use crate::action::Action;
use crate::externalcase::step::{CaseReceipt, OpenedCase, entry, open, store_step};
use crate::externalcase::store::{self, ProofRow};
use crate::http::Picture;
use crate::workorder::MOST_PHOTOS;

/// Adds a photo to a case.
#[derive(Debug, Serialize)]
pub struct AddProof {
    /// Which case.
    pub opened: OpenedCase,
    /// The photo.
    pub picture: Picture,
}

impl Action for AddProof {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.add_proof";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (row, by) = open(act, self.opened).await?;
        add_proof(&row.case)?;
        let (community, now) = (act.community(), act.now());
        if store::photos_of(act, community, row.id).await?.len() >= MOST_PHOTOS {
            return Err(AppError::refused(
                "too_many_photos",
                format!("每件外部转办最多 {MOST_PHOTOS} 张照片"),
            ));
        }
        let blobs = act.platform().blobs();
        let bytes = self.picture.bytes.clone();
        let key = blobs
            .put(act, community, now, self.picture.media_type, bytes)
            .await?;
        let photo = ProofRow {
            id: act.new_id(),
            digest: key.0,
            media_type: self.picture.media_type.to_owned(),
            size_bytes: i64::try_from(self.picture.bytes.len()).unwrap_or(i64::MAX),
            cycle: row.case.cycle,
            added_by: by.person,
            added_at: now,
        };
        if !store::add_photo(act, community, row.id, &photo).await? {
            return Err(AppError::refused(
                "photo_already_there",
                "这张照片已经上传过，无需重复上传",
            ));
        }
        let written = entry("externalcase.proof_added", &row).body(&json!({
            "photo_id": photo.id,
            "sha256": key.to_hex(),
            "media_type": photo.media_type,
        }));
        let unchanged = row.case.clone();
        store_step(act, row, unchanged, written).await
    }
}
