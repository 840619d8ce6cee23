//! `backup` and `restore`: what was copied comes back whole, and nothing is lost on the way.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::engines::Engine;
use crate::harness::binary::{
    Finished, Installation, PASSWORD, Served, contents_of, for_each_installation,
};

fn manifest(backup: &Path) -> Json {
    let text = std::fs::read_to_string(backup.join("manifest.json")).expect("a manifest");
    serde_json::from_str(&text).expect("JSON")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// Sets an installation up, stops it and makes a backup.
fn backed_up(installation: &Installation) -> PathBuf {
    let served = installation.serve(&[]);
    served.set_up();
    served.stop().ended_with(0);
    let backup = installation.beside("backup");
    installation
        .run(&["backup", "--to", text(&backup)])
        .ended_with(0);
    backup
}

fn set_pin(served: &Served, cookie: &str) {
    let headers = [
        ("cookie", cookie),
        ("x-zhishou", "1"),
        ("content-type", "application/json"),
    ];
    let body = json!({ "password": PASSWORD, "pin": "2580" }).to_string();
    let changed = served.wire.send("PUT", "/api/session/pin", &headers, &body);
    assert_eq!(changed.status, 204, "{}", changed.body);
}

#[tokio::test]
async fn a_copy_of_the_running_server_comes_back() {
    for_each_installation(async |mut place| {
        let served = place.serve(&[]);
        let cookie = served.set_up();
        let backup = place.beside("backups/monday");
        let said = place.run(&["backup", "--to", text(&backup)]).ended_with(0);
        let written = manifest(&backup);
        let chain = &written["chains"][0];
        let (seq, hash) = (&chain["seq"], chain["hash"].as_str().expect("a hash"));
        said.said(&format!("{seq}:{hash}"));
        // Something happens after the backup; the restored installation must not know it.
        set_pin(&served, &cookie);
        served.stop().ended_with(0);

        place.move_to("new-machine");
        let mut restore = vec!["restore", "--from", text(&backup)];
        if place.is_postgres() {
            restore.push("--replace");
        }
        place
            .run(&restore)
            .ended_with(0)
            .said("The ledger is intact and ends where the manifest says");
        let key = place.data_dir().join("vault.key");
        assert_eq!(
            std::fs::read(&key).ok(),
            std::fs::read(backup.join("vault.key")).ok()
        );
        assert_eq!(mode(&key), 0o600);
        place
            .run(&["ledger", "verify"])
            .ended_with(0)
            .said(&format!("{seq} entries, head {hash}"));
        let served = place.serve(&[]);
        assert_eq!(served.setup_path, None, "it has accounts already");
        assert_eq!(served.sign_in().status, 200);
        served.stop().ended_with(0);
    })
    .await;
}

fn mode(path: &Path) -> u32 {
    path.metadata().expect("a file").permissions().mode() & 0o777
}

#[tokio::test]
async fn the_manifest_tells_everything_about_the_folder() {
    for_each_installation(async |place| {
        let backup = backed_up(&place);
        let written = manifest(&backup);
        assert_eq!(written["format"], 1);
        assert_eq!(written["program_version"], env!("CARGO_PKG_VERSION"));
        assert!(written["schema_version"].as_i64() >= Some(1));
        assert!(written["created_at"].as_i64() > Some(1_700_000_000_000));
        let mut listed: Vec<&str> = written["files"]
            .as_array()
            .expect("files")
            .iter()
            .map(|file| file["name"].as_str().expect("a name"))
            .collect();
        listed.push("manifest.json");
        listed.sort_unstable();
        let contents = contents_of(&backup);
        let names: Vec<_> = contents
            .iter()
            .map(|(path, _)| path.file_name().expect("a name").to_str().expect("UTF-8"))
            .collect();
        assert_eq!(listed, names, "nothing else lies there");
        for (path, bytes) in contents {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
            assert!(!bytes.is_empty());
        }
        assert_eq!(mode(&backup), 0o700);
    })
    .await;
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_nothing_changes() {
    for_each_installation(async |place| {
        let backup = backed_up(&place);
        for (path, bytes) in contents_of(&backup) {
            let mut damaged = bytes.clone();
            let middle = damaged.len() / 2;
            damaged[middle] ^= 1;
            std::fs::write(&path, damaged).expect("damaged");
            let before = contents_of(&place.data_dir());
            let refused = place.run(&["restore", "--from", text(&backup), "--replace"]);
            assert!(refused.code != 0, "{}: {refused:#?}", path.display());
            assert_eq!(before, contents_of(&place.data_dir()));
            std::fs::write(&path, bytes).expect("mended");
        }
        std::fs::remove_file(backup.join("vault.key")).expect("removed");
        place
            .run(&["restore", "--from", text(&backup), "--replace"])
            .ended_with(1)
            .said("Nothing was changed");
        place.run(&["ledger", "verify"]).ended_with(0);
    })
    .await;
}

#[tokio::test]
async fn an_altered_file_is_named_with_both_digests() {
    let place = Installation::sqlite();
    let backup = backed_up(&place);
    let key = backup.join("vault.key");
    std::fs::write(&key, "0".repeat(64)).expect("altered");
    place
        .run(&["restore", "--from", text(&backup), "--replace"])
        .ended_with(1)
        .said("vault.key")
        .said("SHA-256 is ")
        .said("Nothing was changed");
}

#[tokio::test]
async fn an_existing_folder_is_never_written_over() {
    for_each_installation(async |place| {
        let backup = backed_up(&place);
        let before = contents_of(&backup);
        place
            .run(&["backup", "--to", text(&backup)])
            .ended_with(2)
            .said("exists already");
        assert_eq!(before, contents_of(&backup));
    })
    .await;
}

#[tokio::test]
async fn existing_data_are_kept_or_moved_aside() {
    for_each_installation(async |place| {
        let backup = backed_up(&place);
        let data_dir = place.data_dir();
        let before = contents_of(&data_dir);
        place
            .run(&["restore", "--from", text(&backup)])
            .ended_with(2)
            .said("--replace");
        assert_eq!(before, contents_of(&data_dir));
        std::fs::write(data_dir.join("vault.key"), "f".repeat(64)).expect("another key");
        place
            .run(&["restore", "--from", text(&backup), "--replace"])
            .ended_with(0)
            .said("was moved");
        let aside = std::fs::read_dir(&data_dir)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .find(|path| text(path).contains("before-restore-"))
            .expect("a folder of what was there");
        let key = std::fs::read_to_string(aside.join("vault.key")).expect("the former key");
        assert_eq!(key, "f".repeat(64));
        assert_eq!(aside.join("zhishou.db").exists(), !place.is_postgres());
    })
    .await;
}

#[tokio::test]
async fn the_former_installation_can_be_brought_back_from_aside() {
    let place = Installation::sqlite();
    let backup = backed_up(&place);
    let served = place.serve(&[]);
    let cookie = served.sign_in().session_cookie();
    set_pin(&served, &cookie);
    served.stop().ended_with(0);
    let before = place.run(&["ledger", "verify"]).ended_with(0).stdout;
    place
        .run(&["restore", "--from", text(&backup), "--replace"])
        .ended_with(0);
    assert_ne!(
        before,
        place.run(&["ledger", "verify"]).ended_with(0).stdout
    );
    let data_dir = place.data_dir();
    let aside = std::fs::read_dir(&data_dir)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.is_dir())
        .expect("what was there");
    std::fs::rename(aside.join("zhishou.db"), data_dir.join("zhishou.db")).expect("back");
    assert_eq!(
        before,
        place.run(&["ledger", "verify"]).ended_with(0).stdout
    );
}

#[tokio::test]
async fn a_running_server_is_not_restored_under_its_feet() {
    let place = Installation::sqlite();
    let backup = backed_up(&place);
    let served = place.serve(&[]);
    place
        .run(&["restore", "--from", text(&backup), "--replace"])
        .ended_with(2)
        .said("stop the server first");
    assert_eq!(served.sign_in().status, 200);
    served.stop().ended_with(0);
}

#[tokio::test]
async fn a_ledger_that_was_rewritten_in_the_backup_is_told() {
    let place = Installation::sqlite();
    let backup = backed_up(&place);
    // Somebody who also mends the digest gets past it; the chain and its head still tell.
    let mut written = manifest(&backup);
    written["chains"][0]["hash"] = json!("0".repeat(64));
    let path = backup.join("manifest.json");
    std::fs::write(&path, written.to_string()).expect("altered");
    place
        .run(&["restore", "--from", text(&backup), "--replace"])
        .ended_with(1)
        .said("DIFFERS from the manifest");
}

#[tokio::test]
async fn nothing_half_made_is_left_behind() {
    let place = Installation::sqlite();
    let backup = place.beside("backup");
    place
        .run(&["backup", "--to", text(&backup)])
        .ended_with(2)
        .said("--data-dir");
    let served = place.serve(&[]);
    served.stop().ended_with(0);
    std::fs::remove_file(place.data_dir().join("zhishou.db")).expect("removed");
    place
        .run(&["backup", "--to", text(&backup)])
        .ended_with(2)
        .said("zhishou.db is missing");
    let left: Vec<_> = std::fs::read_dir(place.beside(""))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["data"]);
}

#[tokio::test]
async fn looking_at_a_wrong_folder_begins_no_installation() {
    for_each_installation(async |place| {
        for command in [
            &["ledger", "verify"][..],
            &["user", "reset-password", "director"],
            &["backup", "--to", "elsewhere"],
        ] {
            place.run(command).ended_with(2).said("--data-dir");
            assert!(!place.data_dir().exists(), "{command:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_backup_of_a_newer_program_is_refused() {
    let place = Installation::sqlite();
    let backup = backed_up(&place);
    let path = backup.join("manifest.json");
    let mut written = manifest(&backup);
    written["schema_version"] = json!(9_999);
    std::fs::write(&path, written.to_string()).expect("altered");
    let before = contents_of(&place.data_dir());
    place
        .run(&["restore", "--from", text(&backup), "--replace"])
        .ended_with(2)
        .said("schema version 9999");
    assert_eq!(before, contents_of(&place.data_dir()));
}

#[tokio::test]
async fn missing_tools_of_postgresql_are_named() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let place = Installation::on(Some(engine));
    let backup = backed_up(&place);
    for arguments in [
        vec!["backup", "--to", "elsewhere"],
        vec!["restore", "--from", text(&backup), "--replace"],
    ] {
        let mut command = place.command(&arguments);
        command
            .current_dir(place.beside(""))
            .env("PATH", "/nonexistent");
        let finished = Finished::from(command.output().expect("runs"));
        finished.ended_with(2).said("postgresql-client");
    }
    place.run(&["ledger", "verify"]).ended_with(0);
    assert_eq!(
        place.serve(&[]).sign_in().status,
        200,
        "the tables were put back"
    );
}

#[tokio::test]
async fn no_password_stands_on_a_command_line() {
    let Some(engine) = Engine::postgres().await else {
        return;
    };
    let place = Installation::on(Some(engine));
    place.serve(&[]).stop().ended_with(0);
    let tools = place.beside("tools");
    std::fs::create_dir(&tools).expect("a folder");
    let tool = tools.join("pg_dump");
    let script = "#!/bin/sh\necho \"arguments: $*\" >&2\n\
        [ \"$PGPASSWORD\" = geheim ] && echo 'by the environment' >&2\nexit 3\n";
    std::fs::write(&tool, script).expect("written");
    std::fs::set_permissions(&tool, std::fs::Permissions::from_mode(0o755)).expect("set");
    let mut command = place.command(&["backup", "--to", "elsewhere"]);
    let url = format!("{}&password=geheim", place.url().expect("a URL"));
    command
        .current_dir(place.beside(""))
        .env("PATH", &tools)
        .env("ZHISHOU_DATABASE", url);
    let finished = Finished::from(command.output().expect("runs"));
    let finished = finished.ended_with(2);
    finished.said("arguments: ").said("by the environment");
    assert!(!finished.stderr.contains("geheim"), "{finished:#?}");
}
