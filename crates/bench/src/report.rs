//! The figures as a table for people and as JSON for programs.

use std::fmt::{self, Display, Formatter};

use serde_json::{Value, json};

use crate::measure::{Comparison, Side};
use crate::process::{FIRST_ANSWER_TARGET, MEMORY_TARGET_BYTES, ServerFigures};

/// Everything that was measured.
#[derive(Debug)]
pub struct Report {
    /// Intake against the same rows.
    pub intake: Vec<Comparison>,
    /// The served binary.
    pub server: Option<ServerFigures>,
}

impl Report {
    /// For programs; times in milliseconds, memory in bytes.
    pub fn to_json(&self) -> Value {
        json!({
            "intake": self.intake.iter().map(comparison_json).collect::<Vec<_>>(),
            "server": self.server.as_ref().map(server_json),
        })
    }
}

fn side_json(side: &Side) -> Value {
    json!({
        "per_second": side.rate(),
        "p50_ms": side.percentile_ms(50.0),
        "p99_ms": side.percentile_ms(99.0),
    })
}

fn comparison_json(one: &Comparison) -> Value {
    json!({
        "engine": one.engine,
        "intake": one.load.kind.name(),
        "writers": one.load.writers,
        "acts": one.load.acts,
        "rows_per_act": one.rows,
        "act": side_json(&one.act),
        "raw": side_json(&one.raw),
        "rate_ratio": one.rate_ratio(),
        "p99_ratio": one.p99_ratio(),
        "rate_met": one.rate_is_met(),
        "p99_met": one.p99_is_met(),
    })
}

fn server_json(server: &ServerFigures) -> Value {
    let starts = server
        .first_answers
        .iter()
        .map(|time| time.as_secs_f64() * 1_000.0);
    json!({
        "first_answer_ms": server.first_answer().as_secs_f64() * 1_000.0,
        "first_answers_ms": starts.collect::<Vec<_>>(),
        "first_answer_met": server.first_answer() <= FIRST_ANSWER_TARGET,
        "idle_bytes": server.idle_bytes,
        "peak_bytes": server.peak_bytes,
        "idle_met": server.idle_bytes <= MEMORY_TARGET_BYTES,
        "binary_bytes": server.binary_bytes,
    })
}

fn met(is_met: bool) -> &'static str {
    if is_met { "met" } else { "MISSED" }
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<10} {:<18} {:>7} {:>4}  {:>8} {:>8} {:>8}  {:>8} {:>8} {:>8}  {:>6} {:<6}  {:>5} {:<6}",
            "engine",
            "intake",
            "writers",
            "rows",
            "act/s",
            "p50 ms",
            "p99 ms",
            "raw/s",
            "p50 ms",
            "p99 ms",
            "rate",
            "≥50 %",
            "p99",
            "≤3x"
        )?;
        for one in &self.intake {
            let (act, raw) = (&one.act, &one.raw);
            writeln!(
                f,
                "{:<10} {:<18} {:>7} {:>4}  {:>8.0} {:>8.2} {:>8.2}  {:>8.0} {:>8.2} {:>8.2}  {:>4.0} % {:<6}  {:>4.1}x {:<6}",
                one.engine,
                one.load.kind.name(),
                one.load.writers,
                one.rows,
                act.rate(),
                act.percentile_ms(50.0),
                act.percentile_ms(99.0),
                raw.rate(),
                raw.percentile_ms(50.0),
                raw.percentile_ms(99.0),
                one.rate_ratio() * 100.0,
                met(one.rate_is_met()),
                one.p99_ratio(),
                met(one.p99_is_met()),
            )?;
        }
        let Some(server) = &self.server else {
            return Ok(());
        };
        let megabytes = |bytes: u64| bytes / (1024 * 1024);
        writeln!(
            f,
            "first answer {:.0} ms after the start (≤{} ms {}), middle of {}",
            server.first_answer().as_secs_f64() * 1_000.0,
            FIRST_ANSWER_TARGET.as_millis(),
            met(server.first_answer() <= FIRST_ANSWER_TARGET),
            server.first_answers.len(),
        )?;
        writeln!(
            f,
            "idle memory {} MB with the demo (≤{} MB {}), at most {} MB since the start; program {} MB",
            megabytes(server.idle_bytes),
            megabytes(MEMORY_TARGET_BYTES),
            met(server.idle_bytes <= MEMORY_TARGET_BYTES),
            megabytes(server.peak_bytes),
            megabytes(server.binary_bytes),
        )
    }
}
