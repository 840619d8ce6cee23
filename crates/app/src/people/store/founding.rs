//! Storing a new community, its posts and people.

use zhishou_base::{CommunityId, Instant, PersonId, PostId};
use zhishou_platform::{AppError, Conn, sql};
use zhishou_rules::people::{PostInput, StaffInput, phone_digits, pinyin_key};

use crate::people::founding::NewCommunity;

/// Stores a community.
pub async fn add_community(
    conn: &mut Conn,
    id: CommunityId,
    new: &NewCommunity,
    at: Instant,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO community (id, name, utc_offset_minutes, founded_at, version) \
         VALUES ($1, $2, $3, $4, 1)",
    )
    .bind(id)
    .bind(new.name.trim())
    .bind(new.utc_offset_minutes)
    .bind(at)
    .run(conn)
    .await?;
    Ok(())
}

/// The post of a key.
pub async fn post_by_key(
    conn: &mut Conn,
    community: CommunityId,
    key: &str,
) -> Result<Option<PostId>, AppError> {
    let row: Option<(PostId,)> =
        sql("SELECT id AS value FROM post WHERE community_id = $1 AND key = $2")
            .bind(community)
            .bind(key)
            .optional(conn)
            .await?;
    Ok(row.map(|(id,)| id))
}

/// Stores a post, behind those that are there.
pub async fn add_post(
    conn: &mut Conn,
    community: CommunityId,
    id: PostId,
    input: &PostInput,
) -> Result<(), AppError> {
    let (position,): (i64,) = sql("SELECT COALESCE(MAX(position), 0) + 1 AS value FROM post \
         WHERE community_id = $1")
    .bind(community)
    .one(conn)
    .await?;
    sql(
        "INSERT INTO post (community_id, id, key, name, name_en, kind, phone, position, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
    )
    .bind(community)
    .bind(id)
    .bind(&input.key)
    .bind(&input.name_zh)
    .bind(&input.name_en)
    .bind(input.kind.as_str())
    .bind(phone_digits(&input.phone))
    .bind(position)
    .run(conn)
    .await?;
    Ok(())
}

/// Stores a member of staff with roles and skills.
pub async fn add_person(
    conn: &mut Conn,
    community: CommunityId,
    id: PersonId,
    input: &StaffInput,
    identity_sealed: Option<Vec<u8>>,
    at: Instant,
) -> Result<(), AppError> {
    let keys = pinyin_key(&input.name);
    let phone = Some(phone_digits(input.phone.as_deref().unwrap_or_default()))
        .filter(|phone| !phone.is_empty());
    sql(
        "INSERT INTO person (community_id, id, name, name_keys, phone, department, \
         identity_sealed, joined_on, left_on, created_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
    )
    .bind(community)
    .bind(id)
    .bind(input.name.trim())
    .bind(format!("{} {}", keys.full, keys.initials))
    .bind(phone)
    .bind(input.department.trim())
    .bind(identity_sealed)
    .bind(input.joined_on)
    .bind(input.left_on)
    .bind(at)
    .run(conn)
    .await?;
    add_roles_and_skills(conn, community, id, input).await
}

/// Stores the roles and skills of a member of staff.
pub(super) async fn add_roles_and_skills(
    conn: &mut Conn,
    community: CommunityId,
    id: PersonId,
    input: &StaffInput,
) -> Result<(), AppError> {
    for role in &input.roles {
        sql(
            "INSERT INTO person_role (community_id, person_id, role) VALUES ($1, $2, $3) \
             ON CONFLICT (community_id, person_id, role) DO NOTHING",
        )
        .bind(community)
        .bind(id)
        .bind(role.as_str())
        .run(conn)
        .await?;
    }
    for skill in input
        .skills
        .iter()
        .map(|skill| skill.trim())
        .filter(|skill| !skill.is_empty())
    {
        sql(
            "INSERT INTO person_skill (community_id, person_id, skill) VALUES ($1, $2, $3) \
             ON CONFLICT (community_id, person_id, skill) DO NOTHING",
        )
        .bind(community)
        .bind(id)
        .bind(skill)
        .run(conn)
        .await?;
    }
    Ok(())
}
