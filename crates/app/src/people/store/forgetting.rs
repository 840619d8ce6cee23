//! Erasing who a resident is.

use zhishou_base::{ResidentId, VehicleId};
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

/// Empties the plates of the home that a resident leaves behind without anybody else in it, since
/// they lead to nobody but them; gives the vehicles, those emptied earlier included.
///
/// # Errors
/// The database failed.
pub async fn forget_vehicles(act: &mut Act, id: ResidentId) -> Result<Vec<VehicleId>, AppError> {
    let community = act.community();
    let rows: Vec<(VehicleId,)> = sql("SELECT v.id AS value FROM vehicle v \
         JOIN resident p ON p.community_id = v.community_id AND p.room_id = v.room_id \
         WHERE p.community_id = $1 AND p.id = $2 AND NOT EXISTS (SELECT 1 FROM resident o \
         WHERE o.community_id = p.community_id AND o.room_id = p.room_id AND o.id <> p.id \
         AND o.moved_out_on IS NULL AND o.name <> $3) ORDER BY v.id")
    .bind(community)
    .bind(id)
    .bind(ERASED)
    .all(act)
    .await?;
    let offset = super::community(act, community).await?.offset;
    let today = offset.date_of(act.now());
    for (vehicle,) in &rows {
        sql("UPDATE vehicle SET plate = '', note = '', space = '', \
             gone_on = COALESCE(gone_on, $1), version = version + 1 \
             WHERE community_id = $2 AND id = $3 AND plate <> ''")
        .bind(today)
        .bind(community)
        .bind(*vehicle)
        .run(act)
        .await?;
    }
    Ok(rows.into_iter().map(|(vehicle,)| vehicle).collect())
}
