//! Passwords and PINs: argon2id, computed off the async threads.

use std::num::NonZero;
use std::sync::LazyLock;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash as Phc};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::entropy::Entropy;
use crate::error::AppError;

/// The PHC string of a hashed password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasswordHash(pub String);

/// What one guess at a password costs. A stored hash names its own cost and is checked at that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl PasswordCost {
    /// The least that argon2 accepts: for tests, which guard nothing and sign in all day.
    pub const LEAST: Self = Self {
        memory_kib: 8,
        passes: 1,
    };
}

impl Default for PasswordCost {
    /// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
    fn default() -> Self {
        Self {
            memory_kib: 19 * 1024,
            passes: 2,
        }
    }
}

fn hasher(cost: PasswordCost) -> Result<Argon2<'static>, AppError> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, None).map_err(AppError::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password with a fresh salt.
///
/// # Errors
/// The computation failed, for want of memory.
pub async fn hash_password(
    entropy: &dyn Entropy,
    cost: PasswordCost,
    password: String,
) -> Result<PasswordHash, AppError> {
    let mut salt = [0_u8; 16];
    entropy.fill(&mut salt);
    off_the_async_threads(move || {
        let hash = hasher(cost)?
            .hash_password_with_salt(password.as_bytes(), &salt)
            .map_err(|error| AppError::internal(error.to_string()))?;
        Ok(PasswordHash(hash.to_string()))
    })
    .await
}

/// Whether a password belongs to a hash. `None` (no such account) takes as long as the check of a
/// hash of this cost.
///
/// # Errors
/// The computation failed, or the stored hash is not one.
pub async fn verify_password(
    cost: PasswordCost,
    hash: Option<PasswordHash>,
    password: String,
) -> Result<bool, AppError> {
    off_the_async_threads(move || {
        let Some(PasswordHash(text)) = hash else {
            // A stranger must not learn from the time taken which accounts exist.
            let _decoy = hasher(cost)?.hash_password_with_salt(password.as_bytes(), &[7; 16]);
            return Ok(false);
        };
        let parsed = Phc::new(&text).map_err(|error| AppError::internal(error.to_string()))?;
        Ok(hasher(cost)?
            .verify_password(password.as_bytes(), &parsed)
            .is_ok())
    })
    .await
}

async fn off_the_async_threads<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let place = places().acquire().await.map_err(AppError::internal)?;
    tokio::task::spawn_blocking(move || {
        // Held until the work is done, even if whoever asked has gone away meanwhile.
        let _place = place;
        work()
    })
    .await
    .map_err(AppError::internal)?
}

/// As many places as processors. More at once would be no faster, and each takes its 19 MiB:
/// a burst of attempts from outside must wait, not fill the memory.
fn places() -> &'static Semaphore {
    static PLACES: LazyLock<Semaphore> = LazyLock::new(|| {
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        Semaphore::new(processors)
    });
    &PLACES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entropy::SeededEntropy;

    #[tokio::test]
    async fn a_password_opens_its_own_hash_only() {
        let (entropy, cost) = (SeededEntropy::new(1), PasswordCost::default());
        let hash = hash_password(&entropy, cost, "南门-8848".to_owned())
            .await
            .expect("hashed");
        assert!(
            hash.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash:?}"
        );
        assert!(
            verify_password(cost, Some(hash.clone()), "南门-8848".to_owned())
                .await
                .expect("checked")
        );
        assert!(
            !verify_password(cost, Some(hash), "南门-8849".to_owned())
                .await
                .expect("checked")
        );
        assert!(
            !verify_password(cost, None, "南门-8848".to_owned())
                .await
                .expect("checked")
        );
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_burst_is_computed_a_few_at_a_time() {
        use std::sync::Arc;
        use std::sync::atomic::{AtomicUsize, Ordering};

        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let burst: Vec<_> = (0..40)
            .map(|_| {
                let (running, most) = (Arc::clone(&running), Arc::clone(&most));
                tokio::spawn(off_the_async_threads(move || {
                    let now = running.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(now, Ordering::SeqCst);
                    let _slow =
                        hasher(PasswordCost::default())?.hash_password_with_salt(b"slow", &[7; 16]);
                    running.fetch_sub(1, Ordering::SeqCst);
                    Ok(())
                }))
            })
            .collect();
        for one in burst {
            one.await.expect("joined").expect("done");
        }
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        assert!(most.load(Ordering::SeqCst) <= processors);
    }
}
