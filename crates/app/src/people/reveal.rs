//! Seeing personal data in full from the lists of people: that is browsing, so a reason is
//! needed, and every look is recorded. Inside a live contact or one's own job the number is
//! free; contacts and work orders have their own operations for it, which check that it is so.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{PersonId, ResidentId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{AskedReveal, RevealContext, may_reveal};

use super::store;
use crate::action::Action;

/// Whose data is asked for.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum RevealSubject {
    /// A resident.
    Resident(ResidentId),
    /// A member of staff.
    Person(PersonId),
}

/// Asks for personal data in full.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RevealPersonalData {
    /// Whose.
    pub subject: RevealSubject,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Personal data in full.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PersonalData {
    /// Name.
    pub name: String,
    /// Phone number.
    pub phone: Option<String>,
}

impl Action for RevealPersonalData {
    type Outcome = PersonalData;
    const NAME: &'static str = "people.reveal_personal_data";
    const VERB: Verb = Verb::RevealPersonalData;

    async fn perform(&self, act: &mut Act) -> Result<PersonalData, AppError> {
        may_reveal(AskedReveal {
            context: RevealContext::Browsing,
            occasion: None,
            reason: &self.reason,
        })?;
        let community = act.community();
        let (kind, subject, data) = match self.subject {
            RevealSubject::Resident(id) => {
                let resident = store::resident(act, community, id).await?;
                let data = PersonalData {
                    name: resident.name,
                    phone: resident.phone,
                };
                ("resident", id.subject(), data)
            }
            RevealSubject::Person(id) => {
                let person = store::person(act, community, id).await?;
                let data = PersonalData {
                    name: person.name,
                    phone: person.phone,
                };
                ("person", id.subject(), data)
            }
        };
        let reason = act.keep_secret(&self.reason).await?;
        let entry = Entry::new("people.personal_data_revealed")
            .subject(kind, subject)
            .body(&json!({ "context": RevealContext::Browsing }))
            .secret("reason", &reason);
        act.record(entry).await?;
        Ok(data)
    }
}
