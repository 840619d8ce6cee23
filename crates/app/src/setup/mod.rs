//! Setting an empty installation up: the first community, its regulation, its first account.

mod actions;
mod http;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::{SetUp, add_posts_of_preset};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::show_setup_state))
        .routes(routes!(http::show_setup, http::complete_setup))
}
