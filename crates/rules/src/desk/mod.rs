//! The desk 接待: what is written down of a call, a visit or a message.

mod contact;
mod correction;
mod refusal;

pub use contact::{
    ContactChannel, ContactInput, ContactKind, ContactState, MOST_PHOTOS, add_photo, check_contact,
    correct, settle,
};
pub use correction::ContactCorrection;
pub use refusal::DeskRefusal;
