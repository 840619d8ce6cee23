//! Why the rules of public matters say no.

use zhishou_base::Refusal;

use crate::desk::DeskRefusal;

/// A refusal of the rules of public matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PublicMatterRefusal {
    /// The matter has ended.
    #[error("该公共事项已结束，如情况再次发生，请新建公共事项")]
    Closed,
    /// The contact counts as a call already, of this matter or of another.
    #[error("该登记已并入公共事项，不重复计数")]
    AlreadyJoined,
    /// It is to be ended without a word about how.
    #[error("请写明结束情况（至少 2 个字），例如“18:20 恢复供水”")]
    OutcomeNeeded,
    /// The contact cannot be joined: it is settled or corrected.
    #[error("{0}")]
    Contact(DeskRefusal),
}

impl Refusal for PublicMatterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed => "public_matter_closed",
            Self::AlreadyJoined => "contact_joined",
            Self::OutcomeNeeded => "matter_outcome_needed",
            Self::Contact(refusal) => refusal.code(),
        }
    }
}
