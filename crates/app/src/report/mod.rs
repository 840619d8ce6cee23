//! Reports 报表: what a manager reads in the morning, made from the record alone.

mod day;
mod http;
mod posts;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(http::show_day_report))
}
