//! The contact log as the screen sees it: name and number masked.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::{ContactId, Instant, PersonId, PhotoId, ResidentId, WorkOrderId};
use zhishou_rules::desk::{ContactChannel, ContactKind};
use zhishou_rules::people::{mask_name, mask_phone};

use super::store::Contact;
use crate::people::ResidentView;

/// A contact.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ContactView {
    /// Which one.
    pub id: ContactId,
    /// Its human number.
    pub number: String,
    /// What it is about.
    pub kind: ContactKind,
    /// How it reached the desk.
    pub channel: ContactChannel,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was entered; later than it happened for a late entry 补录.
    pub recorded_at: Instant,
    /// Who took it.
    pub taken_by: Option<PersonId>,
    /// The name of who took it.
    pub taken_by_name: Option<String>,
    /// The resident, when known.
    pub resident_id: Option<ResidentId>,
    /// The home as it was said.
    pub room: String,
    /// Masked name; empty for an unknown caller.
    pub caller_name_masked: String,
    /// Masked phone number; empty when none is known.
    pub caller_phone_masked: String,
    /// What was said.
    pub content: String,
    /// What was done at once.
    pub handling: String,
    /// Who was told.
    pub told: String,
    /// The plate of a car that is in the way; empty when there is none.
    pub plate: String,
    /// Seconds it rang.
    pub answered_after_seconds: Option<u32>,
    /// When it was settled.
    pub settled_at: Option<Instant>,
    /// How it was settled.
    pub outcome: String,
    /// The work order that took it over.
    pub work_order_id: Option<WorkOrderId>,
    /// The entry it corrects.
    pub corrects_id: Option<ContactId>,
    /// The entry that corrects it.
    pub corrected_by_id: Option<ContactId>,
    /// Its pictures, the oldest first, those of the entries it corrects among them.
    pub photo_ids: Vec<PhotoId>,
}

impl ContactView {
    /// The view of a contact.
    pub fn masked(contact: &Contact, names: &BTreeMap<PersonId, String>) -> Self {
        Self {
            id: contact.id,
            number: contact.number.clone(),
            kind: contact.kind,
            channel: contact.channel,
            happened_at: contact.happened_at,
            recorded_at: contact.recorded_at,
            taken_by: contact.taken_by,
            taken_by_name: contact.taken_by.and_then(|id| names.get(&id).cloned()),
            resident_id: contact.resident,
            room: contact.room_text.clone(),
            caller_name_masked: mask_name(&contact.caller_name),
            caller_phone_masked: mask_phone(&contact.caller_phone),
            content: contact.content.clone(),
            handling: contact.handling.clone(),
            told: contact.told.clone(),
            plate: contact.plate.clone(),
            answered_after_seconds: contact.answered_after_seconds,
            settled_at: contact.settled_at,
            outcome: contact.outcome.clone(),
            work_order_id: contact.work_order,
            corrects_id: contact.corrects,
            corrected_by_id: contact.corrected_by,
            photo_ids: Vec::new(),
        }
    }

    /// The same with its pictures, which are kept by number.
    pub fn with_photos(mut self, photos: &BTreeMap<String, Vec<PhotoId>>) -> Self {
        self.photo_ids = photos.get(&self.number).cloned().unwrap_or_default();
        self
    }
}

/// A resident who may be calling.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CallerCard {
    /// The resident.
    pub resident: ResidentView,
    /// What came from this number or home in the last 30 days, newest first.
    pub earlier: Vec<ContactView>,
}
