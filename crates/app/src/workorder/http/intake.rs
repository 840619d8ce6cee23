//! A call written down together with the order it asks for.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_rules::access::Verb;

use crate::access::SignedIn;
use crate::action::Circumstances;
use crate::app::App;
use crate::desk::{ContactTaken, TakeContact, TakeContactRequest};
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::workorder::actions::{RegisterWorkOrder, TakeContactWithOrder};
use crate::workorder::reading::order_view;
use crate::workorder::views::OrderView;

/// A contact and the order it asks for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct IntakeRequest {
    /// The contact; its `happened_at` counts for the order too.
    pub contact: TakeContactRequest,
    /// The order, without `contact_id`.
    pub order: RegisterWorkOrder,
}

/// Both as stored.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeView {
    /// The entry of the contact log.
    pub contact: ContactTaken,
    /// The order.
    pub order: OrderView,
}

/// Writes a call, visit or message down and registers its order in the same act.
#[utoipa::path(post, path = "/api/c/{community}/contacts/with-order",
    operation_id = "take_contact_with_order", tag = "workorder",
    params(("community" = String, Path)), request_body = IntakeRequest,
    responses((status = 201, body = IntakeView), (status = 400, body = Problem)))]
pub async fn take_contact_with_order(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<IntakeRequest>,
) -> Result<(StatusCode, Json<IntakeView>), Failure> {
    // The action asks for taking the contact; registering the order is a permission of its own.
    signed_in.require(community, Verb::RegisterWorkOrder)?;
    let circumstances = Circumstances {
        client_id,
        happened_at: request.contact.happened_at,
    };
    let action = TakeContactWithOrder {
        contact: TakeContact {
            input: request.contact.contact,
            resident: request.contact.resident_id,
        },
        order: request.order,
    };
    let receipt = app
        .perform_as(&signed_in, community, circumstances, &action)
        .await?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let order = order_view(&mut reader, community, receipt.order.id, now).await?;
    let contact = receipt.contact;
    Ok((StatusCode::CREATED, Json(IntakeView { contact, order })))
}
