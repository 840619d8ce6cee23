//! One row of `work_order`.

use zhishou_base::{
    CommunityId, ContactId, Instant, PersonId, PostId, ResidentId, RoomId, WorkOrderId,
};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Statement, sql};
use zhishou_rules::workorder::{DueRule, WorkOrder};

/// A work order as stored.
#[derive(Debug, Clone)]
pub struct OrderRow {
    /// Which one.
    pub id: WorkOrderId,
    /// The number people say.
    pub number: String,
    /// What the rules see.
    pub order: WorkOrder,
    /// The entry of the contact log it came from.
    pub contact: Option<ContactId>,
    /// The desk that follows it.
    pub post: Option<PostId>,
    /// The home it is about.
    pub room: Option<RoomId>,
    /// How the desk writes the home.
    pub room_code: Option<String>,
    /// The resident who asked.
    pub resident: Option<ResidentId>,
    /// The exact place.
    pub place: String,
    /// What it is about.
    pub content: String,
    /// The department that a complaint is about.
    pub department: String,
    /// Who called.
    pub caller_name: String,
    /// Digits of the caller's number.
    pub caller_phone: String,
    /// What was done.
    pub result: String,
    /// What was used.
    pub material: String,
    /// What the customer paid, in hundredths of a yuan.
    pub fee_cents: Option<i64>,
    /// Who took it down.
    pub registered_by: PersonId,
    /// When.
    pub registered_at: Instant,
    /// What the customer was told when it was last put off.
    pub deferral_explanation: String,
    /// The next deadline.
    pub due: Option<(DueRule, Instant)>,
    /// When it last changed.
    pub updated_at: Instant,
    /// For edits by two people.
    pub version: i64,
}

impl Record for OrderRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let rule: Option<DueRule> = row.parse_opt("due_rule")?;
        let due_at: Option<Instant> = row.get("due_at")?;
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            order: order_of(row)?,
            contact: row.get("contact_id")?,
            post: row.get("post_id")?,
            room: row.get("room_id")?,
            room_code: row.get("room_code")?,
            resident: row.get("resident_id")?,
            place: row.get("place")?,
            content: row.get("content")?,
            department: row.get("department")?,
            caller_name: row.get("caller_name")?,
            caller_phone: row.get("caller_phone")?,
            result: row.get("result")?,
            material: row.get("material")?,
            fee_cents: row.get("fee_cents")?,
            registered_by: row.get("registered_by")?,
            registered_at: row.get("registered_at")?,
            deferral_explanation: row.get("deferral_explanation")?,
            due: rule.zip(due_at),
            updated_at: row.get("updated_at")?,
            version: row.get("version")?,
        })
    }
}

fn order_of(row: &Row) -> Result<WorkOrder, DbError> {
    let deferral: Option<String> = row.get("deferral_json")?;
    Ok(WorkOrder {
        matter: row.json("matter_json")?,
        urgency: row.parse("urgency")?,
        state: row.json("state_json")?,
        terms: row.json("terms_json")?,
        clock_from: row.get("clock_from")?,
        cycle: count(row, "cycle")?,
        dispatches: count(row, "dispatches")?,
        deferrals: count(row, "deferrals")?,
        deferral: deferral.map(|_| row.json("deferral_json")).transpose()?,
        appointment_at: row.get("appointment_at")?,
        attempts: count(row, "attempts")?,
        last_attempt_at: row.get("last_attempt_at")?,
        night_at: row.get("night_at")?,
        night_settled_at: row.get("night_settled_at")?,
    })
}

fn count(row: &Row, column: &str) -> Result<u32, DbError> {
    let number: i64 = row.get(column)?;
    u32::try_from(number).map_err(|error| DbError::Column {
        column: column.to_owned(),
        problem: error.to_string(),
    })
}

/// One order.
pub async fn load(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
) -> Result<OrderRow, AppError> {
    sql("SELECT w.*, r.code AS room_code FROM work_order w \
         LEFT JOIN room r ON r.community_id = w.community_id AND r.id = w.room_id \
         WHERE w.community_id = $1 AND w.id = $2")
    .bind(community)
    .bind(id)
    .optional(conn)
    .await?
    .ok_or(AppError::NotFound { what: "该工单" })
}

/// Stores a new order.
pub async fn add(conn: &mut Conn, community: CommunityId, row: &OrderRow) -> Result<(), AppError> {
    let statement = sql(
        "INSERT INTO work_order (kind, urgency, stage, state_json, matter_json, terms_json, \
         place, content, department, caller_name, caller_phone, result, material, fee_cents, \
         assignee_id, doer_id, clock_from, cycle, dispatches, deferrals, deferral_json, \
         deferral_explanation, appointment_at, attempts, last_attempt_at, night_at, \
         night_settled_at, due_at, due_rule, updated_at, version, community_id, id, number, \
         contact_id, post_id, room_id, resident_id, registered_by, registered_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
         $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, \
         $35, $36, $37, $38, $39, $40)",
    );
    bind_changing(statement, row)?
        .bind(community)
        .bind(row.id)
        .bind(&row.number)
        .bind(row.contact)
        .bind(row.post)
        .bind(row.room)
        .bind(row.resident)
        .bind(row.registered_by)
        .bind(row.registered_at)
        .run(conn)
        .await?;
    Ok(())
}

/// Stores what changed of an order.
pub async fn save(conn: &mut Conn, community: CommunityId, row: &OrderRow) -> Result<(), AppError> {
    let statement = sql(
        "UPDATE work_order SET kind = $1, urgency = $2, stage = $3, state_json = $4, \
         matter_json = $5, terms_json = $6, place = $7, content = $8, department = $9, \
         caller_name = $10, caller_phone = $11, result = $12, material = $13, fee_cents = $14, \
         assignee_id = $15, doer_id = $16, clock_from = $17, cycle = $18, dispatches = $19, \
         deferrals = $20, deferral_json = $21, deferral_explanation = $22, \
         appointment_at = $23, attempts = $24, last_attempt_at = $25, night_at = $26, \
         night_settled_at = $27, due_at = $28, due_rule = $29, updated_at = $30, version = $31 \
         WHERE community_id = $32 AND id = $33",
    );
    bind_changing(statement, row)?
        .bind(community)
        .bind(row.id)
        .run(conn)
        .await?;
    Ok(())
}

fn bind_changing(statement: Statement, row: &OrderRow) -> Result<Statement, AppError> {
    let order = &row.order;
    let json = |value: Result<String, serde_json::Error>| value.map_err(AppError::internal);
    let deferral = order
        .deferral
        .map(|deferral| serde_json::to_string(&deferral))
        .transpose()
        .map_err(AppError::internal)?;
    Ok(statement
        .bind(order.matter.kind().as_str())
        .bind(order.urgency.as_str())
        .bind(order.stage().as_str())
        .bind(json(serde_json::to_string(&order.state))?)
        .bind(json(serde_json::to_string(&order.matter))?)
        .bind(json(serde_json::to_string(&order.terms))?)
        .bind(&row.place)
        .bind(&row.content)
        .bind(&row.department)
        .bind(&row.caller_name)
        .bind(&row.caller_phone)
        .bind(&row.result)
        .bind(&row.material)
        .bind(row.fee_cents)
        .bind(order.state.assignee())
        .bind(order.state.doer())
        .bind(order.clock_from)
        .bind(order.cycle)
        .bind(order.dispatches)
        .bind(order.deferrals)
        .bind(deferral)
        .bind(&row.deferral_explanation)
        .bind(order.appointment_at)
        .bind(order.attempts)
        .bind(order.last_attempt_at)
        .bind(order.night_at)
        .bind(order.night_settled_at)
        .bind(row.due.map(|(_, at)| at))
        .bind(row.due.map(|(rule, _)| rule.as_str()))
        .bind(row.updated_at)
        .bind(row.version))
}

/// The order that people know by a number.
pub async fn numbered(
    conn: &mut Conn,
    community: CommunityId,
    number: &str,
) -> Result<Option<WorkOrderId>, DbError> {
    let found: Option<(WorkOrderId,)> =
        sql("SELECT id AS value FROM work_order WHERE community_id = $1 AND number = $2")
            .bind(community)
            .bind(number)
            .optional(conn)
            .await?;
    Ok(found.map(|(id,)| id))
}
