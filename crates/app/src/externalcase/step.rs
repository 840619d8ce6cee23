//! What every act on a case shares: load and check, then save with ledger entry and deadline.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::ExternalCaseId;
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::externalcase::{By, CaseStage, ExternalCase, earliest_next_step};

use super::SUBJECT;
use super::deadline::keep_deadline;
use super::store::{self, CaseRow};
use super::views::CaseLine;

/// Which case somebody acts on, as it stood on the screen.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct OpenedCase {
    /// The case.
    pub case: ExternalCaseId,
    /// The version on the screen; absent when only the stage matters.
    pub version: Option<i64>,
}

/// What an act on a case answers: no personal data, since answers are kept for repetition.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CaseReceipt {
    /// Which case.
    pub id: ExternalCaseId,
    /// The number people say here.
    pub number: String,
    /// Where it stands now.
    pub stage: CaseStage,
}

impl CaseReceipt {
    /// The receipt of a row.
    pub fn of(row: &CaseRow) -> Self {
        Self {
            id: row.id,
            number: row.number.clone(),
            stage: row.case.stage(),
        }
    }
}

/// Who acts; the engine and the operator take no cases.
///
/// # Errors
/// Nobody acts.
pub fn acting(act: &Act) -> Result<By, AppError> {
    let person = act
        .actor()
        .person
        .ok_or_else(|| AppError::forbidden("外部转办须由本小区员工办理"))?;
    Ok(By {
        person,
        at: act.happened_at(),
        recorded_at: act.now(),
    })
}

/// Loads a case for a change.
///
/// # Errors
/// There is no such case, somebody changed it in between, or the act is entered for a time before
/// the case's last step.
pub async fn open(act: &mut Act, opened: OpenedCase) -> Result<(CaseRow, By), AppError> {
    let community = act.community();
    let row = store::load(act, community, opened.case).await?;
    if opened.version.is_some_and(|version| version != row.version) {
        return Err(AppError::stale(&CaseLine::of(&row)));
    }
    let by = acting(act)?;
    if by.at < earliest_next_step(&row.case) {
        let detail = "补录时间早于转办件的上一步，请核对";
        return Err(AppError::invalid("/happened_at", detail));
    }
    Ok((row, by))
}

/// Stores the next state of a case, its ledger entry and its deadline.
///
/// # Errors
/// The database failed.
pub async fn store_step(
    act: &mut Act,
    mut row: CaseRow,
    next: ExternalCase,
    entry: Entry,
) -> Result<CaseReceipt, AppError> {
    let community = act.community();
    let before = std::mem::replace(&mut row.case, next);
    row.updated_at = act.now();
    row.version += 1;
    store::save(act, community, &row).await?;
    act.record(entry).await?;
    keep_deadline(act, Some(&before), &row).await?;
    Ok(CaseReceipt::of(&row))
}

/// An entry about a case, shown in its desk's duty log.
pub fn entry(verb: &'static str, row: &CaseRow) -> Entry {
    Entry::new(verb)
        .subject(SUBJECT, row.id.subject())
        .post(row.post)
        .body(&json!({ "number": row.number, "source": row.source, "cycle": row.case.cycle }))
}
