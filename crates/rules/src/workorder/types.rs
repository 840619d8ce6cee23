//! The words and facts of a work order. Texts that people said are not among
//! them: the rules only need to know that they were given.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, PersonId};

use super::terms::Terms;
use crate::regulation::{ServiceKind, ServiceUrgency};
use crate::words::words;

words! {
    /// Where an order stands, in the order of its way.
    Stage {
        /// 待派单
        Registered = "registered",
        /// 已派单
        Dispatched = "dispatched",
        /// 已接单
        Accepted = "accepted",
        /// 已到场
        Arrived = "arrived",
        /// 已完工,待回访
        Done = "done",
        /// 已回访
        CalledBack = "called_back",
        /// 已归档
        Archived = "archived",
    }
}

words! {
    /// How grave a complaint is.
    ComplaintSeverity {
        /// 一般投诉
        Ordinary = "ordinary",
        /// 重大投诉
        Serious = "serious",
    }
}

words! {
    /// Why an order is put off.
    DeferralCause {
        /// 当前条件不具备(如夜间)
        Conditions = "conditions",
        /// 待料
        Parts = "parts",
        /// 客户要求改期
        CustomerWish = "customer_wish",
        /// 上门未遇
        NotHome = "not_home",
    }
}

words! {
    /// How an order ends without being carried out.
    Closing {
        /// 已当场解释或办结
        Settled = "settled",
        /// 客户撤销
        Withdrawn = "withdrawn",
        /// 转外部单位办理
        PassedOn = "passed_on",
        /// 重复登记
        Duplicate = "duplicate",
    }
}

/// What the order is about, with the facts of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Matter {
    /// 报修
    Repair,
    /// 投诉
    Complaint {
        /// How grave.
        severity: ComplaintSeverity,
        /// When the head of the department concerned was told (R16.3).
        head_told_at: Option<Instant>,
        /// When the customer had a first reply.
        first_reply_at: Option<Instant>,
    },
    /// 委托
    Entrusted,
    /// 建议
    Suggestion,
    /// 咨询
    Inquiry,
    /// 求助
    Help,
    /// 业务
    Business,
}

/// That an order came back from the one it was given to 退单.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Returned {
    /// Who sent it back.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// How the call-back ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "result")]
pub enum Call {
    /// The customer was spoken to.
    Reached {
        /// Whether the customer is satisfied.
        satisfied: bool,
    },
    /// Three attempts failed 未联系上.
    NotReached,
}

/// How an archived order ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "how")]
pub enum Ending {
    /// Done and called back.
    CalledBack {
        /// Who did the work.
        done_by: PersonId,
        /// How the call ended.
        call: Call,
    },
    /// Done; its kind asks for no call-back.
    NoCallBack {
        /// Who did the work.
        done_by: PersonId,
    },
    /// Ended without being carried out.
    Closed {
        /// In which way.
        closing: Closing,
    },
}

/// Where an order stands, with what is known there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "stage")]
pub enum State {
    /// Waits to be given to somebody.
    Registered {
        /// It was given to somebody before, who sent it back.
        returned: Option<Returned>,
    },
    /// Given to somebody.
    Dispatched {
        /// To whom.
        to: PersonId,
        /// Since when.
        at: Instant,
    },
    /// Somebody took it on.
    Accepted {
        /// Who.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// Somebody is on site.
    Arrived {
        /// Who.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// The work is done.
    Done {
        /// Who did it.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// The customer was called, or cannot be reached.
    CalledBack {
        /// Who did the work.
        done_by: PersonId,
        /// Who called.
        by: PersonId,
        /// When.
        at: Instant,
        /// How it ended.
        call: Call,
    },
    /// Put away.
    Archived {
        /// Who did it.
        by: PersonId,
        /// When.
        at: Instant,
        /// How the order ended.
        ending: Ending,
    },
}

/// The last time an order was put off. Never silent: the customer had an explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Deferral {
    /// Why.
    pub cause: DeferralCause,
    /// Who put it off.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// A work order as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkOrder {
    /// What it is about.
    pub matter: Matter,
    /// How pressing.
    pub urgency: ServiceUrgency,
    /// Where it stands.
    pub state: State,
    /// Its deadlines, fixed when it was registered.
    pub terms: Terms,
    /// From when its clock runs: registration, or the reopening.
    pub clock_from: Instant,
    /// 0, or how often it was reopened as rework 返修.
    pub cycle: u32,
    /// How often it was given to somebody.
    pub dispatches: u32,
    /// How often it was put off in this cycle.
    pub deferrals: u32,
    /// The last time it was put off in this cycle.
    pub deferral: Option<Deferral>,
    /// When the customer expects somebody.
    pub appointment_at: Option<Instant>,
    /// Vain calls in this cycle.
    pub attempts: u32,
    /// When the last of them was.
    pub last_attempt_at: Option<Instant>,
    /// When a night shift last touched it.
    pub night_at: Option<Instant>,
    /// When its night matter was last settled at a handover.
    pub night_settled_at: Option<Instant>,
}

/// Who acts, in which circumstances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// The person.
    pub person: PersonId,
    /// Whether the person leads: supervisor, shift leader, manager or director.
    pub leads: bool,
    /// Whether the desk's night shift runs.
    pub night: bool,
    /// When.
    pub at: Instant,
}

/// What came of calling the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallResult {
    /// Spoken to.
    Reached {
        /// Whether satisfied.
        satisfied: bool,
    },
    /// Nobody answered.
    NoAnswer,
}

impl State {
    /// The word of the state.
    pub fn stage(&self) -> Stage {
        match self {
            Self::Registered { .. } => Stage::Registered,
            Self::Dispatched { .. } => Stage::Dispatched,
            Self::Accepted { .. } => Stage::Accepted,
            Self::Arrived { .. } => Stage::Arrived,
            Self::Done { .. } => Stage::Done,
            Self::CalledBack { .. } => Stage::CalledBack,
            Self::Archived { .. } => Stage::Archived,
        }
    }

    /// Who has the order in hand now.
    pub fn assignee(&self) -> Option<PersonId> {
        match self {
            Self::Dispatched { to, .. } => Some(*to),
            Self::Accepted { by, .. } | Self::Arrived { by, .. } => Some(*by),
            _ => None,
        }
    }

    /// Who did the work, once it is done.
    pub fn doer(&self) -> Option<PersonId> {
        match self {
            Self::Done { by, .. } => Some(*by),
            Self::CalledBack { done_by, .. } => Some(*done_by),
            Self::Archived { ending, .. } => match ending {
                Ending::CalledBack { done_by, .. } | Ending::NoCallBack { done_by } => {
                    Some(*done_by)
                }
                Ending::Closed { .. } => None,
            },
            _ => None,
        }
    }
}

impl Matter {
    /// The kind.
    pub fn kind(&self) -> ServiceKind {
        match self {
            Self::Repair => ServiceKind::Repair,
            Self::Complaint { .. } => ServiceKind::Complaint,
            Self::Entrusted => ServiceKind::Entrusted,
            Self::Suggestion => ServiceKind::Suggestion,
            Self::Inquiry => ServiceKind::Inquiry,
            Self::Help => ServiceKind::Help,
            Self::Business => ServiceKind::Business,
        }
    }
}

impl WorkOrder {
    /// The word of the state.
    pub fn stage(&self) -> Stage {
        self.state.stage()
    }

    /// Whether work is still to be done.
    pub fn is_unfinished(&self) -> bool {
        self.stage() < Stage::Done
    }

    /// Whether it must be called back before it is archived. Complaints always are.
    pub fn needs_call_back(&self) -> bool {
        self.terms.callback.is_some() || matches!(self.matter, Matter::Complaint { .. })
    }
}
