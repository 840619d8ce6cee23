//! Calling for help.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use zhishou_base::Span;
use zhishou_rules::access::Verb;

use super::super::help::{CallForHelp, HelpCallView, HelpCalled, help_calls_between};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Failure, IdempotencyKey, InCommunity, Problem};

/// How long a call for help stays on the screen of who called.
const SHOWN_FOR: Span = Span::minutes(30);

/// Calls for help: rings the guards on post and whoever leads. Never refused; a second call within
/// a minute is recorded and does not ring again.
#[utoipa::path(post, path = "/api/c/{community}/help-calls", operation_id = "call_for_help",
    tag = "coverage", params(("community" = String, Path)),
    responses((status = 201, body = HelpCalled), (status = 403, body = Problem)))]
pub async fn call_for_help(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<(StatusCode, Json<HelpCalled>), Failure> {
    let called = app
        .perform(&signed_in, community, key, &CallForHelp)
        .await?;
    Ok((StatusCode::CREATED, Json(called)))
}

/// The calls for help of the last half hour, with whom they rang and who answered.
#[utoipa::path(get, path = "/api/c/{community}/help-calls", operation_id = "list_help_calls",
    tag = "coverage", params(("community" = String, Path)),
    responses((status = 200, body = Vec<HelpCallView>), (status = 403, body = Problem)))]
pub async fn list_help_calls(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<HelpCallView>>, Failure> {
    signed_in.require(community, Verb::ReadCoverage)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let until = now + Span(1);
    let calls = help_calls_between(&mut reader, community, now - SHOWN_FOR, until).await?;
    Ok(Json(calls))
}
