//! First starts of an installation, alone, together and after crashes.

use std::path::PathBuf;
use std::sync::Barrier;

use super::*;
use crate::entropy::SeededEntropy;

/// A folder of its own for one test, which is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let own = format!("zhishou-vault-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(own);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn key(&self) -> PathBuf {
        self.0.join("vault.key")
    }

    fn names(&self) -> Vec<String> {
        let names = std::fs::read_dir(&self.0).expect("a folder");
        names
            .map(|entry| {
                let name = entry.expect("an entry").file_name();
                name.to_string_lossy().into_owned()
            })
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).expect("removed");
    }
}

#[test]
fn the_key_file_is_made_once_and_read_again() {
    let folder = Folder::new("once");
    let first = key_of_file(&folder.key(), &SeededEntropy::new(1)).expect("made");
    let second = key_of_file(&folder.key(), &SeededEntropy::new(2)).expect("read");
    assert_eq!(first, second);
    assert_eq!(folder.names(), ["vault.key"]);
}

#[test]
fn starts_at_the_same_time_all_go_on_with_the_key_that_is_kept() {
    for round in 0..20 {
        let folder = Folder::new(&format!("together-{round}"));
        let (path, barrier) = (folder.key(), Barrier::new(4));
        let keys: Vec<[u8; 32]> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..4)
                .map(|seed| {
                    let (path, barrier) = (&path, &barrier);
                    scope.spawn(move || {
                        barrier.wait();
                        key_of_file(path, &SeededEntropy::new(seed)).expect("a key")
                    })
                })
                .collect();
            starts
                .into_iter()
                .map(|start| start.join().expect("ended"))
                .collect()
        });
        let kept = std::fs::read_to_string(&path).expect("kept");
        assert!(keys.iter().all(|key| HEXLOWER.encode(key) == kept));
        assert_eq!(folder.names(), ["vault.key"]);
    }
}

#[test]
fn what_a_crash_left_behind_is_never_written_to() {
    let folder = Folder::new("crash");
    let first = key_of_file(&folder.key(), &SeededEntropy::new(1)).expect("made");
    // The key kept the name under which it was written, and a restore moved it aside.
    let (left, aside) = (
        folder.0.join("vault.unfinished"),
        folder.0.join("aside.key"),
    );
    std::fs::hard_link(folder.key(), left).expect("linked");
    std::fs::rename(folder.key(), &aside).expect("moved");
    let second = key_of_file(&folder.key(), &SeededEntropy::new(2)).expect("made");
    assert_ne!(first, second);
    let kept = std::fs::read_to_string(&aside).expect("kept");
    assert_eq!(kept, HEXLOWER.encode(&first));
}

#[test]
fn a_file_system_without_second_names_still_keeps_a_key() {
    let folder = Folder::new("one-name");
    let refuses: Link = |_, _| Err(ErrorKind::PermissionDenied.into());
    let first = key_of_file_by(&folder.key(), &SeededEntropy::new(1), refuses).expect("made");
    let second = key_of_file_by(&folder.key(), &SeededEntropy::new(2), refuses).expect("read");
    assert_eq!(first, second);
    assert_eq!(folder.names(), ["vault.key"]);
}

#[test]
fn a_key_that_is_there_and_cannot_be_read_is_told_as_such() {
    let folder = Folder::new("unreadable");
    std::fs::create_dir(folder.key()).expect("a folder in the way");
    let error = key_of_file(&folder.key(), &SeededEntropy::new(1)).expect_err("no key");
    let told = error.to_string();
    assert!(
        told.contains("cannot be read") && !told.contains("exists"),
        "{told}"
    );
    assert_eq!(folder.names(), ["vault.key"]);
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_the_key() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new("private");
    // What an older program may have left, open to all.
    std::fs::write(folder.0.join("vault.unfinished"), "old").expect("written");
    key_of_file(&folder.key(), &SeededEntropy::new(1)).expect("made");
    let mode = std::fs::metadata(folder.key())
        .expect("kept")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}
