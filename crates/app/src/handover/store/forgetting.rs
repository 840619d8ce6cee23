//! Erasing what people said from what handovers show.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use zhishou_base::{HandoverId, SecretId, SubjectId};
use zhishou_platform::ledger::{bodies_of_subject, secret_ids};
use zhishou_platform::{Act, AppError, sql};
use zhishou_rules::handover::{Disposition, Handover};
use zhishou_rules::privacy::ERASED;

use super::record::Stored;

/// Takes what people said out of the lines about some subjects, in every handover that shows one.
/// A finished handover never changes otherwise; the privacy law stands above that. Gives the
/// secrets of what was written when those lines were decided.
///
/// # Errors
/// The database failed.
pub async fn forget_matters(
    act: &mut Act,
    subjects: &BTreeSet<SubjectId>,
) -> Result<Vec<SecretId>, AppError> {
    let community = act.community();
    let mut secrets = Vec::new();
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
            match &mut line.disposition {
                Some(Disposition::Closed { note }) => *note = ERASED.to_owned(),
                Some(Disposition::Carried { reason }) => *reason = ERASED.to_owned(),
                // The number of a slip tells nothing of a person.
                Some(Disposition::ConfirmedAsSlip { .. }) | None => {}
            }
        }
        secrets.extend(decided_about(act, id, subjects).await?);
        let record = serde_json::to_string(&handover).map_err(AppError::internal)?;
        sql("UPDATE handover SET record_json = $1 WHERE community_id = $2 AND id = $3")
            .bind(record)
            .bind(community)
            .bind(id)
            .run(act)
            .await?;
    }
    Ok(secrets)
}

/// The secrets of the decisions of one handover about any of some subjects.
async fn decided_about(
    act: &mut Act,
    id: HandoverId,
    subjects: &BTreeSet<SubjectId>,
) -> Result<Vec<SecretId>, AppError> {
    let community = act.community();
    let about = |body: &Json| {
        let named = body["subjects"].as_array().into_iter().flatten();
        let mut named = named.filter_map(|one| one.as_str()?.parse().ok());
        named.any(|subject: SubjectId| subjects.contains(&subject))
    };
    let bodies = bodies_of_subject(act, community, "handover", id.subject()).await?;
    Ok(bodies
        .iter()
        .filter(|(verb, body)| verb == "handover.matters_decided" && about(body))
        .flat_map(|(_, body)| secret_ids(body))
        .collect())
}
