//! Work orders as the screen sees them. The caller's name and number are masked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{
    ContactId, Instant, ObligationId, PersonId, PhotoId, ResidentId, RoomId, WorkOrderId,
};
use zhishou_rules::access::Role;
use zhishou_rules::people::{mask_name, mask_phone};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::{
    DeferralCause, DueRule, Matter, NightMatter, Stage, State, disposition_needed,
};

use super::store::OrderRow;

/// Which part of the way a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Everything that is not archived.
    #[default]
    Open,
    /// Waits to be given to somebody.
    Unassigned,
    /// In somebody's hands.
    InHand,
    /// Done; the customer is to be called.
    CallBack,
    /// Called back; to be put away.
    ToArchive,
    /// Put away.
    Archived,
    /// All of it.
    All,
}

/// A person by name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OrderPerson {
    /// Who.
    pub id: PersonId,
    /// 姓名
    pub name: String,
}

impl OrderPerson {
    /// A person with the name on file.
    pub fn of(id: PersonId, names: &BTreeMap<PersonId, String>) -> Self {
        Self {
            id,
            name: names.get(&id).cloned().unwrap_or_default(),
        }
    }
}

/// One order in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OrderLine {
    /// Which one.
    pub id: WorkOrderId,
    /// The number people say: `BX20261124-003`.
    pub number: String,
    /// What kind.
    pub kind: ServiceKind,
    /// How pressing.
    pub urgency: ServiceUrgency,
    /// Where it stands.
    pub stage: Stage,
    /// How the desk writes the home.
    pub room_code: Option<String>,
    /// The exact place.
    pub place: String,
    /// What it is about.
    pub content: String,
    /// Masked name of the caller.
    pub caller_name_masked: String,
    /// Who has it in hand.
    pub assignee: Option<OrderPerson>,
    /// When it was taken down.
    pub registered_at: Instant,
    /// When the customer expects somebody.
    pub appointment_at: Option<Instant>,
    /// The next deadline; compare with `X-Server-Now`.
    pub due_at: Option<Instant>,
    /// What is due then.
    pub due_rule: Option<DueRule>,
    /// How often it was reopened 返修.
    pub cycle: u32,
    /// Why it must be settled before the morning's handover.
    pub night_matter: Option<NightMatter>,
    /// Send it back with a change.
    pub version: i64,
}

impl OrderLine {
    /// The line of an order.
    pub fn of(row: &OrderRow, names: &BTreeMap<PersonId, String>) -> Self {
        let order = &row.order;
        Self {
            id: row.id,
            number: row.number.clone(),
            kind: order.matter.kind(),
            urgency: order.urgency,
            stage: order.stage(),
            room_code: row.room_code.clone(),
            place: row.place.clone(),
            content: row.content.clone(),
            caller_name_masked: mask_name(&row.caller_name),
            assignee: order.state.assignee().map(|id| OrderPerson::of(id, names)),
            registered_at: row.registered_at,
            appointment_at: order.appointment_at,
            due_at: row.due.map(|(_, at)| at),
            due_rule: row.due.map(|(rule, _)| rule),
            cycle: order.cycle,
            night_matter: disposition_needed(order),
            version: row.version,
        }
    }
}

/// One order in full.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OrderView {
    /// What lists show of it.
    #[serde(flatten)]
    pub line: OrderLine,
    /// The facts of its kind.
    pub matter: Matter,
    /// Where it stands, with what is known there.
    pub state: State,
    /// Who answers for the desk now: they dispatch, call back and archive whatever their role.
    pub desk_holder_id: Option<PersonId>,
    /// The entry of the contact log it came from.
    pub contact_id: Option<ContactId>,
    /// The home.
    pub room_id: Option<RoomId>,
    /// The resident.
    pub resident_id: Option<ResidentId>,
    /// Masked number of the caller.
    pub caller_phone_masked: String,
    /// The department that a complaint is about.
    pub department: String,
    /// What was done.
    pub result: String,
    /// What was used.
    pub material: String,
    /// What the customer paid, in hundredths of a yuan.
    pub fee_cents: Option<i64>,
    /// Who took it down.
    pub registered_by: OrderPerson,
    /// Who did the work, once it is done.
    pub doer: Option<OrderPerson>,
    /// The last time it was put off.
    pub deferral: Option<DeferralView>,
    /// Vain calls in this cycle.
    pub attempts: u32,
    /// A time to propose when it is put off: when work begins next.
    pub suggested_appointment_at: Instant,
    /// What is owed, most pressing first.
    pub deadlines: Vec<DeadlineView>,
    /// Photos, the oldest first.
    pub photos: Vec<PhotoView>,
    /// What happened, the oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Server time of this answer.
    pub now: Instant,
}

/// That an order was put off.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DeferralView {
    /// Why.
    pub cause: DeferralCause,
    /// What the customer was told.
    pub explanation: String,
    /// Who put it off.
    pub by: OrderPerson,
    /// When.
    pub at: Instant,
}

/// One open deadline.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct DeadlineView {
    /// The obligation.
    pub id: ObligationId,
    /// Which rule asks for it, e.g. `workorder.arrive`.
    pub rule_key: String,
    /// Until when.
    pub due_at: Instant,
    /// When it was missed, if it was.
    pub breached_at: Option<Instant>,
    /// Who owes it; absent for the desk.
    pub person: Option<OrderPerson>,
}

/// A photo.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PhotoView {
    /// Which one.
    pub id: PhotoId,
    /// Its type.
    pub media_type: String,
    /// Its size.
    pub size_bytes: i64,
    /// Where the order stood when it was added.
    pub stage: Stage,
    /// Who added it.
    pub added_by: OrderPerson,
    /// When.
    pub added_at: Instant,
}

/// One thing that happened to an order.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TimelineEntry {
    /// Position in the ledger.
    pub seq: i64,
    /// What happened, e.g. `workorder.arrived`.
    pub verb: String,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was entered; later for a late entry 补录.
    pub recorded_at: Instant,
    /// Who did it; absent for the engine.
    pub person: Option<OrderPerson>,
    /// Facts by name, as words; people by their names.
    pub facts: BTreeMap<String, String>,
    /// Texts by name; null when erased.
    pub texts: BTreeMap<String, Option<String>>,
}

/// How many orders stand where, without the archived.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct CountsView {
    /// All that is not archived.
    pub open: i64,
    /// Waits to be given to somebody.
    pub unassigned: i64,
    /// In somebody's hands.
    pub in_hand: i64,
    /// To be called back.
    pub call_back: i64,
    /// To be put away.
    pub to_archive: i64,
    /// Whose next deadline has passed.
    pub overdue: i64,
    /// In one's own hands.
    pub mine: i64,
}

/// Somebody an order may be given to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AssigneeView {
    /// Who.
    pub id: PersonId,
    /// 姓名
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// 技能与证书
    pub skills: Vec<String>,
    /// Whether the person is on duty now.
    pub on_duty: bool,
    /// How many orders the person has in hand.
    pub open_orders: i64,
}

/// The caller's name and number in full.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CallerView {
    /// 姓名
    pub name: String,
    /// Digits of the number.
    pub phone: String,
}

/// The masked number of a caller.
pub fn masked_phone(row: &OrderRow) -> String {
    mask_phone(&row.caller_phone)
}
