//! The tables of handover.

mod around;
mod forgetting;
mod record;

pub(super) use around::{
    Condition, PostItem, add_condition, add_item, condition_post, conditions_of, items_of,
    lift_condition, save_item, standing_of,
};
pub use forgetting::forget_matters;
pub(super) use record::{
    Amendment, Stored, add, amend, amendments, between, by_id, last_ended, last_passed, list,
    open_of, save,
};
