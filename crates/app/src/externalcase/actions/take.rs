//! Taking a case from the desk.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{ContactId, ExternalCaseId, Instant, ResidentId, RoomId, WorkOrderId};
use zhishou_platform::{Act, AppError, FieldError};
use zhishou_rules::access::Verb;
use zhishou_rules::externalcase::{CaseSource, ExternalCase, NewCase, number_of, series_of, take};
use zhishou_rules::people::{phone_digits, room_key};

use super::order::{Wanted, join};
use crate::action::Action;
use crate::desk::{self, Contact};
use crate::externalcase::deadline::keep_deadline;
use crate::externalcase::step::{CaseReceipt, acting, entry};
use crate::externalcase::store::{self, CaseRow};
use crate::people;
use crate::workorder::{RegisterWorkOrder, with_text};

/// A case as the source sent it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TakeExternalCase {
    /// Who sent it.
    pub source: CaseSource,
    /// The source by name; asked for when it is another one than the list names.
    #[serde(default)]
    pub source_name: String,
    /// The source's own number; asked for by 12345.
    #[serde(default)]
    pub external_number: String,
    /// When it came; now unless said.
    #[serde(default)]
    pub received_at: Option<Instant>,
    /// Until when the source wants the reply.
    pub due_at: Instant,
    /// What it is about.
    pub content: String,
    /// The caller as the source gives them; taken from the contact where it is not said.
    #[serde(default)]
    pub caller_name: String,
    /// Their number.
    #[serde(default)]
    pub caller_phone: String,
    /// The home, however it is written; need not be known.
    #[serde(default)]
    pub room: String,
    /// The resident, when the card was chosen.
    #[serde(default)]
    pub resident_id: Option<ResidentId>,
    /// The entry of the contact log that it belongs to.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    /// The order in which the work is done already.
    #[serde(default)]
    pub work_order_id: Option<WorkOrderId>,
    /// The order that is opened for it; what the case says already need not be typed again.
    #[serde(default)]
    pub work_order: Option<RegisterWorkOrder>,
}

impl Action for TakeExternalCase {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.take";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let community = act.community();
        let contact = match self.contact_id {
            Some(id) => Some(desk::contact(act, community, id).await?),
            None => None,
        };
        let told = self.told_before(contact.as_ref());
        let case = told.decide(act)?;
        told.not_taken_before(act).await?;
        let mut row = told.row_of(act, case, contact.as_ref()).await?;
        let wanted = Wanted::one_of(told.work_order_id, told.work_order.as_ref())?;
        let followed = contact.as_ref().and_then(|contact| contact.work_order);
        let wanted = wanted.or(followed.map(Wanted::Known));
        let still_open = contact.filter(|contact| !contact.state().settled);
        if let Some(wanted) = wanted {
            join(act, &mut row, wanted, still_open.as_ref()).await?;
        }
        store::add(act, community, &row).await?;
        told.record(act, &row).await?;
        keep_deadline(act, None, &row).await?;
        // An order that was opened has taken the contact over; otherwise the case follows it.
        if let Some(contact) = still_open.filter(|_| !row.opened_work_order) {
            let outcome = format!("按外部转办 {} 办理", row.number);
            desk::settle_contact(act, contact.id, &outcome).await?;
        }
        Ok(CaseReceipt::of(&row))
    }
}

impl TakeExternalCase {
    /// What the contact log holds already need not be typed again.
    fn told_before(&self, contact: Option<&Contact>) -> Self {
        let mut whole = self.clone();
        let Some(contact) = contact else {
            return whole;
        };
        whole.resident_id = whole.resident_id.or(contact.resident);
        for (typed, said) in [
            (&mut whole.caller_name, &contact.caller_name),
            (&mut whole.caller_phone, &contact.caller_phone),
            (&mut whole.content, &contact.content),
            (&mut whole.room, &contact.room_text),
        ] {
            if typed.trim().is_empty() {
                typed.clone_from(said);
            }
        }
        whole
    }

    fn decide(&self, act: &Act) -> Result<ExternalCase, AppError> {
        let now = act.now();
        let new = NewCase {
            source: self.source,
            source_name: &self.source_name,
            external_number: &self.external_number,
            content: &self.content,
            caller_name: &self.caller_name,
            caller_phone: &self.caller_phone,
            room: &self.room,
            received_at: self.received_at.unwrap_or(now),
            due_at: self.due_at,
        };
        take(&new, now).map_err(|faults| {
            let fields = faults.into_iter();
            AppError::Invalid(
                fields
                    .map(|fault| FieldError::new(fault.pointer, fault.detail))
                    .collect(),
            )
        })
    }

    /// The same case sent twice has two deadlines and one of them is missed.
    async fn not_taken_before(&self, act: &mut Act) -> Result<(), AppError> {
        let number = self.external_number.trim();
        if number.is_empty() {
            return Ok(());
        }
        let community = act.community();
        let source = (self.source, self.source_name.trim());
        match store::numbered(act, community, source, number).await? {
            Some(known) => Err(AppError::invalid(
                "/external_number",
                format!("此编号已登记为 {known}，无需重复登记；来源退回的，请在该件中登记退回"),
            )),
            None => Ok(()),
        }
    }

    async fn row_of(
        &self,
        act: &mut Act,
        case: ExternalCase,
        contact: Option<&Contact>,
    ) -> Result<CaseRow, AppError> {
        let by = acting(act)?;
        let community = act.community();
        let resident = match self.resident_id {
            Some(id) => Some(people::resident(act, community, id).await?),
            None => None,
        };
        let room_text = self.room.trim().to_owned();
        let room = if room_text.is_empty() {
            resident.as_ref().map(|resident| resident.room)
        } else {
            let code = room_key(&room_text);
            let found = people::room_by_code(act, community, &code).await?;
            found.map(|room| room.id)
        };
        let date = people::community(act, community)
            .await?
            .offset
            .date_of(by.at);
        let count = act.next_number(&series_of(date)).await?;
        Ok(CaseRow {
            id: act.new_id::<ExternalCaseId>(),
            number: number_of(date, count),
            source: self.source,
            source_name: self.source_name.trim().to_owned(),
            external_number: self.external_number.trim().to_owned(),
            received_at: case.clock_from,
            case,
            content: self.content.trim().to_owned(),
            caller_name: self.caller_name.trim().to_owned(),
            caller_phone: phone_digits(&self.caller_phone),
            room_text,
            room_code: code_of(act, room).await?,
            room,
            resident: self.resident_id,
            contact: contact.map(|contact| contact.id),
            contact_number: contact.map(|contact| contact.number.clone()),
            work_order: None,
            work_order_number: None,
            opened_work_order: false,
            reply: String::new(),
            no_proof_reason: String::new(),
            post: people::desk(act, community).await?.map(|desk| desk.id),
            taken_by: by.person,
            taken_at: by.at,
            updated_at: act.now(),
            version: 1,
        })
    }

    async fn record(&self, act: &mut Act, row: &CaseRow) -> Result<(), AppError> {
        let mut written = entry("externalcase.taken", row).body(&json!({
            "source_name": row.source_name,
            "external_number": row.external_number,
            "received_at": row.received_at,
            "due_at": row.case.due_at,
            "room_id": row.room,
            "resident_id": row.resident,
            "contact_id": row.contact,
            "work_order_id": row.work_order,
            "order_number": row.work_order_number,
        }));
        for (name, text) in [
            ("content", &row.content),
            ("room", &row.room_text),
            ("caller_name", &row.caller_name),
            ("caller_phone", &row.caller_phone),
        ] {
            written = with_text(act, written, name, text).await?;
        }
        act.record(written).await?;
        Ok(())
    }
}

async fn code_of(act: &mut Act, room: Option<RoomId>) -> Result<Option<String>, AppError> {
    let community = act.community();
    Ok(match room {
        Some(id) => Some(people::room(act, community, id).await?.code),
        None => None,
    })
}
