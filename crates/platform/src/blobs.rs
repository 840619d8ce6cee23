//! Photos and other attachments, stored in the database so that a backup is one thing.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use zhishou_base::{CommunityId, Instant};

use crate::db::{Conn, DbError, sql};

/// The SHA-256 of an attachment's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlobKey(pub [u8; 32]);

impl BlobKey {
    /// The digest in hex, as ledger entries name it.
    pub fn to_hex(self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

/// The store of attachments, by digest, per community.
#[derive(Debug, Default, Clone, Copy)]
pub struct Blobs;

impl Blobs {
    /// Stores bytes; the same bytes are stored once.
    pub async fn put(
        self,
        conn: &mut Conn,
        community: CommunityId,
        at: Instant,
        media_type: &str,
        bytes: Vec<u8>,
    ) -> Result<BlobKey, DbError> {
        let key = BlobKey(Sha256::digest(&bytes).into());
        sql(
            "INSERT INTO blob (community_id, digest, media_type, stored_at, bytes) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (community_id, digest) DO NOTHING",
        )
        .bind(community)
        .bind(key.0)
        .bind(media_type)
        .bind(at)
        .bind(bytes)
        .run(conn)
        .await?;
        Ok(key)
    }

    /// The bytes of an attachment.
    pub async fn get(
        self,
        conn: &mut Conn,
        community: CommunityId,
        key: BlobKey,
    ) -> Result<Option<Vec<u8>>, DbError> {
        let row: Option<(Vec<u8>,)> =
            sql("SELECT bytes AS value FROM blob WHERE community_id = $1 AND digest = $2")
                .bind(community)
                .bind(key.0)
                .optional(conn)
                .await?;
        Ok(row.map(|(bytes,)| bytes))
    }

    /// Deletes an attachment; nothing may name it any more.
    pub async fn remove(
        self,
        conn: &mut Conn,
        community: CommunityId,
        key: BlobKey,
    ) -> Result<(), DbError> {
        sql("DELETE FROM blob WHERE community_id = $1 AND digest = $2")
            .bind(community)
            .bind(key.0)
            .run(conn)
            .await?;
        Ok(())
    }
}
