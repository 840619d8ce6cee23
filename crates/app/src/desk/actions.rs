//! Taking, correcting and settling contacts.

use serde::{Deserialize, Serialize};
use serde_json::json;
use zhishou_base::{ContactId, ResidentId, WorkOrderId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::desk::{ContactCorrection, ContactInput, check_contact, correct, settle};
use zhishou_rules::people::room_key;

use super::store::{self, Contact};
use crate::action::Action;
use crate::people;

/// A contact that was taken.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContactTaken {
    /// Which one.
    pub id: ContactId,
    /// Its human number.
    pub number: String,
}

/// Writes down a call, a visit or a message.
#[derive(Debug, Clone, Serialize)]
pub struct TakeContact {
    /// What was typed.
    pub input: ContactInput,
    /// The resident, when the card was chosen.
    pub resident: Option<ResidentId>,
}

impl Action for TakeContact {
    type Outcome = ContactTaken;
    const NAME: &'static str = "desk.take_contact";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<ContactTaken, AppError> {
        take_contact(act, self).await
    }
}

/// Writes a contact down inside an act, for an order registered with it as well.
///
/// # Errors
/// A field is absurd, or the resident that was chosen is not there.
pub async fn take_contact(act: &mut Act, taken: &TakeContact) -> Result<ContactTaken, AppError> {
    people::refuse(check_contact(&taken.input))?;
    let number = next_number(act).await?;
    let contact = compose(act, number, &taken.input, taken.resident).await?;
    let community = act.community();
    store::add(act, community, &contact).await?;
    record(act, "desk.contact_taken", &contact, &json!({})).await?;
    Ok(ContactTaken {
        id: contact.id,
        number: contact.number,
    })
}

/// Numbers count per local day: JD20261124-003.
async fn next_number(act: &mut Act) -> Result<String, AppError> {
    let community = act.community();
    let offset = people::community(act, community).await?.offset;
    let day = offset
        .date_of(act.happened_at())
        .to_string()
        .replace('-', "");
    let count = act.next_number(&format!("contact.{day}")).await?;
    Ok(format!("JD{day}-{count:03}"))
}

/// A contact with home and resident found by what was typed.
async fn compose(
    act: &mut Act,
    number: String,
    input: &ContactInput,
    resident: Option<ResidentId>,
) -> Result<Contact, AppError> {
    let community = act.community();
    let times = (act.happened_at(), act.now());
    let mut contact = Contact::from_input(act.new_id(), number, input, times);
    contact.post = match act.actor().post {
        Some(post) => Some(post),
        // Who stands at no post takes it for the desk, in whose log it is looked for.
        None => people::desk(act, community).await?.map(|desk| desk.id),
    };
    contact.taken_by = act.actor().person;
    contact.settled_by = contact.settled_at.and(contact.taken_by);
    if !contact.room_text.is_empty() {
        // A room that is not on file stays as it was said: intake is never blocked by a lookup.
        let code = room_key(&contact.room_text);
        contact.room = people::room_by_code(act, community, &code)
            .await?
            .map(|room| room.id);
    }
    if let Some(id) = resident {
        let known = people::resident(act, community, id).await?;
        fill_from_card(&mut contact, known);
    }
    Ok(contact)
}

/// What the caller did not say is taken from the card that was chosen.
fn fill_from_card(contact: &mut Contact, known: people::Resident) {
    contact.resident = Some(known.id);
    contact.room = contact.room.or(Some(known.room));
    if contact.room_text.is_empty() {
        contact.room_text = known.room_code;
    }
    if contact.caller_name.is_empty() {
        contact.caller_name = known.name;
    }
    if contact.caller_phone.is_empty() {
        contact.caller_phone = known.phone.unwrap_or_default();
    }
}

async fn record(
    act: &mut Act,
    verb: &'static str,
    contact: &Contact,
    more: &serde_json::Value,
) -> Result<(), AppError> {
    let entry = entry_of(act, verb, contact).await?.body(more);
    act.record(entry).await?;
    Ok(())
}

/// What the ledger keeps of a contact: facts in plain, what people said as erasable text.
async fn entry_of(act: &mut Act, verb: &'static str, contact: &Contact) -> Result<Entry, AppError> {
    let mut entry = Entry::new(verb)
        .subject("contact", contact.id.subject())
        .post(contact.post)
        .body(&json!({
            "number": contact.number,
            "kind": contact.kind,
            "channel": contact.channel,
            "answered_after_seconds": contact.answered_after_seconds,
            "settled": contact.settled_at.is_some(),
        }));
    let spoken = [
        ("content", &contact.content),
        ("handling", &contact.handling),
        ("room", &contact.room_text),
        ("caller_name", &contact.caller_name),
        ("caller_phone", &contact.caller_phone),
        ("told", &contact.told),
        ("plate", &contact.plate),
    ];
    for (name, text) in spoken.into_iter().filter(|(_, text)| !text.is_empty()) {
        let secret = act.keep_secret(text).await?;
        entry = entry.secret(name, &secret);
    }
    Ok(entry)
}

/// Corrects a contact by a new entry that keeps the number; the old one stays readable.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectContact {
    /// The entry that is wrong.
    pub contact: ContactId,
    /// What was wrong with it.
    pub correction: ContactCorrection,
}

impl Action for CorrectContact {
    type Outcome = ContactTaken;
    const NAME: &'static str = "desk.correct_contact";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<ContactTaken, AppError> {
        let community = act.community();
        let old = store::contact(act, community, self.contact).await?;
        correct(old.state(), &self.correction.reason)?;
        let (input, resident) = self.correction.of(ContactInput::from(&old), old.resident);
        people::refuse(check_contact(&input))?;
        let composed = compose(act, old.number.clone(), &input, resident).await?;
        // Where the matter stands is not what was wrong: it goes on with the new entry. Who took
        // the call stays who took it; the ledger entry names who corrected.
        let new = Contact {
            taken_by: old.taken_by,
            post: old.post,
            happened_at: old.happened_at,
            settled_at: old.settled_at,
            settled_by: old.settled_by,
            outcome: old.outcome,
            work_order: old.work_order,
            corrects: Some(old.id),
            ..composed
        };
        store::add(act, community, &new).await?;
        store::set_corrected(act, community, old.id, new.id).await?;
        let reason = act.keep_secret(&self.correction.reason).await?;
        let entry = entry_of(act, "desk.contact_corrected", &new)
            .await?
            .body(&json!({ "corrects": old.id }))
            .secret("reason", &reason);
        act.record(entry).await?;
        Ok(ContactTaken {
            id: new.id,
            number: new.number,
        })
    }
}

/// Settles a contact that needs no work order.
#[derive(Debug, Clone, Serialize)]
pub struct SettleContact {
    /// Which one.
    pub contact: ContactId,
    /// How.
    pub outcome: String,
}

impl Action for SettleContact {
    type Outcome = ();
    const NAME: &'static str = "desk.settle_contact";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        settle_contact(act, self.contact, &self.outcome).await
    }
}

/// Settles a contact inside an act, for the handover as well.
///
/// # Errors
/// It is settled or corrected, or no outcome is given.
pub async fn settle_contact(act: &mut Act, id: ContactId, outcome: &str) -> Result<(), AppError> {
    let community = act.community();
    let contact = store::contact(act, community, id).await?;
    settle(contact.state(), outcome)?;
    let by = (act.now(), act.actor().person);
    store::set_settled(act, community, id, by, outcome.trim()).await?;
    let words = act.keep_secret(outcome).await?;
    let entry = Entry::new("desk.contact_settled")
        .subject("contact", id.subject())
        .body(&json!({ "number": contact.number }))
        .secret("outcome", &words);
    act.record(entry).await?;
    Ok(())
}

/// Lets a work order take a contact over, inside the act that registers the order.
///
/// # Errors
/// There is no such contact, or it is settled or taken over already.
pub async fn link_work_order(
    act: &mut Act,
    id: ContactId,
    order: WorkOrderId,
) -> Result<(), AppError> {
    let community = act.community();
    let contact = store::contact(act, community, id).await?;
    settle(contact.state(), "转工单")?;
    store::set_work_order(act, community, id, order).await?;
    let entry = Entry::new("desk.contact_became_order")
        .subject("contact", id.subject())
        .body(&json!({ "number": contact.number, "work_order_id": order }));
    act.record(entry).await?;
    Ok(())
}
