//! The twenty-three regulations of the source: each parses, plans and lints as
//! its text demands. A test is named after the regulation it asks.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says why and stops"
)]

mod checked;
mod linted;
mod planned;

use zhishou_base::{Date, UtcOffset};
use zhishou_rules::regulation::{
    Checked, Diagnostic, PlannedShift, Regulation, check, plan_day, presets,
};

/// The source of a regulation: the preset when it ships, else the fixture.
fn source(key: &str) -> &'static str {
    if let Some(preset) = presets::preset(key) {
        return preset.source;
    }
    match key {
        "r02" => include_str!("r02.toml"),
        "r04" => include_str!("r04.toml"),
        "r05" => include_str!("r05.toml"),
        "r06" => include_str!("r06.toml"),
        "r07" => include_str!("r07.toml"),
        "r09" => include_str!("r09.toml"),
        "r10" => include_str!("r10.toml"),
        "r11" => include_str!("r11.toml"),
        "r12" => include_str!("r12.toml"),
        "r13" => include_str!("r13.toml"),
        "r14" => include_str!("r14.toml"),
        "r15" => include_str!("r15.toml"),
        "r16" => include_str!("r16.toml"),
        "r17" => include_str!("r17.toml"),
        "r18" => include_str!("r18.toml"),
        "r19" => include_str!("r19.toml"),
        "r20" => include_str!("r20.toml"),
        "r21" => include_str!("r21.toml"),
        "r22" => include_str!("r22.toml"),
        other => panic!("no regulation {other}"),
    }
}

fn regulation(key: &str) -> Regulation {
    let checked = check(source(key));
    checked
        .regulation
        .unwrap_or_else(|| panic!("{key} does not parse: {:#?}", checked.diagnostics))
}

/// Monday to Sunday, 23 to 29 November 2026.
const MON: &str = "2026-11-23";
const FRI: &str = "2026-11-27";
const SAT: &str = "2026-11-28";
const SUN: &str = "2026-11-29";

fn plan(regulation: &Regulation, post: &str, date: &str) -> Vec<PlannedShift> {
    let date: Date = date.parse().expect("a date");
    plan_day(regulation, post, date, UtcOffset::CHINA)
}

/// `day 09:00-17:30` for each planned shift; an end on the next day is marked `+1`.
fn times(planned: &[PlannedShift]) -> Vec<String> {
    let zone = UtcOffset::CHINA;
    planned
        .iter()
        .map(|shift| {
            let days =
                zone.date_of(shift.ends_at).days_since_epoch() - shift.date.days_since_epoch();
            let next_day = if days > 0 {
                format!("+{days}")
            } else {
                String::new()
            };
            let (from, to) = (zone.time_of(shift.starts_at), zone.time_of(shift.ends_at));
            format!("{} {from}-{to}{next_day}", shift.shift)
        })
        .collect()
}

fn leads(planned: &[PlannedShift]) -> Vec<u32> {
    planned
        .iter()
        .map(|shift| shift.sign_in_lead_minutes)
        .collect()
}

fn found<'c>(checked: &'c Checked, code: &str) -> Vec<&'c Diagnostic> {
    checked
        .diagnostics
        .iter()
        .filter(|found| found.code == code)
        .collect()
}
