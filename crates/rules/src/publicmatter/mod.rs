//! Public matters 公共事项: one cause, many calls, one agreed answer.
//!
//! The second caller about the same thing gets the answer that was agreed, is written down in one
//! act, and leaves nothing open.

mod matter;
mod notice;
mod refusal;

pub use matter::{
    Joined, JoiningCall, PublicMatterInput, check_matter, close_matter, contact_of, join_contact,
    may_change,
};
pub use notice::{MatterNotice, NoticeFacts, compose_notice};
pub use refusal::PublicMatterRefusal;
