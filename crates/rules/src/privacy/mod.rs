//! Erasing personal text on request (个人信息保护法 47): what may go, and when.
//!
//! Facts, times and who acted stay; what people said, their names and numbers go.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{ContactId, ExternalCaseId, NoticeId, Refusal, ResidentId, StaffComplaintId};

/// What stands where a text was erased.
pub const ERASED: &str = "（个人信息已依法删除）";

/// Reasons are at least this long, in characters.
const SHORTEST_REASON: usize = 4;

/// Whose or which text is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum ErasureSubject {
    /// A resident's card, with the contacts, work orders and external cases that name them.
    Resident(ResidentId),
    /// One contact, with the work orders and external cases that came from it.
    Contact(ContactId),
    /// One complaint about staff.
    StaffComplaint(StaffComplaintId),
    /// One external case, with the work order that was opened for it.
    ExternalCase(ExternalCaseId),
    /// One notice to the desk 今日须知 that names somebody.
    Notice(NoticeId),
    /// One entry of the duty log that was written by hand, by its position.
    LogEntry(i64),
}

/// Why an erasure is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant says it")]
pub enum PrivacyRefusal {
    #[error("删除个人信息需要填写事由（至少 4 个字），例如“住户来函要求删除”")]
    ReasonNeeded,
    #[error("{number} 尚未办结，办理中仍需联系住户；请先办结或归档，再删除个人信息")]
    OrderNotArchived { number: String },
    #[error("外部转办 {number} 尚未结案，办理中仍需联系诉求人；请先结案，再删除个人信息")]
    CaseNotClosed { number: String },
    #[error("这一条没有可以删除的个人信息，可能已经删除过")]
    NothingToErase,
    #[error("这一条由系统记录，请按所属的来电来访或住户删除")]
    NotAnEntryByHand,
}

impl Refusal for PrivacyRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::ReasonNeeded => "reason_needed",
            Self::OrderNotArchived { .. } => "order_not_archived",
            Self::CaseNotClosed { .. } => "case_not_closed",
            Self::NothingToErase => "nothing_to_erase",
            Self::NotAnEntryByHand => "not_an_entry_by_hand",
        }
    }
}

/// Whether an erasure may go on; `unfinished` is the number of an order that still needs the data.
///
/// # Errors
/// The reason is missing, or an order is under way.
pub fn may_erase(reason: &str, unfinished: Option<&str>) -> Result<(), PrivacyRefusal> {
    if reason.trim().chars().count() < SHORTEST_REASON {
        return Err(PrivacyRefusal::ReasonNeeded);
    }
    match unfinished {
        Some(number) => Err(PrivacyRefusal::OrderNotArchived {
            number: number.to_owned(),
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_asked_for_and_an_order_under_way_keeps_its_data() {
        assert_eq!(may_erase(" 删除 ", None), Err(PrivacyRefusal::ReasonNeeded));
        let refused = may_erase("住户来函要求删除", Some("BX20261124-001"));
        assert!(refused.is_err_and(|why| why.to_string().contains("BX20261124-001")));
        assert_eq!(may_erase("住户来函要求删除", None), Ok(()));
    }
}
