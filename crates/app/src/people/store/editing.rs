//! Changing staff and posts.

use zhishou_base::{CommunityId, PersonId, PostId};
use zhishou_platform::{AppError, Conn, sql};
use zhishou_rules::people::{PostInput, StaffInput, phone_digits, pinyin_key};

use super::founding::add_roles_and_skills;

/// Stores a changed member of staff if nobody else changed it; tells whether it did.
pub async fn save_person(
    conn: &mut Conn,
    community: CommunityId,
    id: PersonId,
    input: &StaffInput,
    version: i64,
) -> Result<bool, AppError> {
    let keys = pinyin_key(&input.name);
    let phone = Some(phone_digits(input.phone.as_deref().unwrap_or_default()))
        .filter(|phone| !phone.is_empty());
    let changed = sql(
        "UPDATE person SET name = $1, name_keys = $2, phone = $3, department = $4, \
         joined_on = $5, left_on = $6, version = version + 1 \
         WHERE community_id = $7 AND id = $8 AND version = $9",
    )
    .bind(input.name.trim())
    .bind(format!("{} {}", keys.full, keys.initials))
    .bind(phone)
    .bind(input.department.trim())
    .bind(input.joined_on)
    .bind(input.left_on)
    .bind(community)
    .bind(id)
    .bind(version)
    .run(conn)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    for text in [
        "DELETE FROM person_role WHERE community_id = $1 AND person_id = $2",
        "DELETE FROM person_skill WHERE community_id = $1 AND person_id = $2",
    ] {
        sql(text).bind(community).bind(id).run(conn).await?;
    }
    add_roles_and_skills(conn, community, id, input).await?;
    Ok(true)
}

/// Stores a sealed identity number, or erases it.
pub async fn save_identity(
    conn: &mut Conn,
    community: CommunityId,
    id: PersonId,
    sealed: Option<Vec<u8>>,
) -> Result<(), AppError> {
    sql("UPDATE person SET identity_sealed = $1 WHERE community_id = $2 AND id = $3")
        .bind(sealed)
        .bind(community)
        .bind(id)
        .run(conn)
        .await?;
    Ok(())
}

/// Stores a changed post if nobody else changed it; tells whether it did.
pub async fn save_post(
    conn: &mut Conn,
    community: CommunityId,
    id: PostId,
    input: &PostInput,
    version: i64,
) -> Result<bool, AppError> {
    let changed = sql(
        "UPDATE post SET name = $1, name_en = $2, kind = $3, phone = $4, version = version + 1 \
         WHERE community_id = $5 AND id = $6 AND version = $7",
    )
    .bind(input.name_zh.trim())
    .bind(input.name_en.trim())
    .bind(input.kind.as_str())
    .bind(phone_digits(&input.phone))
    .bind(community)
    .bind(id)
    .bind(version)
    .run(conn)
    .await?;
    Ok(changed > 0)
}
