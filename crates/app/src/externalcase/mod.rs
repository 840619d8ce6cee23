//! Cases from outside 外部转办: 12345, the street office, headquarters' line.

mod actions;
mod deadline;
mod http;
mod reading;
mod requests;
mod step;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use store::{
    CaseKey, case_key, cases_of_contacts, cases_of_resident, cases_opening_orders, forget_case,
    shows_photo,
};

/// What every ledger entry and obligation of a case is about.
pub const SUBJECT: &str = "external_case";

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_external_cases, http::take_external_case))
        .routes(routes!(http::search_external_cases))
        .routes(routes!(http::show_external_case))
        .routes(routes!(http::ask_case_extension))
        .routes(routes!(http::answer_case_extension))
        .routes(routes!(http::reply_to_case))
        .routes(routes!(http::return_case))
        .routes(routes!(http::close_case))
        .routes(routes!(http::join_case_order))
        .routes(routes!(http::reveal_case_caller))
        .routes(routes!(http::add_case_proof))
        .routes(routes!(http::show_case_proof))
}
