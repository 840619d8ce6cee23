//! Erasing who a resident is.

use zhishou_base::ResidentId;
use zhishou_platform::{Act, AppError, sql};
use zhishou_rules::privacy::ERASED;

/// Empties a resident's card; that somebody lived there stays. Tells whether there was
/// anything to empty.
///
/// # Errors
/// The database failed.
pub async fn forget_resident(act: &mut Act, id: ResidentId) -> Result<bool, AppError> {
    let community = act.community();
    let emptied = sql(
        "UPDATE resident SET name = $1, name_keys = '', phone = NULL, note = '', \
         version = version + 1 WHERE community_id = $2 AND id = $3 AND name <> $4",
    )
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .bind(ERASED)
    .run(act)
    .await?;
    Ok(emptied > 0)
}
