//! Duty log 值班台账: what a person may write in it, and when it counts as late.

mod refusal;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use zhishou_base::{Instant, Span};

use crate::words::words;

pub use refusal::DutyLogRefusal;

words! {
    /// The part of the log an entry belongs to (R11.11), or the power that was used (R20.5).
    LogSection {
        /// 值班记事
        General = "general",
        /// 设备运行
        Equipment = "equipment",
        /// 督查检查
        Supervision = "supervision",
        /// 制止并报告违规行为
        Stopped = "stopped",
        /// 要求修复损坏设施
        RepairDemanded = "repair_demanded",
        /// 协助或协调
        Helped = "helped",
        /// 采取应急措施
        EmergencyMeasure = "emergency_measure",
    }
}

/// How long after it happened an entry is still written at once. Beyond it the
/// entry is a late one 补录 and shows both times.
pub const AT_ONCE: Span = Span::minutes(5);

/// How far back an entry may be written: what is older is told in a report, not
/// slipped into the log of a shift that was signed long ago.
pub const LATEST_ENTRY: Span = Span::days(7);

/// The longest entry, in characters.
pub const LONGEST_ENTRY: usize = 2_000;

/// A checked entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The words.
    pub text: String,
    /// When it happened.
    pub happened_at: Instant,
    /// Whether it was entered late.
    pub late: bool,
}

/// Checks what a person writes in the log.
///
/// # Errors
/// It is empty, too long, in the future or too far back.
pub fn write_entry(
    text: &str,
    happened_at: Option<Instant>,
    now: Instant,
) -> Result<Note, DutyLogRefusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DutyLogRefusal::Empty);
    }
    if text.chars().count() > LONGEST_ENTRY {
        return Err(DutyLogRefusal::TooLong);
    }
    let happened_at = happened_at.unwrap_or(now);
    if happened_at > now {
        return Err(DutyLogRefusal::InFuture);
    }
    if happened_at < now - LATEST_ENTRY {
        return Err(DutyLogRefusal::TooFarBack);
    }
    Ok(Note {
        text: text.to_owned(),
        happened_at,
        late: is_late(happened_at, now),
    })
}

/// Whether what happened then and was entered now is a late entry 补录.
pub fn is_late(happened_at: Instant, recorded_at: Instant) -> bool {
    recorded_at.since(happened_at) > AT_ONCE
}
