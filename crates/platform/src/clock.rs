//! The clock, injected everywhere; the wall clock is read here and nowhere else.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use zhishou_base::{Instant, Span};

/// Tells server time.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the wall clock is read"
    )]
    fn now(&self) -> Instant {
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Instant(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A clock that stands still until it is moved: for tests, the simulator and rehearsals.
#[derive(Debug, Clone)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// A clock standing at `at`.
    pub fn new(at: Instant) -> Self {
        Self(Arc::new(AtomicI64::new(at.0)))
    }

    /// Moves the clock to `at`, forwards or backwards.
    pub fn set(&self, at: Instant) {
        self.0.store(at.0, Ordering::SeqCst);
    }

    /// Moves the clock forward.
    pub fn advance(&self, span: Span) {
        self.0.fetch_add(span.0, Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

/// Waits in real time, for loops of the server that poll; business time never waits.
#[derive(Debug, Default, Clone, Copy)]
pub struct Pacer;

impl Pacer {
    /// Sleeps for `span` of real time.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the server waits"
    )]
    pub async fn pause(&self, span: Span) {
        let ms = u64::try_from(span.0).unwrap_or(0);
        tokio::time::sleep(Duration::from_millis(ms)).await;
    }
}
