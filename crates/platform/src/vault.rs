//! Encrypted fields. The key stays outside the database.

use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;

use crate::entropy::Entropy;
use crate::error::AppError;

const NONCE_BYTES: usize = 24;

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
        if let Ok(text) = std::fs::read_to_string(path) {
            let key = HEXLOWER
                .decode(text.trim().as_bytes())
                .ok()
                .and_then(|k| k.try_into().ok());
            return key.map(Self::new).ok_or_else(|| {
                AppError::internal(format!(
                    "{} is not a vault key (64 hex digits)",
                    path.display()
                ))
            });
        }
        let mut key = [0_u8; 32];
        entropy.fill(&mut key);
        write_private(path, &HEXLOWER.encode(&key)).map_err(|error| {
            AppError::internal(format!(
                "the vault key {} cannot be read or written: {error}; give it and its folder to \
                 the user who runs the program",
                path.display()
            ))
        })?;
        Ok(Self::new(key))
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

/// Writes a new file that only its owner can read, whole or not at all: it gets its name, which
/// nobody else may have taken, only when it is on the disk.
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    let unfinished = path.with_extension("unfinished");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(&unfinished)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    std::fs::hard_link(&unfinished, path)?;
    std::fs::remove_file(&unfinished)
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
    fn the_key_file_is_made_once_and_read_again() {
        let folder = std::env::temp_dir().join(format!("zhishou-vault-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("vault.key");
        let first = Vault::open(&path, &SeededEntropy::new(1)).expect("made");
        let second = Vault::open(&path, &SeededEntropy::new(2)).expect("read");
        assert_eq!(first.key, second.key);
        std::fs::remove_dir_all(&folder).expect("removed");
    }
}
