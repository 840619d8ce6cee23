//! Regulation 值班制度: drafts, immutable versions, and which post lives by which.
//!
//! Others ask [`regulation_in_force`] for the rules of a post at an instant, and
//! [`version`] for the rules that a duty period began under.

mod actions;
mod adopting;
mod http;
mod in_force;
mod requests;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use adopting::adopt_preset;
pub use in_force::{
    InForce, regulation_in_force, regulations_in_force, regulations_until, version,
};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_regulations, http::create_draft))
        .routes(routes!(http::check_regulation))
        .routes(routes!(http::list_presets))
        .routes(routes!(http::show_preset))
        .routes(routes!(http::list_in_force))
        .routes(routes!(http::show_version))
        .routes(routes!(http::adopt_version))
        .routes(routes!(http::show_regulation))
        .routes(routes!(http::save_draft))
        .routes(routes!(http::submit_draft))
        .routes(routes!(http::publish_draft))
}
