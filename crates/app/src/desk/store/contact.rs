//! One entry of the contact log as stored.

use zhishou_base::{
    CommunityId, ContactId, Instant, PersonId, PostId, ResidentId, RoomId, WorkOrderId,
};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::desk::{ContactChannel, ContactInput, ContactKind, ContactState};

/// A contact as stored.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Which one.
    pub id: ContactId,
    /// Human number, such as JD20261124-003; corrections keep it.
    pub number: String,
    /// What it is about.
    pub kind: ContactKind,
    /// How it reached the desk.
    pub channel: ContactChannel,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was entered.
    pub recorded_at: Instant,
    /// The post that took it.
    pub post: Option<PostId>,
    /// Who took it.
    pub taken_by: Option<PersonId>,
    /// The home, when it is known.
    pub room: Option<RoomId>,
    /// The resident, when known.
    pub resident: Option<ResidentId>,
    /// The home as it was said.
    pub room_text: String,
    /// Name as the caller gave it.
    pub caller_name: String,
    /// Digits of the phone number.
    pub caller_phone: String,
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
    /// Who settled it.
    pub settled_by: Option<PersonId>,
    /// How it was settled.
    pub outcome: String,
    /// The work order that took it over.
    pub work_order: Option<WorkOrderId>,
    /// The entry it corrects.
    pub corrects: Option<ContactId>,
    /// The entry that corrects it.
    pub corrected_by: Option<ContactId>,
}

impl Contact {
    /// Where it stands.
    pub fn state(&self) -> ContactState {
        ContactState {
            corrected: self.corrected_by.is_some(),
            settled: self.settled_at.is_some() || self.work_order.is_some(),
        }
    }

    /// A new contact from what was typed.
    pub fn from_input(
        id: ContactId,
        number: String,
        input: &ContactInput,
        (happened_at, recorded_at): (Instant, Instant),
    ) -> Self {
        Self {
            id,
            number,
            kind: input.kind,
            channel: input.channel,
            happened_at,
            recorded_at,
            post: None,
            taken_by: None,
            room: None,
            resident: None,
            room_text: input.room.trim().to_owned(),
            caller_name: input.caller_name.trim().to_owned(),
            caller_phone: zhishou_rules::people::phone_digits(&input.caller_phone),
            content: input.content.trim().to_owned(),
            handling: input.handling.trim().to_owned(),
            told: input.told.trim().to_owned(),
            plate: zhishou_rules::people::plate_key(&input.plate),
            answered_after_seconds: input.answered_after_seconds,
            settled_at: input.settled.then_some(recorded_at),
            settled_by: None,
            outcome: if input.settled {
                input.handling.trim().to_owned()
            } else {
                String::new()
            },
            work_order: None,
            corrects: None,
            corrected_by: None,
        }
    }
}

impl From<&Contact> for ContactInput {
    fn from(contact: &Contact) -> Self {
        Self {
            kind: contact.kind,
            channel: contact.channel,
            room: contact.room_text.clone(),
            caller_name: contact.caller_name.clone(),
            caller_phone: contact.caller_phone.clone(),
            content: contact.content.clone(),
            handling: contact.handling.clone(),
            told: contact.told.clone(),
            plate: contact.plate.clone(),
            answered_after_seconds: contact.answered_after_seconds,
            settled: contact.settled_at.is_some(),
        }
    }
}

impl Record for Contact {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            kind: row.parse("kind")?,
            channel: row.parse("channel")?,
            happened_at: row.get("happened_at")?,
            recorded_at: row.get("recorded_at")?,
            post: row.get("post_id")?,
            taken_by: row.get("taken_by")?,
            room: row.get("room_id")?,
            resident: row.get("resident_id")?,
            room_text: row.get("room_text")?,
            caller_name: row.get("caller_name")?,
            caller_phone: row.get("caller_phone")?,
            content: row.get("content")?,
            handling: row.get("handling")?,
            told: row.get("told")?,
            plate: row.get("plate")?,
            answered_after_seconds: row.get("answered_after_seconds")?,
            settled_at: row.get("settled_at")?,
            settled_by: row.get("settled_by")?,
            outcome: row.get("outcome")?,
            work_order: row.get("work_order_id")?,
            corrects: row.get("corrects_id")?,
            corrected_by: row.get("corrected_by_id")?,
        })
    }
}

/// Stores a new contact.
pub async fn add(conn: &mut Conn, community: CommunityId, c: &Contact) -> Result<(), AppError> {
    sql(
        "INSERT INTO contact (community_id, id, number, kind, channel, happened_at, recorded_at, \
         post_id, taken_by, room_id, resident_id, room_text, caller_name, caller_phone, content, \
         handling, told, plate, answered_after_seconds, settled_at, settled_by, outcome, \
         work_order_id, corrects_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
         $18, $19, $20, $21, $22, $23, $24)",
    )
    .bind(community)
    .bind(c.id)
    .bind(&c.number)
    .bind(c.kind.as_str())
    .bind(c.channel.as_str())
    .bind(c.happened_at)
    .bind(c.recorded_at)
    .bind(c.post)
    .bind(c.taken_by)
    .bind(c.room)
    .bind(c.resident)
    .bind(&c.room_text)
    .bind(&c.caller_name)
    .bind(&c.caller_phone)
    .bind(&c.content)
    .bind(&c.handling)
    .bind(&c.told)
    .bind(&c.plate)
    .bind(c.answered_after_seconds)
    .bind(c.settled_at)
    .bind(c.settled_by)
    .bind(&c.outcome)
    .bind(c.work_order)
    .bind(c.corrects)
    .run(conn)
    .await?;
    Ok(())
}

/// One contact.
pub async fn contact(
    conn: &mut Conn,
    community: CommunityId,
    id: ContactId,
) -> Result<Contact, AppError> {
    sql("SELECT * FROM contact WHERE community_id = $1 AND id = $2")
        .bind(community)
        .bind(id)
        .optional(conn)
        .await?
        .ok_or(AppError::NotFound { what: "该登记" })
}

/// Lets the old entry point to the new one.
pub async fn set_corrected(
    conn: &mut Conn,
    community: CommunityId,
    old: ContactId,
    new: ContactId,
) -> Result<(), AppError> {
    sql("UPDATE contact SET corrected_by_id = $1 WHERE community_id = $2 AND id = $3")
        .bind(new)
        .bind(community)
        .bind(old)
        .run(conn)
        .await?;
    Ok(())
}

/// Settles a contact.
pub async fn set_settled(
    conn: &mut Conn,
    community: CommunityId,
    id: ContactId,
    (at, by): (Instant, Option<PersonId>),
    outcome: &str,
) -> Result<(), AppError> {
    sql(
        "UPDATE contact SET settled_at = $1, settled_by = $2, outcome = $3 \
         WHERE community_id = $4 AND id = $5",
    )
    .bind(at)
    .bind(by)
    .bind(outcome)
    .bind(community)
    .bind(id)
    .run(conn)
    .await?;
    Ok(())
}

/// Lets a work order take a contact over.
pub async fn set_work_order(
    conn: &mut Conn,
    community: CommunityId,
    id: ContactId,
    order: WorkOrderId,
) -> Result<(), AppError> {
    sql("UPDATE contact SET work_order_id = $1 WHERE community_id = $2 AND id = $3")
        .bind(order)
        .bind(community)
        .bind(id)
        .run(conn)
        .await?;
    Ok(())
}
