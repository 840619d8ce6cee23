//! `zhishou regulation check | print | list`.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Severity as Level, SourceCode,
};
use serde_json::json;
use zhishou_rules::regulation::{Checked, Diagnostic, Severity, check, presets, print};

/// Commands about regulations; none of them needs a database.
#[derive(Debug, Subcommand)]
pub enum RegulationCommand {
    /// Check a regulation as the linter does before publication; exits with 1 on errors.
    Check {
        /// The document (TOML).
        file: PathBuf,
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
pub fn run(command: &RegulationCommand) -> Result<ExitCode, String> {
    match command {
        RegulationCommand::Check {
            file,
            json,
            english,
        } => {
            let source = read(file)?;
            let checked = check(&source);
            let name = file.display().to_string();
            if *json {
                println!("{}", as_json(&name, &checked));
            } else {
                print!("{}", as_report(&name, &source, &checked, *english));
            }
            Ok(if checked.errors() == 0 {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
        RegulationCommand::Print { document } => {
            let (name, source) = match presets::preset(document) {
                Some(preset) => (preset.key.to_owned(), preset.source.to_owned()),
                None => (document.clone(), read(Path::new(document))?),
            };
            let checked = check(&source);
            let Some(regulation) = &checked.regulation else {
                eprint!("{}", as_report(&name, &source, &checked, false));
                return Ok(ExitCode::FAILURE);
            };
            print!("{}", print(regulation));
            Ok(ExitCode::SUCCESS)
        }
        RegulationCommand::List => {
            for preset in presets::PRESETS {
                println!(
                    "{}  {}\n     {}",
                    preset.key, preset.summary_zh, preset.summary_en
                );
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn read(file: &Path) -> Result<String, String> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| {
        format!("无法读取 {name}:{error}(cannot read the file; check its path, or see `zhishou regulation list` for presets)")
    })?;
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "{name} 不是 UTF-8 文本，请另存为 UTF-8(not UTF-8 from byte {}; save it as UTF-8)",
            error.utf8_error().valid_up_to()
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

/// The result for people: each remark with its line, like a compiler.
fn as_report(name: &str, source: &str, checked: &Checked, english: bool) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
    let mut report = String::new();
    for found in &checked.diagnostics {
        let remark = Remark {
            found,
            source: NamedSource::new(name, source.to_owned()),
            english,
        };
        // Writing into a string cannot fail; a remark that does not render is said plainly.
        if handler.render_report(&mut report, &remark).is_err() {
            report.push_str(&format!("{}: {remark}\n", found.code));
        }
        report.push('\n');
    }
    report.push_str(&summary(name, checked, english));
    report
}

fn summary(name: &str, checked: &Checked, english: bool) -> String {
    let count = |severity| {
        let of = |found: &&Diagnostic| found.severity == severity;
        checked.diagnostics.iter().filter(of).count()
    };
    let (errors, warnings, advice) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Advice),
    );
    if english {
        format!("{name}: {errors} errors, {warnings} warnings, {advice} remarks\n")
    } else {
        format!("{name}：错误 {errors} 处，警告 {warnings} 处，提示 {advice} 处\n")
    }
}

/// A diagnostic in the shape that draws the line.
struct Remark<'a> {
    found: &'a Diagnostic,
    source: NamedSource<String>,
    english: bool,
}

impl fmt::Display for Remark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.english {
            &self.found.message_en
        } else {
            &self.found.message_zh
        })
    }
}

impl fmt::Debug for Remark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Remark<'_> {}

impl miette::Diagnostic for Remark<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.found.code))
    }

    fn severity(&self) -> Option<Level> {
        Some(match self.found.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Advice => Level::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = if self.english {
            &self.found.help_en
        } else {
            &self.found.help_zh
        };
        (!help.is_empty()).then(|| Box::new(help) as Box<dyn fmt::Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.found.place.map(|_| &self.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = self.found.place?;
        let label = LabeledSpan::new(Some(self.found.path.clone()), place.offset, place.length);
        Some(Box::new(std::iter::once(label)))
    }
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
