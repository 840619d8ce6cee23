//! What the one who does the work does: three taps, and sending back what is not theirs.

use serde::Serialize;
use serde_json::json;
use zhishou_platform::{Act, AppError, Target};
use zhishou_rules::access::Verb;
use zhishou_rules::workorder::{accept, arrive, finish, reject};

use crate::action::Action;
use crate::workorder::step::{Opened, OrderReceipt, entry, open, ring, store_step, with_text};

/// Takes an order on 接单, or grabs one that nobody was given 抢单.
#[derive(Debug, Serialize)]
pub struct AcceptWorkOrder {
    /// Which.
    pub opened: Opened,
}

impl Action for AcceptWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.accept";
    const VERB: Verb = Verb::CarryOutWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = accept(&row.order, context.by)?;
        let subject = row.id.subject();
        act.stop_rings("order_dispatched", subject).await?;
        act.stop_rings("urgent_order", subject).await?;
        let written = entry("workorder.accepted", &row)
            .body(&json!({ "grabbed": row.order.state.assignee().is_none() }));
        store_step(act, row, next, &context, written).await
    }
}

/// Arrives on site 到场.
#[derive(Debug, Serialize)]
pub struct ArriveOnSite {
    /// Which.
    pub opened: Opened,
}

impl Action for ArriveOnSite {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.arrive";
    const VERB: Verb = Verb::CarryOutWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = arrive(&row.order, context.by)?;
        let written = entry("workorder.arrived", &row);
        store_step(act, row, next, &context, written).await
    }
}

/// Says that the work is done 完工; everything else may follow.
#[derive(Debug, Serialize)]
pub struct FinishWorkOrder {
    /// Which.
    pub opened: Opened,
    /// What was done, when it is said now.
    pub note: String,
}

impl Action for FinishWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.finish";
    const VERB: Verb = Verb::CarryOutWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (mut row, context) = open(act, self.opened).await?;
        let next = finish(&row.order, context.by)?;
        let note = self.note.trim();
        if !note.is_empty() {
            note.clone_into(&mut row.result);
        }
        let written = with_text(act, entry("workorder.finished", &row), "note", note).await?;
        store_step(act, row, next, &context, written).await
    }
}

/// Sends an order back to the desk 退单.
#[derive(Debug, Serialize)]
pub struct RejectWorkOrder {
    /// Which.
    pub opened: Opened,
    /// Why.
    pub reason: String,
}

impl Action for RejectWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.reject";
    const VERB: Verb = Verb::CarryOutWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = reject(&row.order, &self.reason, context.by)?;
        act.stop_rings("order_dispatched", row.id.subject()).await?;
        if let Some(post) = row.post {
            ring(act, &row, "order_returned", Target::Post(post), None).await?;
        }
        let written = with_text(
            act,
            entry("workorder.rejected", &row),
            "reason",
            &self.reason,
        )
        .await?;
        store_step(act, row, next, &context, written).await
    }
}
