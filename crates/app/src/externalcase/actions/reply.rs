//! Replying to the source.

use serde::Serialize;
use serde_json::json;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::externalcase::{Proof, reply};

use crate::action::Action;
use crate::externalcase::step::{CaseReceipt, OpenedCase, entry, open, store_step};
use crate::externalcase::store;
use crate::workorder::with_text;

/// Replies to the source 回复来源.
#[derive(Debug, Serialize)]
pub struct ReplyToCase {
    /// Which case.
    pub opened: OpenedCase,
    /// What was done and is answered.
    pub reply: String,
    /// Why no photo proves it.
    pub no_proof_reason: String,
}

impl Action for ReplyToCase {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.send_reply";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (mut row, by) = open(act, self.opened).await?;
        let community = act.community();
        let photos = store::photos_of(act, community, row.id).await?;
        let photos = photos
            .iter()
            .filter(|photo| photo.cycle == row.case.cycle)
            .count();
        let proof = Proof {
            photos,
            none_because: &self.no_proof_reason,
        };
        let next = reply(&row.case, &self.reply, proof, by)?;
        self.reply.trim().clone_into(&mut row.reply);
        // With photos at hand a reason for having none would contradict them.
        let reason = if photos == 0 {
            self.no_proof_reason.trim()
        } else {
            ""
        };
        reason.clone_into(&mut row.no_proof_reason);
        let written = entry("externalcase.replied", &row)
            .body(&json!({ "photos": photos, "due_at": row.case.due_at }));
        let written = with_text(act, written, "reply", &self.reply).await?;
        let written = with_text(act, written, "no_proof_reason", reason).await?;
        store_step(act, row, next, written).await
    }
}
