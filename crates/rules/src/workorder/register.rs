//! Registering an order at once (R01.3).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, Instant};

use super::terms::Terms;
use super::types::{By, ComplaintSeverity, Matter, State, WorkOrder};
use crate::regulation::{ServiceKind, ServiceUrgency};

/// The longest text of an order, in characters.
const LONGEST_TEXT: usize = 2_000;
/// The longest name, place or telephone number.
const LONGEST_LINE: usize = 120;

/// One thing wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer to the field.
    pub pointer: &'static str,
    /// What is wrong and what to do.
    pub detail: &'static str,
}

/// Kind and the facts of the kind, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MatterInput {
    /// The kind.
    pub kind: ServiceKind,
    /// How grave, for a complaint; ordinary unless said.
    #[serde(default)]
    pub severity: Option<ComplaintSeverity>,
}

impl MatterInput {
    /// The matter at its beginning.
    pub fn matter(self) -> Matter {
        match self.kind {
            ServiceKind::Repair => Matter::Repair,
            ServiceKind::Complaint => Matter::Complaint {
                severity: self.severity.unwrap_or(ComplaintSeverity::Ordinary),
                head_told_at: None,
                first_reply_at: None,
            },
            ServiceKind::Entrusted => Matter::Entrusted,
            ServiceKind::Suggestion => Matter::Suggestion,
            ServiceKind::Inquiry => Matter::Inquiry,
            ServiceKind::Help => Matter::Help,
            ServiceKind::Business => Matter::Business,
        }
    }
}

/// What is known when an order is registered. A minimal one always saves: kind
/// and one word of what it is about, or a room or place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrder<'a> {
    /// Kind and its facts.
    pub matter: MatterInput,
    /// How pressing.
    pub urgency: ServiceUrgency,
    /// Whether a room is named.
    pub has_room: bool,
    /// The exact place.
    pub place: &'a str,
    /// What it is about.
    pub content: &'a str,
    /// Who called.
    pub caller_name: &'a str,
    /// The caller's telephone number.
    pub caller_phone: &'a str,
    /// An agreed visit (R16.3).
    pub appointment_at: Option<Instant>,
}

/// The order as it begins, or everything that is wrong with what was typed.
///
/// # Errors
/// Nothing says what or where it is, a text is too long, or the agreed visit is past.
pub fn register(new: &NewOrder<'_>, terms: Terms, by: By) -> Result<WorkOrder, Vec<Fault>> {
    let faults = faults(new, by.at);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(WorkOrder {
        matter: new.matter.matter(),
        urgency: new.urgency,
        state: State::Registered { returned: None },
        terms,
        clock_from: by.at,
        cycle: 0,
        dispatches: 0,
        deferrals: 0,
        deferral: None,
        appointment_at: new.appointment_at,
        attempts: 0,
        last_attempt_at: None,
        night_at: by.night.then_some(by.at),
        night_settled_at: None,
    })
}

fn faults(new: &NewOrder<'_>, now: Instant) -> Vec<Fault> {
    let longer = |text: &str, most: usize| text.chars().count() > most;
    let says_nothing = new.content.trim().is_empty() && new.place.trim().is_empty();
    let checks = [
        (
            says_nothing && !new.has_room,
            "/content",
            "请至少填写事由、地点或房号中的一项",
        ),
        (
            longer(new.content, LONGEST_TEXT),
            "/content",
            "内容过长，请控制在 2000 字以内",
        ),
        (
            longer(new.place, LONGEST_LINE),
            "/place",
            "地点过长，请控制在 120 字以内",
        ),
        (
            longer(new.caller_name, LONGEST_LINE),
            "/caller_name",
            "姓名过长，请控制在 120 字以内",
        ),
        (
            longer(new.caller_phone, LONGEST_LINE),
            "/caller_phone",
            "电话过长，请核对",
        ),
        (
            new.appointment_at.is_some_and(|at| at <= now),
            "/appointment_at",
            "预约时间须晚于现在",
        ),
    ];
    checks
        .into_iter()
        .filter(|(wrong, _, _)| *wrong)
        .map(|(_, pointer, detail)| Fault { pointer, detail })
        .collect()
}

/// The letters that begin a kind's numbers.
pub fn number_prefix(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Repair => "BX",
        ServiceKind::Complaint => "TS",
        ServiceKind::Inquiry => "ZX",
        ServiceKind::Suggestion => "JY",
        ServiceKind::Help => "QZ",
        ServiceKind::Entrusted => "WT",
        ServiceKind::Business => "YW",
    }
}

/// The series in which a day's orders of a kind are counted.
pub fn series_of(kind: ServiceKind, date: Date) -> String {
    format!("work_order.{}", stem(kind, date))
}

/// The number people say: `BX20261124-003`.
pub fn number_of(kind: ServiceKind, date: Date, count: i64) -> String {
    format!("{}-{count:03}", stem(kind, date))
}

fn stem(kind: ServiceKind, date: Date) -> String {
    let (year, month, day) = date.parts();
    format!("{}{year:04}{month:02}{day:02}", number_prefix(kind))
}
