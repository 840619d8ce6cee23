//! Notices to the desk 今日须知: what whoever takes a call must know today, such as a water cut.

mod refusal;
mod standing;
mod writing;

pub use refusal::NoticeRefusal;
pub use standing::{NoticeStanding, NoticeState, change, withdraw};
pub use writing::{LONGEST_RUN, NoticeInput, check_notice};
