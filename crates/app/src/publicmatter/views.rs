//! Public matters as the screen sees them.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::{BuildingId, CommunityId, Instant, PersonId, PublicMatterId, WorkOrderId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::desk::ContactKind;
use zhishou_rules::people::room_key;
use zhishou_rules::workorder::Stage;

use super::store::{self, Concerned, Matter};
use crate::{people, workorder};

/// A building that a matter concerns.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ConcernedBuilding {
    /// Which one.
    pub id: BuildingId,
    /// 楼栋
    pub name: String,
    /// How the codes of its homes begin: `3` for 3-1-1201.
    pub code: String,
    /// How many homes it has.
    pub homes: i64,
}

impl From<Concerned> for ConcernedBuilding {
    fn from(building: Concerned) -> Self {
        Self {
            id: building.id,
            code: room_key(&building.name),
            name: building.name,
            homes: building.homes,
        }
    }
}

/// The work order that mends the cause.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MendingOrder {
    /// Which one.
    pub id: WorkOrderId,
    /// The number people say.
    pub number: String,
    /// Where it stands.
    pub stage: Stage,
}

/// A public matter.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicMatterView {
    /// Which one.
    pub id: PublicMatterId,
    /// Its human number, such as GG20261124-001.
    pub number: String,
    /// What the calls about it are.
    pub kind: ContactKind,
    /// 事由
    pub title: String,
    /// 统一口径: what every caller is told.
    pub answer: String,
    /// The buildings concerned; none for the whole community.
    pub buildings: Vec<ConcernedBuilding>,
    /// The work order that mends the cause.
    pub work_order: Option<MendingOrder>,
    /// How many calls joined it.
    pub calls: i64,
    /// When it was opened.
    pub opened_at: Instant,
    /// The name of who opened it.
    pub opened_by_name: Option<String>,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// The name of who ended it.
    pub closed_by_name: Option<String>,
    /// How it ended.
    pub outcome: String,
    /// Send it back with a change.
    pub version: i64,
}

/// Puts a matter together for the screen.
///
/// # Errors
/// The database failed.
pub async fn view_of(
    conn: &mut Conn,
    community: CommunityId,
    matter: Matter,
    names: &BTreeMap<PersonId, String>,
) -> Result<PublicMatterView, AppError> {
    let buildings = store::buildings_of(conn, community, matter.id).await?;
    let work_order = match matter.work_order {
        Some(id) => {
            let line = workorder::order_line(conn, community, id).await?;
            Some(MendingOrder {
                id: line.id,
                number: line.number,
                stage: line.stage,
            })
        }
        None => None,
    };
    let named = |id: Option<PersonId>| id.and_then(|id| names.get(&id).cloned());
    Ok(PublicMatterView {
        id: matter.id,
        number: matter.number,
        kind: matter.kind,
        title: matter.title,
        answer: matter.answer,
        buildings: buildings.into_iter().map(ConcernedBuilding::from).collect(),
        work_order,
        calls: matter.calls,
        opened_at: matter.opened_at,
        opened_by_name: named(matter.opened_by),
        closed_at: matter.closed_at,
        closed_by_name: named(matter.closed_by),
        outcome: matter.outcome,
        version: matter.version,
    })
}

/// One matter for the screen.
///
/// # Errors
/// There is no such matter, or the database failed.
pub async fn view(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
) -> Result<PublicMatterView, AppError> {
    let names = people::names(conn, community).await?;
    let matter = store::matter(conn, community, id).await?;
    view_of(conn, community, matter, &names).await
}
