//! Reading what is owed.

use zhishou_base::{CommunityId, Instant, ObligationId, PostId, SubjectId};

use crate::alerts::Target;
use crate::db::{Conn, DbError, Record, Row, sql};

/// One obligation as screens show it.
#[derive(Debug, Clone)]
pub struct ObligationLine {
    /// Which one.
    pub id: ObligationId,
    /// The rule that asks for it.
    pub rule_key: String,
    /// What it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject: SubjectId,
    /// The number people call it by.
    pub number: Option<String>,
    /// Which time of several.
    pub occurrence: String,
    /// Who owes it.
    pub owner: Target,
    /// The post concerned.
    pub post: Option<PostId>,
    /// When it must be done.
    pub due_at: Instant,
    /// When it was missed, if it was.
    pub breached_at: Option<Instant>,
    /// Since when the clock is stopped, if it is.
    pub paused_at: Option<Instant>,
    /// `open`, `discharged`, `waived` or `withdrawn`.
    pub outcome: String,
}

impl Record for ObligationLine {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let (kind, key): (String, String) = (row.get("owner_kind")?, row.get("owner_key")?);
        let owner = Target::parse(&kind, &key).map_err(|problem| DbError::Column {
            column: "owner_key".to_owned(),
            problem,
        })?;
        Ok(Self {
            id: row.get("id")?,
            rule_key: row.get("rule_key")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
            number: row.get("number")?,
            occurrence: row.get("occurrence")?,
            owner,
            post: row.get("post_id")?,
            due_at: row.get("due_at")?,
            breached_at: row.get("breached_at")?,
            paused_at: row.get("paused_at")?,
            outcome: row.get("outcome")?,
        })
    }
}

/// What is open about one subject, most pressing first.
pub async fn open_of_subject(
    conn: &mut Conn,
    community: CommunityId,
    subject: SubjectId,
) -> Result<Vec<ObligationLine>, DbError> {
    sql(
        "SELECT id, rule_key, subject_kind, subject_id, number, occurrence, owner_kind, owner_key, \
         post_id, due_at, breached_at, paused_at, outcome FROM obligation \
         WHERE community_id = $1 AND subject_id = $2 AND outcome = 'open' ORDER BY due_at, id",
    )
    .bind(community)
    .bind(subject)
    .all(conn)
    .await
}

/// Until when something was or is owed, whatever became of it, unless it was withdrawn.
pub async fn due_of(
    conn: &mut Conn,
    community: CommunityId,
    rule_key: &str,
    (subject, occurrence): (SubjectId, &str),
) -> Result<Option<Instant>, DbError> {
    let found: Option<(Instant,)> = sql(
        "SELECT due_at AS value FROM obligation WHERE community_id = $1 AND rule_key = $2 \
         AND subject_id = $3 AND occurrence = $4 AND outcome <> 'withdrawn'",
    )
    .bind(community)
    .bind(rule_key)
    .bind(subject)
    .bind(occurrence)
    .optional(conn)
    .await?;
    Ok(found.map(|(due_at,)| due_at))
}

/// What was missed within a time, whatever became of it later, in order.
pub async fn missed_between(
    conn: &mut Conn,
    community: CommunityId,
    from: Instant,
    to: Instant,
) -> Result<Vec<ObligationLine>, DbError> {
    sql(
        "SELECT id, rule_key, subject_kind, subject_id, number, occurrence, owner_kind, owner_key, \
         post_id, due_at, breached_at, paused_at, outcome FROM obligation \
         WHERE community_id = $1 AND breached_at >= $2 AND breached_at < $3 \
         ORDER BY breached_at, id",
    )
    .bind(community)
    .bind(from)
    .bind(to)
    .all(conn)
    .await
}
