//! Photos that prove replies; their bytes are blobs of the platform.

use zhishou_base::{CommunityId, ExternalCaseId, Instant, PersonId, PhotoId};
use zhishou_platform::{AppError, BlobKey, Blobs, Conn, DbError, Record, Row, sql};

/// A photo of a case.
#[derive(Debug, Clone)]
pub struct ProofRow {
    /// Which one.
    pub id: PhotoId,
    /// The SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// Its size.
    pub size_bytes: i64,
    /// For the reply of which cycle.
    pub cycle: u32,
    /// Who added it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Instant,
}

impl Record for ProofRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            digest: row.get("digest")?,
            media_type: row.get("media_type")?,
            size_bytes: row.get("size_bytes")?,
            cycle: row.get("cycle")?,
            added_by: row.get("added_by")?,
            added_at: row.get("added_at")?,
        })
    }
}

/// Stores a photo; tells whether the cycle did not have it yet.
pub async fn add_photo(
    conn: &mut Conn,
    community: CommunityId,
    case: ExternalCaseId,
    photo: &ProofRow,
) -> Result<bool, AppError> {
    let added = sql(
        "INSERT INTO external_case_photo (community_id, id, external_case_id, digest, \
         media_type, size_bytes, cycle, added_by, added_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (community_id, external_case_id, cycle, digest) DO NOTHING",
    )
    .bind(community)
    .bind(photo.id)
    .bind(case)
    .bind(photo.digest)
    .bind(&photo.media_type)
    .bind(photo.size_bytes)
    .bind(photo.cycle)
    .bind(photo.added_by)
    .bind(photo.added_at)
    .run(conn)
    .await?;
    Ok(added > 0)
}

/// The photos of a case, the oldest first.
pub async fn photos_of(
    conn: &mut Conn,
    community: CommunityId,
    case: ExternalCaseId,
) -> Result<Vec<ProofRow>, AppError> {
    Ok(sql(
        "SELECT id, digest, media_type, size_bytes, cycle, added_by, added_at \
         FROM external_case_photo WHERE community_id = $1 AND external_case_id = $2 \
         ORDER BY added_at, id",
    )
    .bind(community)
    .bind(case)
    .all(conn)
    .await?)
}

/// One photo of a case.
pub async fn photo(
    conn: &mut Conn,
    community: CommunityId,
    case: ExternalCaseId,
    id: PhotoId,
) -> Result<ProofRow, AppError> {
    sql(
        "SELECT id, digest, media_type, size_bytes, cycle, added_by, added_at \
         FROM external_case_photo WHERE community_id = $1 AND external_case_id = $2 AND id = $3",
    )
    .bind(community)
    .bind(case)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该照片" })
}

/// The bytes of a photo.
pub async fn bytes_of(
    conn: &mut Conn,
    community: CommunityId,
    photo: &ProofRow,
) -> Result<Vec<u8>, AppError> {
    Blobs
        .get(conn, community, BlobKey(photo.digest))
        .await?
        .ok_or(AppError::NotFound { what: "该照片" })
}

/// Takes all photos of a case away: they show a home. Gives what they were.
pub async fn forget_photos(
    conn: &mut Conn,
    community: CommunityId,
    case: ExternalCaseId,
) -> Result<Vec<BlobKey>, AppError> {
    let photos = photos_of(conn, community, case).await?;
    sql("DELETE FROM external_case_photo WHERE community_id = $1 AND external_case_id = $2")
        .bind(community)
        .bind(case)
        .run(conn)
        .await?;
    Ok(photos.iter().map(|photo| BlobKey(photo.digest)).collect())
}

/// Whether a case shows a photo.
///
/// # Errors
/// The database failed.
pub async fn shows_photo(
    conn: &mut Conn,
    community: CommunityId,
    key: BlobKey,
) -> Result<bool, AppError> {
    let (cases,): (i64,) = sql("SELECT COUNT(*) AS value FROM external_case_photo \
         WHERE community_id = $1 AND digest = $2")
    .bind(community)
    .bind(key.0)
    .one(conn)
    .await?;
    Ok(cases > 0)
}
