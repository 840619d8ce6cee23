//! The duty table 排班表: who should be on post, month by month.

mod actions;
mod http;
mod sheets;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::{CreateRoster, FillRoster, Filling, PublishRoster};
pub use store::{Assigned, OwnShift, assigned, shifts_of_person};
pub use views::RosterView;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_rosters, http::create_roster))
        .routes(routes!(http::show_roster))
        .routes(routes!(http::fill_roster))
        .routes(routes!(http::set_roster_cell))
        .routes(routes!(http::publish_roster))
        .routes(routes!(http::change_published_roster))
}
