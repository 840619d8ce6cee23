//! Erasing the texts beside the ledger by the privacy law; the chain itself stays as it is.

use serde_json::Value as Json;
use zhishou_base::{CommunityId, SecretId, SubjectId};

use crate::db::{Conn, DbError, Record, Row, sql};

/// Where the texts of an entry's body are kept.
pub fn secret_ids(body: &Json) -> Vec<SecretId> {
    let secrets = body.get("secrets").and_then(Json::as_object);
    let ids = secrets.into_iter().flat_map(|secrets| secrets.values());
    ids.filter_map(|value| value.get("id")?.as_str()?.parse().ok())
        .collect()
}

/// Where the texts of all entries about one subject are kept.
///
/// # Errors
/// The database failed.
pub async fn secret_ids_of_subject(
    conn: &mut Conn,
    community: CommunityId,
    kind: &str,
    subject: SubjectId,
) -> Result<Vec<SecretId>, DbError> {
    let bodies = bodies_of_subject(conn, community, kind, subject).await?;
    Ok(bodies
        .iter()
        .flat_map(|(_, body)| secret_ids(body))
        .collect())
}

struct Body {
    verb: String,
    body: Json,
}

impl Record for Body {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            verb: row.get("verb")?,
            body: row.json("body_json")?,
        })
    }
}

/// Verb and stored body of all entries about one subject, in their order; a text kept beside
/// the ledger is still only its id there.
///
/// # Errors
/// The database failed.
pub async fn bodies_of_subject(
    conn: &mut Conn,
    community: CommunityId,
    kind: &str,
    subject: SubjectId,
) -> Result<Vec<(String, Json)>, DbError> {
    let bodies: Vec<Body> = sql(
        "SELECT verb, body_json FROM ledger_entry WHERE community_id = $1 \
         AND subject_kind = $2 AND subject_id = $3 ORDER BY seq",
    )
    .bind(community)
    .bind(kind)
    .bind(subject)
    .all(conn)
    .await?;
    Ok(bodies
        .into_iter()
        .map(|Body { verb, body }| (verb, body))
        .collect())
}

/// Deletes salts and texts; the caller records the erasure with the ids under `erased`.
pub async fn erase_secrets(
    conn: &mut Conn,
    community: CommunityId,
    ids: &[SecretId],
) -> Result<u64, DbError> {
    let mut erased = 0;
    for id in ids {
        erased += sql("DELETE FROM ledger_secret WHERE community_id = $1 AND id = $2")
            .bind(community)
            .bind(*id)
            .run(conn)
            .await?;
    }
    Ok(erased)
}
