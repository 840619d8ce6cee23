//! A contact and its order in one act: the call that reports a repair (R01.3).

use serde::{Deserialize, Serialize};
use zhishou_platform::{Act, AppError, FieldError};
use zhishou_rules::access::Verb;

use super::register::{RegisterWorkOrder, register_work_order};
use crate::action::Action;
use crate::desk::{self, ContactTaken, TakeContact};
use crate::workorder::step::OrderReceipt;

/// What came of it: both are stored, or neither.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IntakeReceipt {
    /// The entry of the contact log.
    pub contact: ContactTaken,
    /// The order that took it over.
    pub order: OrderReceipt,
}

/// Writes a contact down and registers the order it asks for.
#[derive(Debug, Clone, Serialize)]
pub struct TakeContactWithOrder {
    /// The contact.
    pub contact: TakeContact,
    /// The order; what the contact says already need not be typed again.
    pub order: RegisterWorkOrder,
}

impl Action for TakeContactWithOrder {
    type Outcome = IntakeReceipt;
    const NAME: &'static str = "workorder.take_contact_with_order";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<IntakeReceipt, AppError> {
        if self.order.contact_id.is_some() {
            let detail =
                "来电来访正在本次登记，不能再指定已有登记。请去掉该项，或改为从已有登记开单";
            return Err(AppError::invalid("/order/contact_id", detail));
        }
        let contact = desk::take_contact(act, &self.contact)
            .await
            .map_err(|error| within("/contact", error))?;
        let order = RegisterWorkOrder {
            contact_id: Some(contact.id),
            ..self.order.clone()
        };
        let order = register_work_order(act, &order)
            .await
            .map_err(|error| within("/order", error))?;
        Ok(IntakeReceipt { contact, order })
    }
}

/// Points at the fields where they stand in the joined request.
fn within(part: &str, error: AppError) -> AppError {
    match error {
        AppError::Invalid(faults) => AppError::Invalid(
            faults
                .into_iter()
                .map(|fault| FieldError::new(format!("{part}{}", fault.pointer), fault.detail))
                .collect(),
        ),
        other => other,
    }
}
