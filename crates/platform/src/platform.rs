//! Everything the capabilities stand on, in one cheap handle.

use std::sync::Arc;

use zhishou_base::Instant;

use crate::blobs::Blobs;
use crate::clock::Clock;
use crate::db::{Db, Reader};
use crate::entropy::Entropy;
use crate::error::AppError;
use crate::events::Wakes;
use crate::failpoint::FailPoints;
use crate::obligations::OwnerResolver;
use crate::vault::Vault;

/// What an installation is made of; the seams that tests and the simulator replace.
pub struct PlatformParts {
    /// Where everything is stored.
    pub db: Db,
    /// Tells server time.
    pub clock: Arc<dyn Clock>,
    /// Draws identifiers, salts and tokens.
    pub entropy: Arc<dyn Entropy>,
    /// Seals fields.
    pub vault: Vault,
    /// Tells who answers for a post.
    pub owners: Arc<dyn OwnerResolver>,
}

/// The plumbing; clones share one inside.
#[derive(Clone)]
pub struct Platform(Arc<Inside>);

struct Inside {
    parts: PlatformParts,
    wakes: Wakes,
    fail_points: FailPoints,
}

impl Platform {
    /// Puts the parts together; holds no state beyond the database.
    pub fn new(parts: PlatformParts) -> Self {
        Self(Arc::new(Inside {
            parts,
            wakes: Wakes::default(),
            fail_points: FailPoints::default(),
        }))
    }

    /// The same installation on another clock, for the demo and for rehearsals.
    pub fn on_clock(&self, clock: Arc<dyn Clock>) -> Self {
        let parts = &self.0.parts;
        Self::new(PlatformParts {
            db: parts.db.clone(),
            clock,
            entropy: Arc::clone(&parts.entropy),
            vault: parts.vault.clone(),
            owners: Arc::clone(&parts.owners),
        })
    }

    /// The present instant, server time.
    pub fn now(&self) -> Instant {
        self.0.parts.clock.now()
    }

    /// The source of randomness.
    pub fn entropy(&self) -> &dyn Entropy {
        self.0.parts.entropy.as_ref()
    }

    /// The vault.
    pub fn vault(&self) -> &Vault {
        &self.0.parts.vault
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.parts.db
    }

    /// The store of attachments.
    pub fn blobs(&self) -> Blobs {
        Blobs
    }

    /// Who waits for news.
    pub fn wakes(&self) -> &Wakes {
        &self.0.wakes
    }

    /// Who answers for posts.
    pub fn owners(&self) -> &dyn OwnerResolver {
        self.0.parts.owners.as_ref()
    }

    /// Failures ordered by a test.
    pub fn fail_points(&self) -> &FailPoints {
        &self.0.fail_points
    }

    /// A snapshot for reading.
    ///
    /// # Errors
    /// No connection could be had.
    pub async fn read(&self) -> Result<Reader, AppError> {
        Ok(self.db().read().await?)
    }
}

/// A change that leaves no ledger entry: sessions, throttles and delivery attempts only.
pub struct Unrecorded(crate::db::Conn);

impl Platform {
    /// Begins a change that leaves no ledger entry.
    ///
    /// # Errors
    /// No connection could be had.
    pub async fn write_unrecorded(&self) -> Result<Unrecorded, AppError> {
        Ok(Unrecorded(self.db().write().await?))
    }
}

impl Unrecorded {
    /// Makes the change durable.
    ///
    /// # Errors
    /// The database failed; nothing is stored then.
    pub async fn commit(self) -> Result<(), AppError> {
        Ok(self.0.commit().await?)
    }
}

impl std::ops::Deref for Unrecorded {
    type Target = crate::db::Conn;
    fn deref(&self) -> &crate::db::Conn {
        &self.0
    }
}

impl std::ops::DerefMut for Unrecorded {
    fn deref_mut(&mut self) -> &mut crate::db::Conn {
        &mut self.0
    }
}
