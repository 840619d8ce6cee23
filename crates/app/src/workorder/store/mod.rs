//! The tables of work orders.

mod lists;
mod photos;
mod row;

pub use lists::{ListFilter, counts, list, open_per_assignee, unfinished};
pub use photos::{PhotoRow, add_photo, bytes_of, photo, photos_of};
pub use row::{OrderRow, add, load, save};
