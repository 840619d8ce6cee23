//! Posts and staff as coverage needs them.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, PersonId, UtcOffset};
use zhishou_platform::{Conn, DbError, Record, Row, sql};
use zhishou_rules::access::Role;

use crate::coverage::neighbours::KnownPost;

impl Record for KnownPost {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            key: row.get("key")?,
            name: row.get("name")?,
        })
    }
}

/// The posts with their names.
pub async fn posts_of(conn: &mut Conn, community: CommunityId) -> Result<Vec<KnownPost>, DbError> {
    sql("SELECT id, key, name FROM post WHERE community_id = $1 ORDER BY position, id")
        .bind(community)
        .all(conn)
        .await
}

struct NameRow {
    person: PersonId,
    name: String,
}

impl Record for NameRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            person: row.get("id")?,
            name: row.get("name")?,
        })
    }
}

/// Names of the staff.
pub async fn staff_names(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<(PersonId, String)>, DbError> {
    let rows: Vec<NameRow> = sql("SELECT id, name FROM person WHERE community_id = $1 ORDER BY id")
        .bind(community)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.person, row.name)).collect())
}

/// The clock of a community.
pub async fn utc_offset(conn: &mut Conn, community: CommunityId) -> Result<UtcOffset, DbError> {
    let (minutes,): (i32,) = sql("SELECT utc_offset_minutes AS value FROM community WHERE id = $1")
        .bind(community)
        .one(conn)
        .await?;
    Ok(UtcOffset(minutes))
}

/// All communities.
pub async fn communities(conn: &mut Conn) -> Result<Vec<CommunityId>, DbError> {
    let rows: Vec<(CommunityId,)> = sql("SELECT id AS value FROM community ORDER BY id")
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

struct RoleRow {
    person: PersonId,
    role: Role,
}

impl Record for RoleRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            person: row.get("person_id")?,
            role: row.parse("role")?,
        })
    }
}

/// Staff with their roles.
pub async fn roles_of(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<BTreeMap<PersonId, Vec<Role>>, DbError> {
    let rows: Vec<RoleRow> = sql("SELECT person_id, role FROM person_role \
         WHERE community_id = $1 ORDER BY person_id, role")
    .bind(community)
    .all(conn)
    .await?;
    let mut people: BTreeMap<PersonId, Vec<Role>> = BTreeMap::new();
    for RoleRow { person, role } in rows {
        people.entry(person).or_default().push(role);
    }
    Ok(people)
}
