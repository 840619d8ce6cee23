//! Pictures of contacts; their bytes are blobs of the platform. A correction keeps the number of
//! the entry it corrects, and with the number its pictures.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, ContactId, Instant, PersonId, PhotoId};
use zhishou_platform::{Act, AppError, BlobKey, Blobs, Conn, DbError, Record, Row, sql};

use super::contact::Contact;

/// A picture of a contact.
#[derive(Debug, Clone)]
pub struct ContactPhoto {
    /// Which one.
    pub id: PhotoId,
    /// The SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// Its size.
    pub size_bytes: i64,
    /// Who added it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Instant,
}

impl Record for ContactPhoto {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            digest: row.get("digest")?,
            media_type: row.get("media_type")?,
            size_bytes: row.get("size_bytes")?,
            added_by: row.get("added_by")?,
            added_at: row.get("added_at")?,
        })
    }
}

/// Stores a picture; tells whether the contact did not have it yet.
pub async fn add_photo(
    act: &mut Act,
    contact: ContactId,
    photo: &ContactPhoto,
) -> Result<bool, AppError> {
    let community = act.community();
    let added = sql(
        "INSERT INTO contact_photo (community_id, id, contact_id, digest, media_type, \
         size_bytes, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (community_id, contact_id, digest) DO NOTHING",
    )
    .bind(community)
    .bind(photo.id)
    .bind(contact)
    .bind(photo.digest)
    .bind(&photo.media_type)
    .bind(photo.size_bytes)
    .bind(photo.added_by)
    .bind(photo.added_at)
    .run(act)
    .await?;
    Ok(added > 0)
}

/// The pictures under the number of a contact, the oldest first.
pub async fn photos_of(
    conn: &mut Conn,
    community: CommunityId,
    number: &str,
) -> Result<Vec<ContactPhoto>, AppError> {
    Ok(sql(
        "SELECT p.id, p.digest, p.media_type, p.size_bytes, p.added_by, p.added_at \
         FROM contact_photo p \
         JOIN contact c ON c.community_id = p.community_id AND c.id = p.contact_id \
         WHERE p.community_id = $1 AND c.number = $2 ORDER BY p.added_at, p.id",
    )
    .bind(community)
    .bind(number)
    .all(conn)
    .await?)
}

struct NumberedPhoto {
    number: String,
    photo: PhotoId,
}

impl Record for NumberedPhoto {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            number: row.get("number")?,
            photo: row.get("id")?,
        })
    }
}

/// The pictures of a page of contacts by number, in one trip: a correction keeps the time as well.
pub async fn photos_of_contacts(
    conn: &mut Conn,
    community: CommunityId,
    contacts: &[Contact],
) -> Result<BTreeMap<String, Vec<PhotoId>>, AppError> {
    let times = || contacts.iter().map(|contact| contact.happened_at);
    let (Some(first), Some(last)) = (times().min(), times().max()) else {
        return Ok(BTreeMap::new());
    };
    let found: Vec<NumberedPhoto> = sql("SELECT c.number, p.id FROM contact_photo p \
         JOIN contact c ON c.community_id = p.community_id AND c.id = p.contact_id \
         WHERE p.community_id = $1 AND c.happened_at >= $2 AND c.happened_at <= $3 \
         ORDER BY p.added_at, p.id")
    .bind(community)
    .bind(first)
    .bind(last)
    .all(conn)
    .await?;
    let mut photos: BTreeMap<String, Vec<PhotoId>> = BTreeMap::new();
    for NumberedPhoto { number, photo } in found {
        photos.entry(number).or_default().push(photo);
    }
    Ok(photos)
}

/// The bytes of a picture.
pub async fn bytes_of(
    conn: &mut Conn,
    community: CommunityId,
    photo: &ContactPhoto,
) -> Result<Vec<u8>, AppError> {
    Blobs
        .get(conn, community, BlobKey(photo.digest))
        .await?
        .ok_or(AppError::NotFound { what: "该图片" })
}

/// Takes all pictures of a contact away: they show what people said. Gives what they were.
pub async fn forget_photos(act: &mut Act, contact: ContactId) -> Result<Vec<BlobKey>, AppError> {
    let community = act.community();
    let photos: Vec<ContactPhoto> = sql(
        "SELECT id, digest, media_type, size_bytes, added_by, added_at FROM contact_photo \
         WHERE community_id = $1 AND contact_id = $2 ORDER BY id",
    )
    .bind(community)
    .bind(contact)
    .all(act)
    .await?;
    sql("DELETE FROM contact_photo WHERE community_id = $1 AND contact_id = $2")
        .bind(community)
        .bind(contact)
        .run(act)
        .await?;
    Ok(photos.iter().map(|photo| BlobKey(photo.digest)).collect())
}

/// Whether a contact shows a photo.
///
/// # Errors
/// The database failed.
pub async fn shows_photo(
    conn: &mut Conn,
    community: CommunityId,
    key: BlobKey,
) -> Result<bool, AppError> {
    let (contacts,): (i64,) = sql("SELECT COUNT(*) AS value FROM contact_photo \
         WHERE community_id = $1 AND digest = $2")
    .bind(community)
    .bind(key.0)
    .one(conn)
    .await?;
    Ok(contacts > 0)
}
