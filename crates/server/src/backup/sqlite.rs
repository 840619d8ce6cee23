//! Backup and restore of a SQLite installation.

use std::path::Path;

use zhishou_platform::Db;
use zhishou_platform::db::copies::{copy_sqlite, sqlite_is_in_use};

use super::manifest::{Manifest, sha256_of};
use super::place::{Aside, Staged};
use super::{Contents, contents_of, snapshot};
use crate::installation::{DATABASE_FILE, VAULT_FILE};

/// Copies the database into `folder` while the server may be running, and tells what the copy
/// holds.
pub async fn copy(data_dir: &Path, folder: &Path) -> Result<Contents, String> {
    let source = data_dir.join(DATABASE_FILE);
    let target = folder.join(DATABASE_FILE);
    let db = open(&source).await?;
    let copied = copy_sqlite(&db, &target)
        .await
        .map_err(|error| format!("the database could not be copied: {error}"));
    db.close().await;
    copied?;
    // The heads are read from the copy, so that they belong to exactly what was copied.
    let copy = open(&target).await?;
    let contents = contents_of(&mut snapshot(&copy).await?).await;
    copy.close().await;
    make_private_and_durable(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    contents
}

async fn open(path: &Path) -> Result<Db, String> {
    Db::open_sqlite(path)
        .await
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn make_private_and_durable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    std::fs::File::open(path)?.sync_all()
}

/// Puts the backup in place of what the data folder holds.
pub async fn bring_back(
    data_dir: &Path,
    from: &Path,
    manifest: &Manifest,
    aside: &mut Aside,
) -> Result<(), String> {
    let database = data_dir.join(DATABASE_FILE);
    let existing = files_in_the_way(data_dir, from)?;
    if !existing.is_empty() {
        aside.require_allowed(&format!(
            "{} in {}",
            existing.join(", "),
            data_dir.display()
        ))?;
    }
    if database.exists() {
        refuse_running_server(&database).await?;
    }
    let names: Vec<&'static str> = [DATABASE_FILE, VAULT_FILE]
        .into_iter()
        .filter(|name| existing.iter().any(|there| there == name) || !data_dir.join(name).exists())
        .collect();
    let staged = Staged::copy(from, data_dir, manifest, &names)?;
    // What the check above folded away is no longer there to be moved.
    let existing = files_in_the_way(data_dir, from)?;
    aside.take_files(&existing)?;
    staged.put_in_place().map_err(|error| {
        format!(
            "{error}; the former files are in {}",
            aside.folder().display()
        )
    })
}

async fn refuse_running_server(database: &Path) -> Result<(), String> {
    match sqlite_is_in_use(database).await {
        Ok(true) => Err(format!(
            "{} is open in another process: stop the server first; nothing was changed",
            database.display()
        )),
        Ok(false) => Ok(()),
        // A damaged database may be the very reason for the restore; it is moved aside as it is.
        Err(error) => {
            tracing::warn!(%error, "the present database cannot be read");
            Ok(())
        }
    }
}

/// Files of the data folder that the backup would replace.
fn files_in_the_way(data_dir: &Path, from: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let name = format!("{DATABASE_FILE}{suffix}");
        if data_dir.join(&name).exists() {
            names.push(name);
        }
    }
    if vault_key_differs(data_dir, from)? {
        names.push(VAULT_FILE.to_owned());
    }
    Ok(names)
}

/// Whether the data folder has a vault key other than the backup's; the same one may stay.
pub fn vault_key_differs(data_dir: &Path, from: &Path) -> Result<bool, String> {
    let here = data_dir.join(VAULT_FILE);
    if !here.exists() {
        return Ok(false);
    }
    Ok(sha256_of(&here)? != sha256_of(&from.join(VAULT_FILE))?)
}
