//! Work orders 工单.
//!
//! Others ask [`open_for_handover`] and [`counts`] what is open, and let
//! [`dispose`] carry out what a handover decided.

mod actions;
mod context;
mod deadlines;
mod handing_over;
mod http;
mod reading;
mod requests;
mod step;
mod store;
mod timeline;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use actions::{
    AcceptWorkOrder, AddDetails, ArchiveWorkOrder, ArriveOnSite, CallBackCustomer, CallFacts,
    DeferWorkOrder, DispatchWorkOrder, Disposal, FinishWorkOrder, GiveFirstReply, MOST_PHOTOS,
    RegisterWorkOrder, TakeContactWithOrder, TellDepartmentHead, check_disposal, dispose,
    register_work_order,
};
pub use context::Desk;
pub use handing_over::{OpenItem, number_of_order, open_for_handover, order_numbered};
pub use reading::{contact_of_order, counts, order_line};
pub use step::{Opened, OrderReceipt, with_text};
pub use store::{
    OrderKey, forget_order, order_key, orders_of_contacts, orders_of_resident, shows_photo,
};
pub use timeline::timeline;
pub use views::{CountsView, OrderLine, OrderPerson, TimelineEntry};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_work_orders, http::register_work_order))
        .routes(routes!(http::search_work_orders))
        .routes(routes!(http::take_contact_with_order))
        .routes(routes!(http::count_work_orders))
        .routes(routes!(http::list_assignees))
        .routes(routes!(http::show_work_order))
        .routes(routes!(http::dispatch_work_order))
        .routes(routes!(http::reassign_work_order))
        .routes(routes!(http::accept_work_order))
        .routes(routes!(http::arrive_on_site))
        .routes(routes!(http::finish_work_order))
        .routes(routes!(http::reject_work_order))
        .routes(routes!(http::defer_work_order))
        .routes(routes!(http::change_matter))
        .routes(routes!(http::close_work_order))
        .routes(routes!(http::call_back_customer))
        .routes(routes!(http::archive_work_order))
        .routes(routes!(http::reopen_work_order))
        .routes(routes!(http::tell_department_head))
        .routes(routes!(http::give_first_reply))
        .routes(routes!(http::confirm_as_slip))
        .routes(routes!(http::carry_over))
        .routes(routes!(http::add_note))
        .routes(routes!(http::add_details))
        .routes(routes!(http::reveal_caller_phone))
        .routes(routes!(http::add_photo))
        .routes(routes!(http::show_photo))
}
