//! Complaints about staff as stored.

use zhishou_base::{CommunityId, Instant, PersonId, ResidentId, StaffComplaintId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::access::Role;
use zhishou_rules::desk::ContactChannel;
use zhishou_rules::privacy::ERASED;
use zhishou_rules::staffcomplaint::State;

/// A complaint.
#[derive(Debug, Clone)]
pub struct StaffComplaint {
    /// Which one.
    pub id: StaffComplaintId,
    /// Human number, such as TY20261124-001.
    pub number: String,
    /// Whom it is about, when known.
    pub about: Option<PersonId>,
    /// The roles that handle it.
    pub handlers: Vec<Role>,
    /// How it reached us.
    pub channel: ContactChannel,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was entered.
    pub recorded_at: Instant,
    /// Who wrote it down.
    pub taken_by: Option<PersonId>,
    /// The resident who complains, when known.
    pub resident: Option<ResidentId>,
    /// The home as it was said.
    pub room_text: String,
    /// Name as the caller gave it.
    pub caller_name: String,
    /// Digits of the phone number.
    pub caller_phone: String,
    /// What was said.
    pub content: String,
    /// Where it stands.
    pub state: State,
    /// What the caller was told.
    pub reply: String,
    /// How it ended.
    pub outcome: String,
}

impl Record for StaffComplaint {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            about: row.get("about_id")?,
            handlers: row.json("handler_roles")?,
            channel: row.parse("channel")?,
            happened_at: row.get("happened_at")?,
            recorded_at: row.get("recorded_at")?,
            taken_by: row.get("taken_by")?,
            resident: row.get("resident_id")?,
            room_text: row.get("room_text")?,
            caller_name: row.get("caller_name")?,
            caller_phone: row.get("caller_phone")?,
            content: row.get("content")?,
            state: row.json("state_json")?,
            reply: row.get("reply")?,
            outcome: row.get("outcome")?,
        })
    }
}

/// Stores a new complaint.
pub async fn add(
    conn: &mut Conn,
    community: CommunityId,
    c: &StaffComplaint,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO staff_complaint (community_id, id, number, about_id, handler_roles, channel, \
         happened_at, recorded_at, taken_by, resident_id, room_text, caller_name, caller_phone, content, \
         state_json, reply, outcome) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', '')",
    )
    .bind(community)
    .bind(c.id)
    .bind(&c.number)
    .bind(c.about)
    .bind(json_text(&c.handlers)?)
    .bind(c.channel.as_str())
    .bind(c.happened_at)
    .bind(c.recorded_at)
    .bind(c.taken_by)
    .bind(c.resident)
    .bind(&c.room_text)
    .bind(&c.caller_name)
    .bind(&c.caller_phone)
    .bind(&c.content)
    .bind(json_text(&c.state)?)
    .run(conn)
    .await?;
    Ok(())
}

/// Stores where a complaint stands, with what was said.
pub async fn save(
    conn: &mut Conn,
    community: CommunityId,
    c: &StaffComplaint,
) -> Result<(), AppError> {
    sql(
        "UPDATE staff_complaint SET state_json = $1, reply = $2, outcome = $3 \
         WHERE community_id = $4 AND id = $5",
    )
    .bind(json_text(&c.state)?)
    .bind(&c.reply)
    .bind(&c.outcome)
    .bind(community)
    .bind(c.id)
    .run(conn)
    .await?;
    Ok(())
}

/// One complaint.
pub async fn complaint(
    conn: &mut Conn,
    community: CommunityId,
    id: StaffComplaintId,
) -> Result<StaffComplaint, AppError> {
    sql("SELECT * FROM staff_complaint WHERE community_id = $1 AND id = $2")
        .bind(community)
        .bind(id)
        .optional(conn)
        .await?
        .ok_or(AppError::NotFound { what: "该投诉" })
}

/// The complaints of a community, newest first. There are a few in a month.
pub async fn complaints(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<StaffComplaint>, AppError> {
    Ok(sql("SELECT * FROM staff_complaint WHERE community_id = $1 \
         ORDER BY happened_at DESC, id DESC LIMIT 500")
    .bind(community)
    .all(conn)
    .await?)
}

/// The complaints of a resident.
pub async fn complaints_of_resident(
    conn: &mut Conn,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Vec<StaffComplaint>, AppError> {
    Ok(sql(
        "SELECT * FROM staff_complaint WHERE community_id = $1 AND resident_id = $2 ORDER BY id",
    )
    .bind(community)
    .bind(resident)
    .all(conn)
    .await?)
}

/// Empties a complaint: whom it was about, times and what was found stay.
pub async fn forget(
    conn: &mut Conn,
    community: CommunityId,
    id: StaffComplaintId,
) -> Result<(), AppError> {
    sql(
        "UPDATE staff_complaint SET resident_id = NULL, room_text = '', caller_name = '', \
         caller_phone = '', content = $1, reply = '', outcome = '' \
         WHERE community_id = $2 AND id = $3",
    )
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .run(conn)
    .await?;
    Ok(())
}

fn json_text(value: &impl serde::Serialize) -> Result<String, AppError> {
    serde_json::to_string(value).map_err(AppError::internal)
}
