//! The ledger: an append-only, hash-chained record of every act, one chain per community.

mod entry;
mod hash;
mod read;
mod secret;
mod verify;

pub(crate) use entry::{Circumstances, Head, append, lock_head, open_chain, save_head};
pub use entry::{Entry, Seq};
pub use hash::GENESIS;
pub use read::{
    ChainHead, LedgerLine, LogRange, News, chains, entries_of_post, entries_of_subject, entry_at,
    hash_at, heads, last_seq, news_after, reveal_secrets,
};
pub(crate) use secret::keep_secret;
pub use secret::{Secret, erase_secrets};
pub use verify::{Erasure, Problem, VerifyReport, verify_chain};
