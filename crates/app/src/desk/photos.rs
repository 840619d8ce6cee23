//! Pictures of contacts, such as a screenshot of the owners' group.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{ContactId, PhotoId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::desk::add_photo;
use zhishou_rules::privacy::ERASED;

use super::store::{self, ContactPhoto};
use crate::action::Action;
use crate::http::Picture;

/// Adds a picture to a contact.
#[derive(Debug, Serialize)]
pub struct AddContactPhoto {
    /// Which contact.
    pub contact: ContactId,
    /// The picture.
    pub picture: Picture,
}

impl Action for AddContactPhoto {
    type Outcome = PhotoId;
    const NAME: &'static str = "desk.add_contact_photo";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<PhotoId, AppError> {
        let (community, now) = (act.community(), act.now());
        let contact = store::contact(act, community, self.contact).await?;
        let already = store::photos_of(act, community, &contact.number).await?;
        add_photo(contact.content == ERASED, already.len())?;
        let added_by = act
            .actor()
            .person
            .ok_or_else(|| AppError::forbidden("请用个人账号登录后上传图片"))?;
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
        let photo = ContactPhoto {
            id: act.new_id(),
            digest: key.0,
            media_type: self.picture.media_type.to_owned(),
            size_bytes: i64::try_from(self.picture.bytes.len()).unwrap_or(i64::MAX),
            added_by,
            added_at: now,
        };
        if !store::add_photo(act, contact.id, &photo).await? {
            return Err(AppError::refused(
                "photo_already_there",
                "这张照片已经上传过，无需重复上传",
            ));
        }
        let entry = Entry::new("desk.photo_added")
            .subject("contact", contact.id.subject())
            .post(contact.post)
            .body(&json!({
                "number": contact.number,
                "photo_id": photo.id,
                "sha256": key.to_hex(),
                "media_type": photo.media_type,
            }));
        act.record(entry).await?;
        Ok(photo.id)
    }
}
