//! Duty log 值班台账: the ledger seen by shift, with entries and corrections by hand.

mod actions;
mod http;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_duty_log, http::write_duty_log_entry))
        .routes(routes!(http::correct_duty_log_entry))
}
