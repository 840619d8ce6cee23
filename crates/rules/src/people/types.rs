//! The words of people and property.

use zhishou_base::Date;

use crate::words::words;

words! {
    /// What kind of place a post is; the same words as in regulations.
    PostKind {
        /// 前台
        Desk = "desk",
        /// 门岗
        Gate = "gate",
        /// 工程值班室
        EngineeringRoom = "engineering_room",
        /// 消防控制室
        ControlRoom = "control_room",
        /// 巡逻岗
        Patrol = "patrol",
        /// 礼仪接待
        Reception = "reception",
        /// 项目部
        SiteOffice = "site_office",
        /// 值班室
        DutyRoom = "duty_room",
        /// 带班领导
        Leader = "leader",
        /// 应急岗位
        Emergency = "emergency",
    }
}

words! {
    /// What a resident is to the home.
    Relation {
        /// 业主
        Owner = "owner",
        /// 租户
        Tenant = "tenant",
        /// 使用人
        Occupant = "occupant",
    }
}

words! {
    /// Where personal data is looked at. It decides whether a reason is asked for.
    RevealContext {
        /// Inside the contact that is being taken 来电处理中.
        LiveContact = "live_contact",
        /// Inside a work order that is one's own 本人工单.
        OwnJob = "own_job",
        /// Looking around without an occasion 查询浏览; needs a reason.
        Browsing = "browsing",
    }
}

/// When a member of staff is employed. Both ends count as employed days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Employment {
    /// First day of work 入职日期.
    pub joined_on: Date,
    /// Last day of work 离职日期, when it is known.
    pub left_on: Option<Date>,
}

impl Employment {
    /// Whether the person works for the community on this date.
    pub fn is_active_on(&self, date: Date) -> bool {
        self.joined_on <= date && self.left_on.is_none_or(|left_on| date <= left_on)
    }
}
