//! Erasing what people said from what handovers show.

use std::collections::{BTreeMap, BTreeSet};

use zhishou_base::{HandoverId, SubjectId};
use zhishou_platform::{Act, AppError, sql};
use zhishou_rules::handover::Handover;
use zhishou_rules::privacy::ERASED;

use super::record::Stored;

/// Takes what people said out of the lines about some subjects, in every handover that shows one.
/// A finished handover never changes otherwise; the privacy law stands above that.
///
/// # Errors
/// The database failed.
pub async fn forget_matters(act: &mut Act, subjects: &BTreeSet<SubjectId>) -> Result<(), AppError> {
    let community = act.community();
    let mut touched: BTreeMap<HandoverId, Handover> = BTreeMap::new();
    for subject in subjects {
        let showing: Vec<Stored> = sql(
            "SELECT record_json, opened_at, version FROM handover WHERE community_id = $1 \
             AND record_json LIKE $2 ORDER BY opened_at, id",
        )
        .bind(community)
        .bind(format!("%{subject}%"))
        .all(act)
        .await?;
        touched.extend(
            showing
                .into_iter()
                .map(|one| (one.handover.id, one.handover)),
        );
    }
    for (id, mut handover) in touched {
        for line in handover
            .open
            .iter_mut()
            .filter(|line| subjects.contains(&line.subject))
        {
            line.label = ERASED.to_owned();
        }
        let record = serde_json::to_string(&handover).map_err(AppError::internal)?;
        sql("UPDATE handover SET record_json = $1 WHERE community_id = $2 AND id = $3")
            .bind(record)
            .bind(community)
            .bind(id)
            .run(act)
            .await?;
    }
    Ok(())
}
