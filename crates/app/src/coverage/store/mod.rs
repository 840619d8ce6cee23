//! The tables of coverage.

mod board;
mod duty;
mod help;
mod history;
mod record_of_time;
mod save;

pub(super) use board::load_board;
pub use duty::StoredDuty;
pub(super) use duty::{add_duty, change_duty, drop_duty, duties_around, duty, touched_duties};
pub use help::HelpCall;
pub(super) use help::{add_help_call, help_between, last_help_call, rings_of_help};
pub(super) use history::{hold_at, hold_of_person, people_there, unattended_minutes};
pub use record_of_time::{Absence, PastHold, PastRelief, PastSignIn};
pub(super) use record_of_time::{
    absences_between, holds_between, last_sign_in, reliefs_between, sign_ins_between,
};
pub(super) use save::save_change;
