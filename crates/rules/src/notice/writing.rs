//! What a notice must say, and for how long it may hang.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, Span};

use crate::people::Fault;

/// A notice as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoticeInput {
    /// What it is about, in a few words.
    pub title: String,
    /// What the desk has to know and to tell callers.
    pub text: String,
    /// From when it counts.
    pub from_at: Instant,
    /// Until when, exclusive.
    pub until_at: Instant,
}

/// A notice hangs no longer: what holds for months belongs into a standing condition.
pub const LONGEST_RUN: Span = Span::days(30);

const LONGEST_TITLE: usize = 40;
const LONGEST_TEXT: usize = 1_000;

/// What is wrong with a notice as typed; empty when nothing is.
pub fn check_notice(input: &NoticeInput, now: Instant) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(words(
        "/title",
        &input.title,
        "请填写标题，例如“3 栋停水”",
        LONGEST_TITLE,
    ));
    faults.extend(words(
        "/text",
        &input.text,
        "请填写内容：什么事、到几点、怎么答复住户",
        LONGEST_TEXT,
    ));
    faults.extend(run(input, now).map(|wrong| Fault::at("/until_at", wrong)));
    faults
}

fn words(pointer: &str, text: &str, missing: &str, longest: usize) -> Option<Fault> {
    let length = text.trim().chars().count();
    if length == 0 {
        Some(Fault::at(pointer, missing))
    } else if length > longest {
        Some(Fault::at(pointer, format!("最多 {longest} 个字，请精简")))
    } else {
        None
    }
}

fn run(input: &NoticeInput, now: Instant) -> Option<&'static str> {
    if input.until_at <= input.from_at {
        Some("截止时间应晚于开始时间，请核对")
    } else if input.until_at <= now {
        Some("截止时间已过，请重新选择")
    } else if input.until_at.since(input.from_at) > LONGEST_RUN {
        Some("须知最长 30 天；长期有效的情况请写入“持续关注”")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant(1_000_000);

    fn water_cut() -> NoticeInput {
        NoticeInput {
            title: "3 栋停水".into(),
            text: "水管抢修，预计 18:00 恢复".into(),
            from_at: NOW,
            until_at: NOW + Span::hours(9),
        }
    }

    fn pointers(input: &NoticeInput) -> Vec<String> {
        let faults = check_notice(input, NOW);
        faults.into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn title_and_text_are_needed_and_kept_short() {
        assert_eq!(check_notice(&water_cut(), NOW), []);
        let empty = NoticeInput {
            title: "  ".into(),
            text: String::new(),
            ..water_cut()
        };
        assert_eq!(pointers(&empty), ["/title", "/text"]);
        let long = NoticeInput {
            title: "水".repeat(41),
            text: "水".repeat(1_001),
            ..water_cut()
        };
        assert_eq!(pointers(&long), ["/title", "/text"]);
    }

    #[test]
    fn it_ends_after_it_begins_and_after_now() {
        let backwards = NoticeInput {
            until_at: NOW,
            ..water_cut()
        };
        assert_eq!(pointers(&backwards), ["/until_at"]);
        let over = NoticeInput {
            from_at: NOW - Span::hours(3),
            until_at: NOW - Span::hours(1),
            ..water_cut()
        };
        assert_eq!(pointers(&over), ["/until_at"]);
    }

    #[test]
    fn it_hangs_thirty_days_and_no_longer() {
        let until = |until_at| NoticeInput {
            until_at,
            ..water_cut()
        };
        assert_eq!(check_notice(&until(NOW + LONGEST_RUN), NOW), []);
        let longer = until(NOW + LONGEST_RUN + Span(1));
        assert_eq!(pointers(&longer), ["/until_at"]);
    }
}
