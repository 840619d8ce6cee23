//! Notes, details that follow later, and the caller's number in full.

use serde::Serialize;
use serde_json::json;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{AskedReveal, RevealContext, may_reveal};
use zhishou_rules::workorder::Stage;

use crate::action::Action;
use crate::workorder::context::Context;
use crate::workorder::step::{Opened, OrderReceipt, entry, open, store_step, with_text};
use crate::workorder::store::OrderRow;

/// The longest note, in characters.
const LONGEST_NOTE: usize = 2_000;

/// Adds a note to the timeline.
#[derive(Debug, Serialize)]
pub struct AddNote {
    /// Which order.
    pub opened: Opened,
    /// What is noted.
    pub note: String,
}

impl Action for AddNote {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.add_note";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let length = self.note.trim().chars().count();
        if length == 0 || length > LONGEST_NOTE {
            return Err(AppError::invalid("/note", "备注为 1 至 2000 字"));
        }
        let (row, context) = open(act, self.opened).await?;
        let written = with_text(act, entry("workorder.noted", &row), "note", &self.note).await?;
        let unchanged = row.order.clone();
        store_step(act, row, unchanged, &context, written).await
    }
}

/// Adds result, material and fee, which may follow the three taps.
#[derive(Debug, Serialize)]
pub struct AddDetails {
    /// Which order.
    pub opened: Opened,
    /// What was done.
    pub result: String,
    /// What was used.
    pub material: String,
    /// What the customer paid, in hundredths of a yuan.
    pub fee_cents: Option<i64>,
}

impl Action for AddDetails {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.add_details";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        if self
            .fee_cents
            .is_some_and(|fee| !(0..=100_000_000).contains(&fee))
        {
            return Err(AppError::invalid(
                "/fee_cents",
                "费用须在 0 至 100 万元之间",
            ));
        }
        for (text, pointer) in [(&self.result, "/result"), (&self.material, "/material")] {
            if text.chars().count() > LONGEST_NOTE {
                return Err(AppError::invalid(pointer, "请控制在 2000 字以内"));
            }
        }
        let (mut row, context) = open(act, self.opened).await?;
        self.result.trim().clone_into(&mut row.result);
        self.material.trim().clone_into(&mut row.material);
        row.fee_cents = self.fee_cents;
        let mut written =
            entry("workorder.details_added", &row).body(&json!({ "fee_cents": self.fee_cents }));
        for (name, text) in [("result", &self.result), ("material", &self.material)] {
            written = with_text(act, written, name, text).await?;
        }
        let unchanged = row.order.clone();
        store_step(act, row, unchanged, &context, written).await
    }
}

/// Asks to see the caller's number; every look is recorded.
#[derive(Debug, Serialize)]
pub struct RevealCallerPhone {
    /// Which order.
    pub opened: Opened,
    /// The reason, when it is not one's own job.
    pub reason: String,
}

impl Action for RevealCallerPhone {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.reveal_caller_phone";
    const VERB: Verb = Verb::RevealPersonalData;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let asked = AskedReveal {
            context: if is_own_job(&row, &context) {
                RevealContext::OwnJob
            } else {
                RevealContext::Browsing
            },
            occasion: Some(row.id.subject()),
            reason: &self.reason,
        };
        may_reveal(asked)?;
        let written = entry("workorder.caller_phone_revealed", &row)
            .body(&json!({ "context": asked.context }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        act.record(written).await?;
        Ok(OrderReceipt::of(&row))
    }
}

/// One's own job: what one has in hand, has just taken down, or is to call back.
fn is_own_job(row: &OrderRow, context: &Context) -> bool {
    let (order, me) = (&row.order, context.by.person);
    match order.stage() {
        Stage::Archived => false,
        Stage::Done => context.may(Verb::CallBackWorkOrder) || order.state.doer() == Some(me),
        _ => order.state.assignee() == Some(me) || row.registered_by == me,
    }
}
