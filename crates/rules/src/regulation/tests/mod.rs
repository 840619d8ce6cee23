//! What the regulations say, asked of the typed documents.

mod draft;
mod plan;

use super::{PlannedShift, Regulation, parse, presets};
use zhishou_base::{Date, UtcOffset};

/// The parsed preset.
fn preset(key: &str) -> Regulation {
    let preset = presets::preset(key).expect("a preset of this key");
    parse(preset.source)
        .unwrap_or_else(|diagnostics| panic!("{key} does not parse: {diagnostics:#?}"))
        .regulation
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// `day 09:00-17:30` for each planned shift; next-day ends are marked `+1`.
fn times(planned: &[PlannedShift]) -> Vec<String> {
    planned
        .iter()
        .map(|shift| {
            let zone = UtcOffset::CHINA;
            let next_day = zone.date_of(shift.ends_at) > shift.date;
            format!(
                "{} {}-{}{}",
                shift.shift,
                zone.time_of(shift.starts_at),
                zone.time_of(shift.ends_at),
                if next_day { "+1" } else { "" }
            )
        })
        .collect()
}
