//! The interface of external cases.

mod acts;
mod outcome;
mod proof;
mod reads;

pub use acts::*;
pub use outcome::*;
pub use proof::*;
pub use reads::*;

use axum::Json;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use serde::Deserialize;
use zhishou_base::{CommunityId, ExternalCaseId, Instant};
use zhishou_platform::AppError;

use super::reading::case_view;
use super::step::{CaseReceipt, OpenedCase};
use super::views::CaseView;
use crate::access::SignedIn;
use crate::action::{Action, Circumstances};
use crate::app::App;
use crate::http::{Failure, IdempotencyKey};

/// The community and case in the path.
#[derive(Debug, Clone, Copy)]
pub struct InCase {
    /// The community.
    pub community: CommunityId,
    /// The case.
    pub case: ExternalCaseId,
}

#[derive(Deserialize)]
struct CasePath {
    community: CommunityId,
    case: ExternalCaseId,
}

impl FromRequestParts<App> for InCase {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let Path(path) = Path::<CasePath>::from_request_parts(parts, app)
            .await
            .map_err(|_| AppError::NotFound {
                what: "该转办件"
            })?;
        Ok(Self {
            community: path.community,
            case: path.case,
        })
    }
}

impl InCase {
    /// The case as it stood on the screen.
    pub fn opened(self, version: Option<i64>) -> OpenedCase {
        OpenedCase {
            case: self.case,
            version,
        }
    }
}

/// Performs a step and answers with the case as it stands then.
async fn step<A: Action<Outcome = CaseReceipt>>(
    app: &App,
    signed_in: &SignedIn,
    (community, key): (CommunityId, IdempotencyKey),
    happened_at: Option<Instant>,
    action: &A,
) -> Result<Json<CaseView>, Failure> {
    let circumstances = Circumstances {
        client_id: key.0,
        happened_at,
    };
    let receipt = app
        .perform_as(signed_in, community, circumstances, action)
        .await?;
    shown(app, signed_in, community, receipt.id).await
}

/// A case as the reader sees it.
async fn shown(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    case: ExternalCaseId,
) -> Result<Json<CaseView>, Failure> {
    let person = Some(signed_in.person_in(community)?);
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let view = case_view(&mut reader, community, case, person, now).await?;
    Ok(Json(view))
}
