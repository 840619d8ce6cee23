//! How an obligation comes to be, and how its due instant moves.

use zhishou_base::{Instant, ObligationId, PostId, Span, SubjectId};

use crate::act::Act;
use crate::alerts::{Target, Urgency};
use crate::db::{DbError, Record, Row, Value, insert_rows, sql};
use crate::error::AppError;

/// What is owed, by whom, until when.
#[derive(Debug, Clone)]
pub struct Owed {
    /// The rule of the regulation that asks for it, e.g. `coverage.sign_in`.
    pub rule_key: &'static str,
    /// What it is about.
    pub subject_kind: &'static str,
    /// Which one.
    pub subject: SubjectId,
    /// The number people call it by, such as that of a work order.
    pub number: Option<String>,
    /// Which time of several: the planned instant, or the cycle of a reopened subject.
    pub occurrence: String,
    /// Who owes it.
    pub owner: Target,
    /// The post whose desk shows it.
    pub post: Option<PostId>,
    /// When it must be done.
    pub due_at: Instant,
    /// Who is called if it is not.
    pub steps: Vec<StepDue>,
}

/// One escalation step.
#[derive(Debug, Clone)]
pub struct StepDue {
    /// How long after the due instant; negative for a reminder before it.
    pub after: Span,
    /// Who is called.
    pub target: Target,
    /// How loudly.
    pub urgency: Urgency,
}

struct Existing {
    id: ObligationId,
    movable: bool,
    withdrawn: bool,
}

impl Record for Existing {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let outcome: String = row.get("outcome")?;
        let breached: Option<Instant> = row.get("breached_at")?;
        Ok(Self {
            id: row.get("id")?,
            movable: outcome == "open" && breached.is_none(),
            withdrawn: outcome == "withdrawn",
        })
    }
}

/// A step whose call has gone out.
struct Fired {
    number: i64,
    due_at: Instant,
    target: (String, String),
}

impl Fired {
    /// Whether a planned step is this one: calling the same people for the same minute once more
    /// would say nothing new, while somebody else, or another minute, has still to be called.
    fn is(&self, step: &StepDue, due_at: Instant) -> bool {
        let (kind, key) = &self.target;
        due_at + step.after == self.due_at
            && kind == step.target.kind()
            && *key == step.target.key()
    }
}

impl Record for Fired {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            number: row.get("step_no")?,
            due_at: row.get("due_at")?,
            target: (row.get("target_kind")?, row.get("target_key")?),
        })
    }
}

impl Act {
    /// Owes something. Owing it again moves it while it is open and unbreached, opens what was
    /// withdrawn, and else changes nothing, so that planners may derive everything anew at any time.
    pub async fn owe(&mut self, owed: Owed) -> Result<ObligationId, AppError> {
        if let Some(existing) = self.owed_before(&owed).await? {
            if existing.withdrawn {
                self.reopen(existing.id).await?;
            }
            if existing.movable || existing.withdrawn {
                self.move_existing(existing.id, &owed).await?;
            }
            return Ok(existing.id);
        }
        let id: ObligationId = self.new_id();
        let (community, now) = (self.community(), self.now());
        sql(
            "INSERT INTO obligation (community_id, id, rule_key, subject_kind, subject_id, number, \
             occurrence, owner_kind, owner_key, post_id, owed_at, due_at, outcome) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open')",
        )
        .bind(community)
        .bind(id)
        .bind(owed.rule_key)
        .bind(owed.subject_kind)
        .bind(owed.subject)
        .bind(owed.number.clone())
        .bind(&owed.occurrence)
        .bind(owed.owner.kind())
        .bind(owed.owner.key())
        .bind(owed.post)
        .bind(now)
        .bind(owed.due_at)
        .run(self)
        .await?;
        self.plan_steps(id, owed.due_at, &owed.steps, 1).await?;
        Ok(id)
    }

    /// Moves due instant and unfired steps by a length of time.
    pub(super) async fn shift_due(&mut self, id: ObligationId, by: Span) -> Result<(), AppError> {
        let community = self.community();
        sql("UPDATE obligation SET due_at = due_at + $1 WHERE community_id = $2 AND id = $3")
            .bind(by)
            .bind(community)
            .bind(id)
            .run(self)
            .await?;
        sql("UPDATE obligation_step SET due_at = due_at + $1 \
             WHERE community_id = $2 AND obligation_id = $3 AND fired_at IS NULL")
        .bind(by)
        .bind(community)
        .bind(id)
        .run(self)
        .await?;
        let now = self.now();
        self.wake_engine_at(now);
        Ok(())
    }

    /// What was withdrawn is asked for again, e.g. since a roster change was taken back.
    async fn reopen(&mut self, id: ObligationId) -> Result<(), AppError> {
        let community = self.community();
        sql(
            "UPDATE obligation SET outcome = 'open', outcome_at = NULL, reason = NULL \
             WHERE community_id = $1 AND id = $2",
        )
        .bind(community)
        .bind(id)
        .run(self)
        .await?;
        Ok(())
    }

    async fn owed_before(&mut self, owed: &Owed) -> Result<Option<Existing>, AppError> {
        let community = self.community();
        Ok(sql(
            "SELECT id, outcome, breached_at FROM obligation WHERE community_id = $1 \
                AND rule_key = $2 AND subject_id = $3 AND occurrence = $4",
        )
        .bind(community)
        .bind(owed.rule_key)
        .bind(owed.subject)
        .bind(&owed.occurrence)
        .optional(self)
        .await?)
    }

    async fn move_existing(&mut self, id: ObligationId, owed: &Owed) -> Result<(), AppError> {
        let community = self.community();
        sql(
            "UPDATE obligation SET due_at = $1, owner_kind = $2, owner_key = $3, post_id = $4 \
             WHERE community_id = $5 AND id = $6",
        )
        .bind(owed.due_at)
        .bind(owed.owner.kind())
        .bind(owed.owner.key())
        .bind(owed.post)
        .bind(community)
        .bind(id)
        .run(self)
        .await?;
        sql(
            "DELETE FROM obligation_step WHERE community_id = $1 AND obligation_id = $2 \
             AND fired_at IS NULL",
        )
        .bind(community)
        .bind(id)
        .run(self)
        .await?;
        let fired = self.fired_steps(id).await?;
        let is_new = |step: &&StepDue| !fired.iter().any(|one| one.is(step, owed.due_at));
        let steps: Vec<StepDue> = owed.steps.iter().filter(is_new).cloned().collect();
        let next = 1 + fired.iter().map(|one| one.number).max().unwrap_or(0);
        self.plan_steps(id, owed.due_at, &steps, next).await
    }

    async fn fired_steps(&mut self, id: ObligationId) -> Result<Vec<Fired>, AppError> {
        let community = self.community();
        Ok(sql(
            "SELECT step_no, due_at, target_kind, target_key FROM obligation_step \
             WHERE community_id = $1 AND obligation_id = $2 AND fired_at IS NOT NULL \
             ORDER BY step_no",
        )
        .bind(community)
        .bind(id)
        .all(self)
        .await?)
    }

    /// Plans steps, numbered from `next` on.
    async fn plan_steps(
        &mut self,
        id: ObligationId,
        due_at: Instant,
        steps: &[StepDue],
        next: i64,
    ) -> Result<(), AppError> {
        let community = self.community();
        let mut first = due_at;
        let mut rows = Vec::with_capacity(steps.len());
        for (number, step) in (next..).zip(steps) {
            let step_at = due_at + step.after;
            first = first.min(step_at);
            rows.push(vec![
                Value::from(community),
                Value::from(id),
                Value::from(number),
                Value::from(step_at),
                Value::from(step.target.kind()),
                Value::from(step.target.key()),
                Value::from(step.urgency.as_str()),
            ]);
        }
        let insert = insert_rows(
            "INSERT INTO obligation_step (community_id, obligation_id, step_no, due_at, \
             target_kind, target_key, urgency)",
            rows,
            "",
        );
        if let Some(insert) = insert {
            insert.run(self).await?;
        }
        self.wake_engine_at(first);
        Ok(())
    }
}
