//! What screens see of a handover.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{DutyId, HandoverId, Instant, ItemId, PersonId, PostId, Refusal, SubjectId};
use zhishou_rules::handover::{
    Anomaly, CheckLine, CountLine, Demands, Fitness, Handover, HandoverState, OpenLine,
    SigningFacts, StandingLine, ready,
};

use super::store::{Amendment, Condition, PostItem, Stored};
use crate::coverage::DutyView;

/// A handover, whole.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HandoverView {
    /// Which.
    pub handover_id: HandoverId,
    /// The post.
    pub post_id: PostId,
    /// Who hands over.
    pub outgoing_id: PersonId,
    /// The duty that ends.
    pub outgoing_duty_id: Option<DutyId>,
    /// Who takes over.
    pub incoming_id: PersonId,
    /// The duty that begins.
    pub incoming_duty_id: Option<DutyId>,
    /// The same person stays on: a self-check, never two signatures.
    pub same_person: bool,
    /// When it was opened.
    pub opened_at: Instant,
    /// When the post should pass.
    pub planned_at: Instant,
    /// The instant whose state the lines show.
    pub snapshot_at: Instant,
    /// What the regulation demands.
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
    /// Whether the incoming person is fit.
    pub fitness: Option<Fitness>,
    /// How far it has come.
    pub progress: HandoverState,
    /// Counts its changes.
    pub version: i64,
}

impl HandoverView {
    /// A handover as stored.
    pub fn of(stored: &Stored) -> Self {
        let Stored {
            handover,
            opened_at,
            version,
        } = stored.clone();
        Self {
            handover_id: handover.id,
            post_id: handover.post,
            outgoing_id: handover.outgoing,
            outgoing_duty_id: handover.outgoing_duty,
            incoming_id: handover.incoming,
            incoming_duty_id: handover.incoming_duty,
            same_person: handover.is_same_person(),
            opened_at,
            planned_at: handover.planned_at,
            snapshot_at: handover.snapshot_at,
            demands: handover.demands,
            checks: handover.checks,
            items: handover.items,
            open: handover.open,
            anomalies: handover.anomalies,
            standing: handover.standing,
            fitness: handover.fitness,
            progress: handover.state,
            version,
        }
    }
}

/// A handover with what belongs to it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct HandoverDetail {
    /// The handover.
    pub handover: HandoverView,
    /// The first thing that keeps it from being signed; absent when both may sign.
    pub blocker: Option<Blocker>,
    /// Entries that amend it.
    pub amendments: Vec<AmendmentView>,
    /// Names of the persons mentioned.
    pub people: Vec<NamedPerson>,
}

/// What keeps a handover from being signed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct Blocker {
    /// Stable code of the refusal.
    pub code: String,
    /// What is wrong and what to do.
    pub detail: String,
}

/// The first thing that keeps an open handover from being signed.
pub fn blocker_of(handover: &Handover, facts: &SigningFacts) -> Option<Blocker> {
    let refusal = ready(handover, facts)
        .err()
        .filter(|_| handover.state.is_open())?;
    Some(Blocker {
        code: refusal.code().to_owned(),
        detail: refusal.to_string(),
    })
}

/// An entry that amends a finished handover.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct AmendmentView {
    /// What was wrong or missing.
    pub text: String,
    /// Who says so.
    pub person_id: PersonId,
    /// When.
    pub amended_at: Instant,
}

impl From<Amendment> for AmendmentView {
    fn from(amendment: Amendment) -> Self {
        Self {
            text: amendment.text,
            person_id: amendment.person,
            amended_at: amendment.at,
        }
    }
}

/// A person's name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct NamedPerson {
    /// Who.
    pub person_id: PersonId,
    /// The name.
    pub name: String,
}

/// The handover that is due at a post.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct NextHandover {
    /// The post.
    pub post_id: PostId,
    /// Who answers for it; absent: nobody, so there is nothing to hand over.
    pub outgoing_id: Option<PersonId>,
    /// The duty that begins.
    pub incoming_duty: Option<DutyView>,
    /// Who can take it, signed-in people first.
    pub candidate_ids: Vec<PersonId>,
    /// The handover that is being prepared, if one is.
    pub open: Option<HandoverDetail>,
    /// The last one by which the post passed.
    pub last: Option<HandoverView>,
    /// Standing conditions in force.
    pub standing: Vec<StandingLine>,
    /// Names of the persons mentioned.
    pub people: Vec<NamedPerson>,
}

/// Something that is counted at a post.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PostItemView {
    /// Which.
    pub item_id: ItemId,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
    /// Place in the list.
    pub position: i64,
    /// No longer counted.
    pub retired: bool,
    /// Send it back when saving.
    pub version: i64,
}

impl From<&PostItem> for PostItemView {
    fn from(item: &PostItem) -> Self {
        Self {
            item_id: item.id,
            name: item.name.clone(),
            name_en: item.name_en.clone(),
            expected: item.expected,
            position: item.position,
            retired: item.retired,
            version: item.version,
        }
    }
}

/// A standing condition with its end.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ConditionView {
    /// The condition.
    pub condition_id: SubjectId,
    /// The post.
    pub post_id: PostId,
    /// What to watch.
    pub text: String,
    /// Since when.
    pub since_at: Instant,
    /// Who set it.
    pub set_by_id: PersonId,
    /// When it was lifted, if it was.
    pub lifted_at: Option<Instant>,
    /// By whom.
    pub lifted_by_id: Option<PersonId>,
    /// Why.
    pub lift_reason: Option<String>,
}

impl From<Condition> for ConditionView {
    fn from(condition: Condition) -> Self {
        Self {
            condition_id: condition.line.id,
            post_id: condition.post,
            text: condition.line.text,
            since_at: condition.line.since_at,
            set_by_id: condition.set_by,
            lifted_at: condition.lifted_at,
            lifted_by_id: condition.lifted_by,
            lift_reason: condition.lift_reason,
        }
    }
}
