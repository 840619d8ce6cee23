//! The erasure: salts and texts beside the ledger go, the copies in the tables go, and an entry
//! says so. The chain keeps its digests, so that `ledger verify` tells *erased* from *altered*.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{ErasureId, NoticeId, SecretId, SubjectId};
use zhishou_platform::ledger::{entry_at, erase_secrets, secret_ids};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::privacy::{ErasureSubject, PrivacyRefusal, may_erase};

use super::concerned::{Concerned, secrets_of};
use crate::action::Action;
use crate::{dutylog, notice, people, staffcomplaint};

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
                let concerned = Concerned::of_resident(act, id).await?;
                let mut ids = concerned.forget(act, &self.reason).await?;
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
                let concerned = Concerned::of_contact(act, id).await?;
                let ids = concerned.forget(act, &self.reason).await?;
                ("contact", id.subject(), ids)
            }
            ErasureSubject::StaffComplaint(id) => {
                let complaint = staffcomplaint::complaint_key(act, id).await?;
                let ids = self.forget_complaint(act, complaint).await?;
                ("staff_complaint", id.subject(), ids)
            }
            ErasureSubject::ExternalCase(id) => {
                let concerned = Concerned::of_case(act, id).await?;
                let ids = concerned.forget(act, &self.reason).await?;
                ("external_case", id.subject(), ids)
            }
            ErasureSubject::Notice(id) => {
                let ids = self.forget_notice(act, id).await?;
                ("notice", id.subject(), ids)
            }
            ErasureSubject::LogEntry(seq) => {
                let (subject, ids) = self.log_entry(act, seq).await?;
                ("log_entry", subject, ids)
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
    /// What an entry of the duty log is about, and its secrets.
    async fn log_entry(
        &self,
        act: &mut Act,
        seq: i64,
    ) -> Result<(SubjectId, Vec<SecretId>), AppError> {
        may_erase(&self.reason, None)?;
        let community = act.community();
        let line = entry_at(act, community, seq)
            .await?
            .ok_or(AppError::NotFound { what: "该记事" })?;
        if !dutylog::is_by_hand(&line.verb) {
            return Err(PrivacyRefusal::NotAnEntryByHand.into());
        }
        Ok((line.subject, secret_ids(&line.body)))
    }

    /// Empties a notice that named somebody; gives the secrets of all its versions.
    async fn forget_notice(&self, act: &mut Act, id: NoticeId) -> Result<Vec<SecretId>, AppError> {
        may_erase(&self.reason, None)?;
        notice::forget_notice(act, id).await?;
        secrets_of(act, "notice", id.subject()).await
    }

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
}
