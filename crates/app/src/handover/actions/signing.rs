//! How a handover ends: signed, refused, resolved, or as a self-check.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{HandoverId, PersonId, Span};
use zhishou_platform::{Act, AppError, Owed, StepDue, Target, Urgency};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::Passing;
use zhishou_rules::handover::{
    Handover, HandoverState, Party, Resolution, amend, refuse, resolve_missing_party, self_check,
    sign, witness,
};

use super::super::open_matters::settle_lines;
use super::super::store::{self, Amendment};
use super::super::views::HandoverView;
use super::{entry, facts, ring_leader, still_due};
use crate::access::PinProof;
use crate::action::Action;
use crate::coverage::{self, PassRequest};

/// A witness confirming a self-check.
const WITNESS: &str = "handover.witness";

/// Signs for one side, by PIN; with the second signature the post passes.
#[derive(Debug, Serialize)]
pub struct SignHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Who signs.
    pub proof: PinProof,
}

impl Action for SignHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.sign";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let stored = store::by_id(act, community, self.handover).await?;
        let facts = facts(act, community, &stored.handover, now).await?;
        let person = self.proof.person();
        let next = sign(&stored.handover, person, &facts, now)?;
        let body = json!({ "person_id": person, "party": next.party_of(person) });
        act.record(entry("handover.signed", &next, &body)).await?;
        if next.state.has_passed() {
            pass(act, &next, next.incoming, Passing::Handover).await?;
        }
        Ok(HandoverView::of(&store::save(act, &stored, next).await?))
    }
}

/// The post passes, and what was decided about open lines takes effect.
async fn pass(
    act: &mut Act,
    handover: &Handover,
    to: PersonId,
    by: Passing,
) -> Result<(), AppError> {
    settle_lines(act, handover).await?;
    let request = PassRequest {
        handover: handover.id,
        post: handover.post,
        outgoing: handover.outgoing,
        incoming: to,
        duty: handover.incoming_duty,
        by,
    };
    coverage::pass_post(act, request).await
}

/// The same person stays on: one check, and a witness later.
#[derive(Debug, Serialize)]
pub struct SelfCheckHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Who checks.
    pub proof: PinProof,
}

impl Action for SelfCheckHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.self_check";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let stored = store::by_id(act, community, self.handover).await?;
        let facts = facts(act, community, &stored.handover, now).await?;
        let next = self_check(&stored.handover, self.proof.person(), &facts, now)?;
        let body = json!({ "person_id": self.proof.person() });
        act.record(entry("handover.self_checked", &next, &body))
            .await?;
        pass(act, &next, next.incoming, Passing::SelfCheck).await?;
        owe_witness(act, &next).await?;
        Ok(HandoverView::of(&store::save(act, &stored, next).await?))
    }
}

async fn owe_witness(act: &mut Act, handover: &Handover) -> Result<(), AppError> {
    let HandoverState::SelfCheck { witness_by, .. } = handover.state else {
        return Ok(());
    };
    act.owe(Owed {
        rule_key: WITNESS,
        subject_kind: "handover",
        subject: handover.id.subject(),
        number: None,
        occurrence: "1".to_owned(),
        owner: Target::Post(handover.post),
        post: Some(handover.post),
        due_at: witness_by,
        steps: vec![StepDue {
            after: Span::ZERO,
            target: Target::Role("shift_leader".to_owned()),
            urgency: Urgency::Ordinary,
        }],
    })
    .await?;
    Ok(())
}

/// A colleague confirms a self-check, by PIN.
#[derive(Debug, Serialize)]
pub struct WitnessHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Who witnesses.
    pub proof: PinProof,
}

impl Action for WitnessHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.witness";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let stored = store::by_id(act, community, self.handover).await?;
        let next = witness(&stored.handover, self.proof.person(), now)?;
        let body = json!({ "person_id": self.proof.person() });
        act.record(entry("handover.witnessed", &next, &body))
            .await?;
        act.discharge(WITNESS, next.id.subject(), "1").await?;
        Ok(HandoverView::of(&store::save(act, &stored, next).await?))
    }
}

/// One side refuses, with a reason.
#[derive(Debug, Serialize)]
pub struct RefuseHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Who refuses.
    pub person: PersonId,
    /// Why.
    pub reason: String,
}

impl Action for RefuseHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.refuse";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let stored = store::by_id(act, community, self.handover).await?;
        let next = refuse(&stored.handover, self.person, &self.reason, now)?;
        let reason = act.keep_secret(self.reason.trim()).await?;
        let body = json!({ "person_id": self.person, "party": next.party_of(self.person) });
        let entry = entry("handover.refused", &next, &body).secret("reason", &reason);
        act.record(entry).await?;
        ring_leader(act, &next, "refused").await?;
        Ok(HandoverView::of(&store::save(act, &stored, next).await?))
    }
}

/// A supervisor decides for a party that is missing.
#[derive(Debug, Serialize)]
pub struct ResolveHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Which side is missing.
    pub missing: Party,
    /// Who takes the post.
    pub taker: PersonId,
    /// Why.
    pub reason: String,
}

impl Action for ResolveHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.resolve";
    const VERB: Verb = Verb::ResolveHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let by = act
            .actor()
            .person
            .ok_or_else(|| AppError::forbidden("只有本小区的负责人可以裁定交接"))?;
        let stored = store::by_id(act, community, self.handover).await?;
        let resolution = Resolution {
            by,
            missing: self.missing,
            taker: self.taker,
            reason: self.reason.clone(),
        };
        let board = coverage::current_board(act, community, now).await?;
        let still_due = still_due(&board, &stored.handover, now);
        let next = resolve_missing_party(&stored.handover, resolution, still_due, now)?;
        let reason = act.keep_secret(self.reason.trim()).await?;
        let body = json!({ "missing": self.missing, "person_id": self.taker });
        let entry = entry("handover.resolved", &next, &body).secret("reason", &reason);
        act.record(entry).await?;
        pass(act, &next, self.taker, Passing::Supervisor).await?;
        Ok(HandoverView::of(&store::save(act, &stored, next).await?))
    }
}

/// Amends a finished handover by a new entry.
#[derive(Debug, Serialize)]
pub struct AmendHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Who amends.
    pub person: PersonId,
    /// What was wrong or missing.
    pub text: String,
}

impl Action for AmendHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.amend";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let stored = store::by_id(act, community, self.handover).await?;
        let text = amend(&stored.handover, &self.text)?;
        let said = act.keep_secret(&text).await?;
        let body = json!({ "person_id": self.person });
        let entry = entry("handover.amended", &stored.handover, &body).secret("content", &said);
        act.record(entry).await?;
        let amendment = Amendment {
            text,
            person: self.person,
            at: now,
        };
        store::amend(act, self.handover, &amendment).await?;
        Ok(HandoverView::of(&stored))
    }
}
