//! The work order in which the work of a case is done.

use serde::Serialize;
use serde_json::json;
use zhishou_base::WorkOrderId;
use zhishou_platform::{Act, AppError, FieldError};
use zhishou_rules::access::Verb;
use zhishou_rules::externalcase::join_order;

use crate::action::Action;
use crate::desk::Contact;
use crate::externalcase::step::{CaseReceipt, OpenedCase, entry, open, store_step};
use crate::externalcase::store::CaseRow;
use crate::workorder::{RegisterWorkOrder, number_of_order, register_work_order};

/// Which order a case gets.
pub enum Wanted<'a> {
    /// One that there is.
    Known(WorkOrderId),
    /// A new one.
    New(&'a RegisterWorkOrder),
}

impl<'a> Wanted<'a> {
    /// The one that was asked for, if any was.
    ///
    /// # Errors
    /// Both were.
    pub fn one_of(
        known: Option<WorkOrderId>,
        new: Option<&'a RegisterWorkOrder>,
    ) -> Result<Option<Self>, AppError> {
        match (known, new) {
            (Some(_), Some(_)) => Err(AppError::invalid(
                "/work_order_id",
                "关联已有工单和开新工单只能选一项",
            )),
            (Some(id), None) => Ok(Some(Self::Known(id))),
            (None, new) => Ok(new.map(Self::New)),
        }
    }
}

/// Joins an order to a case, inside the act that changes the case. A new order takes over the
/// contact that is still open.
///
/// # Errors
/// There is no such order, or what was typed of the new one is wrong.
pub async fn join(
    act: &mut Act,
    row: &mut CaseRow,
    wanted: Wanted<'_>,
    open_contact: Option<&Contact>,
) -> Result<(), AppError> {
    let community = act.community();
    match wanted {
        Wanted::Known(id) => {
            row.work_order_number = Some(number_of_order(act, community, id).await?);
            row.work_order = Some(id);
        }
        Wanted::New(new) => {
            let mut whole = new.clone();
            whole.contact_id = open_contact.map(|contact| contact.id);
            whole.room_id = whole.room_id.or(row.room);
            whole.resident_id = whole.resident_id.or(row.resident);
            // A home that is not on file stays as it was said.
            let place = match row.room {
                Some(_) => String::new(),
                None => row.room_text.clone(),
            };
            for (typed, said) in [
                (&mut whole.content, &row.content),
                (&mut whole.caller_name, &row.caller_name),
                (&mut whole.caller_phone, &row.caller_phone),
                (&mut whole.place, &place),
            ] {
                if typed.trim().is_empty() {
                    typed.clone_from(said);
                }
            }
            let order = register_work_order(act, &whole).await.map_err(within)?;
            row.work_order = Some(order.id);
            row.work_order_number = Some(order.number);
            row.opened_work_order = true;
        }
    }
    Ok(())
}

/// Points at the fields of the order where they stand in the request.
fn within(error: AppError) -> AppError {
    match error {
        AppError::Invalid(faults) => AppError::Invalid(
            faults
                .into_iter()
                .map(|fault| FieldError::new(format!("/work_order{}", fault.pointer), fault.detail))
                .collect(),
        ),
        other => other,
    }
}

/// Joins an order to a case that was taken without one.
#[derive(Debug, Serialize)]
pub struct JoinCaseOrder {
    /// Which case.
    pub opened: OpenedCase,
    /// The order that there is.
    pub work_order_id: Option<WorkOrderId>,
    /// The new order.
    pub work_order: Option<RegisterWorkOrder>,
}

impl Action for JoinCaseOrder {
    type Outcome = CaseReceipt;
    const NAME: &'static str = "externalcase.join_order";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<CaseReceipt, AppError> {
        let (mut row, _) = open(act, self.opened).await?;
        join_order(&row.case, row.work_order.is_some())?;
        let wanted = Wanted::one_of(self.work_order_id, self.work_order.as_ref())?;
        let wanted = wanted
            .ok_or_else(|| AppError::invalid("/work_order_id", "请选择要关联的工单，或开新工单"))?;
        join(act, &mut row, wanted, None).await?;
        let written = entry("externalcase.order_joined", &row).body(&json!({
            "work_order_id": row.work_order,
            "order_number": row.work_order_number,
            "opened": row.opened_work_order,
        }));
        let unchanged = row.case.clone();
        store_step(act, row, unchanged, written).await
    }
}
