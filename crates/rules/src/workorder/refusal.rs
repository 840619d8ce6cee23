//! Why an order does not go the way that was asked.

use zhishou_base::Refusal;

use super::types::Stage;

/// A refusal of the rules of work orders.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentences say it")]
pub enum WorkOrderRefusal {
    #[error("工单当前为“{}”，不能进行此操作，请刷新后查看最新进展", stage_name(*stage))]
    WrongStage { stage: Stage },
    #[error("此工单已派给其他人，须由本人办理；如需换人，请由前台改派")]
    NotAssignee,
    #[error("工单已在此人手中，请选择其他人员")]
    SameAssignee,
    #[error("请填写原因，便于留存和说明")]
    ReasonNeeded,
    #[error("改期须向客户说明原因：请填写已向客户作出的解释")]
    ExplanationNeeded,
    #[error("请约定新的上门时间，且须晚于现在")]
    AppointmentNeeded,
    #[error("此工单已改期过一次，再次改期请由客服主管或带班领导办理")]
    SecondDeferral,
    #[error("此类工单按制度不得拖到次日，请继续处理；确需改期，请由客服主管或带班领导办理")]
    NightMayNotDefer,
    #[error("请先点“已到场”，再点“完工”")]
    NotArrived,
    #[error("回访不能由完工人本人进行，请由前台或其他人员回访")]
    OwnWork,
    #[error("距上次未接通不足一小时，请换个时段再拨；接通后可随时登记回访结果")]
    AttemptTooSoon,
    #[error("请先登记已告知的部门负责人，再办结投诉")]
    HeadNotTold,
    #[error("部门负责人已告知过，无需重复登记")]
    HeadAlreadyTold,
    #[error("首次答复已登记，无需重复登记")]
    AlreadyReplied,
    #[error("此项仅用于投诉工单，请核对工单类型")]
    NotComplaint,
    #[error("工单须先回访再归档，请登记回访结果")]
    NotCalledBack,
    #[error("客户对结果不满意：请重开工单返修，或填写说明后归档")]
    UnsatisfiedNeedsNote,
    #[error("投诉须处理并回访后才能归档；客户本人撤销的，请选择“客户撤销”")]
    ComplaintMustBeHandled,
    #[error("类型和紧急程度均未改变，请先修改再保存")]
    NothingChanged,
    #[error("此工单没有待确认的夜间事项，请刷新后查看")]
    NothingToSettle,
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Registered => "待派单",
        Stage::Dispatched => "已派单",
        Stage::Accepted => "已接单",
        Stage::Arrived => "已到场",
        Stage::Done => "已完工",
        Stage::CalledBack => "已回访",
        Stage::Archived => "已归档",
    }
}

impl Refusal for WorkOrderRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::WrongStage { .. } => "wrong_stage",
            Self::NotAssignee => "not_assignee",
            Self::SameAssignee => "same_assignee",
            Self::ReasonNeeded => "reason_needed",
            Self::ExplanationNeeded => "explanation_needed",
            Self::AppointmentNeeded => "appointment_needed",
            Self::SecondDeferral => "second_deferral",
            Self::NightMayNotDefer => "night_may_not_defer",
            Self::NotArrived => "not_arrived",
            Self::OwnWork => "own_work",
            Self::AttemptTooSoon => "attempt_too_soon",
            Self::HeadNotTold => "head_not_told",
            Self::HeadAlreadyTold => "head_already_told",
            Self::AlreadyReplied => "already_replied",
            Self::NotComplaint => "not_complaint",
            Self::NotCalledBack => "not_called_back",
            Self::UnsatisfiedNeedsNote => "unsatisfied_needs_note",
            Self::ComplaintMustBeHandled => "complaint_must_be_handled",
            Self::NothingChanged => "nothing_changed",
            Self::NothingToSettle => "nothing_to_settle",
        }
    }
}
