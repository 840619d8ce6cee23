//! Handover 交接班: a post passes from one shift to the next by two signatures.

mod actions;
mod http;
mod open_matters;
mod snapshot;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhishou_base::{CommunityId, Instant};
use zhishou_platform::{AppError, Conn};

use crate::app::App;

pub use actions::{Edit, EditHandover, OpenHandover, SetCondition, SignHandover};
pub use snapshot::take_up_items;
pub use store::forget_matters;
pub use views::HandoverView;

/// The handovers that were under way or finished within a time, in order.
///
/// # Errors
/// The database failed.
pub async fn handovers_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<HandoverView>, AppError> {
    let stored = store::between(conn, community, from, to).await?;
    Ok(stored.iter().map(HandoverView::of).collect())
}

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::show_next_handover, http::open_handover))
        .routes(routes!(http::list_handovers))
        .routes(routes!(http::show_handover))
        .routes(routes!(http::count_items))
        .routes(routes!(http::check_handover_line))
        .routes(routes!(http::dispose_item))
        .routes(routes!(http::add_open_matter))
        .routes(routes!(http::note_anomaly))
        .routes(routes!(http::declare_fitness))
        .routes(routes!(http::refresh_handover))
        .routes(routes!(http::sign_handover))
        .routes(routes!(http::self_check_handover))
        .routes(routes!(http::witness_handover))
        .routes(routes!(http::refuse_handover))
        .routes(routes!(http::resolve_missing_party))
        .routes(routes!(http::amend_handover))
        .routes(routes!(
            http::list_standing_conditions,
            http::set_standing_condition
        ))
        .routes(routes!(http::lift_standing_condition))
        .routes(routes!(http::list_post_items, http::add_post_item))
        .routes(routes!(http::change_post_item))
}
