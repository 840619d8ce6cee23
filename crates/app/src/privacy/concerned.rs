//! What speaks of a person: contacts, and the orders and external cases that came from them.

use std::collections::{BTreeMap, BTreeSet};

use zhishou_base::{ContactId, ExternalCaseId, ResidentId, SecretId, SubjectId, WorkOrderId};
use zhishou_platform::ledger::secret_ids_of_subject;
use zhishou_platform::{Act, AppError, BlobKey};
use zhishou_rules::privacy::{PrivacyRefusal, may_erase};

use crate::externalcase::CaseKey;
use crate::workorder::OrderKey;
use crate::{desk, externalcase, handover, workorder};

/// Everything that one erasure empties.
#[derive(Debug, Default)]
pub struct Concerned {
    contacts: Vec<ContactId>,
    orders: BTreeMap<WorkOrderId, OrderKey>,
    cases: BTreeMap<ExternalCaseId, CaseKey>,
}

impl Concerned {
    /// What speaks of a resident. Who called was often only found out by a correction, so the
    /// contacts that are corrected belong to it.
    pub async fn of_resident(act: &mut Act, id: ResidentId) -> Result<Self, AppError> {
        let mut contacts = BTreeSet::new();
        for contact in desk::contacts_of_resident(act, id).await? {
            contacts.extend(desk::corrections_of(act, contact).await?);
        }
        let orders = workorder::orders_of_resident(act, id).await?;
        let cases = externalcase::cases_of_resident(act, id).await?;
        Self::gather(act, contacts.into_iter().collect(), orders, cases).await
    }

    /// What came from a contact.
    pub async fn of_contact(act: &mut Act, id: ContactId) -> Result<Self, AppError> {
        let contacts = desk::corrections_of(act, id).await?;
        Self::gather(act, contacts, Vec::new(), Vec::new()).await
    }

    /// One external case, with the order that was opened for it.
    pub async fn of_case(act: &mut Act, id: ExternalCaseId) -> Result<Self, AppError> {
        let case = externalcase::case_key(act, id).await?;
        Self::gather(act, Vec::new(), Vec::new(), vec![case]).await
    }

    async fn gather(
        act: &mut Act,
        contacts: Vec<ContactId>,
        mut orders: Vec<OrderKey>,
        mut cases: Vec<CaseKey>,
    ) -> Result<Self, AppError> {
        orders.extend(workorder::orders_of_contacts(act, &contacts).await?);
        cases.extend(externalcase::cases_of_contacts(act, &contacts).await?);
        let ids = orders.iter().map(|order| order.id).collect::<Vec<_>>();
        cases.extend(externalcase::cases_opening_orders(act, ids).await?);
        for order in cases.iter().filter_map(|case| case.opened_order) {
            orders.push(workorder::order_key(act, order).await?);
        }
        Ok(Self {
            contacts,
            orders: orders.into_iter().map(|order| (order.id, order)).collect(),
            cases: cases.into_iter().map(|case| (case.id, case)).collect(),
        })
    }

    /// Empties all of it, and what handovers show of it; gives the secrets beside the ledger.
    ///
    /// # Errors
    /// The reason is missing, or an order or a case is under way and still needs the data.
    pub async fn forget(self, act: &mut Act, reason: &str) -> Result<Vec<SecretId>, AppError> {
        let unfinished = self.orders.values().find(|order| !order.archived);
        may_erase(reason, unfinished.map(|order| order.number.as_str()))?;
        if let Some(open) = self.cases.values().find(|case| !case.closed) {
            let number = open.number.clone();
            return Err(PrivacyRefusal::CaseNotClosed { number }.into());
        }
        let mut ids = Vec::new();
        let mut subjects: BTreeSet<SubjectId> = BTreeSet::new();
        let mut photos: Vec<BlobKey> = Vec::new();
        for contact in &self.contacts {
            photos.extend(desk::forget_contact(act, *contact).await?);
            subjects.insert(contact.subject());
            ids.extend(secrets_of(act, "contact", contact.subject()).await?);
        }
        for id in self.orders.into_keys() {
            photos.extend(workorder::forget_order(act, id).await?);
            subjects.insert(id.subject());
            ids.extend(secrets_of(act, "work_order", id.subject()).await?);
        }
        for id in self.cases.into_keys() {
            photos.extend(externalcase::forget_case(act, id).await?);
            ids.extend(secrets_of(act, externalcase::SUBJECT, id.subject()).await?);
        }
        remove_unshown(act, photos).await?;
        ids.extend(handover::forget_matters(act, &subjects).await?);
        Ok(ids)
    }
}

/// Removes the bytes of photos. What another contact, order or case shows too stays.
async fn remove_unshown(act: &mut Act, photos: Vec<BlobKey>) -> Result<(), AppError> {
    let community = act.community();
    let blobs = act.platform().blobs();
    for key in photos {
        let shown = desk::shows_photo(act, community, key).await?
            || workorder::shows_photo(act, community, key).await?
            || externalcase::shows_photo(act, community, key).await?;
        if !shown {
            blobs.remove(act, community, key).await?;
        }
    }
    Ok(())
}

/// The secrets of a subject beside the ledger.
///
/// # Errors
/// The database failed.
pub async fn secrets_of(
    act: &mut Act,
    kind: &str,
    subject: SubjectId,
) -> Result<Vec<SecretId>, AppError> {
    let community = act.community();
    Ok(secret_ids_of_subject(act, community, kind, subject).await?)
}
