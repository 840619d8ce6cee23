//! The plumbing of Zhishou: database, clock, ledger, obligations, live events,
//! blobs and secrets. It knows no capability.
//!
//! The only door for writing is [`Platform::commit`], which runs one [`Work`]
//! inside one [`Act`]: the community's ledger head is locked first, rows,
//! ledger entries, obligations and alerts are saved together, or not at all.

mod act;
mod alerts;
mod answers;
mod blobs;
mod clock;
pub mod db;
mod entropy;
mod error;
mod events;
mod failpoint;
pub mod ledger;
pub mod migrate;
pub mod obligations;
mod password;
mod platform;
mod vault;
mod vault_key;

pub use act::{Act, ActRequest, Work};
pub use alerts::{Ring, Target, Urgency};
pub use blobs::{BlobKey, Blobs};
pub use clock::{Clock, ManualClock, Pacer, SystemClock};
pub use db::{Column, Conn, Db, DbError, Reader, Record, Row, Statement, Value, sql, sql_built};
pub use entropy::{Entropy, SeededEntropy, SystemEntropy};
pub use error::{AppError, FieldError};
pub use events::Wakes;
pub use failpoint::{FailPoint, FailPoints};
pub use ledger::{Entry, Secret, Seq};
pub use obligations::{Owed, OwnerResolver, StepDue};
pub use password::{PasswordCost, PasswordHash, hash_password, verify_password};
pub use platform::{Platform, PlatformParts, Unrecorded};
pub use vault::Vault;
