//! Notices to the desk 今日须知: what whoever takes a call must know today.

mod actions;
mod http;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::WriteNotice;
pub use store::forget_notice;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_notices, http::write_notice))
        .routes(routes!(http::change_notice))
        .routes(routes!(http::withdraw_notice))
}
