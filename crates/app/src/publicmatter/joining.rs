//! Calls that join a public matter: a new one in one act, or one that was taken before.

use serde::{Deserialize, Serialize};
use serde_json::json;
use zhishou_base::{ContactId, PublicMatterId, ResidentId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::publicmatter::{
    Joined, JoiningCall, PublicMatterRefusal, contact_of, join_contact,
};

use super::actions::post_of;
use super::store::{self, Matter, input_of};
use crate::action::Action;
use crate::desk::{self, ContactTaken, TakeContact};

/// A call that joined a matter.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CallJoined {
    /// The contact.
    pub contact: ContactTaken,
    /// How many calls the matter has now.
    pub calls: i64,
}

/// Writes a further call down, answers it with the agreed answer and counts it: +1.
#[derive(Debug, Serialize)]
pub struct AddCall {
    /// The matter.
    pub matter: PublicMatterId,
    /// What is known of the call.
    pub call: JoiningCall,
    /// The resident, when the card was chosen.
    pub resident: Option<ResidentId>,
}

impl Action for AddCall {
    type Outcome = CallJoined;
    const NAME: &'static str = "publicmatter.add_call";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CallJoined, AppError> {
        let community = act.community();
        let matter = store::matter(act, community, self.matter).await?;
        let buildings = store::buildings_of(act, community, self.matter).await?;
        let as_input = input_of(&matter, &buildings);
        let input = contact_of(&as_input, matter.closed_at.is_some(), &self.call)?;
        let taken = TakeContact {
            input,
            resident: self.resident,
        };
        let contact = desk::take_contact(act, &taken).await?;
        count(act, &matter, contact.id, &contact.number).await?;
        Ok(CallJoined {
            contact,
            calls: matter.calls + 1,
        })
    }
}

/// Lets a contact that was taken before join a matter; it is settled with the agreed answer.
#[derive(Debug, Serialize)]
pub struct JoinContact {
    /// The matter.
    pub matter: PublicMatterId,
    /// The open contact.
    pub contact: ContactId,
}

impl Action for JoinContact {
    type Outcome = CallJoined;
    const NAME: &'static str = "publicmatter.join_contact";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CallJoined, AppError> {
        join(act, self.matter, self.contact).await
    }
}

/// Lets a contact join inside an act, for a matter that is opened out of it as well.
///
/// # Errors
/// There is no such matter or contact, the matter has ended, or the contact is not open.
pub async fn join(
    act: &mut Act,
    id: PublicMatterId,
    contact: ContactId,
) -> Result<CallJoined, AppError> {
    let community = act.community();
    let matter = store::matter(act, community, id).await?;
    let buildings = store::buildings_of(act, community, id).await?;
    let taken = desk::contact(act, community, contact).await?;
    if store::has_joined(act, community, contact).await? {
        return Err(PublicMatterRefusal::AlreadyJoined.into());
    }
    let joined = join_contact(
        &input_of(&matter, &buildings),
        matter.closed_at.is_some(),
        taken.state(),
        taken.work_order,
    )?;
    if joined == Joined::SettledWithAnswer {
        desk::settle_contact(act, contact, &matter.answer).await?;
    }
    count(act, &matter, contact, &taken.number).await?;
    Ok(CallJoined {
        contact: ContactTaken {
            id: contact,
            number: taken.number,
        },
        calls: matter.calls + 1,
    })
}

/// Counts a contact as a call of a matter.
async fn count(
    act: &mut Act,
    matter: &Matter,
    contact: ContactId,
    number: &str,
) -> Result<(), AppError> {
    let community = act.community();
    let by = (act.actor().person, act.now());
    store::add_call(act, community, (matter.id, contact), by).await?;
    let post = post_of(act).await?;
    let entry = Entry::new("publicmatter.call_joined")
        .subject("public_matter", matter.id.subject())
        .post(post)
        .body(&json!({ "number": matter.number, "contact_id": contact,
            "contact_number": number, "calls": matter.calls + 1 }));
    act.record(entry).await?;
    Ok(())
}
