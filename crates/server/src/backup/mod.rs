//! Copies of an installation: what a backup folder holds, how it is written and brought back.
//!
//! A backup is a folder with the database (a SQLite file or a PostgreSQL dump), the vault key
//! and `manifest.json`. It is written beside its name and renamed when complete, so that a
//! folder with that name is always whole.

mod folder;
mod manifest;
mod place;
mod postgres;
mod postgres_tools;
mod sqlite;

pub use folder::NewFolder;
pub use manifest::{Engine, Manifest, Unfit};
pub use place::Aside;

use std::path::Path;

use zhishou_platform::ledger::heads;
use zhishou_platform::migrate::schema_version;
use zhishou_platform::{Clock, Db, Reader, SystemClock};

use crate::config::Config;
use crate::installation::{DATABASE_FILE, VAULT_FILE, require_existing};

/// Name of the PostgreSQL dump in a backup folder.
pub const DUMP_FILE: &str = "zhishou.dump";

/// Writes a complete backup into `folder` and tells what it holds.
///
/// # Errors
/// A sentence about what is missing or failed; the folder is then of no use.
pub async fn write_backup(config: &Config, folder: &Path) -> Result<Manifest, String> {
    require_existing(config)?;
    place::copy_private(&config.data_dir.join(VAULT_FILE), &folder.join(VAULT_FILE))?;
    let (engine, contents) = match &config.database {
        None => (
            Engine::Sqlite,
            sqlite::copy(&config.data_dir, folder).await?,
        ),
        Some(url) => postgres::dump(url, folder).await?,
    };
    let mut manifest = Manifest::new(engine, contents, SystemClock.now());
    manifest.describe_files(folder)?;
    manifest.write(folder)?;
    Ok(manifest)
}

/// Puts a checked backup in place of whatever the installation holds.
///
/// # Errors
/// A sentence about why not; the installation is then as it was, or the sentence says where
/// its parts are.
pub async fn bring_back(
    config: &Config,
    from: &Path,
    manifest: &Manifest,
    aside: &mut Aside,
) -> Result<(), String> {
    match (&manifest.engine, &config.database) {
        (Engine::Sqlite, None) => sqlite::bring_back(&config.data_dir, from, manifest, aside).await,
        (Engine::Postgres { schema }, Some(url)) => {
            postgres::bring_back(url, schema, &config.data_dir, from, manifest, aside).await
        }
        (Engine::Sqlite, Some(_)) => Err(
            "this backup is of a SQLite installation, but --database (or ZHISHOU_DATABASE, or \
             the settings file) names a PostgreSQL: leave that setting out"
                .to_owned(),
        ),
        (Engine::Postgres { .. }, None) => Err(
            "this backup is of a PostgreSQL installation: name the database to restore into \
             with ZHISHOU_DATABASE"
                .to_owned(),
        ),
    }
}

/// What of the data a manifest tells.
pub struct Contents {
    /// Schema version of the data.
    pub schema_version: i64,
    /// Heads of the ledger, one a chain.
    pub chains: Vec<zhishou_platform::ledger::ChainHead>,
}

/// Reads the contents from one snapshot.
async fn contents_of(reader: &mut Reader) -> Result<Contents, String> {
    let schema_version = schema_version(reader)
        .await
        .map_err(|error| error.to_string())?
        .ok_or("there are no Zhishou data in this database: nothing to back up")?;
    let chains = heads(reader).await.map_err(|error| error.to_string())?;
    Ok(Contents {
        schema_version,
        chains,
    })
}

async fn snapshot(db: &Db) -> Result<Reader, String> {
    db.read().await.map_err(|error| error.to_string())
}

/// The file of a backup that holds the data.
fn data_file(engine: &Engine) -> &'static str {
    match engine {
        Engine::Sqlite => DATABASE_FILE,
        Engine::Postgres { .. } => DUMP_FILE,
    }
}
