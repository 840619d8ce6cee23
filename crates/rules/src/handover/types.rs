//! The words of handover 交接班: its lines, its sides and its states.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{DutyId, HandoverId, Instant, ItemId, PersonId, PostId, SubjectId};

pub use crate::regulation::Side;

/// One of the two who sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// 交班人
    Outgoing,
    /// 接班人
    Incoming,
}

/// A handover of one post from one shift to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Its identifier.
    pub id: HandoverId,
    /// The post.
    pub post: PostId,
    /// Who hands over: answers for the post until it is signed.
    pub outgoing: PersonId,
    /// The duty that ends.
    pub outgoing_duty: Option<DutyId>,
    /// Who takes over; the same person when he stays on 连班.
    pub incoming: PersonId,
    /// The duty that begins.
    pub incoming_duty: Option<DutyId>,
    /// When the post should pass.
    pub planned_at: Instant,
    /// The instant whose state the lines show.
    pub snapshot_at: Instant,
    /// What has to be settled.
    pub demands: Demands,
    /// Checklist.
    pub checks: Vec<CheckLine>,
    /// Item count.
    pub items: Vec<CountLine>,
    /// Open orders and deferred matters.
    pub open: Vec<OpenLine>,
    /// What was found out of order.
    pub anomalies: Vec<Anomaly>,
    /// Standing conditions at the snapshot.
    pub standing: Vec<StandingLine>,
    /// Whether the incoming person is fit for duty.
    pub fitness: Option<Fitness>,
    /// How far it has come.
    pub state: HandoverState,
}

/// What the regulation demands before both can sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is one clause of a regulation"
)]
pub struct Demands {
    /// Damage or whereabouts of what is missing is explained (R07.3.4.1).
    pub missing_items_explained: bool,
    /// Each open order that is carried over has a reason (R01.7).
    pub carry_over_needs_reason: bool,
    /// Each deferred night matter is confirmed, closed or carried (R01.5).
    pub deferred_items_settled: bool,
    /// The incoming person declares to be fit (R14.5).
    pub fitness_check: bool,
    /// Hours within which a witness confirms a self-check.
    pub witness_within_hours: u32,
}

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CheckLine {
    /// Key in the regulation.
    pub key: String,
    /// What is checked, in Chinese.
    pub text: String,
    /// What is checked, in English.
    pub text_en: String,
    /// Which side checks it.
    pub side: Side,
    /// The outcome, once checked.
    pub checked: Option<Checked>,
}

/// A checked line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Checked {
    /// In order, or not.
    pub in_order: bool,
    /// What is not in order; needed when it is not.
    pub note: String,
    /// Who checked.
    pub by: PersonId,
}

/// One line of the item count 物品清点.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountLine {
    /// The item of the post.
    pub item: ItemId,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
    /// How many there were, once counted.
    pub counted: Option<u32>,
    /// Damage, or where the missing ones are.
    pub explanation: Option<Explanation>,
}

/// Why a count differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Explanation {
    /// Damaged, lent, lost or more than expected.
    pub kind: ExplanationKind,
    /// In words.
    pub text: String,
}

/// What kind of explanation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExplanationKind {
    /// Damaged 损坏.
    Damaged,
    /// Lent or in use elsewhere 去向.
    Whereabouts,
    /// Not found 去向不明.
    Missing,
    /// More than there should be.
    Surplus,
}

/// An open order or matter at the snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpenLine {
    /// The order or contact.
    pub subject: SubjectId,
    /// `work_order` or `contact`.
    pub subject_kind: String,
    /// Its number and title, as the screen shows it.
    pub label: String,
    /// Its state at the snapshot.
    pub status: String,
    /// Put off by the night to the next day (R01.4, R01.5).
    pub deferred: bool,
    /// What is done about it, once decided.
    pub disposition: Option<Disposition>,
}

/// What happens to an open line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Disposition {
    /// The day has the proper slip and tells the department.
    ConfirmedAsSlip {
        /// The number of the slip; the order's own number when it is one already.
        slip: String,
    },
    /// Settled, nothing remains.
    Closed {
        /// How it was settled.
        note: String,
    },
    /// The next shift goes on with it.
    Carried {
        /// Why it could not be settled in this shift.
        reason: String,
    },
}

/// Something out of order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Anomaly {
    /// What.
    pub text: String,
    /// Who noted it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// A standing condition 持续关注, shown at every handover until lifted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StandingLine {
    /// The condition.
    pub id: SubjectId,
    /// What to watch.
    pub text: String,
    /// Since when.
    pub since_at: Instant,
}

/// Whether the incoming person is fit for duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Fitness {
    /// Fit.
    pub fit: bool,
    /// What is the matter, when not.
    pub note: String,
    /// Who declared it: the incoming person himself, or the outgoing one what he sees.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// How far a handover has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum HandoverState {
    /// Lines are being filled.
    Preparing,
    /// One side has signed.
    SignedByOne {
        /// Which.
        party: Party,
        /// When.
        at: Instant,
    },
    /// Both have signed; the post has passed.
    Signed {
        /// When the outgoing person signed.
        outgoing_at: Instant,
        /// When the incoming person signed.
        incoming_at: Instant,
    },
    /// One side refused; the outgoing person still answers for the post.
    Refused {
        /// Who refused.
        by: PersonId,
        /// Why.
        reason: String,
        /// When.
        at: Instant,
    },
    /// A supervisor decided for a party that was missing; the post has passed.
    ResolvedBySupervisor {
        /// Who decided.
        by: PersonId,
        /// Which side was missing.
        missing: Party,
        /// Who took the post.
        taker: PersonId,
        /// Why.
        reason: String,
        /// When.
        at: Instant,
    },
    /// The same person stays on; the post has passed to the next duty.
    SelfCheck {
        /// When the check was done.
        at: Instant,
        /// Until when a witness confirms it.
        witness_by: Instant,
        /// Who witnessed it, and when.
        witness: Option<Witness>,
    },
}

/// Who saw a self-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Witness {
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Instant,
}

impl HandoverState {
    /// The word stored beside the record.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::SignedByOne { .. } => "signed_by_one",
            Self::Signed { .. } => "signed",
            Self::Refused { .. } => "refused",
            Self::ResolvedBySupervisor { .. } => "resolved_by_supervisor",
            Self::SelfCheck { .. } => "self_check",
        }
    }

    /// Whether lines may still change.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Preparing | Self::SignedByOne { .. })
    }

    /// Whether the post has passed by it.
    pub fn has_passed(&self) -> bool {
        matches!(
            self,
            Self::Signed { .. } | Self::ResolvedBySupervisor { .. } | Self::SelfCheck { .. }
        )
    }
}

impl Handover {
    /// Which side a person is; `None` for a third person. Who stays on is both.
    pub fn party_of(&self, person: PersonId) -> Option<Party> {
        if person == self.outgoing {
            Some(Party::Outgoing)
        } else if person == self.incoming {
            Some(Party::Incoming)
        } else {
            None
        }
    }

    /// Whether the same person stays on 连班.
    pub fn is_same_person(&self) -> bool {
        self.outgoing == self.incoming
    }
}

impl CountLine {
    /// Whether the count differs from what there should be.
    pub fn differs(&self) -> bool {
        self.counted.is_some_and(|counted| counted != self.expected)
    }
}
