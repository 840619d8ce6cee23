//! Erasing who turned to the source and what was said.

use zhishou_base::{ContactId, ExternalCaseId, ResidentId, WorkOrderId};
use zhishou_platform::{Act, AppError, BlobKey, DbError, Record, Row, sql};
use zhishou_rules::externalcase::CaseStage;
use zhishou_rules::privacy::ERASED;

/// What an erasure has to know of a case.
#[derive(Debug, Clone)]
pub struct CaseKey {
    /// Which one.
    pub id: ExternalCaseId,
    /// The number people say.
    pub number: String,
    /// Nothing is left to do.
    pub closed: bool,
    /// The order that was opened for it, and so repeats what it says.
    pub opened_order: Option<WorkOrderId>,
}

impl Record for CaseKey {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let opened: bool = row.get("opened_work_order")?;
        let order: Option<WorkOrderId> = row.get("work_order_id")?;
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            closed: row.get::<String>("stage")? == CaseStage::Closed.as_str(),
            opened_order: order.filter(|_| opened),
        })
    }
}

/// One case as an erasure sees it.
///
/// # Errors
/// There is no such case, or the database failed.
pub async fn case_key(act: &mut Act, id: ExternalCaseId) -> Result<CaseKey, AppError> {
    let community = act.community();
    sql(
        "SELECT id, number, stage, work_order_id, opened_work_order FROM external_case \
         WHERE community_id = $1 AND id = $2",
    )
    .bind(community)
    .bind(id)
    .optional(act)
    .await?
    .ok_or(AppError::NotFound {
        what: "该转办件"
    })
}

/// The cases that name a resident.
///
/// # Errors
/// The database failed.
pub async fn cases_of_resident(
    act: &mut Act,
    resident: ResidentId,
) -> Result<Vec<CaseKey>, AppError> {
    let community = act.community();
    Ok(sql(
        "SELECT id, number, stage, work_order_id, opened_work_order FROM external_case \
         WHERE community_id = $1 AND resident_id = $2 ORDER BY id",
    )
    .bind(community)
    .bind(resident)
    .all(act)
    .await?)
}

/// The cases that belong to contacts.
///
/// # Errors
/// The database failed.
pub async fn cases_of_contacts(
    act: &mut Act,
    contacts: &[ContactId],
) -> Result<Vec<CaseKey>, AppError> {
    let community = act.community();
    let mut cases = Vec::new();
    for contact in contacts {
        let of_one: Vec<CaseKey> = sql(
            "SELECT id, number, stage, work_order_id, opened_work_order FROM external_case \
             WHERE community_id = $1 AND contact_id = $2 ORDER BY id",
        )
        .bind(community)
        .bind(*contact)
        .all(act)
        .await?;
        cases.extend(of_one);
    }
    Ok(cases)
}

/// The cases for which orders were opened: the order repeats what the case says. A case that was
/// only joined to an order speaks of somebody else.
///
/// # Errors
/// The database failed.
pub async fn cases_opening_orders(
    act: &mut Act,
    orders: impl IntoIterator<Item = WorkOrderId>,
) -> Result<Vec<CaseKey>, AppError> {
    let community = act.community();
    let mut cases = Vec::new();
    for order in orders {
        let of_one: Vec<CaseKey> = sql(
            "SELECT id, number, stage, work_order_id, opened_work_order FROM external_case \
             WHERE community_id = $1 AND work_order_id = $2 AND opened_work_order = 1 ORDER BY id",
        )
        .bind(community)
        .bind(order)
        .all(act)
        .await?;
        cases.extend(of_one);
    }
    Ok(cases)
}

/// Empties a case and takes its photos away: numbers, source, times, states and who acted stay.
/// Gives the photos; their bytes go once nothing shows them any more.
///
/// # Errors
/// The database failed.
pub async fn forget_case(act: &mut Act, id: ExternalCaseId) -> Result<Vec<BlobKey>, AppError> {
    let community = act.community();
    sql(
        "UPDATE external_case SET room_id = NULL, room_text = '', resident_id = NULL, \
         content = $1, caller_name = '', caller_phone = '', reply = '', no_proof_reason = '', \
         version = version + 1 WHERE community_id = $2 AND id = $3",
    )
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    super::photos::forget_photos(act, community, id).await
}
