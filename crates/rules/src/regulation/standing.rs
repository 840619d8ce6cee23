//! Escalation, assessment, training and the other standing parts of a regulation.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Breach, Recurrence, Text};
use crate::access::Role;

/// What sets an escalation going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Something the person on duty cannot settle.
    Unsettled,
    /// A grave matter 重大问题.
    Grave,
    /// A sudden event 突发事件.
    Incident,
    /// A deadline that passed.
    Overdue,
    /// Nobody took over the post.
    NoRelief,
    /// A post that stands empty 空岗.
    Gap,
    /// A call-out order that was refused or not answered (R17.6).
    CallOutRefused,
}

/// One step upward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EscalationStep {
    /// Minutes after the beginning, zero for at once.
    pub after_minutes: u32,
    /// Roles that are told.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// Posts that are told.
    #[serde(default)]
    pub posts: Vec<String>,
}

/// Who is told what and when if nothing happens 逐级上报.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    /// Key, unique in the list.
    pub key: String,
    /// What sets it going.
    pub on: Trigger,
    /// The steps, by time.
    pub steps: Vec<EscalationStep>,
}

/// Who is reachable after hours, and who may call others in (R17.6, R17.7).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reachability {
    /// Roles whose telephone is on after hours and in holidays.
    pub roles: Vec<Role>,
    /// Minutes within which they acknowledge.
    pub acknowledge_minutes: Option<u32>,
    /// Roles on duty that may call in people of other departments 调动.
    pub call_out_by: Vec<Role>,
    /// Whether refusing a call-out needs a reason.
    pub refusal_needs_reason: bool,
}

/// What follows from a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 警告
    Warning,
    /// 通报
    Circulation,
    /// 扣分
    Points,
    /// 扣发绩效奖金
    WithheldBonus,
    /// 罚款; doubtful in law, so the linter warns.
    Fine,
    /// 再培训
    Retraining,
    /// 调岗
    Transfer,
    /// 解除劳动合同
    Dismissal,
}

/// One step of the ladder of measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    /// What follows.
    pub measure: Measure,
    /// From which breaches; none named means any.
    #[serde(default)]
    pub breaches: Vec<Breach>,
    /// Points deducted.
    #[serde(default)]
    pub points: u32,
    /// Whether only in grave cases.
    #[serde(default)]
    pub grave: bool,
}

/// One indicator of the assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Key, unique in the list.
    pub key: String,
    /// What is assessed.
    pub name: Text,
    /// Weight in per cent.
    pub weight_percent: u32,
}

/// Assessment, rewards and penalties 考核奖惩.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Assessment {
    /// Every so many months.
    pub every_months: Option<u32>,
    /// Indicators, together 100 per cent.
    pub indicators: Vec<Indicator>,
    /// The ladder, mildest first.
    pub ladder: Vec<LadderStep>,
    /// Rewards.
    pub rewards: Vec<Text>,
}

/// Training owed (R06.10, R11.6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrainingRule {
    /// Key, unique in the list.
    pub key: String,
    /// What is taught.
    pub name: Text,
    /// To whom; nobody named means all on duty.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// When.
    pub when: Recurrence,
}

/// An emergency plan 应急预案 as the regulation asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanRule {
    /// Key, e.g. `fire`.
    pub key: String,
    /// Name.
    pub name: Text,
    /// What starts it.
    pub starts_when: Text,
    /// Roles told at once.
    #[serde(default)]
    pub tells: Vec<Role>,
    /// Minutes to the first report.
    #[serde(default)]
    pub first_report_minutes: Option<u32>,
    /// Steps in order.
    #[serde(default)]
    pub steps: Vec<Text>,
}

/// A thing the duty room has, or a sign, a form, a power: named and described.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Key, unique in the list.
    pub key: String,
    /// Name.
    pub name: Text,
    /// More about it.
    #[serde(default)]
    pub text: Option<Text>,
    /// How many, for equipment.
    #[serde(default)]
    pub count: Option<u32>,
}
