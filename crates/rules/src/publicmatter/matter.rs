//! A public matter as typed, and the calls that join it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{BuildingId, WorkOrderId};

use super::PublicMatterRefusal;
use crate::desk::{ContactChannel, ContactInput, ContactKind, ContactState, settle};
use crate::people::Fault;

/// A public matter as typed. Title and answer are told to whoever calls and stand on the notice,
/// so that they name nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PublicMatterInput {
    /// What the calls about it are.
    pub kind: ContactKind,
    /// 事由, such as 3栋停水.
    pub title: String,
    /// 统一口径: what every caller is told.
    pub answer: String,
    /// The buildings concerned; empty when it is the whole community.
    #[serde(default)]
    pub building_ids: Vec<BuildingId>,
    /// The work order that mends the cause, when there is one.
    #[serde(default)]
    pub work_order_id: Option<WorkOrderId>,
}

/// A further call about a matter, as the desk has it when the caller has said what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct JoiningCall {
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
    /// What was said; empty for the title of the matter.
    #[serde(default)]
    pub content: String,
    /// What was told beside the agreed answer.
    #[serde(default)]
    pub handling: String,
    /// Who was told.
    #[serde(default)]
    pub told: String,
}

const SHORTEST_WORDS: usize = 2;
/// The title stands in one line of a notice.
const LONGEST_TITLE: usize = 40;
/// The answer is read out on the telephone.
const LONGEST_ANSWER: usize = 300;
const LONGEST_OUTCOME: usize = 500;

/// What is wrong with a matter as typed; empty when nothing is.
pub fn check_matter(input: &PublicMatterInput) -> Vec<Fault> {
    let fields = [
        ("/title", "事由", &input.title, LONGEST_TITLE),
        ("/answer", "统一口径", &input.answer, LONGEST_ANSWER),
    ];
    let mut faults = Vec::new();
    for (pointer, what, text, longest) in fields {
        let length = text.trim().chars().count();
        if length < SHORTEST_WORDS {
            faults.push(Fault::at(pointer, format!("请填写{what}（至少 2 个字）")));
        } else if length > longest {
            let detail = format!("{what}最长 {longest} 个字，现在有 {length} 个字，请缩短");
            faults.push(Fault::at(pointer, detail));
        }
    }
    if input.title.trim().chars().any(char::is_control) {
        faults.push(Fault::at("/title", "事由写在一行内，不能换行"));
    }
    faults
}

/// Whether a matter may be changed or joined.
///
/// # Errors
/// It has ended.
pub fn may_change(closed: bool) -> Result<(), PublicMatterRefusal> {
    if closed {
        Err(PublicMatterRefusal::Closed)
    } else {
        Ok(())
    }
}

/// The contact that a further call becomes: answered on the spot with the agreed answer.
///
/// # Errors
/// The matter has ended.
pub fn contact_of(
    matter: &PublicMatterInput,
    closed: bool,
    call: &JoiningCall,
) -> Result<ContactInput, PublicMatterRefusal> {
    may_change(closed)?;
    let or = |said: &str, otherwise: &str| match said.trim() {
        "" => otherwise.trim().to_owned(),
        said => said.to_owned(),
    };
    let also = call.handling.trim();
    let handling = if also.is_empty() {
        matter.answer.trim().to_owned()
    } else {
        format!("{}\n{also}", matter.answer.trim())
    };
    Ok(ContactInput {
        kind: matter.kind,
        channel: call.channel,
        room: call.room.clone(),
        caller_name: call.caller_name.clone(),
        caller_phone: call.caller_phone.clone(),
        content: or(&call.content, &matter.title),
        handling,
        told: call.told.clone(),
        answered_after_seconds: None,
        plate: String::new(),
        settled: true,
    })
}

/// What joining does to a contact that was taken before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// It is settled with the agreed answer.
    SettledWithAnswer,
    /// It stays with the work order that took it over, which is that of the matter.
    WithItsOrder,
}

/// Whether a contact that was taken before may join a matter, and what becomes of it.
/// `taken_over_by` is the work order that took the contact over, `mended_by` that of the matter.
///
/// # Errors
/// The matter has ended; the contact is corrected, settled, or another order's.
pub fn join_contact(
    matter: &PublicMatterInput,
    closed: bool,
    contact: ContactState,
    taken_over_by: Option<WorkOrderId>,
) -> Result<Joined, PublicMatterRefusal> {
    may_change(closed)?;
    if !contact.corrected && taken_over_by.is_some() && taken_over_by == matter.work_order_id {
        return Ok(Joined::WithItsOrder);
    }
    settle(contact, &matter.answer).map_err(PublicMatterRefusal::Contact)?;
    Ok(Joined::SettledWithAnswer)
}

/// Whether a matter may be ended so.
///
/// # Errors
/// It has ended before, or nothing is said about how.
pub fn close_matter(closed: bool, outcome: &str) -> Result<(), PublicMatterRefusal> {
    may_change(closed)?;
    if (SHORTEST_WORDS..=LONGEST_OUTCOME).contains(&outcome.trim().chars().count()) {
        Ok(())
    } else {
        Err(PublicMatterRefusal::OutcomeNeeded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::DeskRefusal;

    const ORDER: WorkOrderId = WorkOrderId(uuid::Uuid::from_u128(7));
    const OPEN: ContactState = ContactState {
        corrected: false,
        settled: false,
    };

    fn no_water() -> PublicMatterInput {
        PublicMatterInput {
            kind: ContactKind::Repair,
            title: "3栋停水".into(),
            answer: "水管爆裂，正在抢修，预计 18:00 恢复供水".into(),
            building_ids: Vec::new(),
            work_order_id: Some(ORDER),
        }
    }

    fn a_call() -> JoiningCall {
        serde_json::from_str(r#"{"channel":"call"}"#).expect("a channel is enough")
    }

    #[test]
    fn a_matter_says_what_it_is_and_what_is_answered() {
        assert_eq!(check_matter(&no_water()), []);
        let typed = PublicMatterInput {
            title: "停\n水".into(),
            answer: "长".repeat(LONGEST_ANSWER + 1),
            ..no_water()
        };
        let pointers: Vec<String> = check_matter(&typed)
            .into_iter()
            .map(|fault| fault.pointer)
            .collect();
        assert_eq!(pointers, ["/answer", "/title"]);
        let empty = PublicMatterInput {
            title: " ".into(),
            ..no_water()
        };
        assert_eq!(check_matter(&empty)[0].pointer, "/title");
    }

    #[test]
    fn a_further_call_is_answered_and_leaves_nothing_open() {
        let matter = no_water();
        let contact = contact_of(&matter, false, &a_call()).expect("open");
        assert_eq!(contact.content, "3栋停水");
        assert_eq!(contact.handling, matter.answer);
        assert!(contact.settled);
        let said = JoiningCall {
            content: "家里有婴儿，急用水".into(),
            handling: "已送两桶水".into(),
            ..a_call()
        };
        let contact = contact_of(&matter, false, &said).expect("open");
        assert_eq!(contact.content, "家里有婴儿，急用水");
        assert_eq!(contact.handling, format!("{}\n已送两桶水", matter.answer));
    }

    #[test]
    fn an_open_contact_is_settled_and_one_of_the_order_stays_with_it() {
        let matter = no_water();
        assert_eq!(
            join_contact(&matter, false, OPEN, None),
            Ok(Joined::SettledWithAnswer)
        );
        let taken_over = ContactState {
            settled: true,
            ..OPEN
        };
        assert_eq!(
            join_contact(&matter, false, taken_over, Some(ORDER)),
            Ok(Joined::WithItsOrder)
        );
        let other = Some(WorkOrderId(uuid::Uuid::from_u128(8)));
        assert_eq!(
            join_contact(&matter, false, taken_over, other),
            Err(PublicMatterRefusal::Contact(DeskRefusal::AlreadySettled))
        );
        let corrected = ContactState {
            corrected: true,
            ..taken_over
        };
        assert_eq!(
            join_contact(&matter, false, corrected, Some(ORDER)),
            Err(PublicMatterRefusal::Contact(DeskRefusal::AlreadyCorrected))
        );
    }

    #[test]
    fn what_has_ended_is_neither_joined_nor_changed_nor_ended_again() {
        let closed = Err(PublicMatterRefusal::Closed);
        assert_eq!(may_change(true), closed);
        assert_eq!(contact_of(&no_water(), true, &a_call()).map(|_| ()), closed);
        assert_eq!(
            join_contact(&no_water(), true, OPEN, None).map(|_| ()),
            closed
        );
        assert_eq!(close_matter(true, "已恢复供水"), closed);
    }

    #[test]
    fn ending_says_how() {
        assert_eq!(close_matter(false, "18:20 恢复供水"), Ok(()));
        assert_eq!(
            close_matter(false, " 好 "),
            Err(PublicMatterRefusal::OutcomeNeeded)
        );
    }
}
