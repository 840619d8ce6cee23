//! Why the rules of rosters say no.

use zhishou_base::{Date, Refusal};

use super::Month;

/// A refusal of the roster rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RosterRefusal {
    /// There is a roster for the post and month already.
    #[error("该岗位 {0} 的排班表已存在，请直接打开编辑")]
    AlreadyExists(Month),
    /// The month is over.
    #[error("{0} 已经过去，不能再新建排班表")]
    MonthIsOver(Month),
    /// The roster is published: a draft's edit does not apply.
    #[error("排班表已发布，不能直接改动。请使用“发布后调整”，并写明原因")]
    AlreadyPublished,
    /// The roster is a draft: a change after publishing does not apply.
    #[error("排班表尚未发布，请直接在草稿中修改")]
    NotPublished,
    /// The roster has errors.
    #[error("排班表还有 {0} 处错误，改正后才能发布。请按问题清单逐项处理")]
    HasErrors(usize),
    /// The roster has warnings that nobody has confirmed.
    #[error("排班表有 {0} 处提醒，请查看后勾选“已知悉”再发布")]
    WarningsUnconfirmed(usize),
    /// A change after publishing without a reason.
    #[error("调整已发布的排班需要写明原因（至少 4 个字），本人和同班人员都会看到是谁调整的")]
    ReasonNeeded,
    /// The shift has already begun.
    #[error("{0} 的班次已经开始，排班不能倒改。实际在岗请在“在岗情况”中登记")]
    ShiftHasBegun(Date),
    /// The date lies outside the roster's month.
    #[error("{date} 不在 {month} 的排班表内")]
    OutsideMonth {
        /// The date that was given.
        date: Date,
        /// The roster's month.
        month: Month,
    },
    /// The regulation plans no such shift on that day.
    #[error("值班制度在 {date} 没有安排班次“{shift}”，请选择当天已有的班次")]
    NoSuchShift {
        /// The date that was given.
        date: Date,
        /// The shift that was given.
        shift: String,
    },
    /// The person is not among the staff on that day.
    #[error("{name} 在 {date} 不在职，不能排班。请先核对入职、离职日期")]
    NotEmployed {
        /// Name of the person.
        name: String,
        /// The date that was given.
        date: Date,
    },
    /// Nobody can be placed by the template.
    #[error("没有可以轮排的人员：请先在“人员”中登记具备该班次角色的在职人员")]
    NobodyEligible,
}

impl Refusal for RosterRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyExists(_) => "roster_exists",
            Self::MonthIsOver(_) => "month_is_over",
            Self::AlreadyPublished => "roster_is_published",
            Self::NotPublished => "roster_is_draft",
            Self::HasErrors(_) => "roster_has_errors",
            Self::WarningsUnconfirmed(_) => "roster_warnings_unconfirmed",
            Self::ReasonNeeded => "reason_needed",
            Self::ShiftHasBegun(_) => "shift_has_begun",
            Self::OutsideMonth { .. } => "outside_month",
            Self::NoSuchShift { .. } => "no_such_shift",
            Self::NotEmployed { .. } => "not_employed",
            Self::NobodyEligible => "nobody_eligible",
        }
    }
}
