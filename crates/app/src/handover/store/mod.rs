//! The tables of handover.

mod around;
mod record;

pub(super) use around::{
    PostItem, add_condition, add_item, condition_post, items_of, lift_condition, save_item,
    standing_of, Condition, conditions_of,
};
pub(super) use record::{
    Amendment, HandoverLine, Stored, add, amend, amendments, by_id, last_passed, list, open_of,
    save,
};
