//! Taking a case: what the source sent, and the number it gets here.

use zhishou_base::{Date, Instant};

use super::types::{CaseSource, ExternalCase, State};
use crate::people::Fault;

/// The longest text of a case, in characters.
const LONGEST_TEXT: usize = 4_000;
/// The longest name, number or room.
const LONGEST_LINE: usize = 120;
/// So many characters of content say what it is about.
const FEWEST_WORDS: usize = 2;

/// A case as the source sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase<'a> {
    /// Who sent it.
    pub source: CaseSource,
    /// The source by name; asked for where the list does not name it.
    pub source_name: &'a str,
    /// The source's own number. Who calls from the street office often gives none.
    pub external_number: &'a str,
    /// What it is about.
    pub content: &'a str,
    /// The caller as the source gives them.
    pub caller_name: &'a str,
    /// Their number.
    pub caller_phone: &'a str,
    /// The home, however it is written.
    pub room: &'a str,
    /// When it came.
    pub received_at: Instant,
    /// Until when the source wants the reply.
    pub due_at: Instant,
}

/// The case as it begins, or everything that is wrong with what was typed. A deadline that has
/// passed by now is taken all the same: what lay in a box for a week is late, not impossible.
///
/// # Errors
/// What it is about or who sent it is not said, 12345's number is missing, a text is too long, or
/// the times do not fit.
pub fn take(new: &NewCase<'_>, now: Instant) -> Result<ExternalCase, Vec<Fault>> {
    let faults: Vec<Fault> = missing(new)
        .into_iter()
        .chain(too_long(new))
        .chain(wrong_times(new, now))
        .collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(ExternalCase {
        state: State::Open {
            extension_asked: None,
        },
        clock_from: new.received_at,
        due_at: new.due_at,
        cycle: 0,
        extensions: 0,
        late_extensions: 0,
        last_step_at: new.received_at,
    })
}

fn missing(new: &NewCase<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    if new.content.trim().chars().count() < FEWEST_WORDS {
        faults.push(Fault::at("/content", "请填写诉求内容（至少 2 个字）"));
    }
    if new.source == CaseSource::Hotline && new.external_number.trim().is_empty() {
        let detail = "请填写 12345 工单编号，回复和延期都按此编号办理";
        faults.push(Fault::at("/external_number", detail));
    }
    if new.source == CaseSource::Other && new.source_name.trim().is_empty() {
        faults.push(Fault::at("/source_name", "来源为“其他”时，请填写来源单位"));
    }
    faults
}

fn too_long(new: &NewCase<'_>) -> Vec<Fault> {
    let fields = [
        ("/content", new.content, LONGEST_TEXT),
        ("/source_name", new.source_name, LONGEST_LINE),
        ("/external_number", new.external_number, LONGEST_LINE),
        ("/caller_name", new.caller_name, LONGEST_LINE),
        ("/caller_phone", new.caller_phone, LONGEST_LINE),
        ("/room", new.room, LONGEST_LINE),
    ];
    fields
        .into_iter()
        .filter(|(_, text, longest)| text.chars().count() > *longest)
        .map(|(pointer, _, longest)| Fault::at(pointer, format!("最多 {longest} 个字，请精简")))
        .collect()
}

fn wrong_times(new: &NewCase<'_>, now: Instant) -> Vec<Fault> {
    let mut faults = Vec::new();
    if new.received_at > now {
        faults.push(Fault::at("/received_at", "收件时间不能晚于现在，请核对"));
    }
    if new.due_at <= new.received_at {
        faults.push(Fault::at("/due_at", "回复时限须晚于收件时间，请核对"));
    }
    faults
}

/// The series in which a day's cases are counted.
pub fn series_of(date: Date) -> String {
    format!("external_case.{}", stem(date))
}

/// The number people say here: `WB20261124-001`.
pub fn number_of(date: Date, count: i64) -> String {
    format!("{}-{count:03}", stem(date))
}

fn stem(date: Date) -> String {
    let (year, month, day) = date.parts();
    format!("WB{year:04}{month:02}{day:02}")
}
