//! What a community is founded with: itself, its posts, its first people.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{PersonId, PostId};
use zhishou_platform::{Act, AppError, Entry, FieldError};
use zhishou_rules::people::{Fault, PostInput, StaffInput, check_post, check_staff, phone_digits};

use super::store;

/// A community to be founded.
#[derive(Debug, Clone, Serialize)]
pub struct NewCommunity {
    /// 小区名称
    pub name: String,
    /// Minutes its clock is ahead of UTC.
    pub utc_offset_minutes: i32,
}

/// Founds the community of this act.
///
/// # Errors
/// The name is empty or too long, or the community exists.
pub async fn found_community(act: &mut Act, new: &NewCommunity) -> Result<(), AppError> {
    let length = new.name.trim().chars().count();
    if length == 0 || length > 60 {
        return Err(AppError::invalid(
            "/community_name",
            "小区名称为 1 至 60 个字",
        ));
    }
    let (community, now) = (act.community(), act.now());
    store::add_community(act, community, new, now).await?;
    act.record(Entry::new("people.community_founded").body(&json!({ "name": new.name })))
        .await?;
    Ok(())
}

/// Adds a post and records it.
///
/// # Errors
/// The input is wrong, or the key is taken.
pub async fn add_post(act: &mut Act, input: &PostInput) -> Result<PostId, AppError> {
    refuse(check_post(input))?;
    let community = act.community();
    if store::post_by_key(act, community, &input.key)
        .await?
        .is_some()
    {
        return Err(AppError::invalid("/key", "该岗位代码已存在，请换一个"));
    }
    let id: PostId = act.new_id();
    store::add_post(act, community, id, input).await?;
    let entry = Entry::new("people.post_added")
        .subject("post", id.subject())
        .body(&json!({ "key": input.key, "name": input.name_zh, "kind": input.kind }));
    act.record(entry).await?;
    Ok(id)
}

/// Adds a member of staff and records it.
///
/// # Errors
/// The input is wrong.
pub async fn add_person(act: &mut Act, input: &StaffInput) -> Result<PersonId, AppError> {
    refuse(check_staff(input))?;
    let id: PersonId = act.new_id();
    let sealed = seal_identity(act, input.identity_number.as_deref().unwrap_or_default())?;
    let (community, now) = (act.community(), act.now());
    store::add_person(act, community, id, input, sealed, now).await?;
    let name = act.keep_secret(&input.name).await?;
    let phone = act
        .keep_secret(&phone_digits(input.phone.as_deref().unwrap_or_default()))
        .await?;
    let entry = Entry::new("people.person_added")
        .subject("person", id.subject())
        .body(&json!({ "roles": input.roles, "joined_on": input.joined_on }))
        .secret("name", &name)
        .secret("phone", &phone);
    act.record(entry).await?;
    Ok(id)
}

/// An identity number sealed by the vault; nothing for an empty one.
pub(super) fn seal_identity(act: &Act, number: &str) -> Result<Option<Vec<u8>>, AppError> {
    if number.is_empty() {
        return Ok(None);
    }
    let platform = act.platform();
    platform
        .vault()
        .seal(platform.entropy(), "person.identity", number)
        .map(Some)
}

/// What is wrong with an input, as an error.
///
/// # Errors
/// `Invalid` with every fault, unless there is none.
pub fn refuse(faults: Vec<Fault>) -> Result<(), AppError> {
    if faults.is_empty() {
        return Ok(());
    }
    let fields = faults
        .into_iter()
        .map(|fault| FieldError::new(fault.pointer, fault.detail));
    Err(AppError::Invalid(fields.collect()))
}
