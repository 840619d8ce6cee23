//! What can be done to a case. Each is one act.

mod closing;
mod extension;
mod order;
mod proof;
mod reply;
mod reveal;
mod take;

pub use closing::{CloseCase, ReturnCase};
pub use extension::{AnswerExtension, AskExtension};
pub use order::JoinCaseOrder;
pub use proof::AddProof;
pub use reply::ReplyToCase;
pub use reveal::RevealCaseCaller;
pub use take::TakeExternalCase;
