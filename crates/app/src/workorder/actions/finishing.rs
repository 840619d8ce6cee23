//! Call-back, archive and reopening.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::workorder::{CallResult, archive, call_back, reopen};

use crate::action::Action;
use crate::workorder::step::{Opened, OrderReceipt, entry, open, store_step, with_text};

/// What the customer said in the call-back 回访.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CallFacts {
    /// Whether the customer was spoken to; a vain attempt otherwise.
    pub reached: bool,
    /// Whether the customer is satisfied; asked when reached.
    #[serde(default)]
    pub satisfied: Option<bool>,
    /// Whether somebody came on time.
    #[serde(default)]
    pub on_time: Option<bool>,
    /// Quality of the work, 1 to 5.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 5)]
    pub quality: Option<u8>,
    /// Attitude, 1 to 5.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 5)]
    pub attitude: Option<u8>,
    /// What the customer said.
    #[serde(default)]
    pub remark: String,
}

impl CallFacts {
    fn result(&self) -> Result<CallResult, AppError> {
        for (mark, pointer) in [(self.quality, "/quality"), (self.attitude, "/attitude")] {
            if mark.is_some_and(|mark| !(1..=5).contains(&mark)) {
                return Err(AppError::invalid(pointer, "评分为 1 至 5 分"));
            }
        }
        match (self.reached, self.satisfied) {
            (false, _) => Ok(CallResult::NoAnswer),
            (true, Some(satisfied)) => Ok(CallResult::Reached { satisfied }),
            (true, None) => Err(AppError::invalid("/satisfied", "请选择客户是否满意")),
        }
    }
}

/// Calls the customer back, or tries to.
#[derive(Debug, Serialize)]
pub struct CallBackCustomer {
    /// Which order.
    pub opened: Opened,
    /// What came of it.
    pub facts: CallFacts,
}

impl Action for CallBackCustomer {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.call_back";
    const VERB: Verb = Verb::CallBackWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let facts = &self.facts;
        let result = facts.result()?;
        let (row, context) = open(act, self.opened).await?;
        let next = call_back(&row.order, result, context.by)?;
        let verb = if facts.reached {
            "workorder.called_back"
        } else {
            "workorder.call_attempted"
        };
        let written = entry(verb, &row).body(&json!({
            "reached": facts.reached,
            "satisfied": facts.satisfied,
            "on_time": facts.on_time,
            "quality": facts.quality,
            "attitude": facts.attitude,
            "attempts": next.attempts,
        }));
        let written = with_text(act, written, "remark", &facts.remark).await?;
        store_step(act, row, next, &context, written).await
    }
}

/// Puts a finished order away 归档.
#[derive(Debug, Serialize)]
pub struct ArchiveWorkOrder {
    /// Which.
    pub opened: Opened,
    /// A note; asked for when the customer is not satisfied.
    pub note: String,
}

impl Action for ArchiveWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.archive";
    const VERB: Verb = Verb::CloseWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = archive(&row.order, &self.note, context.by)?;
        let written = with_text(act, entry("workorder.archived", &row), "note", &self.note).await?;
        store_step(act, row, next, &context, written).await
    }
}

/// Opens a finished order again as rework 重开(返修).
#[derive(Debug, Serialize)]
pub struct ReopenWorkOrder {
    /// Which.
    pub opened: Opened,
    /// Why.
    pub reason: String,
}

impl Action for ReopenWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.reopen";
    const VERB: Verb = Verb::CloseWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (mut row, context) = open(act, self.opened).await?;
        let mut next = reopen(&row.order, &self.reason, context.by)?;
        // A new clock runs by the regulation that is in force when it starts.
        next.terms = context.desk.terms(next.matter.kind(), next.urgency);
        row.deferral_explanation.clear();
        let written = entry("workorder.reopened", &row).body(&json!({ "cycle": next.cycle }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, &context, written).await
    }
}
