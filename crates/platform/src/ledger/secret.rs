//! Erasable text beside the ledger: what people said, and personal data.

use data_encoding::HEXLOWER;
use serde_json::{Value as Json, json};
use zhishou_base::{CommunityId, SecretId};

use super::hash::secret_digest;
use crate::db::{Conn, DbError, Record, Row, Value, insert_rows};

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

/// A text with its salt, on its way to the database.
pub(crate) struct NewSecret {
    id: SecretId,
    salt: [u8; 32],
    text: String,
}

impl NewSecret {
    pub(crate) fn new(id: SecretId, salt: [u8; 32], text: &str) -> Self {
        let text = text.to_owned();
        Self { id, salt, text }
    }

    /// What the entry holds of it.
    pub(crate) fn digested(&self) -> Secret {
        Secret {
            id: self.id,
            digest: secret_digest(&self.salt, &self.text),
        }
    }
}

/// Stores texts with their salts.
pub(crate) async fn keep_secrets(
    conn: &mut Conn,
    community: CommunityId,
    secrets: Vec<NewSecret>,
) -> Result<(), DbError> {
    let rows = secrets.into_iter().map(|secret| {
        vec![
            Value::from(community),
            Value::from(secret.id),
            Value::from(secret.salt),
            Value::from(secret.text),
        ]
    });
    let head = "INSERT INTO ledger_secret (community_id, id, salt, text)";
    if let Some(insert) = insert_rows(head, rows.collect(), "") {
        insert.run(conn).await?;
    }
    Ok(())
}
