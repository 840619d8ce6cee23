//! The tables of work orders.

mod forgetting;
mod lists;
mod photos;
mod row;

pub use forgetting::{OrderKey, forget_order, order_key, orders_of_contacts, orders_of_resident};
pub use lists::{ListFilter, counts, list, open_per_assignee, unfinished};
pub use photos::{PhotoRow, add_photo, bytes_of, photo, photos_of, shows_photo};
pub use row::{OrderRow, add, load, numbered, save};
