//! The hash of one entry: a domain tag with version, then every column, length-prefixed.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The hash before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

const DOMAIN: &[u8] = b"zhishou.ledger.v1";

/// Feeds columns so that no two different rows give the same bytes.
pub(super) struct RowHasher(Sha256);

impl RowHasher {
    pub(super) fn new() -> Self {
        let mut hasher = Sha256::new();
        hasher.update(DOMAIN);
        Self(hasher)
    }

    pub(super) fn bytes(mut self, value: &[u8]) -> Self {
        self.0.update([1]);
        self.0.update((value.len() as u64).to_be_bytes());
        self.0.update(value);
        self
    }

    pub(super) fn optional(mut self, value: Option<&[u8]>) -> Self {
        match value {
            Some(value) => self.bytes(value),
            None => {
                self.0.update([0]);
                self
            }
        }
    }

    pub(super) fn int(self, value: i64) -> Self {
        self.bytes(&value.to_be_bytes())
    }

    pub(super) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// HMAC-SHA256 of an erasable text under its own salt.
///
/// With salt and text gone nothing about the text can be guessed from the digest.
pub(super) fn secret_digest(salt: &[u8], text: &str) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha256>::new_from_slice(salt).expect("any length is a key");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}
