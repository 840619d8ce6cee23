//! Erasable text beside the ledger: what people said, and personal data.

use data_encoding::HEXLOWER;
use serde_json::{Value as Json, json};
use zhishou_base::{CommunityId, SecretId};

use super::hash::secret_digest;
use crate::db::{Conn, DbError, Record, Row, sql};

/// A text that was kept beside the ledger; the entry holds its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// Where the text is kept.
    pub id: SecretId,
    digest: [u8; 32],
}

impl Secret {
    pub(super) fn to_json(&self) -> Json {
        json!({ "id": self.id, "hmac": HEXLOWER.encode(&self.digest) })
    }

    /// Reads what [`Self::to_json`] wrote.
    pub(super) fn from_json(value: &Json) -> Option<Self> {
        let id = value.get("id")?.as_str()?.parse().ok()?;
        let digest = HEXLOWER
            .decode(value.get("hmac")?.as_str()?.as_bytes())
            .ok()?;
        Some(Self {
            id,
            digest: digest.try_into().ok()?,
        })
    }

    /// Whether salt and text still give the digest of the entry.
    pub(super) fn matches(&self, kept: &KeptSecret) -> bool {
        secret_digest(&kept.salt, &kept.text) == self.digest
    }
}

/// A row of `ledger_secret`.
pub(super) struct KeptSecret {
    pub(super) id: SecretId,
    pub(super) salt: Vec<u8>,
    pub(super) text: String,
}

impl Record for KeptSecret {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            salt: row.get("salt")?,
            text: row.get("text")?,
        })
    }
}

/// Stores `text` with its salt.
pub(crate) async fn keep_secret(
    conn: &mut Conn,
    community: CommunityId,
    id: SecretId,
    salt: [u8; 32],
    text: &str,
) -> Result<Secret, DbError> {
    sql("INSERT INTO ledger_secret (community_id, id, salt, text) VALUES ($1, $2, $3, $4)")
        .bind(community)
        .bind(id)
        .bind(salt)
        .bind(text)
        .run(conn)
        .await?;
    Ok(Secret {
        id,
        digest: secret_digest(&salt, text),
    })
}
