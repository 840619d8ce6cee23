//! Obligations: what must happen, by when. One engine runs all of them.
//!
//! An obligation ends *discharged*, *waived* or *withdrawn*. Passing its due
//! instant is a breach, a fact beside the outcome: a breached obligation stays
//! open and keeps escalating until it has an outcome.

mod engine;
mod finding;
mod owe;
mod read;
mod settle;
mod wake;

pub use engine::Round;
pub use finding::{FoundBy, NewFinding};
pub use owe::{Owed, StepDue};
pub use read::{ObligationLine, due_of, missed_between, open_of_subject};
pub(crate) use wake::bring_wake_forward;

use std::pin::Pin;

use zhishou_base::{CommunityId, DutyId, Instant, PersonId, PostId};

use crate::db::{Conn, DbError};

/// The kind of the rings of what is overdue.
const OVERDUE_RING: &str = "obligation_due";

/// A boxed answer, so that the resolver can be a trait object.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, DbError>> + Send + 'a>>;

/// Tells who answers for a post; the capability that holds posts gives it.
pub trait OwnerResolver: Send + Sync {
    /// The person who answers for `post` at an instant.
    fn holder_of<'a>(
        &'a self,
        conn: &'a mut Conn,
        community: CommunityId,
        post: PostId,
        at: Instant,
    ) -> Answer<'a, Option<PersonId>>;

    /// The post that `person` holds now, with its duty period.
    fn post_of<'a>(
        &'a self,
        conn: &'a mut Conn,
        community: CommunityId,
        person: PersonId,
    ) -> Answer<'a, Option<(PostId, Option<DutyId>)>>;
}
