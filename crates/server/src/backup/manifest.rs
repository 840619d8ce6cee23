//! `manifest.json`: what a backup holds, and how to tell that it is still that.

use std::io::Read as _;
use std::path::Path;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zhishou_base::Instant;
use zhishou_platform::ledger::ChainHead;

use super::{Contents, data_file};
use crate::installation::VAULT_FILE;

/// Name of the manifest in a backup folder.
const FILE: &str = "manifest.json";
/// The way backups are written; another number needs another program.
const FORMAT: u32 = 1;

/// What a backup folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The way the folder is written.
    pub format: u32,
    /// Version of the program that wrote it.
    pub program_version: String,
    /// Schema version of the data.
    pub schema_version: i64,
    /// When the copy was taken.
    pub created_at: Instant,
    /// The engine the data belong to.
    pub engine: Engine,
    /// Every other file of the folder.
    pub files: Vec<FileDigest>,
    /// Heads of the ledger, one a chain.
    pub chains: Vec<ChainHead>,
}

/// The engine the data belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "snake_case")]
pub enum Engine {
    /// One file.
    Sqlite,
    /// A dump of one PostgreSQL schema.
    Postgres {
        /// The schema, usually `public`.
        schema: String,
    },
}

/// A file and its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileDigest {
    /// Name inside the folder.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, hex.
    pub sha256: String,
}

/// Why a folder cannot be restored.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is no backup, or one of another program: nothing was checked.
    Unreadable(String),
    /// Its files are not what the manifest says, one sentence each.
    Corrupted(Vec<String>),
}

impl Manifest {
    /// A manifest that names no files yet.
    pub fn new(engine: Engine, contents: Contents, created_at: Instant) -> Self {
        Self {
            format: FORMAT,
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version: contents.schema_version,
            created_at,
            engine,
            files: Vec::new(),
            chains: contents.chains,
        }
    }

    /// The files a backup of this engine consists of.
    fn expected_files(&self) -> [&'static str; 2] {
        [data_file(&self.engine), VAULT_FILE]
    }

    /// Measures the files in `folder`.
    ///
    /// # Errors
    /// One is missing or cannot be read.
    pub fn describe_files(&mut self, folder: &Path) -> Result<(), String> {
        for name in self.expected_files() {
            let (bytes, sha256) = sha256_of(&folder.join(name))?;
            self.files.push(FileDigest {
                name: name.to_owned(),
                bytes,
                sha256,
            });
        }
        Ok(())
    }

    /// Writes the manifest into `folder`.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        let path = folder.join(FILE);
        let mut text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        text.push('\n');
        super::place::write_private(&path, text.as_bytes())
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Reads the manifest of `folder` and compares every file with it.
    ///
    /// # Errors
    /// See [`Unfit`].
    pub fn read_and_check(folder: &Path) -> Result<Self, Unfit> {
        let manifest = Self::read(folder).map_err(Unfit::Unreadable)?;
        let problems: Vec<String> = manifest
            .expected_files()
            .into_iter()
            .filter_map(|name| manifest.check_file(folder, name).err())
            .collect();
        if problems.is_empty() {
            Ok(manifest)
        } else {
            Err(Unfit::Corrupted(problems))
        }
    }

    fn read(folder: &Path) -> Result<Self, String> {
        let path = folder.join(FILE);
        let text = std::fs::read_to_string(&path).map_err(|error| {
            format!(
                "{} is not a backup: {FILE} cannot be read ({error})",
                folder.display()
            )
        })?;
        let manifest: Self = serde_json::from_str(&text)
            .map_err(|error| format!("{} is damaged: {error}", path.display()))?;
        if manifest.format != FORMAT {
            return Err(format!(
                "{} is written in format {}, this program reads format {FORMAT}: \
                 use the program that wrote it ({})",
                folder.display(),
                manifest.format,
                manifest.program_version
            ));
        }
        Ok(manifest)
    }

    fn check_file(&self, folder: &Path, name: &str) -> Result<(), String> {
        let listed = self
            .files
            .iter()
            .find(|file| file.name == name)
            .ok_or_else(|| format!("{name} is not listed in the manifest"))?;
        let (bytes, sha256) = sha256_of(&folder.join(name))?;
        if bytes != listed.bytes {
            return Err(format!(
                "{name} has {bytes} bytes, the manifest says {}",
                listed.bytes
            ));
        }
        if sha256 != listed.sha256 {
            return Err(format!(
                "{name} was altered: its SHA-256 is {sha256}, the manifest says {}",
                listed.sha256
            ));
        }
        Ok(())
    }
}

/// Size and SHA-256 (hex) of a file.
///
/// # Errors
/// The file cannot be read.
pub fn sha256_of(path: &Path) -> Result<(u64, String), String> {
    let unreadable = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut file = std::fs::File::open(path).map_err(unreadable)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0_u8; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut buffer).map_err(unreadable)?;
        if read == 0 {
            return Ok((bytes, HEXLOWER.encode(&hasher.finalize())));
        }
        hasher.update(&buffer[..read]);
        bytes += read as u64;
    }
}
