//! One row of `external_case`.

use zhishou_base::{
    CommunityId, ContactId, ExternalCaseId, Instant, PersonId, PostId, ResidentId, RoomId,
    WorkOrderId,
};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Statement, sql};
use zhishou_rules::externalcase::{CaseSource, ExternalCase};

/// A case as stored.
#[derive(Debug, Clone)]
pub struct CaseRow {
    /// Which one.
    pub id: ExternalCaseId,
    /// The number people say here.
    pub number: String,
    /// Who sent it.
    pub source: CaseSource,
    /// The source by name.
    pub source_name: String,
    /// The source's own number.
    pub external_number: String,
    /// What the rules see.
    pub case: ExternalCase,
    /// When it first came.
    pub received_at: Instant,
    /// What it is about.
    pub content: String,
    /// The caller as the source gives them.
    pub caller_name: String,
    /// Digits of their number.
    pub caller_phone: String,
    /// The home as the source writes it.
    pub room_text: String,
    /// The home, when it is known.
    pub room: Option<RoomId>,
    /// How the desk writes the home.
    pub room_code: Option<String>,
    /// The resident, when known.
    pub resident: Option<ResidentId>,
    /// The entry of the contact log that it belongs to.
    pub contact: Option<ContactId>,
    /// Its number.
    pub contact_number: Option<String>,
    /// The order in which the work is done.
    pub work_order: Option<WorkOrderId>,
    /// Its number.
    pub work_order_number: Option<String>,
    /// Whether the order was opened for the case, and so repeats what it says.
    pub opened_work_order: bool,
    /// What was replied in this cycle.
    pub reply: String,
    /// Why no photo proves it.
    pub no_proof_reason: String,
    /// The desk that follows it.
    pub post: Option<PostId>,
    /// Who took it.
    pub taken_by: PersonId,
    /// When.
    pub taken_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
    /// For edits by two people.
    pub version: i64,
}

impl Record for CaseRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            source: row.parse("source")?,
            source_name: row.get("source_name")?,
            external_number: row.get("external_number")?,
            case: ExternalCase {
                state: row.json("state_json")?,
                clock_from: row.get("clock_from")?,
                due_at: row.get("due_at")?,
                cycle: row.get("cycle")?,
                extensions: row.get("extensions")?,
                late_extensions: row.get("late_extensions")?,
                last_step_at: row.get("last_step_at")?,
            },
            received_at: row.get("received_at")?,
            content: row.get("content")?,
            caller_name: row.get("caller_name")?,
            caller_phone: row.get("caller_phone")?,
            room_text: row.get("room_text")?,
            room: row.get("room_id")?,
            room_code: row.get("room_code")?,
            resident: row.get("resident_id")?,
            contact: row.get("contact_id")?,
            contact_number: row.get("contact_number")?,
            work_order: row.get("work_order_id")?,
            work_order_number: row.get("work_order_number")?,
            opened_work_order: row.get("opened_work_order")?,
            reply: row.get("reply")?,
            no_proof_reason: row.get("no_proof_reason")?,
            post: row.get("post_id")?,
            taken_by: row.get("taken_by")?,
            taken_at: row.get("taken_at")?,
            updated_at: row.get("updated_at")?,
            version: row.get("version")?,
        })
    }
}

/// One case.
pub async fn load(
    conn: &mut Conn,
    community: CommunityId,
    id: ExternalCaseId,
) -> Result<CaseRow, AppError> {
    sql(
        "SELECT c.*, r.code AS room_code, w.number AS work_order_number, \
         k.number AS contact_number FROM external_case c \
         LEFT JOIN room r ON r.community_id = c.community_id AND r.id = c.room_id \
         LEFT JOIN work_order w ON w.community_id = c.community_id AND w.id = c.work_order_id \
         LEFT JOIN contact k ON k.community_id = c.community_id AND k.id = c.contact_id \
         WHERE c.community_id = $1 AND c.id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound {
        what: "该转办件"
    })
}

/// The case that a source knows by its own number.
pub async fn numbered(
    conn: &mut Conn,
    community: CommunityId,
    (source, source_name): (CaseSource, &str),
    external_number: &str,
) -> Result<Option<String>, AppError> {
    let found: Option<(String,)> = sql(
        // Only sources that the list does not name are told apart by their own.
        "SELECT number AS value FROM external_case WHERE community_id = $1 AND source = $2 \
         AND (source <> 'other' OR source_name = $3) AND external_number = $4 \
         ORDER BY number LIMIT 1",
    )
    .bind(community)
    .bind(source.as_str())
    .bind(source_name)
    .bind(external_number)
    .optional(conn)
    .await?;
    Ok(found.map(|(number,)| number))
}

/// Stores a new case.
pub async fn add(conn: &mut Conn, community: CommunityId, row: &CaseRow) -> Result<(), AppError> {
    let statement = sql(
        "INSERT INTO external_case (stage, state_json, clock_from, due_at, cycle, extensions, \
         late_extensions, last_step_at, work_order_id, opened_work_order, reply, \
         no_proof_reason, updated_at, version, community_id, id, number, source, source_name, \
         external_number, received_at, content, caller_name, caller_phone, room_text, room_id, \
         resident_id, contact_id, post_id, taken_by, taken_at) VALUES ($1, $2, $3, $4, $5, $6, \
         $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, \
         $25, $26, $27, $28, $29, $30, $31)",
    );
    bind_changing(statement, row)?
        .bind(community)
        .bind(row.id)
        .bind(&row.number)
        .bind(row.source.as_str())
        .bind(&row.source_name)
        .bind(&row.external_number)
        .bind(row.received_at)
        .bind(&row.content)
        .bind(&row.caller_name)
        .bind(&row.caller_phone)
        .bind(&row.room_text)
        .bind(row.room)
        .bind(row.resident)
        .bind(row.contact)
        .bind(row.post)
        .bind(row.taken_by)
        .bind(row.taken_at)
        .run(conn)
        .await?;
    Ok(())
}

/// Stores what changed of a case.
pub async fn save(conn: &mut Conn, community: CommunityId, row: &CaseRow) -> Result<(), AppError> {
    let statement = sql(
        "UPDATE external_case SET stage = $1, state_json = $2, clock_from = $3, due_at = $4, \
         cycle = $5, extensions = $6, late_extensions = $7, last_step_at = $8, \
         work_order_id = $9, opened_work_order = $10, reply = $11, no_proof_reason = $12, \
         updated_at = $13, version = $14 WHERE community_id = $15 AND id = $16",
    );
    bind_changing(statement, row)?
        .bind(community)
        .bind(row.id)
        .run(conn)
        .await?;
    Ok(())
}

fn bind_changing(statement: Statement, row: &CaseRow) -> Result<Statement, AppError> {
    let case = &row.case;
    let state = serde_json::to_string(&case.state).map_err(AppError::internal)?;
    Ok(statement
        .bind(case.stage().as_str())
        .bind(state)
        .bind(case.clock_from)
        .bind(case.due_at)
        .bind(case.cycle)
        .bind(case.extensions)
        .bind(case.late_extensions)
        .bind(case.last_step_at)
        .bind(row.work_order)
        .bind(row.opened_work_order)
        .bind(&row.reply)
        .bind(&row.no_proof_reason)
        .bind(row.updated_at)
        .bind(row.version))
}
