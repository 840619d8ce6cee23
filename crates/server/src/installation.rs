//! Opening the installation in a data folder: database, vault, application.

use std::sync::Arc;

use zhishou_app::{App, AppParts};
use zhishou_base::{Instant, Span};
use zhishou_platform::{AppError, Clock, Db, ManualClock, SystemClock, SystemEntropy, Vault};

use crate::config::Config;

/// A clock that a rehearsal can move: the machine's clock and a shift.
#[derive(Debug, Clone)]
pub struct RehearsalClock {
    shift: ManualClock,
}

impl Default for RehearsalClock {
    fn default() -> Self {
        Self {
            shift: ManualClock::new(Instant(0)),
        }
    }
}

impl RehearsalClock {
    /// Lets it be `at` now; it runs on from there.
    pub fn set(&self, at: Instant) {
        self.shift.set(Instant(at.since(SystemClock.now()).0));
    }
}

impl Clock for RehearsalClock {
    fn now(&self) -> Instant {
        SystemClock.now() + Span(self.shift.now().0)
    }
}

/// Name of the SQLite file in the data folder.
pub const DATABASE_FILE: &str = "zhishou.db";
/// Name of the vault key in the data folder.
pub const VAULT_FILE: &str = "vault.key";

/// Opens the database of an installation, creating the data folder when it is missing.
///
/// # Errors
/// The folder or the database cannot be used.
pub async fn open_database(config: &Config) -> Result<Db, AppError> {
    std::fs::create_dir_all(&config.data_dir).map_err(|error| {
        AppError::internal(format!(
            "data folder {}: {error}",
            config.data_dir.display()
        ))
    })?;
    Ok(match &config.database {
        Some(url) => Db::connect_postgres(url).await?,
        None => Db::open_sqlite(&config.data_dir.join(DATABASE_FILE)).await?,
    })
}

/// Refuses a data folder without an installation, for commands that must not begin one.
///
/// # Errors
/// The SQLite database or the vault key is missing.
pub fn require_existing(config: &Config) -> Result<(), String> {
    let mut needed = vec![VAULT_FILE];
    if config.database.is_none() {
        needed.insert(0, DATABASE_FILE);
    }
    for name in needed {
        let path = config.data_dir.join(name);
        if !path.exists() {
            return Err(format!(
                "{} is missing: name the folder of the installation with --data-dir",
                path.display()
            ));
        }
    }
    Ok(())
}

/// Opens an installation as it is, without bringing its schema up to date.
///
/// # Errors
/// The database or the vault key cannot be used.
pub async fn open(config: &Config, clock: Arc<dyn Clock>) -> Result<App, AppError> {
    let db = open_database(config).await?;
    let vault = Vault::open(&config.data_dir.join(VAULT_FILE), &SystemEntropy)?;
    Ok(App::new(AppParts {
        db,
        clock,
        entropy: Arc::new(SystemEntropy),
        vault,
        config: config.app.clone(),
    }))
}

/// Opens an installation and brings its schema up to date.
///
/// # Errors
/// As [`open`], or a migration failed; nothing is changed then.
pub async fn open_and_migrate(config: &Config, clock: Arc<dyn Clock>) -> Result<App, AppError> {
    let app = open(config, clock).await?;
    app.migrate().await?;
    Ok(app)
}
