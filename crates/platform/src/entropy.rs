//! Randomness, injected everywhere: identifiers, salts and tokens.

use std::sync::Mutex;

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};
use zhishou_base::Instant;

/// A source of random bytes.
pub trait Entropy: Send + Sync {
    /// Fills `bytes` with randomness.
    fn fill(&self, bytes: &mut [u8]);

    /// A UUIDv7: sorted by `now`, random in its rest.
    fn uuid(&self, now: Instant) -> Uuid {
        let mut random = [0_u8; 10];
        self.fill(&mut random);
        let millis = u64::try_from(now.0).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// The operating system's randomness.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where randomness is drawn"
    )]
    #[expect(
        clippy::expect_used,
        reason = "without randomness no token is safe: stop at once"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}

/// A reproducible stream for tests, the simulator and the demo; never for a real installation.
#[derive(Debug)]
pub struct SeededEntropy(Mutex<(u64, u64)>);

impl SeededEntropy {
    /// The stream that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new((seed, 0)))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            let mut hasher = Sha256::new();
            hasher.update(state.0.to_le_bytes());
            hasher.update(state.1.to_le_bytes());
            state.1 += 1;
            let block = hasher.finalize();
            for (to, from) in chunk.iter_mut().zip(block.iter()) {
                *to = *from;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_stream_and_ids_sort_by_time() {
        let (a, b) = (SeededEntropy::new(7), SeededEntropy::new(7));
        let first = a.uuid(Instant(1_000));
        assert_eq!(first, b.uuid(Instant(1_000)));
        assert!(first < a.uuid(Instant(2_000)));
        assert_ne!(a.uuid(Instant(1_000)), first);
    }
}
