//! A complaint about staff as its handlers see it.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::{Instant, PersonId, StaffComplaintId};
use zhishou_rules::desk::ContactChannel;
use zhishou_rules::people::{mask_name, mask_phone};
use zhishou_rules::staffcomplaint::State;

use super::store::StaffComplaint;

/// A complaint about a member of staff; the caller is masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StaffComplaintView {
    /// Which one.
    pub id: StaffComplaintId,
    /// Its human number.
    pub number: String,
    /// Whom it is about; absent while nobody knows.
    pub about_id: Option<PersonId>,
    /// Their name.
    pub about_name: Option<String>,
    /// How it reached us.
    pub channel: ContactChannel,
    /// When it happened.
    pub happened_at: Instant,
    /// Who wrote it down.
    pub taken_by_name: Option<String>,
    /// The home as it was said.
    pub room: String,
    /// Masked name; empty for somebody who did not say.
    pub caller_name_masked: String,
    /// Masked phone number; empty when none is known.
    pub caller_phone_masked: String,
    /// What was said.
    pub content: String,
    /// Where it stands.
    pub state: State,
    /// Until when the caller is to have an answer.
    pub reply_due_at: Instant,
    /// What the caller was told.
    pub reply: String,
    /// How it ended.
    pub outcome: String,
}

impl StaffComplaintView {
    /// The view of a complaint.
    pub fn masked(
        complaint: &StaffComplaint,
        reply_due_at: Instant,
        names: &BTreeMap<PersonId, String>,
    ) -> Self {
        let name = |id: Option<PersonId>| id.and_then(|id| names.get(&id).cloned());
        Self {
            id: complaint.id,
            number: complaint.number.clone(),
            about_id: complaint.about,
            about_name: name(complaint.about),
            channel: complaint.channel,
            happened_at: complaint.happened_at,
            taken_by_name: name(complaint.taken_by),
            room: complaint.room_text.clone(),
            caller_name_masked: mask_name(&complaint.caller_name),
            caller_phone_masked: mask_phone(&complaint.caller_phone),
            content: complaint.content.clone(),
            state: complaint.state,
            reply_due_at,
            reply: complaint.reply.clone(),
            outcome: complaint.outcome.clone(),
        }
    }
}
