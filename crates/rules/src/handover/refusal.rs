//! Why a handover says no.

use zhishou_base::Refusal;

/// A refusal of an act of handover; its sentence says what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant says it")]
pub enum HandoverRefusal {
    #[error("本次交接已结束，不能再修改；如有出入，请在“更正补充”中新增说明")]
    NotOpen,
    #[error("您不是本次交接的交班人或接班人，请由双方本人办理")]
    NotAParty,
    #[error("没有这一项，请刷新后重试")]
    UnknownLine,
    #[error("“{text}”要由对方本人确认，请对方输入签名密码或在自己的设备上确认")]
    OtherSidesLine { text: String },
    #[error("请写明不正常的情况，便于留存记录")]
    NoteNeeded,
    #[error("“{name}”清点 {counted}，应有 {expected}：请说明损坏情况或物品去向后再签字")]
    ExplanationNeeded {
        name: String,
        expected: u32,
        counted: u32,
    },
    #[error("还有 {left} 项物品未清点，请逐项清点后再签字")]
    NotCounted { left: usize },
    #[error("检查清单还有 {left} 项未确认，请逐项确认后再签字")]
    NotChecked { left: usize },
    #[error("夜间待办“{label}”尚未处理：请确认转工单、办结，或写明原因后遗留，再由双方签字")]
    DeferredUnsettled { label: String },
    #[error("遗留事项“{label}”尚未填写处理方式或遗留原因，请补充后再签字")]
    OpenUnsettled { label: String },
    #[error("请填写原因，便于下一班跟进")]
    ReasonNeeded,
    #[error("请先由接班人确认身体和精神状态适合上岗，再签字接班")]
    FitnessNeeded,
    #[error("接班人状态不适合上岗，岗位不能移交，请联系带班领导另行安排接班人员")]
    Unfit,
    #[error("接班人的状态请由接班人本人确认；交班人只能反映其不适合上岗的情况")]
    FitnessByOther,
    #[error("交接期间情况有变化（有新的或已变动的工单），请点“刷新”核对后再签字")]
    SnapshotStale,
    #[error("岗位责任人已经变更，本次交接不再有效，请重新打开交接班")]
    OutgoingNoLongerHolds,
    #[error("接班班次已调整，本次交接不再有效，请重新打开交接班")]
    DutyReplanned,
    #[error("接班人尚未到岗签到，请先签到，再签字接班")]
    SignInFirst,
    #[error("您已签字，请等待对方签字")]
    AlreadySigned,
    #[error("交班人与接班人是同一人，不能签两次：请使用“连班自查”，并请一位同事在规定时间内见证")]
    SamePerson,
    #[error("只有同一人连班时才使用自查；本次交接请双方签字")]
    NotSamePerson,
    #[error("见证人不能是自查本人，请另请一位同事见证")]
    WitnessIsSelf,
    #[error("本次自查已有见证，或不是自查，无需再见证")]
    NothingToWitness,
    #[error("您是本次交接的一方，不能由您裁定，请由另一位负责人处理")]
    OwnCase,
    #[error("没有编号为“{slip}”的工单，请核对单号，或先登记工单再确认")]
    SlipUnknown { slip: String },
    #[error("接手岗位的人不能是缺席的一方，请选择已到场的人员")]
    TakerIsMissing,
    #[error("这份交接记录已过时（班次或责任人已变更），不能据此裁定，请重新打开交接班")]
    NoLongerDue,
    #[error("本次交接尚未完成，请直接修改相应内容，无需更正")]
    NotFinished,
}

impl Refusal for HandoverRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotOpen => "handover_not_open",
            Self::NotAParty => "not_a_party",
            Self::UnknownLine => "unknown_line",
            Self::OtherSidesLine { .. } => "line_of_other_side",
            Self::NoteNeeded => "note_needed",
            Self::ExplanationNeeded { .. } => "explanation_needed",
            Self::NotCounted { .. } => "not_counted",
            Self::NotChecked { .. } => "not_checked",
            Self::DeferredUnsettled { .. } => "deferred_unsettled",
            Self::OpenUnsettled { .. } => "open_unsettled",
            Self::ReasonNeeded => "reason_needed",
            Self::FitnessNeeded => "fitness_needed",
            Self::Unfit => "unfit",
            Self::FitnessByOther => "fitness_by_other",
            Self::SnapshotStale => "snapshot_stale",
            Self::OutgoingNoLongerHolds => "outgoing_no_longer_holds",
            Self::DutyReplanned => "duty_replanned",
            Self::SignInFirst => "sign_in_first",
            Self::AlreadySigned => "already_signed",
            Self::SamePerson => "same_person",
            Self::NotSamePerson => "not_same_person",
            Self::WitnessIsSelf => "witness_is_self",
            Self::NothingToWitness => "nothing_to_witness",
            Self::OwnCase => "own_case",
            Self::SlipUnknown { .. } => "slip_unknown",
            Self::TakerIsMissing => "taker_is_missing",
            Self::NoLongerDue => "handover_no_longer_due",
            Self::NotFinished => "handover_not_finished",
        }
    }
}
