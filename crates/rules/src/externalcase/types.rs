//! The words and facts of a case. Texts that people said are not among them: the rules only need
//! to know that they were given.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, PersonId};

use crate::words::words;

words! {
    /// Who hands a case to the service centre.
    CaseSource {
        /// 12345 政务热线
        Hotline = "hotline",
        /// 街道社区
        StreetOffice = "street_office",
        /// 集团热线
        Headquarters = "headquarters",
        /// 其他
        Other = "other",
    }
}

words! {
    /// Where a case stands.
    CaseStage {
        /// 待回复
        Open = "open",
        /// 已回复
        Replied = "replied",
        /// 已结案
        Closed = "closed",
    }
}

words! {
    /// How the source ended a case.
    CaseOutcome {
        /// 满意
        Satisfied = "satisfied",
        /// 不满意
        NotSatisfied = "not_satisfied",
        /// 来源撤销
        Withdrawn = "withdrawn",
    }
}

/// That an extension 延期 was asked for and not yet answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExtensionAsked {
    /// Who asked.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// Until when the reply would be due then.
    pub wanted_due_at: Instant,
}

/// Where a case stands, with what is known there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "stage")]
#[schema(as = ExternalCaseState)]
pub enum State {
    /// The source waits for the reply.
    Open {
        /// An extension that the source has not answered.
        extension_asked: Option<ExtensionAsked>,
    },
    /// The reply is with the source.
    Replied {
        /// Who replied.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// The source ended it.
    Closed {
        /// Who recorded it.
        by: PersonId,
        /// When.
        at: Instant,
        /// How it ended.
        outcome: CaseOutcome,
    },
}

/// A case as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExternalCase {
    /// Where it stands.
    pub state: State,
    /// From when this cycle runs: receipt, or when the source gave it back.
    pub clock_from: Instant,
    /// Until when the source wants the reply.
    pub due_at: Instant,
    /// 0, or how often the source gave it back 退回重办.
    pub cycle: u32,
    /// How often the source gave more time in this cycle.
    pub extensions: u32,
    /// How many of these came when the deadline had passed: what was missed stays missed, and
    /// the new time is owed anew.
    pub late_extensions: u32,
    /// When the case last changed its stand; nothing can have happened to it before.
    pub last_step_at: Instant,
}

/// Who acts, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    /// The person.
    pub person: PersonId,
    /// When.
    pub at: Instant,
    /// When it is entered; later than [`Self::at`] for a late entry.
    pub recorded_at: Instant,
}

impl State {
    /// The word of the state.
    pub fn stage(&self) -> CaseStage {
        match self {
            Self::Open { .. } => CaseStage::Open,
            Self::Replied { .. } => CaseStage::Replied,
            Self::Closed { .. } => CaseStage::Closed,
        }
    }

    /// The extension that waits for an answer.
    pub fn extension_asked(&self) -> Option<ExtensionAsked> {
        match self {
            Self::Open { extension_asked } => *extension_asked,
            _ => None,
        }
    }

    /// How it ended, once it has.
    pub fn outcome(&self) -> Option<CaseOutcome> {
        match self {
            Self::Closed { outcome, .. } => Some(*outcome),
            _ => None,
        }
    }
}

impl ExternalCase {
    /// The word of the state.
    pub fn stage(&self) -> CaseStage {
        self.state.stage()
    }

    /// Which reply is owed: another for each cycle, and for time given when it was late.
    pub fn occurrence(&self) -> String {
        format!("{}.{}", self.cycle, self.late_extensions)
    }

    /// Until when a reply is owed; nothing once it was given or the case ended.
    pub fn owed_until(&self) -> Option<Instant> {
        (self.stage() == CaseStage::Open).then_some(self.due_at)
    }
}
