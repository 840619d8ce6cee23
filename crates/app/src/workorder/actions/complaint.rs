//! The two steps that only complaints have.

use serde::Serialize;
use serde_json::json;
use zhishou_base::PersonId;
use zhishou_platform::{Act, AppError, Target};
use zhishou_rules::access::Verb;
use zhishou_rules::workorder::{give_first_reply, tell_head};

use crate::action::Action;
use crate::workorder::step::{
    Opened, OrderReceipt, employed, entry, open, ring, store_step, with_text,
};

/// Tells the head of the department that a complaint is about (R16.3).
#[derive(Debug, Serialize)]
pub struct TellDepartmentHead {
    /// Which complaint.
    pub opened: Opened,
    /// The department.
    pub department: String,
    /// Its head, who is rung; absent when told in another way.
    pub head: Option<PersonId>,
}

impl Action for TellDepartmentHead {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.tell_head";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (mut row, context) = open(act, self.opened).await?;
        let next = tell_head(&row.order, context.by)?;
        let department = self.department.trim();
        if department.is_empty() && self.head.is_none() {
            return Err(AppError::invalid(
                "/department",
                "请填写部门，或选择被告知的负责人",
            ));
        }
        if !department.is_empty() {
            department.clone_into(&mut row.department);
        }
        act.stop_rings("complaint_registered", row.id.subject())
            .await?;
        if let Some(head) = self.head {
            employed(act, &context, head, "/head_id").await?;
            ring(act, &row, "complaint_told", Target::Person(head), None).await?;
        }
        let written = entry("workorder.head_told", &row)
            .body(&json!({ "department": row.department, "to": self.head }));
        store_step(act, row, next, &context, written).await
    }
}

/// Records the first reply to the customer 首次答复.
#[derive(Debug, Serialize)]
pub struct GiveFirstReply {
    /// Which complaint.
    pub opened: Opened,
    /// What was said.
    pub reply: String,
}

impl Action for GiveFirstReply {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.first_reply";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = give_first_reply(&row.order, context.by)?;
        let written = entry("workorder.first_replied", &row);
        let written = with_text(act, written, "reply", &self.reply).await?;
        store_step(act, row, next, &context, written).await
    }
}
