//! Registering an order at once (R01.3).

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{ContactId, Instant, PersonId, ResidentId, RoomId};
use zhishou_platform::{Act, AppError, FieldError, Target};
use zhishou_rules::access::{Role, Verb};
use zhishou_rules::people::phone_digits;
use zhishou_rules::regulation::ServiceUrgency;
use zhishou_rules::workorder::{
    ComplaintSeverity, Matter, MatterInput, NewOrder, WorkOrder, dispatch, number_of, register,
    series_of,
};

use crate::action::Action;
use crate::desk;
use crate::people;
use crate::workorder::context::Context;
use crate::workorder::deadlines::{keep_deadlines, next_due};
use crate::workorder::step::{OrderReceipt, employed, entry, ring, with_text};
use crate::workorder::store::{self, OrderRow};

/// A new order as it is taken down.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RegisterWorkOrder {
    /// Kind, and how grave a complaint is.
    #[serde(flatten)]
    pub matter: MatterInput,
    /// How pressing; ordinary unless said.
    #[serde(default = "ordinary")]
    pub urgency: ServiceUrgency,
    /// The entry of the contact log it comes from.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    /// The home.
    #[serde(default)]
    pub room_id: Option<RoomId>,
    /// The resident.
    #[serde(default)]
    pub resident_id: Option<ResidentId>,
    /// Who called, when no resident is named.
    #[serde(default)]
    pub caller_name: String,
    /// The caller's number; any way of writing it.
    #[serde(default)]
    pub caller_phone: String,
    /// The exact place.
    #[serde(default)]
    pub place: String,
    /// What it is about.
    #[serde(default)]
    pub content: String,
    /// The department that a complaint is about.
    #[serde(default)]
    pub department: String,
    /// An agreed visit (R16.3).
    #[serde(default)]
    pub appointment_at: Option<Instant>,
    /// Whom it is given to at once.
    #[serde(default)]
    pub assignee_id: Option<PersonId>,
}

fn ordinary() -> ServiceUrgency {
    ServiceUrgency::Normal
}

impl Action for RegisterWorkOrder {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.register";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        register_work_order(act, self).await
    }
}

/// Registers an order inside an act: number, row, ledger entry, deadlines, and who is told.
///
/// # Errors
/// What was typed is wrong, or names a room, resident or person that is not there.
pub async fn register_work_order(
    act: &mut Act,
    new: &RegisterWorkOrder,
) -> Result<OrderReceipt, AppError> {
    let context = Context::of(act).await?;
    let new = &said_before(act, new).await?;
    let order = decide(new, &context)?;
    let mut row = row_of(act, new, order, &context).await?;
    if let Some(contact) = new.contact_id {
        desk::link_work_order(act, contact, row.id).await?;
    }
    if let Some(assignee) = new.assignee_id {
        employed(act, &context, assignee, "/assignee_id").await?;
        row.order = dispatch(&row.order, assignee, context.by)?;
    }
    row.due = next_due(&row.order);
    let community = act.community();
    store::add(act, community, &row).await?;
    record(act, new, &row).await?;
    keep_deadlines(act, None, &row, &context.desk).await?;
    tell(act, new, &row).await?;
    Ok(OrderReceipt::of(&row))
}

/// What the contact log holds already need not be typed again.
async fn said_before(
    act: &mut Act,
    new: &RegisterWorkOrder,
) -> Result<RegisterWorkOrder, AppError> {
    let mut whole = new.clone();
    let Some(id) = new.contact_id else {
        return Ok(whole);
    };
    let community = act.community();
    let contact = desk::contact(act, community, id).await?;
    whole.room_id = whole.room_id.or(contact.room);
    // A home that is not on file stays as it was said.
    let said_place = match whole.room_id {
        Some(_) => String::new(),
        None => contact.room_text,
    };
    whole.resident_id = whole.resident_id.or(contact.resident);
    for (typed, said) in [
        (&mut whole.caller_name, contact.caller_name),
        (&mut whole.caller_phone, contact.caller_phone),
        (&mut whole.content, contact.content),
        (&mut whole.place, said_place),
    ] {
        if typed.trim().is_empty() {
            *typed = said;
        }
    }
    Ok(whole)
}

fn decide(new: &RegisterWorkOrder, context: &Context) -> Result<WorkOrder, AppError> {
    let terms = context.desk.terms(new.matter.kind, new.urgency);
    let typed = NewOrder {
        matter: new.matter,
        urgency: new.urgency,
        has_room: new.room_id.is_some() || new.resident_id.is_some(),
        place: &new.place,
        content: &new.content,
        caller_name: &new.caller_name,
        caller_phone: &new.caller_phone,
        appointment_at: new.appointment_at,
    };
    register(&typed, terms, context.by).map_err(|faults| {
        let fields = faults.into_iter();
        AppError::Invalid(
            fields
                .map(|fault| FieldError::new(fault.pointer, fault.detail))
                .collect(),
        )
    })
}

async fn row_of(
    act: &mut Act,
    new: &RegisterWorkOrder,
    order: WorkOrder,
    context: &Context,
) -> Result<OrderRow, AppError> {
    let community = act.community();
    let mut room = new.room_id;
    let mut caller = (
        new.caller_name.trim().to_owned(),
        phone_digits(&new.caller_phone),
    );
    if let Some(id) = new.resident_id {
        let resident = people::resident(act, community, id).await?;
        room = room.or(Some(resident.room));
        if caller.0.is_empty() {
            caller.0 = resident.name;
        }
        if caller.1.is_empty() {
            caller.1 = resident.phone.unwrap_or_default();
        }
    }
    let room = match room {
        Some(id) => Some(people::room(act, community, id).await?),
        None => None,
    };
    let (kind, at) = (new.matter.kind, context.by.at);
    let date = context.desk.offset.date_of(at);
    let count = act.next_number(&series_of(kind, date)).await?;
    Ok(OrderRow {
        id: act.new_id(),
        number: number_of(kind, date, count),
        order,
        contact: new.contact_id,
        post: context.desk.post,
        room: room.as_ref().map(|room| room.id),
        room_code: room.map(|room| room.code),
        resident: new.resident_id,
        place: new.place.trim().to_owned(),
        content: new.content.trim().to_owned(),
        department: new.department.trim().to_owned(),
        caller_name: caller.0,
        caller_phone: caller.1,
        result: String::new(),
        material: String::new(),
        fee_cents: None,
        registered_by: context.by.person,
        registered_at: at,
        deferral_explanation: String::new(),
        due: None,
        updated_at: act.now(),
        version: 1,
    })
}

async fn record(act: &mut Act, new: &RegisterWorkOrder, row: &OrderRow) -> Result<(), AppError> {
    let mut written = entry("workorder.registered", row).body(&json!({
        "urgency": row.order.urgency,
        "contact_id": row.contact,
        "room_id": row.room,
        "resident_id": row.resident,
        "appointment_at": row.order.appointment_at,
        "department": row.department,
        "to": new.assignee_id,
        "night": row.order.night_at.is_some(),
    }));
    for (name, text) in [
        ("content", &row.content),
        ("place", &row.place),
        ("caller_name", &row.caller_name),
        ("caller_phone", &row.caller_phone),
    ] {
        written = with_text(act, written, name, text).await?;
    }
    act.record(written).await?;
    Ok(())
}

/// Who hears of a new order at once: the one it is given to, else the desk when it
/// is pressing; the supervisor, and for a serious complaint the manager too.
async fn tell(act: &mut Act, new: &RegisterWorkOrder, row: &OrderRow) -> Result<(), AppError> {
    match (new.assignee_id, row.post) {
        (Some(person), _) => {
            ring(act, row, "order_dispatched", Target::Person(person), None).await?;
        }
        (None, Some(post)) if row.order.urgency > ServiceUrgency::Normal => {
            ring(act, row, "urgent_order", Target::Post(post), None).await?;
        }
        _ => {}
    }
    if let Matter::Complaint { severity, .. } = row.order.matter {
        let mut roles = vec![Role::ServiceSupervisor];
        if severity == ComplaintSeverity::Serious {
            roles.push(Role::Manager);
        }
        for role in roles {
            let role = Target::Role(role.as_str().to_owned());
            ring(act, row, "complaint_registered", role, None).await?;
        }
    }
    Ok(())
}
