//! The file of the vault key: read at every start, made at the first one. What was sealed with a
//! lost key stays sealed, so no start may write over a key or go on with one that is not kept.

use std::io::{Error, ErrorKind, Result as IoResult, Write as _};
use std::path::Path;

use data_encoding::HEXLOWER;

use crate::entropy::Entropy;
use crate::error::AppError;

/// Gives a file a second name, which nobody may have taken.
type Link = fn(&Path, &Path) -> IoResult<()>;

/// The key of an installation; when there is none yet, a new one.
///
/// # Errors
/// The file cannot be read or written, or does not hold 64 hex digits.
pub(crate) fn key_of_file(path: &Path, entropy: &dyn Entropy) -> Result<[u8; 32], AppError> {
    key_of_file_by(path, entropy, |from, to| std::fs::hard_link(from, to))
}

fn key_of_file_by(path: &Path, entropy: &dyn Entropy, link: Link) -> Result<[u8; 32], AppError> {
    match std::fs::read_to_string(path) {
        Ok(text) => return key_in(path, &text),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(unusable(path, &error)),
    }
    let (mut key, mut mark) = ([0_u8; 32], [0_u8; 8]);
    entropy.fill(&mut key);
    entropy.fill(&mut mark);
    let unfinished = path.with_extension(format!("{}.unfinished", HEXLOWER.encode(&mark)));
    match write_new(path, &unfinished, &HEXLOWER.encode(&key), link) {
        Ok(()) => Ok(key),
        // Another start was faster, and its key is the one that is kept.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let text = std::fs::read_to_string(path).map_err(|error| unusable(path, &error))?;
            key_in(path, &text)
        }
        Err(error) => Err(unusable(path, &error)),
    }
}

fn key_in(path: &Path, text: &str) -> Result<[u8; 32], AppError> {
    let bytes = HEXLOWER.decode(text.trim().as_bytes()).ok();
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| {
            AppError::internal(format!(
                "{} is not a vault key (64 hex digits)",
                path.display()
            ))
        })
}

fn unusable(path: &Path, error: &Error) -> AppError {
    AppError::internal(format!(
        "the vault key {} cannot be read or written: {error}; give it and its folder to the user \
         who runs the program",
        path.display()
    ))
}

/// Writes a new file, whole or not at all: it gets its name, which nobody else may have taken,
/// only when it is on the disk. `unfinished` is a name that nobody else writes to.
fn write_new(path: &Path, unfinished: &Path, text: &str, link: Link) -> IoResult<()> {
    write_private(unfinished, text)?;
    let linked = link(unfinished, path);
    std::fs::remove_file(unfinished)?;
    match linked {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            // Some file systems give a file one name only (exFAT, some network shares). A crash
            // in this moment leaves a key that is cut short, which the next start complains of.
            write_private(path, text)
        }
        done => done,
    }
}

/// Writes a file that only its owner can read and that was not there before.
fn write_private(path: &Path, text: &str) -> IoResult<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        std::fs::remove_file(path)?;
    }
    written
}

#[cfg(test)]
mod tests;
