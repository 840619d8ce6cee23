//! Who answers for a post at an instant, for deadlines, alarms and the ledger.

use zhishou_base::{CommunityId, DutyId, Instant, PersonId, PostId};
use zhishou_platform::obligations::Answer;
use zhishou_platform::{Conn, DbError, OwnerResolver};

use super::store;

/// The resolver that the plumbing asks.
pub struct PostHolders;

/// More steps than any chain of posts has.
const MOST_STEPS: usize = 16;

/// The person who answers for a post at an instant, following lines given away.
///
/// # Errors
/// The database failed.
pub async fn holder_at(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    at: Instant,
) -> Result<Option<PersonId>, DbError> {
    let mut next = post;
    for _ in 0..MOST_STEPS {
        let Some(held) = store::hold_at(conn, community, next, at).await? else {
            return Ok(None);
        };
        match (held.person, held.via) {
            (Some(person), _) => return Ok(Some(person)),
            (None, Some(via)) => next = via,
            (None, None) => return Ok(None),
        }
    }
    Ok(None)
}

/// The post that a person holds now, with its duty.
///
/// # Errors
/// The database failed.
pub async fn post_held_by(
    conn: &mut Conn,
    community: CommunityId,
    person: PersonId,
) -> Result<Option<(PostId, Option<DutyId>)>, DbError> {
    let held = store::hold_of_person(conn, community, person).await?;
    Ok(held.map(|held| (held.post, held.duty)))
}

impl OwnerResolver for PostHolders {
    fn holder_of<'a>(
        &'a self,
        conn: &'a mut Conn,
        community: CommunityId,
        post: PostId,
        at: Instant,
    ) -> Answer<'a, Option<PersonId>> {
        Box::pin(holder_at(conn, community, post, at))
    }

    fn post_of<'a>(
        &'a self,
        conn: &'a mut Conn,
        community: CommunityId,
        person: PersonId,
    ) -> Answer<'a, Option<(PostId, Option<DutyId>)>> {
        Box::pin(post_held_by(conn, community, person))
    }
}
