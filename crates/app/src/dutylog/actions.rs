//! Writing in the duty log: entries by hand, and corrections as new entries.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{CommunityId, DutyId, HandoverId, Instant, PersonId, PostId};
use zhishou_platform::{Act, AppError, Conn, Entry, ledger};
use zhishou_rules::access::Verb;
use zhishou_rules::dutylog::{DutyLogRefusal, LogSection, write_entry};

use super::store;
use crate::action::Action;
use crate::{coverage, people};

/// The verb of an entry by hand.
pub const NOTED: &str = "dutylog.noted";
/// The verb of a correction.
pub const CORRECTED: &str = "dutylog.corrected";

/// The duty of a post that ran at an instant, not counting one within another.
pub async fn duty_of(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    at: Instant,
) -> Result<Option<DutyId>, AppError> {
    let around = coverage::duties_touching(conn, community, at, Instant(at.0 + 1)).await?;
    Ok(around
        .into_iter()
        .find(|stored| {
            stored.post == post && stored.duty.within.is_none() && stored.duty.covers(at)
        })
        .map(|stored| stored.duty.id))
}

/// Writes an entry by hand. A late one is performed as of when it happened.
#[derive(Debug, Serialize)]
pub struct WriteEntry {
    /// The post whose log it is.
    pub post: PostId,
    /// Who writes.
    pub person: PersonId,
    /// The part of the log.
    pub section: LogSection,
    /// What happened.
    pub text: String,
}

impl Action for WriteEntry {
    type Outcome = i64;
    const NAME: &'static str = "dutylog.write_entry";
    const VERB: Verb = Verb::WriteDutyLog;

    async fn perform(&self, act: &mut Act) -> Result<i64, AppError> {
        let (community, now, happened_at) = (act.community(), act.now(), act.happened_at());
        let note = write_entry(&self.text, Some(happened_at), now)?;
        people::post(act, community, self.post).await?;
        let duty = duty_of(act, community, self.post, note.happened_at).await?;
        let said = act.keep_secret(&note.text).await?;
        let id = act.new_id::<HandoverId>().subject();
        let entry = Entry::new(NOTED)
            .subject("log_entry", id)
            .post(self.post)
            .duty(duty)
            .body(&json!({
                "person_id": self.person,
                "section": self.section,
                "late": note.late,
            }))
            .secret("content", &said);
        Ok(act.record(entry).await?.0)
    }
}

/// Corrects an entry that was written by hand; the wrong one stays.
#[derive(Debug, Serialize)]
pub struct CorrectEntry {
    /// The position of the entry that is wrong.
    pub seq: i64,
    /// Who corrects.
    pub person: PersonId,
    /// What is right.
    pub text: String,
}

impl Action for CorrectEntry {
    type Outcome = i64;
    const NAME: &'static str = "dutylog.correct_entry";
    const VERB: Verb = Verb::WriteDutyLog;

    async fn perform(&self, act: &mut Act) -> Result<i64, AppError> {
        let (community, now) = (act.community(), act.now());
        let wrong =
            ledger::entry_at(act, community, self.seq)
                .await?
                .ok_or(AppError::NotFound {
                    what: "该条记录"
                })?;
        if wrong.verb != NOTED && wrong.verb != CORRECTED {
            return Err(DutyLogRefusal::NotCorrectable.into());
        }
        let known = store::corrections_between(act, community, self.seq, self.seq).await?;
        if known.iter().any(|known| known.corrected == self.seq) {
            return Err(DutyLogRefusal::AlreadyCorrected.into());
        }
        let note = write_entry(&self.text, None, now)?;
        let said = act.keep_secret(&note.text).await?;
        let mut entry = Entry::new(CORRECTED)
            .subject("log_entry", wrong.subject)
            .body(&json!({ "person_id": self.person, "corrects_seq": self.seq }))
            .secret("content", &said);
        if let Some(post) = wrong.post {
            // It stands in the log of the shift it speaks of.
            entry = entry.post(post).duty(wrong.duty);
        }
        let by = act.record(entry).await?.0;
        store::add_correction(act, self.seq, by).await?;
        Ok(by)
    }
}
