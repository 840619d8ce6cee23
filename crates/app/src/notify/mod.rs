//! Alerts: what rings for whom until somebody answers.

mod actions;
mod http;
mod store;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::{AlertAnswer, AnswerAlert};
pub use store::{Ears, alerts_for};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_alerts))
        .routes(routes!(http::answer_alert))
}
