//! Public matters 公共事项: calls with one cause, joined under one agreed answer.

mod actions;
mod http;
mod joining;
mod notice;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::{ClosePublicMatter, OpenPublicMatter};
pub use joining::AddCall;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_public_matters, http::open_public_matter))
        .routes(routes!(
            http::show_public_matter,
            http::change_public_matter
        ))
        .routes(routes!(
            http::list_public_matter_calls,
            http::add_public_matter_call
        ))
        .routes(routes!(http::join_public_matter))
        .routes(routes!(http::close_public_matter))
        .routes(routes!(http::show_public_matter_notice))
}
