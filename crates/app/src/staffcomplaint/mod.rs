//! Complaints about staff 投诉员工: taken at the desk, seen and handled above the person concerned.

mod actions;
mod forgetting;
mod http;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use forgetting::{ComplaintKey, complaint_key, complaints_of_resident, forget_complaint};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            http::take_staff_complaint,
            http::list_staff_complaints
        ))
        .routes(routes!(http::show_staff_complaint))
        .routes(routes!(http::reply_to_staff_complaint))
        .routes(routes!(http::close_staff_complaint))
        .routes(routes!(http::reveal_complainant))
}
