//! An entry of the contact log 来电来访登记.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::DeskRefusal;
use crate::people::Fault;
use crate::words::words;

words! {
    /// What a contact is about.
    ContactKind {
        /// 投诉
        Complaint = "complaint",
        /// 咨询
        Inquiry = "inquiry",
        /// 报修
        Repair = "repair",
        /// 建议
        Suggestion = "suggestion",
        /// 求助
        Help = "help",
        /// 委托
        Entrusted = "entrusted",
        /// 业务
        Business = "business",
    }
}

words! {
    /// How it reached the desk.
    ContactChannel {
        /// 来电
        Call = "call",
        /// 来访
        Visit = "visit",
        /// 留言
        Message = "message",
        /// 业主群
        OwnersGroup = "owners_group",
        /// 其他
        Other = "other",
    }
}

/// A contact as typed. Only the kind is asked for: a shouting caller is written down by kind alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactInput {
    /// What it is about.
    pub kind: ContactKind,
    /// How it reached the desk.
    pub channel: ContactChannel,
    /// The home, however it is written; need not be known.
    #[serde(default)]
    pub room: String,
    /// Name as the caller gave it; empty for an unknown caller.
    #[serde(default)]
    pub caller_name: String,
    /// Phone number as shown or pasted.
    #[serde(default)]
    pub caller_phone: String,
    /// What was said.
    #[serde(default)]
    pub content: String,
    /// What was done at once.
    #[serde(default)]
    pub handling: String,
    /// Who was told.
    #[serde(default)]
    pub told: String,
    /// Seconds the phone rang before it was answered, when somebody noted it (R07.3.3.3).
    #[serde(default)]
    pub answered_after_seconds: Option<u32>,
    /// The plate of a car that is in the way 挪车, as it was read out.
    #[serde(default)]
    pub plate: String,
    /// Nothing is left open: it was answered on the spot, as `handling` says.
    #[serde(default)]
    pub settled: bool,
}

/// Where a stored contact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactState {
    /// A newer entry corrects it.
    pub corrected: bool,
    /// It is settled, or a work order took it over.
    pub settled: bool,
}

const LONGEST_TEXT: usize = 4_000;
const LONGEST_FIELD: usize = 120;
const LONGEST_PLATE: usize = 20;
/// Ringing longer than an hour is a slip of the finger.
const LONGEST_RINGING_SECONDS: u32 = 3_600;
const FEWEST_WORDS: usize = 2;

/// What is wrong with a contact as typed; empty when nothing is. Nothing is required but the kind.
pub fn check_contact(input: &ContactInput) -> Vec<Fault> {
    let fields = [
        ("/content", &input.content, LONGEST_TEXT),
        ("/handling", &input.handling, LONGEST_TEXT),
        ("/room", &input.room, LONGEST_FIELD),
        ("/caller_name", &input.caller_name, LONGEST_FIELD),
        ("/caller_phone", &input.caller_phone, LONGEST_FIELD),
        ("/told", &input.told, LONGEST_FIELD),
        ("/plate", &input.plate, LONGEST_PLATE),
    ];
    let mut faults: Vec<Fault> = fields
        .into_iter()
        .filter(|(_, text, longest)| text.chars().count() > *longest)
        .map(|(pointer, _, longest)| Fault::at(pointer, format!("最多 {longest} 个字，请精简")))
        .collect();
    if input
        .answered_after_seconds
        .is_some_and(|seconds| seconds > LONGEST_RINGING_SECONDS)
    {
        faults.push(Fault::at(
            "/answered_after_seconds",
            "接听用时以秒计，请核对",
        ));
    }
    faults
}

fn says_something(words: &str) -> Result<(), DeskRefusal> {
    let said = words.chars().filter(|c| !c.is_whitespace()).count();
    if said < FEWEST_WORDS {
        Err(DeskRefusal::WordsNeeded)
    } else {
        Ok(())
    }
}

/// Whether a contact may be corrected by a new entry.
///
/// # Errors
/// It was corrected before, or no reason is given.
pub fn correct(state: ContactState, reason: &str) -> Result<(), DeskRefusal> {
    if state.corrected {
        return Err(DeskRefusal::AlreadyCorrected);
    }
    says_something(reason)
}

/// Whether a contact may be settled.
///
/// # Errors
/// It was corrected or settled before, or no outcome is given.
pub fn settle(state: ContactState, outcome: &str) -> Result<(), DeskRefusal> {
    if state.corrected {
        return Err(DeskRefusal::AlreadyCorrected);
    }
    if state.settled {
        return Err(DeskRefusal::AlreadySettled);
    }
    says_something(outcome)
}

/// The most pictures of one contact, as of one work order.
pub const MOST_PHOTOS: usize = 20;

/// Whether a picture may be added to a contact, settled or not.
///
/// # Errors
/// Its words were erased, or it has pictures enough.
pub fn add_photo(erased: bool, already: usize) -> Result<(), DeskRefusal> {
    if erased {
        return Err(DeskRefusal::Erased);
    }
    if already >= MOST_PHOTOS {
        return Err(DeskRefusal::PhotosFull);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_only() -> ContactInput {
        serde_json::from_str(r#"{"kind":"complaint","channel":"call"}"#).expect("kind is enough")
    }

    const OPEN: ContactState = ContactState {
        corrected: false,
        settled: false,
    };

    #[test]
    fn a_minimal_entry_always_saves() {
        assert_eq!(check_contact(&kind_only()), []);
    }

    #[test]
    fn only_absurd_input_is_refused_by_its_field() {
        let input = ContactInput {
            content: "漏".repeat(LONGEST_TEXT + 1),
            answered_after_seconds: Some(86_400),
            ..kind_only()
        };
        let pointers: Vec<_> = check_contact(&input)
            .into_iter()
            .map(|fault| fault.pointer)
            .collect();
        assert_eq!(pointers, ["/content", "/answered_after_seconds"]);
    }

    #[test]
    fn a_corrected_entry_is_history() {
        let corrected = ContactState {
            corrected: true,
            ..OPEN
        };
        assert_eq!(
            settle(corrected, "已解决"),
            Err(DeskRefusal::AlreadyCorrected)
        );
        assert_eq!(
            correct(corrected, "房号写错"),
            Err(DeskRefusal::AlreadyCorrected)
        );
    }

    #[test]
    fn pictures_are_added_until_there_are_twenty_or_the_words_are_erased() {
        assert_eq!(add_photo(false, MOST_PHOTOS - 1), Ok(()));
        assert_eq!(add_photo(false, MOST_PHOTOS), Err(DeskRefusal::PhotosFull));
        assert_eq!(add_photo(true, 0), Err(DeskRefusal::Erased));
    }

    #[test]
    fn settling_says_how() {
        assert_eq!(settle(OPEN, " "), Err(DeskRefusal::WordsNeeded));
        assert_eq!(settle(OPEN, "已告知缴费方式"), Ok(()));
        let settled = ContactState {
            settled: true,
            ..OPEN
        };
        assert_eq!(settle(settled, "已解决"), Err(DeskRefusal::AlreadySettled));
    }
}
