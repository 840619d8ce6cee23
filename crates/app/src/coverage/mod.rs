//! Coverage 在岗: who answers for each post now, and who is there.
//!
//! Others ask [`answering`] and [`holder_at`] who answers for a post, [`pass_post`]
//! lets a signed handover pass it, and [`PostHolders`] tells the plumbing.

mod actions;
mod arriving;
mod calling;
mod exports;
mod help;
mod http;
mod neighbours;
mod owing;
mod owners;
mod planning;
mod record;
mod store;
mod terms;
mod views;
mod words;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhishou_base::{CommunityId, Instant};
use zhishou_platform::AppError;

use crate::app::App;
use crate::people;

pub use actions::{AcceptRelief, ChangeHolder, EndRelief, LeaveForEmergency, SignInToPost};
pub use arriving::promise_to_come;
pub use exports::{
    DutyRecord, PassRequest, answering, current_board, duties_touching, duty_at, pass_post,
    posts_answered_by, record_between,
};
pub use help::{HelpCallView, help_calls_between};
pub use owners::{PostHolders, holder_at, post_held_by};
pub use store::{Absence, PastHold, PastRelief, PastSignIn, StoredDuty};
pub use views::{DutyView, Standing, duty_view};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::show_coverage))
        .routes(routes!(http::show_my_duty))
        .routes(routes!(http::sign_in_to_post))
        .routes(routes!(http::change_holder))
        .routes(routes!(http::leave_post))
        .routes(routes!(http::leave_for_emergency))
        .routes(routes!(http::return_to_post))
        .routes(routes!(http::close_post))
        .routes(routes!(http::resolve_post))
        .routes(routes!(http::ask_relief))
        .routes(routes!(http::accept_relief))
        .routes(routes!(http::approve_relief))
        .routes(routes!(http::confirm_relief))
        .routes(routes!(http::decline_relief))
        .routes(routes!(http::withdraw_relief))
        .routes(routes!(http::end_relief))
        .routes(routes!(http::transfer_line))
        .routes(routes!(http::accept_line))
        .routes(routes!(http::return_line))
        .routes(routes!(http::list_help_calls, http::call_for_help))
}

/// Plans duties and deadlines and lets time do its part in every community.
/// Idempotent; tells when it next wants to run. A community that fails does not keep
/// the others waiting.
///
/// # Errors
/// The database failed, or the first failure of a community; what was committed stays.
pub async fn tick(app: &App, now: Instant) -> Result<Option<Instant>, AppError> {
    let communities: Vec<CommunityId> = {
        let mut reader = app.platform().read().await?;
        let all = people::communities(&mut reader).await?;
        all.into_iter().map(|known| known.id).collect()
    };
    let (mut next, mut failed) = (None, None);
    for community in communities {
        match planning::tick_community(app, community, now).await {
            Ok(at) => next = next.into_iter().chain(at).min(),
            Err(error) => {
                tracing::error!(%community, %error, "a community's duties were not planned");
                failed = failed.or(Some(error));
            }
        }
    }
    failed.map_or(Ok(next), Err)
}
