//! The tables of cases.

mod forgetting;
mod lists;
mod photos;
mod row;

pub use forgetting::{
    CaseKey, case_key, cases_of_contacts, cases_of_resident, cases_opening_orders, forget_case,
};
pub use lists::{CaseFilter, list};
pub use photos::{ProofRow, add_photo, bytes_of, photo, photos_of, shows_photo};
pub use row::{CaseRow, add, load, numbered, save};
