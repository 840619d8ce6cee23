//! Opening the installation in a data folder: database, vault, application.

use std::io;
use std::path::Path;
use std::sync::Arc;

use zhishou_app::{App, AppParts};
use zhishou_base::{Instant, Span};
use zhishou_platform::{AppError, Clock, Db, ManualClock, SystemClock, SystemEntropy, Vault};

use crate::cli::{both, cause_zh};
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
    let folder = &config.data_dir;
    std::fs::create_dir_all(folder)
        .map_err(|error| AppError::internal(folder_refused(folder, &error)))?;
    Ok(match &config.database {
        Some(url) => Db::connect_postgres(url).await?,
        None => Db::open_sqlite(&folder.join(DATABASE_FILE))
            .await
            .map_err(|error| what_to_mend(config, error.into()))?,
    })
}

fn folder_refused(folder: &Path, error: &io::Error) -> String {
    let name = folder.display();
    both(
        format!(
            "数据文件夹 {name} 无法使用：{}。请用 --data-dir 换一个可写的文件夹，\
             或把它交给运行本程序的用户：chown -R 用户 {name}",
            cause_zh(error)
        ),
        format!(
            "data folder {name}: {error}; name a folder that can be written with --data-dir, or \
             give this one to the user who runs the program: chown -R USER {name}"
        ),
    )
}

/// Says which file to give to whom when SQLite may not write; any other error stays as it is.
pub fn what_to_mend(config: &Config, error: AppError) -> AppError {
    let text = error.to_string();
    let denied = ["readonly database", "unable to open database file"];
    if config.database.is_some() || !denied.iter().any(|words| text.contains(words)) {
        return error;
    }
    let file = config.data_dir.join(DATABASE_FILE);
    let (file, folder) = (file.display(), config.data_dir.display());
    AppError::internal(both(
        format!(
            "数据库 {file} 不可写。运行本程序的用户须能写它和所在的文件夹：\
             chown -R 用户 {folder} && chmod -R u+rwX {folder}；磁盘只读时先改为可写。"
        ),
        format!(
            "the database {file} cannot be written: the user who runs the program must be able to \
             write it and its folder: chown -R USER {folder} && chmod -R u+rwX {folder}; a disk \
             that is read-only must be made writable first"
        ),
    ))
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
            let path = path.display();
            return Err(both(
                format!("没有找到 {path}：请用 --data-dir 指定值守的数据文件夹。"),
                format!("{path} is missing: name the folder of the installation with --data-dir"),
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
    app.migrate()
        .await
        .map_err(|error| what_to_mend(config, error))?;
    Ok(app)
}
