//! What the program says at a terminal: closed pipes, wrong folders, and what to do next.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::json;
use zhishou_app::demo::PASSWORD as DEMO_PASSWORD;

use crate::harness::binary::{Finished, Installation, contents_of, for_each_installation};

/// Runs a command whose reader has gone before the first word.
fn run_unread(place: &Installation, arguments: &[&str]) -> Finished {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = place.command(arguments);
    command.stdout(writer).stderr(Stdio::piped());
    let child = command.spawn().expect("the program runs");
    // The command holds our end of the pipe.
    drop(command);
    Finished::from(child.wait_with_output().expect("it ends"))
}

#[tokio::test]
async fn a_closed_pipe_ends_a_command_quietly() {
    let place = Installation::sqlite();
    place.run(&["demo"]).ended_with(0).said(DEMO_PASSWORD);
    for arguments in [
        &["openapi"][..],
        &["regulation", "list"],
        &["regulation", "print", "r01"],
        &["regulation", "check", "r01"],
        &["demo", "--accounts"],
        &["ledger", "verify"],
        &["migrate"],
    ] {
        let ended = run_unread(&place, arguments).ended_with(141);
        assert_eq!(ended.stderr, "", "{arguments:?}");
    }
}

#[tokio::test]
async fn an_output_that_cannot_be_written_is_told() {
    let place = Installation::sqlite();
    let full = OpenOptions::new().write(true).open("/dev/full");
    let mut command = place.command(&["regulation", "list"]);
    command
        .stdout(full.expect("the full device"))
        .stderr(Stdio::piped());
    let child = command.spawn().expect("the program runs");
    Finished::from(child.wait_with_output().expect("it ends"))
        .ended_with(2)
        .said("磁盘已满")
        .said("the output could not be written");
}

#[tokio::test]
async fn migrate_begins_no_installation_in_a_wrong_folder() {
    for_each_installation(async |place| {
        let missing = place.run(&["migrate"]).ended_with(2);
        missing.said("is missing").said("--data-dir");
        assert!(!place.data_dir().exists());
        place.serve(&[]).stop().ended_with(0);
        place.run(&["migrate"]).ended_with(0).said("schema version");
    })
    .await;
}

#[tokio::test]
async fn a_head_kept_outside_gives_one_verdict() {
    for_each_installation(async |place| {
        let served = place.serve(&[]);
        served.set_up();
        served.stop().ended_with(0);
        let whole = place.run(&["ledger", "verify"]).ended_with(0);
        // "COMMUNITY: N entries, head N:HASH", of the chain that has entries.
        let line = whole
            .stdout
            .lines()
            .find(|line| line.contains(" entries, head ") && !line.starts_with("00000000"))
            .expect("the community's chain");
        let (community, _) = line.split_once(':').expect("its id");
        let (_, head) = line.split_once("head ").expect("its head");
        let (seq, hash) = match head.split_once(':') {
            Some((seq, hash)) => (seq.to_owned(), hash.to_owned()),
            None => {
                let entries = line.split(' ').nth(1).expect("a number");
                (entries.to_owned(), head.to_owned())
            }
        };
        let verify =
            |head: &str| place.run(&["ledger", "verify", "--community", community, "--head", head]);
        let found = verify(&format!("{seq}:{hash}")).ended_with(0);
        found.said("is the head kept outside").said("intact");
        let rewritten = verify(&format!("{seq}:{}", "0".repeat(64))).ended_with(1);
        rewritten.said("NOT the head kept outside");
        assert!(!rewritten.stdout.contains("intact"), "{rewritten:#?}");
        let cut = verify(&format!("9999:{hash}")).ended_with(1);
        cut.said("the chain was CUT");
        assert!(!cut.stdout.contains("intact"), "{cut:#?}");
        verify("10:00ff").ended_with(2).said("SEQ:HASH");
        let json = place
            .run(&[
                "ledger",
                "verify",
                "--json",
                "--community",
                community,
                "--head",
                &format!("9999:{hash}"),
            ])
            .ended_with(1);
        let told: serde_json::Value = serde_json::from_str(&json.stdout).expect("JSON");
        assert_eq!(told[0]["head_kept_outside"], "gone");
    })
    .await;
}

#[tokio::test]
async fn a_demo_is_told_from_real_data() {
    for_each_installation(async |place| {
        // A folder that is not there is not begun for a look at its accounts.
        place
            .run(&["demo", "--accounts"])
            .ended_with(2)
            .said("is missing");
        assert!(!place.data_dir().exists());
        let served = place.serve(&[]);
        served.set_up();
        served.stop().ended_with(0);
        let before = contents_of(&place.data_dir());
        for arguments in [&["demo"][..], &["demo", "--accounts"]] {
            let refused = place.run(arguments).ended_with(2);
            refused.said("does not hold the demo");
            let place_told = if place.is_postgres() {
                "数据库中不是演示数据"
            } else {
                " 中不是演示数据"
            };
            refused.said(place_told);
            let words = format!("{}{}", refused.stdout, refused.stderr);
            for word in [DEMO_PASSWORD, "删除", "remove"] {
                assert!(!words.contains(word), "{word}: {words}");
            }
        }
        assert_eq!(before, contents_of(&place.data_dir()));
    })
    .await;
}

#[tokio::test]
async fn a_demo_that_is_there_is_kept_as_it_is() {
    for_each_installation(async |place| {
        place.run(&["demo"]).ended_with(0).said("zhishou serve");
        let again = place.run(&["demo", "--served-next"]).ended_with(0);
        again.said("保持原样").said("hejing");
        assert!(!again.stdout.contains("zhishou serve"), "{again:#?}");
        place
            .run(&["demo", "--accounts"])
            .ended_with(0)
            .said("hejing");
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_is_named_before_a_password_is_asked() {
    let place = Installation::sqlite();
    place.serve(&[]).stop().ended_with(0);
    place
        .run(&["user", "reset-password", "nobody-here"])
        .ended_with(2)
        .said("没有账号“nobody-here”")
        .said("账号管理");
}

/// Runs `user reset-password` with the new password on its standard input.
fn reset_password(place: &Installation, login: &str) -> Finished {
    let mut command = place.command(&["user", "reset-password", login]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("piped");
    // Who is refused before a password is asked reads none.
    stdin.write_all(b"a new long password\n").ok();
    drop(stdin);
    Finished::from(child.wait_with_output().expect("it ends"))
}

#[tokio::test]
async fn a_reset_says_whether_the_account_can_sign_in_with_it() {
    for_each_installation(async |place| {
        let served = place.serve(&[]);
        let cookie = served.set_up();
        let headers = [("cookie", cookie.as_str())];
        let session = served.wire.send("GET", "/api/session", &headers, "").json();
        let community = session["memberships"][0]["community_id"].as_str();
        let path = format!("/api/c/{}", community.expect("an id"));
        let post = |rest: &str, body: serde_json::Value| {
            let answer = served.wire.post(&format!("{path}/{rest}"), &body, &headers);
            assert!(answer.status < 300, "{}", answer.body);
            answer
        };
        for (login, left_on) in [("dingyi", None), ("dinger", Some("2026-01-31"))] {
            let person = json!({ "name": login, "joined_on": "2026-01-01", "left_on": left_on,
                "roles": ["guard"] });
            let id = post("staff", person).json()["id"].clone();
            let account = json!({ "person_id": id, "login": login, "password": "a first one" });
            post("accounts", account);
            if left_on.is_none() {
                let path = format!("{path}/accounts/{}", id.as_str().expect("an id"));
                let own = [headers[0], ("x-zhishou", "1")];
                assert_eq!(served.wire.send("DELETE", &path, &own, "").status, 204);
            }
        }
        served.stop().ended_with(0);
        let set = reset_password(&place, "director").ended_with(0);
        set.said("密码已重置")
            .said("The password of director is set");
        assert!(!set.stdout.contains("disabled"), "{set:#?}");
        let disabled = reset_password(&place, "dingyi").ended_with(0);
        disabled.said("仍处于停用状态").said("still disabled");
        let left = reset_password(&place, "dinger").ended_with(2);
        left.said("已从所有小区离职")
            .said("has left every community");
        assert_eq!(left.stdout, "");
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_says_what_to_do() {
    let place = Installation::sqlite();
    std::fs::write(place.data_dir(), "a file in the way").expect("written");
    let refused = place
        .run(&["serve", "--listen", "127.0.0.1:0"])
        .ended_with(2);
    refused.said("数据文件夹").said("--data-dir");
}
