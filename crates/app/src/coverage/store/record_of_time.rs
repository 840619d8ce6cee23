//! What was so at the posts within a time: for those who write reports.

use zhishou_base::{CommunityId, DutyId, Instant, PersonId, PostId, ReliefId};
use zhishou_platform::obligations::due_of;
use zhishou_platform::{Conn, DbError, Record, Row, sql};

use crate::coverage::owing::SIGN_IN;

/// Who answered for a post, from when to when.
#[derive(Debug, Clone)]
pub struct PastHold {
    /// The post.
    pub post: PostId,
    /// The duty it was held for.
    pub duty: Option<DutyId>,
    /// The person, or none when another post answered.
    pub person: Option<PersonId>,
    /// The other post that answered.
    pub via: Option<PostId>,
    /// From when.
    pub from_at: Instant,
    /// Until when; absent while it lasts.
    pub to_at: Option<Instant>,
    /// What made it begin, such as `handover`.
    pub began_by: String,
}

impl Record for PastHold {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            duty: row.get("duty_id")?,
            person: row.get("person_id")?,
            via: row.get("via_post_id")?,
            from_at: row.get("from_at")?,
            to_at: row.get("to_at")?,
            began_by: row.get("began_by")?,
        })
    }
}

/// The holds that touch a time, by post and start.
pub async fn holds_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<PastHold>, DbError> {
    sql(
        "SELECT post_id, duty_id, person_id, via_post_id, from_at, to_at, began_by \
         FROM post_hold WHERE community_id = $1 AND (to_at IS NULL OR to_at > $2) \
         AND from_at < $3 ORDER BY post_id, seq",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await
}

/// A time in which nobody was there although somebody should have been.
#[derive(Debug, Clone)]
pub struct Absence {
    /// The post.
    pub post: PostId,
    /// From when.
    pub from_at: Instant,
    /// Until when; absent while it lasts.
    pub to_at: Option<Instant>,
    /// Who answered for the post meanwhile.
    pub holder: Option<PersonId>,
}

impl Record for Absence {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            from_at: row.get("from_at")?,
            to_at: row.get("to_at")?,
            holder: row.get("holder_id")?,
        })
    }
}

/// The unattended times that touch a time, by post and start.
pub async fn absences_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<Absence>, DbError> {
    sql(
        "SELECT post_id, from_at, to_at, holder_id FROM unattended WHERE community_id = $1 \
         AND (to_at IS NULL OR to_at > $2) AND from_at < $3 ORDER BY post_id, from_at, id",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await
}

/// When somebody signed in for a duty.
#[derive(Debug, Clone)]
pub struct PastSignIn {
    /// The duty.
    pub duty: DutyId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Instant,
    /// The last instant at which it would have been punctual, where the person owed it.
    pub last_at: Option<Instant>,
}

impl Record for PastSignIn {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            duty: row.get("duty_id")?,
            person: row.get("person_id")?,
            at: row.get("signed_in_at")?,
            last_at: None,
        })
    }
}

/// The sign-ins of the duties that touch a time, by time.
pub async fn sign_ins_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<PastSignIn>, DbError> {
    let mut sign_ins: Vec<PastSignIn> = sql(
        "SELECT s.duty_id, s.person_id, s.signed_in_at FROM sign_in s \
         JOIN duty d ON d.community_id = s.community_id AND d.id = s.duty_id \
         WHERE s.community_id = $1 AND d.ends_at > $2 AND d.starts_at < $3 \
         ORDER BY s.signed_in_at, s.duty_id, s.person_id",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await?;
    for one in &mut sign_ins {
        one.last_at = last_sign_in(conn, community, one.duty, one.person).await?;
    }
    Ok(sign_ins)
}

/// Until when a person owed the sign-in for a duty; `None` where they did not.
pub async fn last_sign_in(
    conn: &mut Conn,
    community: CommunityId,
    duty: DutyId,
    person: PersonId,
) -> Result<Option<Instant>, DbError> {
    due_of(
        conn,
        community,
        SIGN_IN,
        (duty.subject(), &person.to_string()),
    )
    .await
}

/// A relief that was asked for, or an emergency leave.
#[derive(Debug, Clone)]
pub struct PastRelief {
    /// Which.
    pub id: ReliefId,
    /// The post.
    pub post: PostId,
    /// Who left or wanted to.
    pub asker: PersonId,
    /// Why.
    pub reason: String,
    /// Left first, asked while leaving.
    pub emergency: bool,
    /// When.
    pub asked_at: Instant,
    /// What became of it, such as `ended`.
    pub state: String,
}

impl Record for PastRelief {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            post: row.get("post_id")?,
            asker: row.get("asker_id")?,
            reason: row.get("reason")?,
            emergency: row.get("emergency")?,
            asked_at: row.get("asked_at")?,
            state: row.get("state")?,
        })
    }
}

/// The reliefs that were asked for within a time, in order.
pub async fn reliefs_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<PastRelief>, DbError> {
    sql(
        "SELECT id, post_id, asker_id, reason, emergency, asked_at, state FROM relief \
         WHERE community_id = $1 AND asked_at >= $2 AND asked_at < $3 ORDER BY asked_at, id",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await
}
