//! The demo community: a week of an invented but typical service centre,
//! played through the same actions that people use, on a clock of its own.

mod agenda;
mod alerts;
mod burst_pipe;
mod cast;
mod chance;
mod contacts;
mod duties;
mod faults;
mod founding;
mod holding;
mod homes;
mod http;
mod matters;
mod notices;
mod orders;
mod play;
mod stage;
mod steps;
mod words;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use cast::{CAST, Member, PASSWORD, PIN};
pub use holding::{Holding, what_it_holds};
pub use play::{DemoReport, fill, fill_days};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(http::fill_demo))
}
