//! `zhishou regulation check | print | list`, run as the real program.

use std::process::{Command, Output};

fn zhishou(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_zhishou"))
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn written(name: &str, content: &[u8]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join(name);
    std::fs::write(&file, content).expect("a file is written");
    let path = file.to_str().expect("a UTF-8 path").to_owned();
    (folder, path)
}

fn r01() -> &'static str {
    zhishou_rules::regulation::presets::preset("r01")
        .expect("r01")
        .source
}

#[test]
fn a_sound_document_passes_and_prints() {
    let (_folder, path) = written("desk.toml", r01().as_bytes());
    let check = zhishou(&["regulation", "check", &path]);
    assert!(check.status.success(), "{}", text(&check.stderr));
    assert!(text(&check.stdout).contains("错误 0 处"));
    let print = zhishou(&["regulation", "print", &path]);
    assert!(text(&print.stdout).starts_with("# 物业中心值班制度"));
    let preset = zhishou(&["regulation", "print", "r08"]);
    assert!(text(&preset.stdout).contains("安管南门岗"));
    let list = zhishou(&["regulation", "list"]);
    assert!(text(&list.stdout).contains("r01") && text(&list.stdout).contains("r08"));
}

#[test]
fn a_gap_is_shown_with_its_line_and_fails() {
    let gap = r01().replacen("hours = \"17:30-09:00\"", "hours = \"18:00-09:00\"", 1);
    let (_folder, path) = written("desk.toml", gap.as_bytes());
    let check = zhishou(&["regulation", "check", &path]);
    assert_eq!(check.status.code(), Some(1));
    let report = text(&check.stdout);
    assert!(report.contains("每天 17:30-18:00"), "{report}");
    assert!(report.contains("desk.toml:"), "{report}");
    let json = zhishou(&["regulation", "check", &path, "--json"]);
    assert_eq!(json.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["errors"], 1);
    assert_eq!(json["diagnostics"][0]["code"], "gap");
}

#[test]
fn malformed_and_unreadable_files_are_explained() {
    let (_folder, path) = written("desk.toml", b"[regulation\nid = ");
    let check = zhishou(&["regulation", "check", &path]);
    assert_eq!(check.status.code(), Some(1));
    assert!(text(&check.stdout).contains("malformed_toml"));
    let print = zhishou(&["regulation", "print", &path]);
    assert_eq!(print.status.code(), Some(1));
    let (_folder, path) = written("gbk.toml", &[0xD6, 0xB5, 0xB0, 0xE0]);
    let check = zhishou(&["regulation", "check", &path]);
    assert_eq!(check.status.code(), Some(2));
    assert!(text(&check.stderr).contains("UTF-8"));
    let missing = zhishou(&["regulation", "check", "nowhere.toml"]);
    assert_eq!(missing.status.code(), Some(2));
    let told = text(&missing.stderr);
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].contains("“nowhere.toml”：文件不存在"), "{told}");
    assert!(lines[1].contains("cannot read nowhere.toml"), "{told}");
}

#[test]
fn a_preset_is_checked_by_its_key() {
    let check = zhishou(&["regulation", "check", "r01"]);
    assert!(check.status.success(), "{}", text(&check.stderr));
    assert!(text(&check.stdout).contains("r01：错误 0 处"));
}

#[test]
fn a_wrong_type_is_said_in_words_of_a_person() {
    let wrong = r01().replacen("lead_minutes = 15", "lead_minutes = \"十五\"", 1);
    let (_folder, path) = written("desk.toml", wrong.as_bytes());
    let zh = text(&zhishou(&["regulation", "check", &path]).stdout);
    assert!(zh.contains("写的是文字“十五”"), "{zh}");
    assert!(zh.contains("整数"), "{zh}");
    assert!(zh.contains("才会检查时段"), "{zh}");
    let en = text(&zhishou(&["regulation", "check", &path, "--english"]).stdout);
    assert!(en.contains("text “十五”"), "{en}");
    assert!(
        !zh.contains("u16") && !zh.contains("u32") && !en.contains("u32"),
        "{zh}\n{en}"
    );
}
