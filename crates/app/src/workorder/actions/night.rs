//! Settling what the night left (R01.5), for the screen and for the handover.

use serde::Serialize;
use serde_json::json;
use zhishou_base::WorkOrderId;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::workorder::{Closing, carry_over, close, confirm_as_slip, disposition_needed};

use crate::action::Action;
use crate::workorder::step::{Opened, OrderReceipt, entry, open, store_step, with_text};

/// What a handover decides about an open order.
#[derive(Debug, Clone, Serialize)]
pub enum Disposal {
    /// The day takes it over as its own slip.
    ConfirmAsSlip,
    /// It ends here.
    Close {
        /// In which way.
        closing: Closing,
        /// Why.
        reason: String,
    },
    /// It goes on to the next shift.
    CarryOver {
        /// Why.
        reason: String,
    },
}

/// Carries out what a handover decided about an order, inside the handover's act.
/// An order that the night did not touch is confirmed or carried by an entry alone.
///
/// # Errors
/// There is no such order, it is finished, or a reason is missing.
pub async fn dispose(
    act: &mut Act,
    order: WorkOrderId,
    disposal: &Disposal,
) -> Result<OrderReceipt, AppError> {
    let opened = Opened {
        order,
        version: None,
    };
    let (row, context) = open(act, opened).await?;
    let (verb, reason) = match disposal {
        Disposal::ConfirmAsSlip => ("workorder.confirmed_as_slip", ""),
        Disposal::Close { reason, .. } => ("workorder.closed", reason.as_str()),
        Disposal::CarryOver { reason } => ("workorder.carried_over", reason.as_str()),
    };
    let of_the_night = disposition_needed(&row.order);
    let written = entry(verb, &row).body(&json!({ "night_matter": of_the_night }));
    let next = match disposal {
        Disposal::Close { closing, reason } => {
            Some(close(&row.order, *closing, reason, context.by)?)
        }
        _ if of_the_night.is_none() => None,
        Disposal::ConfirmAsSlip => Some(confirm_as_slip(&row.order, context.by)?),
        Disposal::CarryOver { reason } => Some(carry_over(&row.order, reason, context.by)?),
    };
    let written = with_text(act, written, "reason", reason).await?;
    match next {
        Some(next) => store_step(act, row, next, &context, written).await,
        None => {
            act.record(written).await?;
            Ok(OrderReceipt::of(&row))
        }
    }
}

/// Whether an order could end as a handover decides, asked while it is decided: the
/// second signature is too late to learn that it cannot. What is finished needs nothing.
///
/// # Errors
/// There is no such order, or it may not be closed in this way.
pub async fn check_disposal(
    act: &mut Act,
    order: WorkOrderId,
    disposal: &Disposal,
) -> Result<(), AppError> {
    let opened = Opened {
        order,
        version: None,
    };
    let (row, context) = open(act, opened).await?;
    if let Disposal::Close { closing, reason } = disposal
        && row.order.is_unfinished()
    {
        close(&row.order, *closing, reason, context.by)?;
    }
    Ok(())
}

/// Takes an order of the night over as a slip of the day 转为正式工单.
#[derive(Debug, Serialize)]
pub struct ConfirmAsSlip {
    /// Which.
    pub opened: Opened,
}

impl Action for ConfirmAsSlip {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.confirm_as_slip";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = confirm_as_slip(&row.order, context.by)?;
        let written = entry("workorder.confirmed_as_slip", &row)
            .body(&json!({ "night_matter": disposition_needed(&row.order) }));
        store_step(act, row, next, &context, written).await
    }
}

/// Leaves an order of the night to the next shift, for a reason 遗留.
#[derive(Debug, Serialize)]
pub struct CarryOver {
    /// Which.
    pub opened: Opened,
    /// Why.
    pub reason: String,
}

impl Action for CarryOver {
    type Outcome = OrderReceipt;
    const NAME: &'static str = "workorder.carry_over";
    const VERB: Verb = Verb::RegisterWorkOrder;

    async fn perform(&self, act: &mut Act) -> Result<OrderReceipt, AppError> {
        let (row, context) = open(act, self.opened).await?;
        let next = carry_over(&row.order, &self.reason, context.by)?;
        let written = entry("workorder.carried_over", &row)
            .body(&json!({ "night_matter": disposition_needed(&row.order) }));
        let written = with_text(act, written, "reason", &self.reason).await?;
        store_step(act, row, next, &context, written).await
    }
}
