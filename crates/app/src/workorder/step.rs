//! What every act on an order shares: load and check, then save with ledger entry and deadlines.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{PersonId, WorkOrderId};
use zhishou_platform::{Act, AppError, Entry, Ring, Target, Urgency};
use zhishou_rules::regulation::ServiceUrgency;
use zhishou_rules::workorder::{Stage, WorkOrder, earliest_next_step};

use super::context::Context;
use super::deadlines::{SUBJECT, keep_deadlines, next_due};
use super::store::{self, OrderRow};
use super::views::OrderLine;
use crate::people;

/// Which order somebody acts on, as it stood on the screen.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Opened {
    /// The order.
    pub order: WorkOrderId,
    /// The version on the screen; absent when only the stage matters.
    pub version: Option<i64>,
}

/// What an act on an order answers: no personal data, since answers are kept for repetition.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OrderReceipt {
    /// Which order.
    pub id: WorkOrderId,
    /// The number people say.
    pub number: String,
    /// Where it stands now.
    pub stage: Stage,
    /// Its version now.
    pub version: i64,
}

impl OrderReceipt {
    /// The receipt of a row.
    pub fn of(row: &OrderRow) -> Self {
        Self {
            id: row.id,
            number: row.number.clone(),
            stage: row.order.stage(),
            version: row.version,
        }
    }
}

/// Loads an order for a change.
///
/// # Errors
/// There is no such order, somebody changed it in between, or the act is entered
/// for a time before the order's last step.
pub async fn open(act: &mut Act, opened: Opened) -> Result<(OrderRow, Context), AppError> {
    let community = act.community();
    let row = store::load(act, community, opened.order).await?;
    if opened.version.is_some_and(|version| version != row.version) {
        let names = people::names(act, community).await?;
        return Err(AppError::stale(&OrderLine::of(&row, &names)));
    }
    let context = Context::of(act).await?;
    if context.by.at < earliest_next_step(&row.order) {
        return Err(AppError::invalid(
            "/happened_at",
            "补录时间早于工单的上一步，请核对",
        ));
    }
    Ok((row, context))
}

/// Stores the next state of an order, its ledger entry and its deadlines.
///
/// # Errors
/// The database failed.
pub async fn store_step(
    act: &mut Act,
    mut row: OrderRow,
    next: WorkOrder,
    context: &Context,
    entry: Entry,
) -> Result<OrderReceipt, AppError> {
    let community = act.community();
    let before = std::mem::replace(&mut row.order, next);
    row.due = next_due(&row.order);
    row.updated_at = act.now();
    row.version += 1;
    store::save(act, community, &row).await?;
    act.record(entry).await?;
    keep_deadlines(act, Some(&before), &row, &context.desk).await?;
    Ok(OrderReceipt::of(&row))
}

/// An entry about an order, shown in its desk's duty log.
pub fn entry(verb: &'static str, row: &OrderRow) -> Entry {
    Entry::new(verb)
        .subject(SUBJECT, row.id.subject())
        .post(row.post)
        .body(&json!({ "number": row.number, "kind": row.order.matter.kind() }))
}

/// Adds a text that people said, unless it is empty.
///
/// # Errors
/// The database failed.
pub async fn with_text(
    act: &mut Act,
    entry: Entry,
    name: &str,
    text: &str,
) -> Result<Entry, AppError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(entry);
    }
    let secret = act.keep_secret(text).await?;
    Ok(entry.secret(name, &secret))
}

/// Rings somebody about an order; no personal data.
///
/// # Errors
/// The database failed.
pub async fn ring(
    act: &mut Act,
    row: &OrderRow,
    kind: &'static str,
    target: Target,
    loud: Option<Urgency>,
) -> Result<(), AppError> {
    let urgency = loud.unwrap_or(if row.order.urgency >= ServiceUrgency::Urgent {
        Urgency::Urgent
    } else {
        Urgency::Ordinary
    });
    act.ring(Ring {
        target,
        urgency,
        kind,
        subject_kind: SUBJECT,
        subject: row.id.subject(),
        post: row.post,
        body: json!({
            "number": row.number,
            "kind": row.order.matter.kind(),
            "urgency": row.order.urgency,
        }),
    })
    .await?;
    Ok(())
}

/// Makes sure that somebody works for the community, before an order is given to them.
///
/// # Errors
/// There is no such person, or they have left.
pub async fn employed(
    act: &mut Act,
    context: &Context,
    person: PersonId,
    pointer: &'static str,
) -> Result<(), AppError> {
    let community = act.community();
    let wrong = |detail: &str| AppError::invalid(pointer, detail);
    let found = match people::person(act, community, person).await {
        Err(AppError::NotFound { .. }) => return Err(wrong("找不到此人，请重新选择")),
        found => found?,
    };
    let today = context.desk.offset.date_of(act.now());
    if !found.employment.is_active_on(today) {
        return Err(wrong("此人已离职，请选择在职人员"));
    }
    Ok(())
}
