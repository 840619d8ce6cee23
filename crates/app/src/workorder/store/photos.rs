//! Photos of orders; their bytes are blobs of the platform.

use zhishou_base::{CommunityId, Instant, PersonId, PhotoId, WorkOrderId};
use zhishou_platform::{AppError, BlobKey, Blobs, Conn, DbError, Record, Row, sql};
use zhishou_rules::workorder::Stage;

/// A photo of an order.
#[derive(Debug, Clone)]
pub struct PhotoRow {
    /// Which one.
    pub id: PhotoId,
    /// The SHA-256 of its bytes.
    pub digest: [u8; 32],
    /// `image/jpeg`, `image/png` or `image/webp`.
    pub media_type: String,
    /// Its size.
    pub size_bytes: i64,
    /// Where the order stood when it was added.
    pub stage: Stage,
    /// Who added it.
    pub added_by: PersonId,
    /// When.
    pub added_at: Instant,
}

impl Record for PhotoRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            digest: row.get("digest")?,
            media_type: row.get("media_type")?,
            size_bytes: row.get("size_bytes")?,
            stage: row.parse("stage")?,
            added_by: row.get("added_by")?,
            added_at: row.get("added_at")?,
        })
    }
}

/// Stores a photo; tells whether the order did not have it yet.
pub async fn add_photo(
    conn: &mut Conn,
    community: CommunityId,
    order: WorkOrderId,
    photo: &PhotoRow,
) -> Result<bool, AppError> {
    let added = sql(
        "INSERT INTO work_order_photo (community_id, id, work_order_id, digest, media_type, \
         size_bytes, stage, added_by, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (community_id, work_order_id, digest) DO NOTHING",
    )
    .bind(community)
    .bind(photo.id)
    .bind(order)
    .bind(photo.digest)
    .bind(&photo.media_type)
    .bind(photo.size_bytes)
    .bind(photo.stage.as_str())
    .bind(photo.added_by)
    .bind(photo.added_at)
    .run(conn)
    .await?;
    Ok(added > 0)
}

/// The photos of an order, the oldest first.
pub async fn photos_of(
    conn: &mut Conn,
    community: CommunityId,
    order: WorkOrderId,
) -> Result<Vec<PhotoRow>, AppError> {
    Ok(sql(
        "SELECT id, digest, media_type, size_bytes, stage, added_by, added_at \
         FROM work_order_photo WHERE community_id = $1 AND work_order_id = $2 \
         ORDER BY added_at, id",
    )
    .bind(community)
    .bind(order)
    .all(conn)
    .await?)
}

/// One photo of an order.
pub async fn photo(
    conn: &mut Conn,
    community: CommunityId,
    order: WorkOrderId,
    id: PhotoId,
) -> Result<PhotoRow, AppError> {
    sql(
        "SELECT id, digest, media_type, size_bytes, stage, added_by, added_at \
         FROM work_order_photo WHERE community_id = $1 AND work_order_id = $2 AND id = $3",
    )
    .bind(community)
    .bind(order)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该照片" })
}

/// The bytes of a photo.
pub async fn bytes_of(
    conn: &mut Conn,
    community: CommunityId,
    photo: &PhotoRow,
) -> Result<Vec<u8>, AppError> {
    Blobs
        .get(conn, community, BlobKey(photo.digest))
        .await?
        .ok_or(AppError::NotFound { what: "该照片" })
}

/// Takes all photos of an order away: they show a home. Gives what they were.
pub async fn forget_photos(
    conn: &mut Conn,
    community: CommunityId,
    order: WorkOrderId,
) -> Result<Vec<BlobKey>, AppError> {
    let photos = photos_of(conn, community, order).await?;
    sql("DELETE FROM work_order_photo WHERE community_id = $1 AND work_order_id = $2")
        .bind(community)
        .bind(order)
        .run(conn)
        .await?;
    Ok(photos.iter().map(|photo| BlobKey(photo.digest)).collect())
}

/// Whether an order shows a photo.
///
/// # Errors
/// The database failed.
pub async fn shows_photo(
    conn: &mut Conn,
    community: CommunityId,
    key: BlobKey,
) -> Result<bool, AppError> {
    let (orders,): (i64,) = sql("SELECT COUNT(*) AS value FROM work_order_photo \
         WHERE community_id = $1 AND digest = $2")
    .bind(community)
    .bind(key.0)
    .one(conn)
    .await?;
    Ok(orders > 0)
}
