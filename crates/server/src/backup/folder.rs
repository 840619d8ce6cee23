//! A folder that appears under its name only when it is complete.

use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// A folder on its way; dropped before [`NewFolder::finish`], it is removed again.
pub struct NewFolder {
    partial: PathBuf,
    name: PathBuf,
    finished: bool,
}

impl NewFolder {
    /// Makes an empty folder beside `name`, for the owner only.
    ///
    /// # Errors
    /// Something has that name already, or the folder cannot be made.
    pub fn beside(name: &Path) -> Result<Self, String> {
        refuse_existing(name)?;
        let last = name
            .file_name()
            .ok_or_else(|| format!("{} names no folder to make", name.display()))?;
        let parent = match name.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(parent)
            .map_err(|error| format!("folder {}: {error}", parent.display()))?;
        let mut partial_name = std::ffi::OsString::from(".");
        partial_name.push(last);
        partial_name.push(format!(".partial-{}", std::process::id()));
        let partial = parent.join(partial_name);
        DirBuilder::new()
            .mode(0o700)
            .create(&partial)
            .map_err(|error| format!("folder {}: {error}", partial.display()))?;
        Ok(Self {
            partial,
            name: name.to_owned(),
            finished: false,
        })
    }

    /// Where its contents are written.
    pub fn path(&self) -> &Path {
        &self.partial
    }

    /// Gives the complete folder its name.
    ///
    /// # Errors
    /// The name was taken meanwhile, or the disk failed; nothing has that name then.
    pub fn finish(mut self) -> Result<(), String> {
        refuse_existing(&self.name)?;
        let failed = |error: std::io::Error| format!("{}: {error}", self.name.display());
        sync_folder(&self.partial).map_err(failed)?;
        std::fs::rename(&self.partial, &self.name).map_err(failed)?;
        if let Some(parent) = self.partial.parent() {
            sync_folder(parent).map_err(failed)?;
        }
        self.finished = true;
        Ok(())
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        if let Err(error) = std::fs::remove_dir_all(&self.partial) {
            tracing::warn!(%error, "an unfinished folder is left; its name ends in .partial-…");
        }
    }
}

/// Makes the names inside a folder durable.
pub fn sync_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

fn refuse_existing(name: &Path) -> Result<(), String> {
    match name.symlink_metadata() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(format!("{}: {error}", name.display())),
        Ok(_) => Err(format!(
            "{} exists already: name a folder that does not exist yet; nothing was written",
            name.display()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unfinished_folder_leaves_nothing() {
        let parent = tempfile::tempdir().expect("a folder");
        let name = parent.path().join("backup");
        let folder = NewFolder::beside(&name).expect("begun");
        std::fs::write(folder.path().join("half"), "…").expect("written");
        drop(folder);
        assert_eq!(std::fs::read_dir(parent.path()).expect("listed").count(), 0);
    }

    #[test]
    fn a_taken_name_is_refused_also_at_the_end() {
        let parent = tempfile::tempdir().expect("a folder");
        let name = parent.path().join("backup");
        let folder = NewFolder::beside(&name).expect("begun");
        std::fs::create_dir(&name).expect("somebody was faster");
        assert!(folder.finish().is_err());
        assert!(NewFolder::beside(&name).is_err());
        assert_eq!(std::fs::read_dir(&name).expect("listed").count(), 0);
    }
}
