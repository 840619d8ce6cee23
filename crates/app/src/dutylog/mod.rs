//! Duty log 值班台账: the ledger seen by shift, with entries and corrections by hand.

mod actions;
mod http;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// Whether a verb of the ledger is an entry or a correction by hand.
pub fn is_by_hand(verb: &str) -> bool {
    verb == actions::NOTED || verb == actions::CORRECTED
}

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_duty_log, http::write_duty_log_entry))
        .routes(routes!(http::correct_duty_log_entry))
}
