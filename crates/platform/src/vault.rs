//! Encrypted fields, and digests that nobody can guess from. The key stays outside the database.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::entropy::Entropy;
use crate::error::AppError;
use crate::vault_key::key_of_file;

const NONCE_BYTES: usize = 24;
/// Keeps digests apart from whatever else is made with the key.
const DIGEST_DOMAIN: &[u8] = b"zhishou.vault.digest.v1";

/// Seals identity numbers and the like.
#[derive(Clone)]
pub struct Vault {
    key: [u8; 32],
}

impl Vault {
    /// A vault with a given key.
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// Reads the key file of an installation, making one at the first start.
    ///
    /// # Errors
    /// The file cannot be read or written, or does not hold 64 hex digits.
    pub fn open(path: &Path, entropy: &dyn Entropy) -> Result<Self, AppError> {
        key_of_file(path, entropy).map(Self::new)
    }

    /// HMAC-SHA256 of a secret under the key, in hexadecimal: tells two secrets apart without
    /// letting anybody who has the database alone try guesses. `context` says what it is of.
    pub fn digest(&self, context: &str, secret: &str) -> String {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&self.key)
            .expect("any length is a key");
        mac.update(DIGEST_DOMAIN);
        mac.update(&(context.len() as u64).to_be_bytes());
        mac.update(context.as_bytes());
        mac.update(secret.as_bytes());
        HEXLOWER.encode(&mac.finalize().into_bytes())
    }

    /// Encrypts `text`; `context` (table and column) must be the same when it is opened.
    ///
    /// # Errors
    /// The cipher refused, which only happens for absurd lengths.
    pub fn seal(
        &self,
        entropy: &dyn Entropy,
        context: &str,
        text: &str,
    ) -> Result<Vec<u8>, AppError> {
        let mut nonce = [0_u8; NONCE_BYTES];
        entropy.fill(&mut nonce);
        let payload = Payload {
            msg: text.as_bytes(),
            aad: context.as_bytes(),
        };
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| AppError::internal("a field could not be sealed"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what [`Self::seal`] gave.
    ///
    /// # Errors
    /// The bytes were altered, or belong to another key or context.
    pub fn open_sealed(&self, context: &str, sealed: &[u8]) -> Result<String, AppError> {
        let wrong = || AppError::internal("a sealed field does not open with this vault key");
        let (nonce, body) = sealed.split_at_checked(NONCE_BYTES).ok_or_else(wrong)?;
        let nonce: [u8; NONCE_BYTES] = nonce.try_into().map_err(|_| wrong())?;
        let payload = Payload {
            msg: body,
            aad: context.as_bytes(),
        };
        let text = self
            .cipher()
            .decrypt(&XNonce::from(nonce), payload)
            .map_err(|_| wrong())?;
        String::from_utf8(text).map_err(|_| wrong())
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::SeededEntropy;

    #[test]
    fn a_sealed_field_opens_only_with_its_key_and_context() {
        let entropy = SeededEntropy::new(1);
        let vault = Vault::new([7; 32]);
        let sealed = vault
            .seal(&entropy, "person.identity", "420101199001011234")
            .expect("sealed");
        assert!(!sealed.windows(6).any(|six| six == b"420101"));
        assert_eq!(
            vault
                .open_sealed("person.identity", &sealed)
                .expect("opened"),
            "420101199001011234"
        );
        assert!(vault.open_sealed("resident.identity", &sealed).is_err());
        assert!(
            Vault::new([8; 32])
                .open_sealed("person.identity", &sealed)
                .is_err()
        );
    }

    #[test]
    fn a_digest_tells_secrets_apart_and_belongs_to_key_and_context() {
        let vault = Vault::new([7; 32]);
        let digest = vault.digest("account.password", "night-duty-2026");
        assert_eq!(digest, vault.digest("account.password", "night-duty-2026"));
        for other in [
            vault.digest("account.password", "night-duty-2027"),
            vault.digest("account.pin", "night-duty-2026"),
            Vault::new([8; 32]).digest("account.password", "night-duty-2026"),
        ] {
            assert_ne!(digest, other);
        }
    }
}
