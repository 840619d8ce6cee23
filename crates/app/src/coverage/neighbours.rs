//! What coverage asks of people and roster, in one place.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, Date, Instant, PersonId, PostId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::access::Role;

use crate::{people, roster};

/// The roles of the staff who work for the community on the day of an instant.
pub async fn roles_now(
    conn: &mut Conn,
    community: CommunityId,
    now: Instant,
) -> Result<BTreeMap<PersonId, Vec<Role>>, AppError> {
    let date = people::community(conn, community)
        .await?
        .offset
        .date_of(now);
    let staff = people::staff(conn, community).await?;
    Ok(staff
        .into_iter()
        .filter(|person| person.employment.is_active_on(date))
        .map(|person| (person.id, person.roles))
        .collect())
}

/// Who the published roster names for a shift, the responsible one first;
/// empty where no roster is published, and the roles of the shift then decide.
pub async fn assigned(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    shift: &str,
    date: Date,
) -> Result<Vec<PersonId>, AppError> {
    let named = roster::assigned(conn, community, post, shift, date).await?;
    Ok(named.into_iter().map(|named| named.person).collect())
}
