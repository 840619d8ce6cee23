//! Why a case does not go the way that was asked.

use zhishou_base::Refusal;

use super::types::CaseStage;

/// A refusal of the rules of external cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentences say it")]
pub enum ExternalCaseRefusal {
    #[error("转办件当前为“{}”，不能进行此操作，请刷新后查看最新进展", stage_name(*stage))]
    WrongStage { stage: CaseStage },
    #[error("已有一次延期申请等待来源答复，请先登记来源的答复")]
    ExtensionAlreadyAsked,
    #[error("没有等待答复的延期申请，请先登记延期申请")]
    NoExtensionAsked,
    #[error("请填写延期原因，来源单位要看")]
    ExtensionReasonNeeded,
    #[error("新的时限须晚于现在，也须晚于原时限，请核对")]
    DueNotLater,
    #[error("请填写回复内容（至少 2 个字）")]
    ReplyNeeded,
    #[error("请先上传办理佐证照片；确实没有的，请填写无照片的原因")]
    ProofNeeded,
    #[error("请填写来源退回的原因，便于重新办理")]
    ReturnReasonNeeded,
    #[error("来源尚未收到回复：请先回复，再登记满意或不满意；来源撤销的，请选择“来源撤销”")]
    NotReplied,
    #[error("来源对结果不满意：请填写说明后结案，或登记退回后重新办理")]
    UnsatisfiedNeedsNote,
    #[error("该件已关联工单，请到工单中继续办理")]
    AlreadyLinked,
}

fn stage_name(stage: CaseStage) -> &'static str {
    match stage {
        CaseStage::Open => "待回复",
        CaseStage::Replied => "已回复",
        CaseStage::Closed => "已结案",
    }
}

impl Refusal for ExternalCaseRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::WrongStage { .. } => "wrong_case_stage",
            Self::ExtensionAlreadyAsked => "extension_already_asked",
            Self::NoExtensionAsked => "no_extension_asked",
            Self::ExtensionReasonNeeded => "extension_reason_needed",
            Self::DueNotLater => "due_not_later",
            Self::ReplyNeeded => "reply_needed",
            Self::ProofNeeded => "proof_needed",
            Self::ReturnReasonNeeded => "return_reason_needed",
            Self::NotReplied => "case_not_replied",
            Self::UnsatisfiedNeedsNote => "unsatisfied_case_needs_note",
            Self::AlreadyLinked => "case_already_linked",
        }
    }
}
