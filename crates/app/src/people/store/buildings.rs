//! Buildings with the number of their homes.

use zhishou_base::{BuildingId, CommunityId};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::people::building_order;

/// A building.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Building {
    /// Which one.
    pub id: BuildingId,
    /// 楼栋
    pub name: String,
    /// How many homes it has.
    pub homes: i64,
}

impl Record for Building {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            name: row.get("name")?,
            homes: row.get("homes")?,
        })
    }
}

/// All buildings, as people count them: 2栋 before 10栋.
pub async fn buildings(conn: &mut Conn, community: CommunityId) -> Result<Vec<Building>, AppError> {
    let mut found: Vec<Building> =
        sql("SELECT b.id, b.name, COUNT(r.id) AS homes FROM building b \
         LEFT JOIN room r ON r.community_id = b.community_id AND r.building_id = b.id \
         WHERE b.community_id = $1 GROUP BY b.id, b.name ORDER BY b.name, b.id")
        .bind(community)
        .all(conn)
        .await?;
    found.sort_by_key(|building| building_order(&building.name));
    Ok(found)
}
