//! The desk 接待: calls, visits and messages, written down as they come.

mod actions;
mod http;
mod photos;
mod revealing;
mod store;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::{
    ContactTaken, SettleContact, TakeContact, link_work_order, settle_contact, take_contact,
};
pub use http::TakeContactRequest;
pub use revealing::RevealCarOwner;
pub use store::{
    Contact, ContactTally, contact, contacts_of_resident, corrections_of, forget_contact,
    open_contacts, shows_photo, tally as contact_tally,
};
pub use views::ContactView;

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::take_contact, http::list_contacts))
        .routes(routes!(http::search_contacts))
        .routes(routes!(http::show_contact))
        .routes(routes!(http::correct_contact))
        .routes(routes!(http::settle_contact))
        .routes(routes!(http::reveal_caller))
        .routes(routes!(http::reveal_car_owner))
        .routes(routes!(http::add_contact_photo))
        .routes(routes!(http::show_contact_photo))
        .routes(routes!(http::find_callers))
        .routes(routes!(http::list_scripts))
}
