//! The application object. It holds no hidden state: a killed process is an
//! `App` dropped and built again on the same database, and two instances are
//! two of them on one database.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use zhishou_platform::{
    AppError, Clock, Db, Entropy, PasswordCost, Platform, PlatformParts, Vault,
};

use crate::coverage::{self, PostHolders};
use crate::schema::migrations;

/// What an application is made of.
pub struct AppParts {
    /// Where everything is stored.
    pub db: Db,
    /// Tells server time.
    pub clock: Arc<dyn Clock>,
    /// Draws identifiers, salts and tokens.
    pub entropy: Arc<dyn Entropy>,
    /// Seals fields.
    pub vault: Vault,
    /// Settings of the installation.
    pub config: AppConfig,
}

/// Settings of the installation that the capabilities need.
#[derive(Debug, Clone)]
pub struct AppConfig {
    /// Cookies carry `Secure`: set when people reach the server by https.
    pub secure_cookies: bool,
    /// A proxy in front adds `X-Forwarded-For`, whose last address is the caller's.
    pub behind_proxy: bool,
    /// How long a session lives after it was last used, in hours.
    pub session_hours: u32,
    /// The largest request body, in bytes; photos have to fit.
    pub upload_limit_bytes: usize,
    /// What hashing a password or PIN costs.
    pub password_cost: PasswordCost,
}

impl Default for AppConfig {
    fn default() -> Self {
        Self {
            secure_cookies: false,
            behind_proxy: false,
            session_hours: 72,
            upload_limit_bytes: 10 * 1024 * 1024,
            password_cost: PasswordCost::default(),
        }
    }
}

/// The whole application; clones share one inside.
#[derive(Clone)]
pub struct App {
    platform: Platform,
    config: Arc<AppConfig>,
    held: Arc<AtomicUsize>,
}

/// While it lives, this instance does not tick.
pub struct TicksHeld(Arc<AtomicUsize>);

impl Drop for TicksHeld {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl App {
    /// Puts the parts together.
    pub fn new(parts: AppParts) -> Self {
        let platform = Platform::new(PlatformParts {
            db: parts.db,
            clock: parts.clock,
            entropy: parts.entropy,
            vault: parts.vault,
            owners: Arc::new(PostHolders),
        });
        Self {
            platform,
            config: Arc::new(parts.config),
            held: Arc::default(),
        }
    }

    /// The same installation on another clock, for the demo and for rehearsals.
    pub fn on_clock(&self, clock: Arc<dyn Clock>) -> Self {
        Self {
            platform: self.platform.on_clock(clock),
            config: Arc::clone(&self.config),
            held: Arc::default(),
        }
    }

    /// Keeps this instance from ticking while a history is played in: seen from now,
    /// every deadline of the history would have passed.
    pub fn hold_ticks(&self) -> TicksHeld {
        self.held.fetch_add(1, Ordering::SeqCst);
        TicksHeld(Arc::clone(&self.held))
    }

    /// The plumbing.
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// Settings of the installation.
    pub fn config(&self) -> &AppConfig {
        &self.config
    }

    /// Brings the schema of the database to this program's version.
    ///
    /// # Errors
    /// A step failed, or the database is newer than the program; nothing is changed then.
    pub async fn migrate(&self) -> Result<i64, AppError> {
        let now = self.platform.now();
        let steps = migrations();
        Ok(zhishou_platform::migrate::migrate(self.platform.db(), &steps, now).await?)
    }

    /// Runs everything that is due once: planners of the capabilities, then the engine.
    /// Idempotent; several instances may do it at the same time. Deadlines are looked at
    /// whatever planning said: what nobody planned must not silence what is overdue.
    ///
    /// # Errors
    /// The first failure; what was committed stays, the rest is done next time.
    pub async fn tick(&self) -> Result<(), AppError> {
        if self.held.load(Ordering::SeqCst) > 0 {
            return Ok(());
        }
        let planned = coverage::tick(self, self.platform.now()).await;
        let looked = self.platform.run_obligations().await;
        let swept = self.platform.sweep_answers().await;
        planned.map(drop).and(looked.map(drop)).and(swept.map(drop))
    }
}
