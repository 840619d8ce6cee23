//! Seeing the caller in full; every look is recorded.

use serde::Serialize;
use serde_json::json;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{AskedReveal, RevealContext, may_reveal};

use crate::action::Action;
use crate::externalcase::reading::is_own_job;
use crate::externalcase::step::{OpenedCase, entry, open};
use crate::people::PersonalData;
use crate::workorder::with_text;

/// Shows the caller's name and number in full: freely to who works on the case.
#[derive(Debug, Serialize)]
pub struct RevealCaseCaller {
    /// Which case.
    pub opened: OpenedCase,
    /// Why, when it is not one's own job.
    pub reason: String,
}

impl Action for RevealCaseCaller {
    type Outcome = PersonalData;
    const NAME: &'static str = "externalcase.reveal_caller";
    const VERB: Verb = Verb::RevealPersonalData;

    async fn perform(&self, act: &mut Act) -> Result<PersonalData, AppError> {
        let (row, by) = open(act, self.opened).await?;
        let (community, now) = (act.community(), act.now());
        let own = is_own_job(act, community, &row, Some(by.person), now).await?;
        let context = if own {
            RevealContext::OwnJob
        } else {
            RevealContext::Browsing
        };
        may_reveal(AskedReveal {
            context,
            occasion: Some(row.id.subject()),
            reason: &self.reason,
        })?;
        let written =
            entry("externalcase.caller_revealed", &row).body(&json!({ "context": context }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        act.record(written).await?;
        let phone = Some(row.caller_phone).filter(|phone| !phone.is_empty());
        Ok(PersonalData {
            name: row.caller_name,
            phone,
        })
    }
}
