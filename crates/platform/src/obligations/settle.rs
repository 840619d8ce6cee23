//! How an obligation gets its outcome, and how it is paused.

use serde_json::json;
use zhishou_base::{Instant, ObligationId, PostId, SubjectId};

use super::OVERDUE_RING;
use super::read::ObligationLine;

use crate::act::Act;
use crate::db::sql;
use crate::error::AppError;
use crate::ledger::Entry;

impl Act {
    /// It was done, at [`Act::happened_at`]. A late record that proves timely action annuls the
    /// finding and leaves the breach explained. Tells whether it was open.
    pub async fn discharge(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
    ) -> Result<bool, AppError> {
        let done_at = self.happened_at();
        let found = self.open_at(rule_key, subject, occurrence, done_at);
        let Some(row) = found.await? else {
            return Ok(false);
        };
        self.close(row.id, "discharged", done_at, None).await?;
        if row.breached_at.is_some() && done_at <= row.due_at {
            self.annul_finding_of(row.id, "late_record_of_timely_action")
                .await?;
        }
        Ok(true)
    }

    /// Discharges every open occurrence of a rule for a subject; tells how many.
    pub async fn discharge_all(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
    ) -> Result<usize, AppError> {
        let occurrences = self.open_occurrences(rule_key, subject).await?;
        for occurrence in &occurrences {
            self.discharge(rule_key, subject, occurrence).await?;
        }
        Ok(occurrences.len())
    }

    /// It need not be done, by decision of the actor, who says why.
    pub async fn waive(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
        reason: &str,
    ) -> Result<bool, AppError> {
        let now = self.now();
        let found = self.open_at(rule_key, subject, occurrence, now);
        let Some(row) = found.await? else {
            return Ok(false);
        };
        self.close(row.id, "waived", now, Some(reason)).await?;
        let entry = Entry::new("obligation.waived")
            .subject("obligation", row.id.subject())
            .body(&json!({ "rule_key": rule_key, "reason": reason }));
        self.record(entry).await?;
        Ok(true)
    }

    /// It is no longer asked for, since what asked for it changed. A breached one stays.
    pub async fn withdraw(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
        reason: &str,
    ) -> Result<bool, AppError> {
        let now = self.now();
        let found = self.open_at(rule_key, subject, occurrence, now);
        let Some(row) = found.await? else {
            return Ok(false);
        };
        if row.breached_at.is_some() {
            return Ok(false);
        }
        self.close(row.id, "withdrawn", now, Some(reason)).await?;
        Ok(true)
    }

    /// Withdraws every open, unbreached occurrence of a rule for a subject; tells how many.
    pub async fn withdraw_all(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        reason: &str,
    ) -> Result<usize, AppError> {
        let mut withdrawn = 0;
        for occurrence in self.open_occurrences(rule_key, subject).await? {
            let done = self
                .withdraw(rule_key, subject, &occurrence, reason)
                .await?;
            withdrawn += usize::from(done);
        }
        Ok(withdrawn)
    }

    /// Stops the clock, with a reason.
    pub async fn pause(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
        reason: &str,
    ) -> Result<bool, AppError> {
        let Some(row) = self.open_row(rule_key, subject, occurrence).await? else {
            return Ok(false);
        };
        if row.paused_at.is_some() {
            return Ok(false);
        }
        let (community, now) = (self.community(), self.now());
        self.set_paused(row.id, Some(now)).await?;
        sql(
            "INSERT INTO obligation_pause (community_id, obligation_id, from_at, reason) \
             VALUES ($1, $2, $3, $4)",
        )
        .bind(community)
        .bind(row.id)
        .bind(now)
        .bind(reason)
        .run(self)
        .await?;
        Ok(true)
    }

    /// Lets the clock run on; the due instant moves by the length of the pause.
    pub async fn resume(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
    ) -> Result<bool, AppError> {
        let Some(row) = self.open_row(rule_key, subject, occurrence).await? else {
            return Ok(false);
        };
        let Some(paused_at) = row.paused_at else {
            return Ok(false);
        };
        let (community, now) = (self.community(), self.now());
        sql("UPDATE obligation_pause SET to_at = $1 \
             WHERE community_id = $2 AND obligation_id = $3 AND to_at IS NULL")
        .bind(now)
        .bind(community)
        .bind(row.id)
        .run(self)
        .await?;
        self.set_paused(row.id, None).await?;
        self.shift_due(row.id, now.since(paused_at)).await?;
        Ok(true)
    }

    async fn set_paused(
        &mut self,
        id: ObligationId,
        paused_at: Option<Instant>,
    ) -> Result<(), AppError> {
        let community = self.community();
        sql("UPDATE obligation SET paused_at = $1 WHERE community_id = $2 AND id = $3")
            .bind(paused_at)
            .bind(community)
            .bind(id)
            .run(self)
            .await?;
        Ok(())
    }

    /// An open one as it stands at an instant. What passed its due instant is breached, also when
    /// the engine has not looked since: whether it was late must not depend on who came first.
    async fn open_at(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
        at: Instant,
    ) -> Result<Option<ObligationLine>, AppError> {
        let Some(mut line) = self.open_row(rule_key, subject, occurrence).await? else {
            return Ok(None);
        };
        let runs = line.paused_at.is_none() && line.breached_at.is_none();
        if runs && line.due_at < at {
            self.breach(&line).await?;
            line.breached_at = Some(line.due_at);
        }
        Ok(Some(line))
    }

    async fn open_row(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
        occurrence: &str,
    ) -> Result<Option<ObligationLine>, AppError> {
        let community = self.community();
        Ok(sql(
            "SELECT id, rule_key, subject_kind, subject_id, number, occurrence, owner_kind, owner_key, \
             post_id, due_at, breached_at, paused_at, outcome FROM obligation \
             WHERE community_id = $1 AND rule_key = $2 AND subject_id = $3 \
             AND occurrence = $4 AND outcome = 'open'",
        )
        .bind(community)
        .bind(rule_key)
        .bind(subject)
        .bind(occurrence)
        .optional(self)
        .await?)
    }

    async fn open_occurrences(
        &mut self,
        rule_key: &str,
        subject: SubjectId,
    ) -> Result<Vec<String>, AppError> {
        let community = self.community();
        let rows: Vec<(String,)> = sql(
            "SELECT occurrence AS value FROM obligation WHERE community_id = $1 \
                 AND rule_key = $2 AND subject_id = $3 AND outcome = 'open' ORDER BY occurrence",
        )
        .bind(community)
        .bind(rule_key)
        .bind(subject)
        .all(self)
        .await?;
        Ok(rows.into_iter().map(|(occurrence,)| occurrence).collect())
    }

    /// Stops the rings of what is overdue at a post by a rule, as it cannot be made up for. The
    /// breaches stand. Tells how many rang.
    pub async fn stop_overdue_rings(
        &mut self,
        rule_key: &str,
        post: PostId,
    ) -> Result<u64, AppError> {
        let (community, now) = (self.community(), self.now());
        let person = self.actor().person;
        Ok(sql(
            "UPDATE alert SET answered_at = $1, answered_by = $2, answer = 'done' \
             WHERE community_id = $3 AND kind = $4 AND answered_at IS NULL AND subject_id IN \
             (SELECT id FROM obligation WHERE community_id = $3 AND rule_key = $5 AND post_id = $6)",
        )
        .bind(now)
        .bind(person)
        .bind(community)
        .bind(OVERDUE_RING)
        .bind(rule_key)
        .bind(post)
        .run(self)
        .await?)
    }

    async fn close(
        &mut self,
        id: ObligationId,
        outcome: &str,
        at: Instant,
        reason: Option<&str>,
    ) -> Result<(), AppError> {
        let community = self.community();
        sql(
            "UPDATE obligation SET outcome = $1, outcome_at = $2, reason = $3, paused_at = NULL \
             WHERE community_id = $4 AND id = $5",
        )
        .bind(outcome)
        .bind(at)
        .bind(reason)
        .bind(community)
        .bind(id)
        .run(self)
        .await?;
        // Nobody has to come any more for what is settled.
        self.stop_rings(OVERDUE_RING, id.subject()).await?;
        Ok(())
    }
}
