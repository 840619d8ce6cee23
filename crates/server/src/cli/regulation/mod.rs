//! `zhishou regulation check | print | list`.

mod report;

use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;

use clap::Subcommand;
use serde_json::json;
use zhishou_rules::regulation::{Checked, check, presets, print};

use super::terminal::{Stop, both, cause_zh, say, write_out, write_remark};
use report::as_report;

/// Commands about regulations; none of them needs a database.
#[derive(Debug, Subcommand)]
pub enum RegulationCommand {
    /// Check a regulation as the linter does before publication; exits with 1 on errors.
    Check {
        /// The document (TOML), or the key of a preset such as r01.
        document: String,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
        /// Say it in English.
        #[arg(long)]
        english: bool,
    },
    /// Print the readable regulation in Chinese, as Markdown.
    Print {
        /// The document (TOML), or the key of a preset such as r01.
        document: String,
    },
    /// List the presets that ship with the program.
    List,
}

/// Runs a command about regulations.
///
/// # Errors
/// The file cannot be read, or is no document that could be printed.
pub fn run(command: &RegulationCommand) -> Result<ExitCode, Stop> {
    match command {
        RegulationCommand::Check {
            document,
            json,
            english,
        } => check_document(document, *json, *english),
        RegulationCommand::Print { document } => print_document(document),
        RegulationCommand::List => list_presets(),
    }
}

fn check_document(document: &str, json: bool, english: bool) -> Result<ExitCode, Stop> {
    let (name, source) = find(document)?;
    let checked = check(&source);
    if json {
        say!("{}", as_json(&name, &checked))?;
    } else {
        let report = as_report(&name, &source, &checked, english);
        write_out(format_args!("{report}"))?;
    }
    Ok(if checked.errors() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn print_document(document: &str) -> Result<ExitCode, Stop> {
    let (name, source) = find(document)?;
    let checked = check(&source);
    let Some(regulation) = &checked.regulation else {
        let report = as_report(&name, &source, &checked, false);
        write_remark(format_args!("{}", report.trim_end()));
        return Ok(ExitCode::FAILURE);
    };
    write_out(format_args!("{}", print(regulation)))?;
    Ok(ExitCode::SUCCESS)
}

fn list_presets() -> Result<ExitCode, Stop> {
    for preset in presets::PRESETS {
        say!(
            "{}  {}\n     {}",
            preset.key,
            preset.summary_zh,
            preset.summary_en
        )?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Name and text of a document: the file of that name, or else the preset of that key.
fn find(document: &str) -> Result<(String, String), String> {
    match presets::preset(document) {
        Some(preset) if !Path::new(document).exists() => {
            Ok((preset.key.to_owned(), preset.source.to_owned()))
        }
        _ => Ok((document.to_owned(), read(document)?)),
    }
}

fn read(name: &str) -> Result<String, String> {
    let bytes = std::fs::read(name).map_err(|error| {
        let (zh, en) = match error.kind() {
            ErrorKind::NotFound => (
                "请检查路径；自带的制度见 zhishou regulation list",
                "check the path; `zhishou regulation list` shows the presets",
            ),
            _ => ("请检查路径和权限", "check its path and permissions"),
        };
        both(
            format!("无法读取“{name}”：{}。{zh}。", cause_zh(&error)),
            format!("cannot read {name}: {error}; {en}"),
        )
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        both(
            format!("“{name}”不是 UTF-8 文本（从第 {byte} 字节起），请另存为 UTF-8。"),
            format!("{name} is not UTF-8 from byte {byte}; save it as UTF-8"),
        )
    })
}

/// The result for software.
fn as_json(name: &str, checked: &Checked) -> serde_json::Value {
    json!({
        "file": name,
        "errors": checked.errors(),
        "digest": checked.digest,
        "diagnostics": checked.diagnostics,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken() -> String {
        let r01 = presets::preset("r01").expect("r01").source;
        r01.replacen("hours = \"17:30-09:00\"", "hours = \"18:00-09:00\"", 1)
    }

    #[test]
    fn a_report_shows_the_line_and_what_to_do_in_both_languages() {
        let source = broken();
        let checked = check(&source);
        let zh = as_report("desk.toml", &source, &checked, false);
        assert!(zh.contains("desk.toml:"), "{zh}");
        assert!(
            zh.contains("每天 17:30-18:00") && zh.contains("key = \"desk\""),
            "{zh}"
        );
        assert!(zh.contains("错误 1 处"), "{zh}");
        let en = as_report("desk.toml", &source, &checked, true);
        assert!(
            en.contains("is held by nobody: every day 17:30-18:00"),
            "{en}"
        );
        assert!(en.contains("1 errors"), "{en}");
    }

    #[test]
    fn json_carries_places_and_the_number_of_errors() {
        let checked = check(&broken());
        let json = as_json("desk.toml", &checked);
        assert_eq!(json["errors"], 1);
        assert_eq!(json["diagnostics"][0]["code"], "gap");
        assert!(json["diagnostics"][0]["place"]["line"].as_u64() > Some(1));
    }

    #[test]
    fn a_mistake_at_the_very_end_still_renders() {
        for source in ["", "x", "[regulation", "[regulation]\nid = \"值"] {
            let report = as_report("x.toml", source, &check(source), false);
            assert!(report.contains("错误 "), "{report}");
        }
    }
}
