//! How people come on duty, hand over, leave and behave.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Sleeping, Text};
use crate::access::Role;

/// Coming on duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Minutes before the shift by which the incoming person is there.
    #[serde(default)]
    pub lead_minutes: u32,
    /// Minutes before the end by which the outgoing person has everything in order (R07.3.4.2).
    #[serde(default)]
    pub outgoing_ready_minutes: Option<u32>,
}

/// Which side of a handover does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 交班人
    Outgoing,
    /// 接班人
    Incoming,
    /// Both together.
    Both,
}

/// One line of the handover checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckItem {
    /// Key, unique in the list.
    pub key: String,
    /// What is checked.
    pub text: Text,
    /// Who checks it.
    pub side: Side,
}

/// One line of the item count 物品清点.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountItem {
    /// Key, unique in the list.
    pub key: String,
    /// What is counted.
    pub name: Text,
    /// How many there should be.
    pub expected: u32,
}

/// What a handover 交接班 asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct HandoverRules {
    /// Lines that are ticked.
    pub checklist: Vec<CheckItem>,
    /// Things that are counted, a dozen at most.
    pub items: Vec<CountItem>,
    /// Damage or whereabouts of a missing item is explained before signing.
    pub missing_items_explained: bool,
    /// Each open item carried over needs a reason (R01.7).
    pub carry_over_needs_reason: bool,
    /// Each deferred night item is confirmed as a slip, closed or carried before both can sign (R01.5).
    pub deferred_items_settled: bool,
    /// The incoming person confirms having read the log and asked about open work (R07.3.4.1).
    pub incoming_reads_log: bool,
    /// Fitness of the incoming person is confirmed; if unfit the post does not pass (R14.5).
    pub fitness_check: bool,
    /// Customer feedback is part of it (R19.3).
    pub customer_feedback: bool,
    /// Cash and receipts are counted (R18).
    pub cash_count: bool,
    /// Posts whose record of the past hours the incoming person checks (R08.2.8).
    pub review_record_of: Vec<String>,
    /// Who is off next day writes reason and advice for what stays open (R08.2.4).
    pub note_when_off_next_day: bool,
    /// Hours within which a witness confirms the self-check of one who stays on.
    pub witness_within_hours: u32,
}

impl Default for HandoverRules {
    fn default() -> Self {
        Self {
            checklist: Vec::new(),
            items: Vec::new(),
            missing_items_explained: true,
            carry_over_needs_reason: true,
            deferred_items_settled: false,
            incoming_reads_log: false,
            fitness_check: false,
            customer_feedback: false,
            cash_count: false,
            review_record_of: Vec::new(),
            note_when_off_next_day: false,
            witness_within_hours: 12,
        }
    }
}

/// What leaving the post for something that is not urgent needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeavingNeeds {
    /// Nothing: the post may stand empty for a while.
    Nothing,
    /// Somebody who has accepted to stand in 代值.
    #[default]
    StandIn,
    /// The leader's approval.
    Approval,
    /// Both, approval first.
    StandInAndApproval,
}

/// What leaving for an emergency to life or property needs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmergencyLeaving {
    /// Leave first, report at once 先走后报.
    #[default]
    LeaveFirst,
    /// Wait for the stand-in. The linter refuses this: an emergency is never blocked.
    ReliefFirst,
}

/// Leaving the post during a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Leaving {
    /// For what is not urgent.
    pub non_urgent: LeavingNeeds,
    /// For an emergency.
    pub emergency: EmergencyLeaving,
    /// How many must be at the post in every case.
    pub at_least: u32,
    /// Roles that may stand in; none named means the roles that staff the post.
    pub stand_in_roles: Vec<Role>,
    /// Roles that approve.
    pub approved_by: Vec<Role>,
    /// Minutes within which an acceptance by voice is confirmed on the screen.
    pub voice_confirm_minutes: u32,
}

impl Default for Leaving {
    fn default() -> Self {
        Self {
            non_urgent: LeavingNeeds::StandIn,
            emergency: EmergencyLeaving::LeaveFirst,
            at_least: 1,
            stand_in_roles: Vec::new(),
            approved_by: Vec::new(),
            voice_confirm_minutes: 10,
        }
    }
}

/// A breach of discipline that the regulation names; each is a kind of finding of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Breach {
    /// 迟到
    Late,
    /// 早退
    EarlyLeave,
    /// 脱岗
    OffPost,
    /// 串岗
    Wandering,
    /// 睡岗
    Asleep,
    /// 旷工
    Absent,
    /// 私自调班
    PrivateSwap,
    /// 玩忽职守
    Neglect,
    /// 泄露信息
    DataLeak,
    /// 以权谋私
    Abuse,
    /// 酒后上岗
    Intoxicated,
    /// 值班记录不规范
    PoorRecord,
    /// 接听不及时
    SlowAnswer,
}

/// Discipline on duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Discipline {
    /// Breaches that are recorded as findings.
    pub breaches: Vec<Breach>,
    /// What is not done on duty (R16.4); the spot check uses it as its list.
    pub forbidden: Vec<Text>,
    /// Dress and manners (R10.6, R22.4).
    pub appearance: Vec<Text>,
    /// Whether sleeping is forbidden throughout.
    pub sleeping: Sleeping,
    /// Whether persons on duty must be reachable by telephone.
    pub reachable: bool,
}
