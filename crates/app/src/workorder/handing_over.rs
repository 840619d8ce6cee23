//! What a handover shows and decides about open orders.

use zhishou_base::{CommunityId, Instant, PersonId, PostId, WorkOrderId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::{NightMatter, Stage, disposition_needed};

use super::store;

/// An unfinished order as a handover shows it.
#[derive(Debug, Clone)]
pub struct OpenItem {
    /// Which one.
    pub id: WorkOrderId,
    /// The number people say.
    pub number: String,
    /// The desk that follows it.
    pub post: Option<PostId>,
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
    /// Who has it in hand.
    pub assignee: Option<PersonId>,
    /// When it was taken down.
    pub registered_at: Instant,
    /// Whether it was taken down since the given instant.
    pub is_new: bool,
    /// When it was last put off.
    pub deferred_at: Option<Instant>,
    /// What the customer was told then.
    pub deferral_explanation: String,
    /// When the customer expects somebody.
    pub appointment_at: Option<Instant>,
    /// Whether a night shift had it in hand.
    pub night: bool,
    /// The next deadline.
    pub due_at: Option<Instant>,
    /// Why it must be confirmed, closed or carried before the handover is signed;
    /// absent when it may simply go on.
    pub disposition: Option<NightMatter>,
}

/// The unfinished orders, the oldest first. `since` is the start of the shift that ends.
///
/// # Errors
/// The database failed.
pub async fn open_for_handover(
    conn: &mut Conn,
    community: CommunityId,
    since: Instant,
) -> Result<Vec<OpenItem>, AppError> {
    let rows = store::unfinished(conn, community).await?;
    Ok(rows
        .into_iter()
        .map(|row| OpenItem {
            id: row.id,
            number: row.number,
            post: row.post,
            kind: row.order.matter.kind(),
            urgency: row.order.urgency,
            stage: row.order.stage(),
            room_code: row.room_code,
            place: row.place,
            content: row.content,
            assignee: row.order.state.assignee(),
            registered_at: row.registered_at,
            is_new: row.registered_at >= since,
            deferred_at: row.order.deferral.map(|deferral| deferral.at),
            deferral_explanation: row.deferral_explanation,
            appointment_at: row.order.appointment_at,
            night: row.order.night_at.is_some(),
            due_at: row.due.map(|(_, at)| at),
            disposition: disposition_needed(&row.order),
        })
        .collect())
}

/// The order that people know by a number, typed or spoken.
///
/// # Errors
/// The database failed.
pub async fn order_numbered(
    conn: &mut Conn,
    community: CommunityId,
    number: &str,
) -> Result<Option<WorkOrderId>, AppError> {
    Ok(store::numbered(conn, community, number.trim()).await?)
}

/// The number of an order.
///
/// # Errors
/// There is no such order, or the database failed.
pub async fn number_of_order(
    conn: &mut Conn,
    community: CommunityId,
    id: WorkOrderId,
) -> Result<String, AppError> {
    Ok(store::load(conn, community, id).await?.number)
}
