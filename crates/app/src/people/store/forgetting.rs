//! Erasing who a resident is.

use zhishou_base::ResidentId;
use zhishou_platform::{Act, AppError, sql};
use zhishou_rules::privacy::ERASED;

/// Empties a resident's card; that somebody lived there stays.
///
/// # Errors
/// The database failed.
pub async fn forget_resident(act: &mut Act, id: ResidentId) -> Result<(), AppError> {
    let community = act.community();
    sql(
        "UPDATE resident SET name = $1, name_keys = '', phone = NULL, note = '', \
         version = version + 1 WHERE community_id = $2 AND id = $3",
    )
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    Ok(())
}
