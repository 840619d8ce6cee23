//! Calls for help as stored, and the rings they sent out.

use zhishou_base::{CommunityId, HelpCallId, Instant, PersonId, PostId};
use zhishou_platform::{Act, Conn, DbError, Record, Row, Target, sql};

use crate::coverage::calling::HELP_CALLED;

/// A call for help.
#[derive(Debug, Clone)]
pub struct HelpCall {
    /// Which one.
    pub id: HelpCallId,
    /// The post the caller was at, if at one.
    pub post: Option<PostId>,
    /// Who called.
    pub called_by: PersonId,
    /// When.
    pub called_at: Instant,
}

impl Record for HelpCall {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            post: row.get("post_id")?,
            called_by: row.get("called_by")?,
            called_at: row.get("called_at")?,
        })
    }
}

/// Stores a call for help.
pub async fn add_help_call(act: &mut Act, call: &HelpCall) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "INSERT INTO help_call (community_id, id, post_id, called_by, called_at) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(community)
    .bind(call.id)
    .bind(call.post)
    .bind(call.called_by)
    .bind(call.called_at)
    .run(act)
    .await?;
    Ok(())
}

/// The last call of a person, or from the post they are at.
pub async fn last_help_call(
    act: &mut Act,
    person: PersonId,
    post: Option<PostId>,
) -> Result<Option<HelpCall>, DbError> {
    let community = act.community();
    sql(
        "SELECT id, post_id, called_by, called_at FROM help_call WHERE community_id = $1 \
         AND (called_by = $2 OR post_id = $3) ORDER BY called_at DESC, id DESC LIMIT 1",
    )
    .bind(community)
    .bind(person)
    .bind(post)
    .optional(act)
    .await
}

/// The calls of a time, `from` included, `to` not, in order.
pub async fn help_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<HelpCall>, DbError> {
    sql(
        "SELECT id, post_id, called_by, called_at FROM help_call WHERE community_id = $1 \
         AND called_at >= $2 AND called_at < $3 ORDER BY called_at, id",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await
}

/// One ring of a call for help.
#[derive(Debug, Clone)]
pub struct HelpRing {
    /// Whom it called.
    pub target: Target,
    /// When somebody answered.
    pub answered_at: Option<Instant>,
    /// Who.
    pub answered_by: Option<PersonId>,
    /// What they answered.
    pub answer: Option<String>,
}

impl Record for HelpRing {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let (kind, key): (String, String) = (row.get("target_kind")?, row.get("target_key")?);
        Ok(Self {
            target: Target::parse(&kind, &key).map_err(|problem| DbError::Column {
                column: "target_key".to_owned(),
                problem,
            })?,
            answered_at: row.get("answered_at")?,
            answered_by: row.get("answered_by")?,
            answer: row.get("answer")?,
        })
    }
}

/// Whom a call for help rang, in that order.
pub async fn rings_of_help(
    conn: &mut Conn,
    community: CommunityId,
    call: &HelpCall,
) -> Result<Vec<HelpRing>, DbError> {
    sql(
        "SELECT target_kind, target_key, answered_at, answered_by, answer FROM alert \
         WHERE community_id = $1 AND kind = $2 AND subject_id = $3 AND raised_at = $4 \
         ORDER BY CASE target_kind WHEN 'post' THEN 0 ELSE 1 END, id",
    )
    .bind(community)
    .bind(HELP_CALLED)
    .bind(call.id.subject())
    .bind(call.called_at)
    .all(conn)
    .await
}
