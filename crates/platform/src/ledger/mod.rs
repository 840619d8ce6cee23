//! The ledger: an append-only, hash-chained record of every act, one chain per community.

mod entry;
mod erasing;
mod hash;
mod heads;
mod read;
mod secret;
mod verify;

pub(crate) use entry::{Circumstances, Head, append, lock_head, open_chain, save_head};
pub use entry::{Entry, Seq};
pub use erasing::{bodies_of_subject, erase_secrets, secret_ids, secret_ids_of_subject};
pub use hash::GENESIS;
pub use heads::{ChainHead, VerbCount, chains, hash_at, head_of, heads, last_seq, verbs_between};
pub use read::{
    LedgerLine, LogRange, News, entries_of_post, entries_of_subject, entry_at, news_after,
    reveal_secrets,
};
pub use secret::Secret;
pub(crate) use secret::{NewSecret, keep_secrets};
pub use verify::{Erasure, Problem, VerifyReport, verify_chain};
