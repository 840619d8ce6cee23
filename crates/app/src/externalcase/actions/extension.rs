//! Asking the source for more time, and what it answered.

use serde::Serialize;
use serde_json::json;
use zhishou_base::Instant;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::externalcase::{Answer, answer_extension, ask_extension};

use crate::action::Action;
use crate::externalcase::step::{CaseReceipt, OpenedCase, entry, open, store_step};
use crate::workorder::with_text;

/// Asks for an extension 申请延期.
#[derive(Debug, Serialize)]
pub struct AskExtension {
    /// Which case.
    pub opened: OpenedCase,
    /// Until when the reply would be due.
    pub wanted_due_at: Instant,
    /// Why.
    pub reason: String,
}

impl Action for AskExtension {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.ask_extension";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (row, by) = open(act, self.opened).await?;
        let next = ask_extension(&row.case, self.wanted_due_at, &self.reason, by)?;
        let written = entry("externalcase.extension_asked", &row)
            .body(&json!({ "wanted_due_at": self.wanted_due_at, "due_at": row.case.due_at }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, written).await
    }
}

/// Records what the source answered; more time moves the deadline in the same act.
#[derive(Debug, Serialize)]
pub struct AnswerExtension {
    /// Which case.
    pub opened: OpenedCase,
    /// The new deadline; none when the source refused.
    pub granted_due_at: Option<Instant>,
    /// What the source said.
    pub note: String,
}

impl Action for AnswerExtension {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.answer_extension";
    const VERB: Verb = Verb::DispatchWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (row, by) = open(act, self.opened).await?;
        let answer = self
            .granted_due_at
            .map_or(Answer::Refused, |due_at| Answer::Granted { due_at });
        let next = answer_extension(&row.case, answer, by)?;
        let verb = match answer {
            Answer::Granted { .. } => "externalcase.extension_granted",
            Answer::Refused => "externalcase.extension_refused",
        };
        let written = entry(verb, &row)
            .body(&json!({ "due_at": next.due_at, "was_due_at": row.case.due_at }));
        let written = with_text(act, written, "note", &self.note).await?;
        store_step(act, row, next, written).await
    }
}
