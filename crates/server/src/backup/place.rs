//! Putting files in place of others: copied and checked first, then exchanged by renaming.

use std::fs::{DirBuilder, OpenOptions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use zhishou_base::{Instant, UtcOffset};

use super::folder::sync_folder;
use super::manifest::{Manifest, sha256_of};

/// Where what a restore replaces is kept; nothing is ever deleted.
#[derive(Debug)]
pub struct Aside {
    stamp: String,
    data_dir: PathBuf,
    allowed: bool,
    /// What was moved where, for the report.
    pub moved: Vec<String>,
}

impl Aside {
    /// A place named after the instant of the restore.
    pub fn new(data_dir: &Path, now: Instant, allowed: bool) -> Self {
        Self {
            stamp: stamp(now),
            data_dir: data_dir.to_owned(),
            allowed,
            moved: Vec::new(),
        }
    }

    /// Refuses to go on over existing data unless that was asked for.
    ///
    /// # Errors
    /// Data are there and `--replace` is not.
    pub fn require_allowed(&self, what: &str) -> Result<(), String> {
        if self.allowed {
            return Ok(());
        }
        Err(format!(
            "{what} exists already; nothing was changed. Restore into an empty folder, or add \
             --replace: what is there now is then moved aside, not deleted"
        ))
    }

    /// The folder for replaced files.
    pub fn folder(&self) -> PathBuf {
        self.data_dir.join(format!("before-restore-{}", self.stamp))
    }

    /// The PostgreSQL schema for the replaced tables of `schema`.
    pub fn schema(&self, schema: &str) -> String {
        // PostgreSQL cuts names at 63 bytes, which must not cost the stamp.
        let begin: String = schema.chars().filter(char::is_ascii).take(30).collect();
        format!("{begin}_before_restore_{}", self.stamp.to_lowercase())
    }

    /// Moves files of the data folder aside.
    ///
    /// # Errors
    /// The disk refused; the sentence names the file.
    pub fn take_files(&mut self, names: &[String]) -> Result<(), String> {
        if names.is_empty() {
            return Ok(());
        }
        let folder = self.folder();
        DirBuilder::new()
            .mode(0o700)
            .create(&folder)
            .map_err(|error| format!("folder {}: {error}", folder.display()))?;
        for name in names {
            rename(&self.data_dir.join(name), &folder.join(name))?;
        }
        self.moved
            .push(format!("{} to {}", names.join(", "), folder.display()));
        Ok(())
    }
}

/// Files of a backup, copied beside their place and checked again.
pub struct Staged {
    folder: PathBuf,
    data_dir: PathBuf,
    names: Vec<&'static str>,
}

impl Staged {
    /// Copies the named files of a backup into a folder inside the data folder.
    ///
    /// # Errors
    /// A file cannot be copied, or its copy is not what the manifest says.
    pub fn copy(
        from: &Path,
        data_dir: &Path,
        manifest: &Manifest,
        names: &[&'static str],
    ) -> Result<Self, String> {
        std::fs::create_dir_all(data_dir)
            .map_err(|error| format!("data folder {}: {error}", data_dir.display()))?;
        let folder = data_dir.join(format!(".restoring-{}", std::process::id()));
        DirBuilder::new()
            .mode(0o700)
            .create(&folder)
            .map_err(|error| format!("folder {}: {error}", folder.display()))?;
        let staged = Self {
            folder,
            data_dir: data_dir.to_owned(),
            names: names.to_vec(),
        };
        for name in names {
            let copy = staged.folder.join(name);
            copy_private(&from.join(name), &copy)?;
            let (_, sha256) = sha256_of(&copy)?;
            let listed = manifest.files.iter().find(|file| file.name == *name);
            if listed.is_none_or(|file| file.sha256 != sha256) {
                return Err(format!("{name} was not copied whole; nothing was changed"));
            }
        }
        Ok(staged)
    }

    /// Moves the copies to their places, which must be free.
    ///
    /// # Errors
    /// The disk refused; the sentence names the file.
    pub fn put_in_place(self) -> Result<(), String> {
        for name in &self.names {
            rename(&self.folder.join(name), &self.data_dir.join(name))?;
        }
        sync_folder(&self.data_dir).map_err(|error| format!("{}: {error}", self.data_dir.display()))
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, "a folder of copies is left; its name begins with .restoring-");
        }
    }
}

/// Copies a file to a new one that only its owner can read, and makes it durable.
///
/// # Errors
/// The source cannot be read, or the target exists or cannot be written.
pub fn copy_private(from: &Path, to: &Path) -> Result<(), String> {
    let mut source =
        std::fs::File::open(from).map_err(|error| format!("{}: {error}", from.display()))?;
    let mut copy = || -> std::io::Result<()> {
        let mut target = new_private(to)?;
        std::io::copy(&mut source, &mut target)?;
        target.sync_all()
    };
    copy().map_err(|error| format!("{}: {error}", to.display()))
}

/// Writes a new file that only its owner can read, and makes it durable.
///
/// # Errors
/// The file exists or cannot be written.
pub fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = new_private(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn new_private(path: &Path) -> std::io::Result<std::fs::File> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

fn rename(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::rename(from, to)
        .map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))
}

/// `20261124T091502Z`.
fn stamp(now: Instant) -> String {
    let utc = UtcOffset(0);
    let (year, month, day) = utc.date_of(now).parts();
    let minutes = utc.time_of(now).minutes();
    let second = now.0.rem_euclid(60_000) / 1_000;
    format!(
        "{year:04}{month:02}{day:02}T{:02}{:02}{second:02}Z",
        minutes / 60,
        minutes % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stamp_is_utc_to_the_second() {
        assert_eq!(stamp(Instant(1_795_511_702_345)), "20261124T091502Z");
    }

    #[test]
    fn existing_data_need_permission() {
        let folder = Path::new("data");
        assert!(
            Aside::new(folder, Instant(0), false)
                .require_allowed("x")
                .is_err()
        );
        assert!(
            Aside::new(folder, Instant(0), true)
                .require_allowed("x")
                .is_ok()
        );
    }
}
