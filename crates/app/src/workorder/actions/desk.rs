//! What the desk does with an open order.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{Instant, PersonId};
use zhishou_platform::{Act, AppError, Target, Urgency};
use zhishou_rules::access::Verb;
use zhishou_rules::regulation::{ServiceUrgency, WorkCalendar};
use zhishou_rules::workorder::{
    Closing, DeferralCause, MatterInput, Postponement, change_matter, close, defer, dispatch,
    reassign,
};

use crate::action::Action;
use crate::workorder::step::{
    Opened, OrderReceipt, employed, entry, open, ring, store_step, with_text,
};

/// Gives an order to somebody 派单.
#[derive(Debug, Serialize)]
pub struct DispatchWorkOrder {
    /// Which.
    pub opened: Opened,
    /// To whom.
    pub to: PersonId,
}

impl Action for DispatchWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.dispatch";
    const VERB: Verb = Verb::DispatchWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = dispatch(&row.order, self.to, context.by)?;
        employed(act, &context, self.to, "/assignee_id").await?;
        for kind in ["urgent_order", "order_returned"] {
            act.stop_rings(kind, row.id.subject()).await?;
        }
        ring(act, &row, "order_dispatched", Target::Person(self.to), None).await?;
        let written = entry("workorder.dispatched", &row).body(&json!({ "to": self.to }));
        store_step(act, row, next, &context, written).await
    }
}

/// Passes an order to another 改派.
#[derive(Debug, Serialize)]
pub struct ReassignWorkOrder {
    /// Which.
    pub opened: Opened,
    /// To whom.
    pub to: PersonId,
    /// Why.
    pub reason: String,
}

impl Action for ReassignWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.reassign";
    const VERB: Verb = Verb::DispatchWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let from = row.order.state.assignee();
        let next = reassign(&row.order, self.to, &self.reason, context.by)?;
        employed(act, &context, self.to, "/assignee_id").await?;
        act.stop_rings("order_dispatched", row.id.subject()).await?;
        if let Some(from) = from {
            let notice = Some(Urgency::Notice);
            ring(act, &row, "order_taken_away", Target::Person(from), notice).await?;
        }
        ring(act, &row, "order_dispatched", Target::Person(self.to), None).await?;
        let written =
            entry("workorder.reassigned", &row).body(&json!({ "from": from, "to": self.to }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, &context, written).await
    }
}

/// Puts an order off 改期, with what the customer was told.
#[derive(Debug, Serialize)]
pub struct DeferWorkOrder {
    /// Which.
    pub opened: Opened,
    /// Why.
    pub cause: DeferralCause,
    /// What the customer was told.
    pub explanation: String,
    /// When somebody will come.
    pub appointment_at: Option<Instant>,
}

impl Action for DeferWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.defer";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (mut row, context) = open(act, self.opened).await?;
        let postponement = Postponement {
            cause: self.cause,
            explanation: &self.explanation,
            appointment_at: self.appointment_at,
        };
        let next = defer(&row.order, postponement, context.by)?;
        self.explanation
            .trim()
            .clone_into(&mut row.deferral_explanation);
        let written = entry("workorder.deferred", &row).body(&json!({
            "cause": self.cause,
            "appointment_at": self.appointment_at,
            "night": context.by.night,
        }));
        let written = with_text(act, written, "explanation", &self.explanation).await?;
        store_step(act, row, next, &context, written).await
    }
}

/// Changes kind or urgency; the old clock goes on.
#[derive(Debug, Serialize)]
pub struct ChangeMatter {
    /// Which.
    pub opened: Opened,
    /// The kind.
    pub matter: MatterInput,
    /// The urgency.
    pub urgency: ServiceUrgency,
    /// Why.
    pub reason: String,
}

impl Action for ChangeMatter {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.change_matter";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = change_matter(
            &row.order,
            self.matter.matter(),
            self.urgency,
            &context.desk.terms(self.matter.kind, self.urgency),
            &self.reason,
            &WorkCalendar::default(),
        )?;
        let written = entry("workorder.matter_changed", &row).body(&json!({
            "old_kind": row.order.matter.kind(),
            "new_kind": self.matter.kind,
            "old_urgency": row.order.urgency,
            "new_urgency": self.urgency,
        }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, &context, written).await
    }
}

/// Ends an order without work 直接办结.
#[derive(Debug, Serialize)]
pub struct CloseWorkOrder {
    /// Which.
    pub opened: Opened,
    /// In which way.
    pub closing: Closing,
    /// Why.
    pub reason: String,
}

impl Action for CloseWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.close";
    const VERB: Verb = Verb::CloseWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = close(&row.order, self.closing, &self.reason, context.by)?;
        for kind in ["urgent_order", "order_dispatched", "order_returned"] {
            act.stop_rings(kind, row.id.subject()).await?;
        }
        let written = entry("workorder.closed", &row).body(&json!({ "closing": self.closing }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, &context, written).await
    }
}
