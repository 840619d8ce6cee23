//! The engine: breaches what passed its due instant and fires escalation steps.
//!
//! It is idempotent, takes no input but the clock, and works in bounded
//! batches. Two instances never fire the same step: each round holds the
//! community's ledger head, and steps are compared and set.

use serde_json::json;
use zhishou_base::{Actor, CommunityId, Instant, ObligationId, PostId, Span, SubjectId};

use super::OVERDUE_RING;
use super::finding::{FoundBy, NewFinding};
use super::read::ObligationLine;
use super::wake::set_wake;
use crate::act::{Act, ActRequest, Work};
use crate::alerts::{Ring, Target, Urgency};
use crate::db::{DbError, Record, Row, sql};
use crate::error::AppError;
use crate::ledger::Entry;
use crate::platform::Platform;

const BATCH: i64 = 100;
const LEASE: Span = Span::seconds(20);

/// What one look of the engine did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Obligations that were found past their due instant.
    pub breached: u64,
    /// Escalation steps that were fired.
    pub fired: u64,
}

impl Platform {
    /// Looks at every community whose time has come. One that fails is tried again when
    /// its lease has run out, and does not keep the others waiting.
    ///
    /// # Errors
    /// The database failed, or the first failure of a community; what was committed
    /// stays, the rest is done next time.
    pub async fn run_obligations(&self) -> Result<Round, AppError> {
        let (mut total, mut failed) = (Round::default(), None);
        while let Some(community) = self.lease_a_community().await? {
            let request = ActRequest {
                community,
                actor: Actor::ENGINE,
                happened_at: None,
                client_id: None,
                opens_chain: false,
            };
            match self.commit(&request, &KeepDeadlines).await {
                Ok((breached, fired)) => {
                    total.breached += breached;
                    total.fired += fired;
                }
                Err(error) => {
                    tracing::error!(%community, %error, "a community's deadlines were not looked at");
                    failed = failed.or(Some(error));
                }
            }
        }
        failed.map_or(Ok(total), Err)
    }

    /// Takes one community whose time has come and that no other instance is looking at.
    async fn lease_a_community(&self) -> Result<Option<CommunityId>, AppError> {
        let now = self.now();
        let due: Vec<(CommunityId,)> = sql("SELECT community_id AS value FROM community_wake \
             WHERE next_at <= $1 AND lease_until <= $2 ORDER BY next_at, community_id LIMIT 20")
        .bind(now)
        .bind(now)
        .all(&mut *self.read().await?)
        .await?;
        for (community,) in due {
            let mut conn = self.db().write().await?;
            let taken = sql("UPDATE community_wake SET lease_until = $1 \
                 WHERE community_id = $2 AND next_at <= $3 AND lease_until <= $4")
            .bind(now + LEASE)
            .bind(community)
            .bind(now)
            .bind(now)
            .run(&mut conn)
            .await?;
            conn.commit().await?;
            if taken > 0 {
                return Ok(Some(community));
            }
        }
        Ok(None)
    }
}

struct KeepDeadlines;

impl Work for KeepDeadlines {
    type Outcome = (u64, u64);

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("obligations.keep_deadlines", String::new()))
    }

    async fn run(&self, act: &mut Act) -> Result<Self::Outcome, AppError> {
        act.allow_empty();
        let overdue = act.overdue().await?;
        for line in &overdue {
            act.breach(line).await?;
        }
        let steps = act.steps_due().await?;
        let mut fired = 0;
        for step in &steps {
            fired += act.fire(step).await?;
        }
        act.plan_next_look().await?;
        Ok((overdue.len() as u64, fired))
    }
}

struct Step {
    obligation: ObligationId,
    number: i64,
    due_at: Instant,
    target: Target,
    urgency: Urgency,
    rule_key: String,
    subject_kind: String,
    subject: SubjectId,
    about_number: Option<String>,
    post: Option<PostId>,
    obligation_due_at: Instant,
}

impl Record for Step {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let (kind, key): (String, String) = (row.get("target_kind")?, row.get("target_key")?);
        Ok(Self {
            obligation: row.get("obligation_id")?,
            number: row.get("step_no")?,
            due_at: row.get("due_at")?,
            target: Target::parse(&kind, &key).map_err(|problem| DbError::Column {
                column: "target_key".to_owned(),
                problem,
            })?,
            urgency: row.parse("urgency")?,
            rule_key: row.get("rule_key")?,
            subject_kind: row.get("subject_kind")?,
            subject: row.get("subject_id")?,
            about_number: row.get("about_number")?,
            post: row.get("post_id")?,
            obligation_due_at: row.get("obligation_due_at")?,
        })
    }
}

impl Act {
    async fn overdue(&mut self) -> Result<Vec<ObligationLine>, AppError> {
        let (community, now) = (self.community(), self.now());
        Ok(sql(
            "SELECT id, rule_key, subject_kind, subject_id, number, occurrence, owner_kind, \
                owner_key, post_id, due_at, breached_at, paused_at, outcome FROM obligation \
                WHERE community_id = $1 AND outcome = 'open' AND breached_at IS NULL \
                AND paused_at IS NULL AND due_at <= $2 ORDER BY due_at, id LIMIT $3",
        )
        .bind(community)
        .bind(now)
        .bind(BATCH)
        .all(self)
        .await?)
    }

    pub(super) async fn breach(&mut self, line: &ObligationLine) -> Result<(), AppError> {
        let community = self.community();
        sql("UPDATE obligation SET breached_at = $1 \
             WHERE community_id = $2 AND id = $3 AND breached_at IS NULL")
        .bind(line.due_at)
        .bind(community)
        .bind(line.id)
        .run(self)
        .await?;
        let person = match &line.owner {
            Target::Person(person) => Some(*person),
            Target::Post(post) => {
                let platform = self.platform().clone();
                platform
                    .owners()
                    .holder_of(self, community, *post, line.due_at)
                    .await?
            }
            Target::Role(_) => None,
        };
        self.find(NewFinding {
            kind: &line.rule_key,
            found_by: FoundBy::Breach(line.id),
            subject_kind: &line.subject_kind,
            subject: line.subject,
            post: line.post,
            person,
            found_at: line.due_at,
        })
        .await?;
        let entry = Entry::new("obligation.breached")
            .subject("obligation", line.id.subject())
            .post(line.post)
            .body(&json!({
                "rule_key": line.rule_key,
                "about": line.subject,
                "about_kind": line.subject_kind,
                "number": line.number,
                "due_at": line.due_at,
                "person_id": person,
            }));
        self.record(entry).await?;
        Ok(())
    }

    async fn steps_due(&mut self) -> Result<Vec<Step>, AppError> {
        let (community, now) = (self.community(), self.now());
        Ok(sql(
            "SELECT s.obligation_id, s.step_no, s.due_at, s.target_kind, s.target_key, \
                s.urgency, o.rule_key, o.subject_kind, o.subject_id, o.number AS about_number, o.post_id, o.due_at AS obligation_due_at \
                FROM obligation_step s \
                JOIN obligation o ON o.community_id = s.community_id AND o.id = s.obligation_id \
                WHERE s.community_id = $1 AND s.fired_at IS NULL AND s.due_at <= $2 \
                AND o.outcome = 'open' AND o.paused_at IS NULL \
                ORDER BY s.due_at, s.obligation_id, s.step_no LIMIT $3",
        )
        .bind(community)
        .bind(now)
        .bind(BATCH)
        .all(self)
        .await?)
    }

    async fn fire(&mut self, step: &Step) -> Result<u64, AppError> {
        let (community, now) = (self.community(), self.now());
        let won = sql(
            "UPDATE obligation_step SET fired_at = $1 WHERE community_id = $2 \
             AND obligation_id = $3 AND step_no = $4 AND fired_at IS NULL",
        )
        .bind(now)
        .bind(community)
        .bind(step.obligation)
        .bind(step.number)
        .run(self)
        .await?;
        if won == 0 {
            return Ok(0);
        }
        let body = json!({
            "rule_key": step.rule_key,
            "about": step.subject,
            "about_kind": step.subject_kind,
            "number": step.about_number,
            "due_at": step.obligation_due_at,
            "step": step.number,
            "step_due_at": step.due_at,
        });
        self.ring(Ring {
            target: step.target.clone(),
            urgency: step.urgency,
            kind: OVERDUE_RING,
            subject_kind: "obligation",
            subject: step.obligation.subject(),
            post: step.post,
            body: body.clone(),
        })
        .await?;
        let entry = Entry::new("obligation.escalated")
            .subject("obligation", step.obligation.subject())
            .post(step.post)
            .body(&body)
            .body(&json!({ "target": step.target }));
        self.record(entry).await?;
        Ok(1)
    }

    /// The earliest due instant or step that is still ahead.
    async fn plan_next_look(&mut self) -> Result<(), AppError> {
        let community = self.community();
        let (due,): (Option<Instant>,) = sql("SELECT MIN(due_at) AS value FROM obligation \
             WHERE community_id = $1 AND outcome = 'open' AND breached_at IS NULL \
             AND paused_at IS NULL")
        .bind(community)
        .one(self)
        .await?;
        let (step,): (Option<Instant>,) = sql("SELECT MIN(s.due_at) AS value \
             FROM obligation_step s \
             JOIN obligation o ON o.community_id = s.community_id AND o.id = s.obligation_id \
             WHERE s.community_id = $1 AND s.fired_at IS NULL AND o.outcome = 'open' \
             AND o.paused_at IS NULL")
        .bind(community)
        .one(self)
        .await?;
        let next = due
            .into_iter()
            .chain(step)
            .min()
            .unwrap_or(Instant::FAR_FUTURE);
        set_wake(self, community, next).await?;
        Ok(())
    }
}
