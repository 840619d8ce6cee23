//! Reading who held what, and what comes next.

use std::collections::BTreeSet;

use zhishou_base::{CommunityId, DutyId, Instant, PersonId, PostId, Span};
use zhishou_platform::{Act, Conn, DbError, Record, Row, sql};

/// Who answered: a person, or through another post.
pub struct HeldBy {
    /// The person, or none.
    pub person: Option<PersonId>,
    /// The other post, or none.
    pub via: Option<PostId>,
}

impl Record for HeldBy {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            person: row.get("person_id")?,
            via: row.get("via_post_id")?,
        })
    }
}

/// The hold of a post at an instant.
pub async fn hold_at(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    at: Instant,
) -> Result<Option<HeldBy>, DbError> {
    sql(
        "SELECT person_id, via_post_id FROM post_hold WHERE community_id = $1 AND post_id = $2 \
         AND from_at <= $3 AND (to_at IS NULL OR to_at > $4) ORDER BY seq DESC LIMIT 1",
    )
    .bind(community)
    .bind(post)
    .bind(at)
    .bind(at)
    .optional(conn)
    .await
}

/// A post a person holds now.
pub struct OpenHold {
    /// The post.
    pub post: PostId,
    /// Its duty.
    pub duty: Option<DutyId>,
}

impl Record for OpenHold {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            duty: row.get("duty_id")?,
        })
    }
}

/// The post that a person holds now; the one taken last when he holds two.
pub async fn hold_of_person(
    conn: &mut Conn,
    community: CommunityId,
    person: PersonId,
) -> Result<Option<OpenHold>, DbError> {
    sql(
        "SELECT post_id, duty_id FROM post_hold WHERE community_id = $1 AND person_id = $2 \
         AND to_at IS NULL ORDER BY from_at DESC, post_id LIMIT 1",
    )
    .bind(community)
    .bind(person)
    .optional(conn)
    .await
}

struct Interval {
    post: PostId,
    from_at: Instant,
    to_at: Option<Instant>,
}

impl Record for Interval {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            from_at: row.get("from_at")?,
            to_at: row.get("to_at")?,
        })
    }
}

/// How long each post was unattended within a time, open intervals until `now`.
pub async fn unattended_minutes(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    now: Instant,
) -> Result<Vec<(PostId, Span)>, DbError> {
    let rows: Vec<Interval> = sql(
        "SELECT post_id, from_at, to_at FROM unattended WHERE community_id = $1 \
         AND (to_at IS NULL OR to_at > $2) AND from_at < $3 ORDER BY post_id, from_at",
    )
    .bind(community)
    .bind(from)
    .bind(now)
    .all(conn)
    .await?;
    let mut sums: Vec<(PostId, Span)> = Vec::new();
    for Interval {
        post,
        from_at,
        to_at,
    } in rows
    {
        let length = to_at.unwrap_or(now).min(now).since(from_at.max(from));
        match sums.last_mut().filter(|(last, _)| *last == post) {
            Some((_, sum)) => *sum = *sum + length,
            None => sums.push((post, length)),
        }
    }
    Ok(sums)
}

/// Who has signed in for a duty or stands it.
pub async fn people_there(act: &mut Act, duty: DutyId) -> Result<BTreeSet<PersonId>, DbError> {
    let community = act.community();
    let rows: Vec<(PersonId,)> = sql("SELECT person_id AS value FROM sign_in \
         WHERE community_id = $1 AND duty_id = $2 \
         UNION SELECT person_id AS value FROM post_hold WHERE community_id = $3 \
         AND duty_id = $4 AND to_at IS NULL AND person_id IS NOT NULL ORDER BY value")
    .bind(community)
    .bind(duty)
    .bind(community)
    .bind(duty)
    .all(act)
    .await?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}
