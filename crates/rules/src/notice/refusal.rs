//! Why the rules of notices say no.

use zhishou_base::Refusal;

/// A refusal of a notice; its sentence says what to do instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoticeRefusal {
    /// Somebody withdrew it.
    #[error("该须知已撤回，如仍需提醒，请另写一条")]
    Withdrawn,
    /// Its time is over.
    #[error("该须知已过截止时间，如仍需提醒，请另写一条")]
    Over,
}

impl Refusal for NoticeRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Withdrawn => "notice_withdrawn",
            Self::Over => "notice_over",
        }
    }
}
