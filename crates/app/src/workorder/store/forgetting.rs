//! Erasing who asked for an order and what was said.

use zhishou_base::{ContactId, ResidentId, WorkOrderId};
use zhishou_platform::{Act, AppError, BlobKey, DbError, Record, Row, sql};
use zhishou_rules::privacy::ERASED;
use zhishou_rules::workorder::Stage;

/// What an erasure has to know of an order.
#[derive(Debug, Clone)]
pub struct OrderKey {
    /// Which one.
    pub id: WorkOrderId,
    /// The number people say.
    pub number: String,
    /// Nothing is left to do.
    pub archived: bool,
}

impl Record for OrderKey {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            archived: row.get::<String>("stage")? == Stage::Archived.as_str(),
        })
    }
}

/// The orders that name a resident.
///
/// # Errors
/// The database failed.
pub async fn orders_of_resident(
    act: &mut Act,
    resident: ResidentId,
) -> Result<Vec<OrderKey>, AppError> {
    let community = act.community();
    Ok(sql(
        "SELECT id, number, stage FROM work_order WHERE community_id = $1 AND resident_id = $2 \
         ORDER BY id",
    )
    .bind(community)
    .bind(resident)
    .all(act)
    .await?)
}

/// The orders that came from contacts.
///
/// # Errors
/// The database failed.
pub async fn orders_of_contacts(
    act: &mut Act,
    contacts: &[ContactId],
) -> Result<Vec<OrderKey>, AppError> {
    let community = act.community();
    let mut orders = Vec::new();
    for contact in contacts {
        let of_one: Vec<OrderKey> = sql(
            "SELECT id, number, stage FROM work_order WHERE community_id = $1 \
             AND contact_id = $2 ORDER BY id",
        )
        .bind(community)
        .bind(*contact)
        .all(act)
        .await?;
        orders.extend(of_one);
    }
    Ok(orders)
}

/// One order as an erasure sees it.
///
/// # Errors
/// There is no such order, or the database failed.
pub async fn order_key(act: &mut Act, id: WorkOrderId) -> Result<OrderKey, AppError> {
    let community = act.community();
    sql("SELECT id, number, stage FROM work_order WHERE community_id = $1 AND id = $2")
        .bind(community)
        .bind(id)
        .optional(act)
        .await?
        .ok_or(AppError::NotFound { what: "该工单" })
}

/// Empties an order and takes its photos away: number, kind, times, states and who acted stay.
/// Gives the photos; their bytes go once nothing shows them any more.
///
/// # Errors
/// The database failed.
pub async fn forget_order(act: &mut Act, id: WorkOrderId) -> Result<Vec<BlobKey>, AppError> {
    let community = act.community();
    sql(
        "UPDATE work_order SET room_id = NULL, resident_id = NULL, place = '', content = $1, \
         caller_name = '', caller_phone = '', result = '', deferral_explanation = '', \
         version = version + 1 WHERE community_id = $2 AND id = $3",
    )
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    super::photos::forget_photos(act, community, id).await
}
