//! Why the duty log says no.

use zhishou_base::Refusal;

/// A refusal of an entry; its sentence says what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant says it")]
pub enum DutyLogRefusal {
    #[error("请填写记事内容")]
    Empty,
    #[error("记事内容过长，请控制在 2000 字以内，或分条填写")]
    TooLong,
    #[error("发生时间不能晚于现在，请核对时间")]
    InFuture,
    #[error("只能补录 7 天以内的事项，更早的情况请以书面报告说明")]
    TooFarBack,
    #[error("这一条已经更正过，请在最新的更正上继续更正")]
    AlreadyCorrected,
    #[error("系统自动记录的事项不能更正，如有出入，请另写一条记事说明")]
    NotCorrectable,
}

impl Refusal for DutyLogRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "entry_empty",
            Self::TooLong => "entry_too_long",
            Self::InFuture => "entry_in_future",
            Self::TooFarBack => "entry_too_far_back",
            Self::AlreadyCorrected => "already_corrected",
            Self::NotCorrectable => "not_correctable",
        }
    }
}
