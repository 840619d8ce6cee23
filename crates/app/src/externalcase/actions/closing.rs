//! The source's last word: back again, or closed.

use serde::Serialize;
use serde_json::json;
use zhishou_base::Instant;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::externalcase::{CaseOutcome, close, return_case};

use crate::action::Action;
use crate::externalcase::step::{CaseReceipt, OpenedCase, entry, open, store_step};
use crate::workorder::with_text;

/// Takes a case back that the source does not accept as settled 退回重办.
#[derive(Debug, Serialize)]
pub struct ReturnCase {
    /// Which case.
    pub opened: OpenedCase,
    /// The new deadline.
    pub due_at: Instant,
    /// Why.
    pub reason: String,
}

impl Action for ReturnCase {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.return";
    const VERB: Verb = Verb::DispatchWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (mut row, by) = open(act, self.opened).await?;
        let next = return_case(&row.case, self.due_at, &self.reason, by)?;
        // The reply that was not accepted stays in the timeline.
        row.reply.clear();
        row.no_proof_reason.clear();
        let written = entry("externalcase.returned", &row)
            .body(&json!({ "cycle": next.cycle, "due_at": self.due_at }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, written).await
    }
}

/// Closes a case as the source ended it 结案.
#[derive(Debug, Serialize)]
pub struct CloseCase {
    /// Which case.
    pub opened: OpenedCase,
    /// How.
    pub outcome: CaseOutcome,
    /// What is said with it.
    pub note: String,
}

impl Action for CloseCase {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.close";
    const VERB: Verb = Verb::DispatchWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (row, by) = open(act, self.opened).await?;
        let next = close(&row.case, self.outcome, &self.note, by)?;
        let written = entry("externalcase.closed", &row).body(&json!({ "outcome": self.outcome }));
        let written = with_text(act, written, "note", &self.note).await?;
        store_step(act, row, next, written).await
    }
}
