//! Findings: facts that count in the assessment, each with its evidence.

use serde_json::json;
use zhishou_base::{FindingId, Instant, ObligationId, PersonId, PostId, SubjectId};

use crate::act::Act;
use crate::db::sql;
use crate::error::AppError;
use crate::ledger::Entry;

/// What a finding rests on.
#[derive(Debug, Clone, Copy)]
pub enum FoundBy {
    /// An obligation that passed its due instant.
    Breach(ObligationId),
    /// Something a capability saw by itself.
    Observation,
}

/// A finding to be stored.
#[derive(Debug, Clone)]
pub struct NewFinding<'a> {
    /// What kind, e.g. `coverage.sign_in` or `coverage.late`.
    pub kind: &'a str,
    /// What it rests on.
    pub found_by: FoundBy,
    /// What it is about.
    pub subject_kind: &'a str,
    /// Which one.
    pub subject: SubjectId,
    /// The post concerned.
    pub post: Option<PostId>,
    /// Who answered for it.
    pub person: Option<PersonId>,
    /// When it was so.
    pub found_at: Instant,
}

impl Act {
    /// Stores a finding; the entry that records it is the caller's.
    pub async fn find(&mut self, finding: NewFinding<'_>) -> Result<FindingId, AppError> {
        let id: FindingId = self.new_id();
        let community = self.community();
        let obligation = match finding.found_by {
            FoundBy::Breach(obligation) => Some(obligation),
            FoundBy::Observation => None,
        };
        sql(
            "INSERT INTO finding (community_id, id, kind, obligation_id, subject_kind, \
             subject_id, post_id, person_id, found_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
        )
        .bind(community)
        .bind(id)
        .bind(finding.kind)
        .bind(obligation)
        .bind(finding.subject_kind)
        .bind(finding.subject)
        .bind(finding.post)
        .bind(finding.person)
        .bind(finding.found_at)
        .run(self)
        .await?;
        Ok(id)
    }

    /// Annuls the finding of a breach by a new entry; the breach itself stays.
    pub(super) async fn annul_finding_of(
        &mut self,
        obligation: ObligationId,
        reason: &str,
    ) -> Result<(), AppError> {
        let (community, now) = (self.community(), self.now());
        let annulled = sql("UPDATE finding SET annulled_at = $1, annul_reason = $2 \
             WHERE community_id = $3 AND obligation_id = $4 AND annulled_at IS NULL")
        .bind(now)
        .bind(reason)
        .bind(community)
        .bind(obligation)
        .run(self)
        .await?;
        if annulled > 0 {
            let entry = Entry::new("obligation.finding_annulled")
                .subject("obligation", obligation.subject())
                .body(&json!({ "reason": reason }));
            self.record(entry).await?;
        }
        Ok(())
    }
}
