//! Why coverage says no.

use zhishou_base::{Instant, Refusal};

/// A refusal of an act of coverage; its sentence says what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence of each variant says it")]
pub enum CoverageRefusal {
    #[error("没有这个岗位，请刷新页面后重新选择岗位")]
    UnknownPost,
    #[error("您不在本岗位当前或下一班的排班名单中，请联系主管办理调班，或由带班领导指定顶班")]
    NotRostered,
    #[error("签到时间未到，请在上岗前再签到（系统已记录可签到时间）")]
    TooEarly { from_at: Instant },
    #[error("您已签到，无需重复签到")]
    AlreadySignedIn,
    #[error("您当前负责“{post}”，制度未允许兼岗，请先办理该岗位的交接或代值")]
    HoldsOtherPost { post: String },
    #[error("您的角色不在本岗位允许的值班人员范围内，请由主管指定符合要求的人员")]
    RoleNotAllowed,
    #[error("您尚未签到上岗，请先签到，再接手岗位")]
    NotOnDuty,
    #[error("您已是本岗位当前责任人，无需再次接手")]
    AlreadyHolder,
    #[error("您不是本岗位当前责任人，此项须由当前责任人办理")]
    NotHolder,
    #[error("本班次须办理交接班手续后才能换人，请打开“交接班”，由双方确认签字")]
    HandoverNeeded,
    #[error("岗位目前无人负责，请值班人员先签到上岗")]
    NobodyHolds,
    #[error(
        "离岗前须先有人代值：请发起代值，对方到岗接受后方可离开；如遇紧急情况，请点“紧急离岗”，先走后报"
    )]
    ReliefNeeded,
    #[error("岗位上只有您一人，离开后将空岗：请先发起代值，或等责任人回到岗位")]
    LastPresent,
    #[error("已有一条代值请求正在等待答复，请先等待答复或撤回")]
    ReliefAlreadyAsked,
    #[error("不能请自己代值，请选择其他在岗人员")]
    ReliefByAsker,
    #[error("这条代值请求已经处理完毕，请刷新后查看当前责任人")]
    ReliefNotWaiting,
    #[error("这条代值不在进行中，请刷新后查看当前责任人")]
    ReliefNotRunning,
    #[error("这条代值请求是发给其他人的，请由被请求人答复")]
    NotAsked,
    #[error("口头答应的代值须由代值人本人确认")]
    NotReliever,
    #[error("本岗位离岗须先经批准：请联系带班领导在系统中同意后，再由代值人接受")]
    ApprovalNeeded,
    #[error("您不是本岗位离岗的批准人，或这是您本人的请求，请由制度规定的负责人批准")]
    NotApprover,
    #[error("请填写原因，便于留存记录")]
    ReasonNeeded,
    #[error("本岗位值守时间已过，请点“关闭岗位”结束值守，无需代值")]
    CloseInstead,
    #[error("您不在该岗位上，无需办理离岗")]
    NotAtPost,
    #[error("您已在岗位上，无需重复报到")]
    AlreadyAtPost,
    #[error("制度未规定值班电话可转接到该岗位，请选择制度允许的岗位，或请带班领导处理")]
    LineNotAllowed,
    #[error("值班电话已在转接中，请先收回或等待对方接听")]
    LineAlreadyGiven,
    #[error("没有等待接听的电话转接，请刷新后查看")]
    LineNotGiven,
    #[error("该岗位的电话最终会转回本岗位，形成循环，请选择其他岗位")]
    LineCycle,
    #[error("对方岗位目前无人负责，电话转过去将无人接听，请选择有人在岗的岗位")]
    LineUnanswered,
    #[error("此项须由“{post}”的当前责任人办理")]
    NotAnswering { post: String },
    #[error("现在是制度规定的值守时间，岗位不能关闭；需要离开请发起代值")]
    RequiredNow,
    #[error("“{post}”的值班电话仍转接在本岗位，收回后才能关闭岗位")]
    OthersPointHere { post: String },
}

impl Refusal for CoverageRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::UnknownPost => "unknown_post",
            Self::NotRostered => "not_rostered",
            Self::TooEarly { .. } => "sign_in_too_early",
            Self::AlreadySignedIn => "already_signed_in",
            Self::HoldsOtherPost { .. } => "holds_other_post",
            Self::RoleNotAllowed => "role_not_allowed",
            Self::NotOnDuty => "not_on_duty",
            Self::AlreadyHolder => "already_holder",
            Self::NotHolder => "not_holder",
            Self::HandoverNeeded => "handover_needed",
            Self::NobodyHolds => "nobody_holds",
            Self::ReliefNeeded => "relief_needed",
            Self::LastPresent => "last_present",
            Self::ReliefAlreadyAsked => "relief_already_asked",
            Self::ReliefByAsker => "relief_by_asker",
            Self::ReliefNotWaiting => "relief_not_waiting",
            Self::ReliefNotRunning => "relief_not_running",
            Self::NotAsked => "not_asked",
            Self::NotReliever => "not_reliever",
            Self::ApprovalNeeded => "approval_needed",
            Self::NotApprover => "not_approver",
            Self::ReasonNeeded => "reason_needed",
            Self::CloseInstead => "close_instead",
            Self::NotAtPost => "not_at_post",
            Self::AlreadyAtPost => "already_at_post",
            Self::LineNotAllowed => "line_not_allowed",
            Self::LineAlreadyGiven => "line_already_given",
            Self::LineNotGiven => "line_not_given",
            Self::LineCycle => "line_cycle",
            Self::LineUnanswered => "line_unanswered",
            Self::NotAnswering { .. } => "not_answering",
            Self::RequiredNow => "required_now",
            Self::OthersPointHere { .. } => "others_point_here",
        }
    }
}
