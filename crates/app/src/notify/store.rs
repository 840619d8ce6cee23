//! Alerts as stored by the plumbing.

use zhishou_base::{AlertId, CommunityId, Instant, PersonId, PostId, SubjectId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Urgency, sql};
use zhishou_rules::access::Role;

/// An alert.
#[derive(Debug, Clone)]
pub struct Alert {
    /// Which one.
    pub id: AlertId,
    /// How loudly it rings.
    pub urgency: Urgency,
    /// What for.
    pub kind: String,
    /// What it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject: SubjectId,
    /// The post concerned.
    pub post: Option<PostId>,
    /// Facts, as the caller gave them.
    pub body: serde_json::Value,
    /// When it began to ring.
    pub raised_at: Instant,
    /// When somebody answered.
    pub answered_at: Option<Instant>,
    /// Who.
    pub answered_by: Option<PersonId>,
    /// What they answered.
    pub answer: Option<String>,
}

impl Record for Alert {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            urgency: row.parse("urgency")?,
            kind: row.get("kind")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
            post: row.get("post_id")?,
            body: row.json("body_json")?,
            raised_at: row.get("raised_at")?,
            answered_at: row.get("answered_at")?,
            answered_by: row.get("answered_by")?,
            answer: row.get("answer")?,
        })
    }
}

impl Alert {
    /// The step of an escalation that rang it, by its planned instant; absent for other alerts.
    fn step(&self) -> Option<i64> {
        self.body.get("step_due_at")?.as_i64()
    }
}

/// Whom alerts may be addressed to so that a person hears them.
#[derive(Debug, Clone)]
pub struct Ears {
    /// The person.
    pub person: PersonId,
    /// The posts they answer for, their own and those whose line was given to them.
    pub posts: Vec<PostId>,
    /// Their roles.
    pub roles: Vec<Role>,
}

impl Ears {
    fn addresses(&self) -> Vec<(&'static str, String)> {
        let mut addresses = vec![("person", self.person.to_string())];
        addresses.extend(self.posts.iter().map(|post| ("post", post.to_string())));
        addresses.extend(
            self.roles
                .iter()
                .map(|role| ("role", role.as_str().to_owned())),
        );
        addresses
    }
}

/// The alerts of a person since an instant: unanswered ones first, then newest first.
pub async fn alerts_for(
    conn: &mut Conn,
    community: CommunityId,
    ears: &Ears,
    since: Instant,
) -> Result<Vec<Alert>, AppError> {
    let mut alerts: Vec<Alert> = Vec::new();
    for (kind, key) in ears.addresses() {
        let found: Vec<Alert> = sql(
            "SELECT id, urgency, kind, subject_kind, subject_id, post_id, \
             body_json, raised_at, answered_at, answered_by, answer FROM alert \
             WHERE community_id = $1 AND target_kind = $2 AND target_key = $3 \
             AND (answered_at IS NULL OR raised_at >= $4) \
             ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, raised_at DESC, id \
             LIMIT 100",
        )
        .bind(community)
        .bind(kind)
        .bind(key)
        .bind(since)
        .all(conn)
        .await?;
        alerts.extend(found);
    }
    alerts.sort_by_key(|alert| (alert.answered_at.is_some(), -alert.raised_at.0, alert.id));
    Ok(alerts)
}

/// One alert, if it is addressed to the person.
pub async fn alert_for(
    conn: &mut Conn,
    community: CommunityId,
    ears: &Ears,
    id: AlertId,
) -> Result<Alert, AppError> {
    for (kind, key) in ears.addresses() {
        let found = sql(
            "SELECT id, urgency, kind, subject_kind, subject_id, post_id, body_json, \
             raised_at, answered_at, answered_by, answer FROM alert \
             WHERE community_id = $1 AND id = $2 AND target_kind = $3 AND target_key = $4",
        )
        .bind(community)
        .bind(id)
        .bind(kind)
        .bind(key)
        .optional(conn)
        .await?;
        if let Some(alert) = found {
            return Ok(alert);
        }
    }
    Err(AppError::NotFound { what: "该提醒" })
}

/// The unanswered alerts by which the others are called about the same thing: one call reaches
/// people by name, by post and by role, each by an alert of its own. A later step of an
/// escalation is another call, also when both went out in one round after a pause.
pub async fn same_call(
    conn: &mut Conn,
    community: CommunityId,
    alert: &Alert,
) -> Result<Vec<AlertId>, AppError> {
    let found: Vec<Alert> = sql(
        "SELECT id, urgency, kind, subject_kind, subject_id, post_id, \
         body_json, raised_at, answered_at, answered_by, answer FROM alert \
         WHERE community_id = $1 AND kind = $2 AND subject_id = $3 AND raised_at = $4 \
         AND answered_at IS NULL AND id <> $5 ORDER BY id",
    )
    .bind(community)
    .bind(&alert.kind)
    .bind(alert.subject)
    .bind(alert.raised_at)
    .bind(alert.id)
    .all(conn)
    .await?;
    let others = found.iter().filter(|other| other.step() == alert.step());
    Ok(others.map(|other| other.id).collect())
}

/// Stores one answer of a person to alerts that nobody has answered.
pub async fn answer(
    conn: &mut Conn,
    community: CommunityId,
    alerts: &[AlertId],
    (at, by): (Instant, PersonId),
    answer: &str,
) -> Result<(), AppError> {
    for id in alerts {
        sql(
            "UPDATE alert SET answered_at = $1, answered_by = $2, answer = $3 \
             WHERE community_id = $4 AND id = $5 AND answered_at IS NULL",
        )
        .bind(at)
        .bind(by)
        .bind(answer)
        .bind(community)
        .bind(*id)
        .run(conn)
        .await?;
    }
    Ok(())
}
