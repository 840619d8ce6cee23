//! Erasing what a caller said and who they are.

use zhishou_base::{ContactId, ResidentId};
use zhishou_platform::{Act, AppError, BlobKey, sql};
use zhishou_rules::privacy::ERASED;

/// The contacts that name a resident.
///
/// # Errors
/// The database failed.
pub async fn contacts_of_resident(
    act: &mut Act,
    resident: ResidentId,
) -> Result<Vec<ContactId>, AppError> {
    let community = act.community();
    let rows: Vec<(ContactId,)> = sql(
        "SELECT id AS value FROM contact WHERE community_id = $1 AND resident_id = $2 ORDER BY id",
    )
    .bind(community)
    .bind(resident)
    .all(act)
    .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// A contact with the entries that it corrects and that correct it.
///
/// # Errors
/// There is no such contact, or the database failed.
pub async fn corrections_of(act: &mut Act, id: ContactId) -> Result<Vec<ContactId>, AppError> {
    let community = act.community();
    let asked = super::contact(act, community, id).await?;
    let rows: Vec<(ContactId,)> =
        sql("SELECT id AS value FROM contact WHERE community_id = $1 AND number = $2 ORDER BY id")
            .bind(community)
            .bind(asked.number)
            .all(act)
            .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Empties a contact and takes its pictures away: kind, times and who took it stay. Gives what the
/// pictures were.
///
/// # Errors
/// The database failed.
pub async fn forget_contact(act: &mut Act, id: ContactId) -> Result<Vec<BlobKey>, AppError> {
    let community = act.community();
    let photos = super::forget_photos(act, id).await?;
    sql(
        "UPDATE contact SET room_id = NULL, resident_id = NULL, room_text = '', \
         caller_name = '', caller_phone = '', content = $1, handling = '', told = '', plate = '', \
         outcome = '' WHERE community_id = $2 AND id = $3",
    )
    .bind(ERASED)
    .bind(community)
    .bind(id)
    .run(act)
    .await?;
    Ok(photos)
}
