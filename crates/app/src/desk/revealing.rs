//! Seeing a number in full through a contact; every look is recorded.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{ContactId, ResidentId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::desk::DeskRefusal;
use zhishou_rules::people::{AskedReveal, RevealContext, may_reveal};

use super::store::{self, Contact};
use crate::action::Action;
use crate::people::{self, PersonalData};

/// Shows who can move the car that a caller complains about 挪车: freely to who took the contact,
/// until it is settled. The caller never learns the number; the desk calls.
#[derive(Debug, Clone, Serialize)]
pub struct RevealCarOwner {
    /// The contact with the plate.
    pub contact: ContactId,
    /// Why, when it is not one's own live contact.
    pub reason: String,
}

/// Who can move a car.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CarOwners {
    /// The home that has the car, as the desk writes it; none where nobody registered the plate.
    pub room_code: Option<String>,
    /// Who lives there and has a number, owners first.
    pub people: Vec<PersonalData>,
}

impl Action for RevealCarOwner {
    type Outcome = CarOwners;
    const NAME: &'static str = "desk.reveal_car_owner";
    const VERB: Verb = Verb::RevealPersonalData;

    async fn perform(&self, act: &mut Act) -> Result<CarOwners, AppError> {
        let community = act.community();
        let contact = store::contact(act, community, self.contact).await?;
        if contact.plate.is_empty() {
            return Err(DeskRefusal::NoPlate.into());
        }
        let context = may_see(act, &contact, &self.reason)?;
        let car = people::vehicle_by_plate(act, community, &contact.plate).await?;
        let residents = match &car {
            Some(car) => people::residents_of_room(act, community, car.room).await?,
            None => Vec::new(),
        };
        let reason = act.keep_secret(&self.reason).await?;
        let shown: Vec<ResidentId> = residents.iter().map(|one| one.id).collect();
        let entry = Entry::new("desk.car_owner_revealed")
            .subject("contact", contact.id.subject())
            .body(&json!({ "number": contact.number, "context": context,
                "vehicle_id": car.as_ref().map(|car| car.id), "residents": shown }))
            .secret("reason", &reason);
        act.record(entry).await?;
        Ok(CarOwners {
            room_code: car.map(|car| car.room_code),
            people: residents
                .into_iter()
                .filter(|one| one.phone.is_some())
                .map(|one| PersonalData {
                    name: one.name,
                    phone: one.phone,
                })
                .collect(),
        })
    }
}

/// In which context somebody sees a number through a contact.
fn may_see(act: &Act, contact: &Contact, reason: &str) -> Result<RevealContext, AppError> {
    let own = contact.taken_by.is_some() && contact.taken_by == act.actor().person;
    let live = own && !contact.state().settled;
    let context = if live {
        RevealContext::LiveContact
    } else {
        RevealContext::Browsing
    };
    may_reveal(AskedReveal {
        context,
        occasion: Some(contact.id.subject()),
        reason,
    })?;
    Ok(context)
}

/// Shows the caller's name and number in full: freely to who took the contact, until it is settled.
#[derive(Debug, Clone, Serialize)]
pub struct RevealCaller {
    /// Which contact.
    pub contact: ContactId,
    /// Why, when it is not one's own live contact.
    pub reason: String,
}

impl Action for RevealCaller {
    type Outcome = PersonalData;
    const NAME: &'static str = "desk.reveal_caller";
    const VERB: Verb = Verb::RevealPersonalData;

    async fn perform(&self, act: &mut Act) -> Result<PersonalData, AppError> {
        let community = act.community();
        let contact = store::contact(act, community, self.contact).await?;
        let context = may_see(act, &contact, &self.reason)?;
        let reason = act.keep_secret(&self.reason).await?;
        let entry = Entry::new("people.personal_data_revealed")
            .subject("contact", contact.id.subject())
            .body(&json!({ "context": context }))
            .secret("reason", &reason);
        act.record(entry).await?;
        let phone = Some(contact.caller_phone).filter(|phone| !phone.is_empty());
        Ok(PersonalData {
            name: contact.caller_name,
            phone,
        })
    }
}
