//! What the service promises: answering, and deadlines by kind and urgency.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Script, Text};
use crate::access::Role;
use crate::words::words;

words! {
    /// Kind of a contact or a work order.
    ServiceKind {
        /// 报修
        Repair = "repair",
        /// 投诉
        Complaint = "complaint",
        /// 咨询
        Inquiry = "inquiry",
        /// 建议
        Suggestion = "suggestion",
        /// 求助
        Help = "help",
        /// 委托
        Entrusted = "entrusted",
        /// 业务
        Business = "business",
    }
}

words! {
    /// How pressing a work order is.
    ServiceUrgency {
        /// 一般
        Normal = "normal",
        /// 紧急
        Urgent = "urgent",
        /// 应急: danger to life or property.
        Emergency = "emergency",
    }
}

/// By which clock a deadline runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceCalendar {
    /// Every hour counts.
    #[default]
    AllDay,
    /// Only working hours on working days count.
    OfficeHours,
}

/// Deadlines of one kind and urgency, each in minutes from the step before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceLevel {
    /// Of which kind.
    pub kind: ServiceKind,
    /// Of which urgency.
    pub urgency: ServiceUrgency,
    /// By which clock.
    #[serde(default)]
    pub calendar: ServiceCalendar,
    /// From registration to dispatch.
    #[serde(default)]
    pub dispatch_minutes: Option<u32>,
    /// From dispatch to acceptance.
    #[serde(default)]
    pub accept_minutes: Option<u32>,
    /// From registration to arrival on site.
    #[serde(default)]
    pub arrive_minutes: Option<u32>,
    /// From registration to the first reply to the customer.
    #[serde(default)]
    pub first_reply_minutes: Option<u32>,
    /// From registration to the work being done or the complaint settled.
    #[serde(default)]
    pub finish_minutes: Option<u32>,
    /// From the work being done to the call-back.
    #[serde(default)]
    pub callback_minutes: Option<u32>,
    /// Whether the night may put it off to the next day with an explanation (R01.4).
    #[serde(default)]
    pub night_may_defer: bool,
}

/// The reception of calls, visits and messages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DeskRules {
    /// The kinds it takes.
    pub takes: Vec<ServiceKind>,
    /// Answer within so many rings; a ring starts every five seconds.
    pub answer_rings: Option<u32>,
    /// Answer within so many seconds, when not counted in rings.
    pub answer_seconds: Option<u32>,
    /// Channels that are answered, e.g. `phone`, `visit`, `wechat`, `mail`.
    pub channels: Vec<Channel>,
    /// Minutes within which a message is answered.
    pub message_reply_minutes: Option<u32>,
    /// When transferring a call the expected wait is told (R12.10).
    pub transfer_tells_wait: bool,
    /// Minutes that a caller who is put through or on hold is told to expect.
    pub promised_wait_minutes: Option<u32>,
    /// Sentences shown at the moment they matter.
    pub scripts: Vec<Script>,
}

/// How a contact reaches the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 来电
    Phone,
    /// 来访
    Visit,
    /// 微信
    Wechat,
    /// 业主群
    Group,
    /// 邮件
    Mail,
}

/// What the desk takes up off hours and somebody else approves (R08.2.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PermitRule {
    /// Key, e.g. `release_slip`.
    pub key: String,
    /// Name of the form.
    pub name: Text,
    /// The posts that take it up.
    pub taken_up_by: Vec<String>,
    /// The roles that approve it.
    pub approved_by: Vec<Role>,
}

/// Seconds between two rings of ring-back tone: one on, four off.
const SECONDS_PER_RING: u32 = 5;

impl DeskRules {
    /// Within how many seconds a call is answered: three rings are 15 seconds.
    pub fn answer_limit_seconds(&self) -> Option<u32> {
        self.answer_seconds.or_else(|| {
            self.answer_rings
                .map(|rings| rings.saturating_mul(SECONDS_PER_RING))
        })
    }
}
