//! The notice to the homes concerned, with how many homes that are.

use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, Instant, PublicMatterId};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::publicmatter::{MatterNotice, NoticeFacts, compose_notice};

use super::store::{self, Concerned};
use super::views::ConcernedBuilding;
use crate::people;

/// A notice and whom it concerns.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PublicMatterNotice {
    /// The notice, part by part.
    pub notice: MatterNotice,
    /// The whole of it as text.
    pub text: String,
    /// The buildings concerned, each with its homes; every building for the whole community.
    pub buildings: Vec<ConcernedBuilding>,
    /// How many homes are concerned in all.
    pub homes: i64,
}

/// The notice of a matter, dated today.
///
/// # Errors
/// There is no such matter, or the database failed.
pub async fn notice_of(
    conn: &mut Conn,
    community: CommunityId,
    id: PublicMatterId,
    now: Instant,
) -> Result<PublicMatterNotice, AppError> {
    let matter = store::matter(conn, community, id).await?;
    let chosen = store::buildings_of(conn, community, id).await?;
    let of = people::community(conn, community).await?;
    let desk = people::desk(conn, community).await?;
    let names: Vec<String> = chosen.iter().map(|one| one.name.clone()).collect();
    let notice = compose_notice(NoticeFacts {
        community: &of.name,
        title: &matter.title,
        answer: &matter.answer,
        buildings: &names,
        phone: desk.as_ref().map_or("", |desk| desk.phone.as_str()),
        date: of.offset.date_of(now),
    });
    let concerned = if chosen.is_empty() {
        let all = people::buildings(conn, community).await?;
        all.into_iter()
            .map(|one| Concerned {
                id: one.id,
                name: one.name,
                homes: one.homes,
            })
            .collect()
    } else {
        chosen
    };
    Ok(PublicMatterNotice {
        text: notice.text(),
        notice,
        homes: concerned.iter().map(|building| building.homes).sum(),
        buildings: concerned.into_iter().map(ConcernedBuilding::from).collect(),
    })
}
