//! Who may do what: roles × verbs, in one table.

mod table;

pub use table::{Role, Verb, may};
