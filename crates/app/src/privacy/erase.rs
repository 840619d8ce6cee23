//! The erasure: salts and texts beside the ledger go, the copies in the tables go, and an entry
//! says so. The chain keeps its digests, so that `ledger verify` tells *erased* from *altered*.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{ContactId, ErasureId, ResidentId, SecretId, SubjectId};
use zhishou_platform::ledger::{entry_at, erase_secrets, secret_ids, secret_ids_of_subject};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::privacy::{ErasureSubject, PrivacyRefusal, may_erase};

use crate::action::Action;
use crate::{desk, dutylog, handover, people, staffcomplaint, workorder};

/// Erases personal text.
#[derive(Debug, Serialize)]
pub struct ErasePersonalText {
    /// Whose or which.
    pub subject: ErasureSubject,
    /// Why.
    pub reason: String,
}

/// What was erased.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Erasure {
    /// The entry that records the erasure.
    pub seq: i64,
    /// How many texts beside the ledger are gone.
    pub texts: u64,
}

impl Action for ErasePersonalText {
    type Outcome = Erasure;
    const NAME: &'static str = "privacy.erase_personal_text";
    const VERB: Verb = Verb::ErasePersonalData;

    async fn perform(&self, act: &mut Act) -> Result<Erasure, AppError> {
        let community = act.community();
        // A card that came with a list of homes has no text beside the ledger.
        let mut card_emptied = false;
        let (kind, subject, ids) = match self.subject {
            ErasureSubject::Resident(id) => {
                people::resident(act, community, id).await?;
                let contacts = contacts_of_resident(act, id).await?;
                let mut orders = workorder::orders_of_resident(act, id).await?;
                orders.extend(workorder::orders_of_contacts(act, &contacts).await?);
                let mut ids = self.forget(act, &contacts, orders).await?;
                for complaint in staffcomplaint::complaints_of_resident(act, id).await? {
                    ids.extend(self.forget_complaint(act, complaint).await?);
                }
                card_emptied = people::forget_resident(act, id).await?;
                for vehicle in people::forget_vehicles(act, id).await? {
                    ids.extend(secrets_of(act, "vehicle", vehicle.subject()).await?);
                }
                ids.extend(secrets_of(act, "resident", id.subject()).await?);
                ("resident", id.subject(), ids)
            }
            ErasureSubject::Contact(id) => {
                let contacts = desk::corrections_of(act, id).await?;
                let orders = workorder::orders_of_contacts(act, &contacts).await?;
                let ids = self.forget(act, &contacts, orders).await?;
                ("contact", id.subject(), ids)
            }
            ErasureSubject::StaffComplaint(id) => {
                let complaint = staffcomplaint::complaint_key(act, id).await?;
                let ids = self.forget_complaint(act, complaint).await?;
                ("staff_complaint", id.subject(), ids)
            }
            ErasureSubject::LogEntry(seq) => {
                may_erase(&self.reason, None)?;
                let line = entry_at(act, community, seq)
                    .await?
                    .ok_or(AppError::NotFound { what: "该记事" })?;
                if !dutylog::is_by_hand(&line.verb) {
                    return Err(PrivacyRefusal::NotAnEntryByHand.into());
                }
                ("log_entry", line.subject, secret_ids(&line.body))
            }
        };
        let ids: Vec<SecretId> = ids
            .into_iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let texts = erase_secrets(act, community, &ids).await?;
        if texts == 0 && !card_emptied {
            return Err(PrivacyRefusal::NothingToErase.into());
        }
        act.forget_old_answers().await?;
        let reason = act.keep_secret(&self.reason).await?;
        // Not about the subject itself: a second erasure must not take the reason of the first.
        let entry = Entry::new("privacy.personal_text_erased")
            .subject("erasure", act.new_id::<ErasureId>().subject())
            .body(&json!({ "erased": ids, "texts": texts, "kind": kind, "subject_id": subject }))
            .secret("reason", &reason);
        let seq = act.record(entry).await?.0;
        Ok(Erasure { seq, texts })
    }
}

impl ErasePersonalText {
    async fn forget_complaint(
        &self,
        act: &mut Act,
        complaint: staffcomplaint::ComplaintKey,
    ) -> Result<Vec<SecretId>, AppError> {
        let open = (!complaint.closed).then_some(complaint.number.as_str());
        may_erase(&self.reason, open)?;
        staffcomplaint::forget_complaint(act, complaint.id).await?;
        secrets_of(act, "staff_complaint", complaint.id.subject()).await
    }

    /// Empties contacts, their orders and what handovers show of both; gives the secrets of all.
    async fn forget(
        &self,
        act: &mut Act,
        contacts: &[ContactId],
        orders: Vec<workorder::OrderKey>,
    ) -> Result<Vec<SecretId>, AppError> {
        let unfinished = orders.iter().find(|order| !order.archived);
        may_erase(&self.reason, unfinished.map(|order| order.number.as_str()))?;
        let mut ids = Vec::new();
        let mut subjects: BTreeSet<SubjectId> = BTreeSet::new();
        for contact in contacts {
            desk::forget_contact(act, *contact).await?;
            subjects.insert(contact.subject());
            ids.extend(secrets_of(act, "contact", contact.subject()).await?);
        }
        for order in orders {
            workorder::forget_order(act, order.id).await?;
            subjects.insert(order.id.subject());
            ids.extend(secrets_of(act, "work_order", order.id.subject()).await?);
        }
        ids.extend(handover::forget_matters(act, &subjects).await?);
        Ok(ids)
    }
}

/// The contacts that name a resident, with those that they correct: who called was often only
/// found out by the correction.
async fn contacts_of_resident(act: &mut Act, id: ResidentId) -> Result<Vec<ContactId>, AppError> {
    let mut contacts = BTreeSet::new();
    for contact in desk::contacts_of_resident(act, id).await? {
        contacts.extend(desk::corrections_of(act, contact).await?);
    }
    Ok(contacts.into_iter().collect())
}

async fn secrets_of(
    act: &mut Act,
    kind: &str,
    subject: SubjectId,
) -> Result<Vec<SecretId>, AppError> {
    let community = act.community();
    Ok(secret_ids_of_subject(act, community, kind, subject).await?)
}
