//! The interface of work orders.

mod closing;
mod field;
mod intake;
mod office;
mod photos;
mod reads;

pub use closing::*;
pub use field::*;
pub use intake::*;
pub use office::*;
pub use photos::*;
pub use reads::*;

use axum::Json;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::Deserialize;
use zhishou_base::{CommunityId, Instant, WorkOrderId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;

use super::reading::order_view;
use super::step::{Opened, OrderReceipt};
use super::views::OrderView;
use crate::access::SignedIn;
use crate::action::{Action, Circumstances};
use crate::app::App;
use crate::http::{Failure, IdempotencyKey};

/// The community and order in the path.
#[derive(Debug, Clone, Copy)]
pub struct InOrder {
    /// The community.
    pub community: CommunityId,
    /// The order.
    pub order: WorkOrderId,
}

#[derive(Deserialize)]
struct OrderPath {
    community: CommunityId,
    order: WorkOrderId,
}

impl FromRequestParts<App> for InOrder {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path(path) = Path::<OrderPath>::from_request_parts(parts, app)
            .await
            .map_err(|_| AppError::NotFound { what: "该工单" })?;
        Ok(Self {
            community: path.community,
            order: path.order,
        })
    }
}

impl InOrder {
    /// The order as it stood on the screen.
    pub fn opened(self, version: Option<i64>) -> Opened {
        Opened {
            order: self.order,
            version,
        }
    }
}

/// Performs a step and answers with the order as it stands then.
async fn take<A: Action<Outcome = OrderReceipt>>(
    app: &App,
    signed_in: &SignedIn,
    (community, key): (CommunityId, IdempotencyKey),
    happened_at: Option<Instant>,
    action: &A,
) -> Result<Json<OrderView>, Failure> {
    let circumstances = Circumstances {
        client_id: key.0,
        happened_at,
    };
    let receipt = app
        .perform_as(signed_in, community, circumstances, action)
        .await?;
    let mut reader = app.platform().read().await?;
    let now = app.platform().now();
    Ok(Json(
        order_view(&mut reader, community, receipt.id, now).await?,
    ))
}

/// Asks for the permission to read orders.
fn may_read(signed_in: &SignedIn, community: CommunityId) -> Result<(), Failure> {
    Ok(signed_in.require(community, Verb::ReadWorkOrders)?)
}
