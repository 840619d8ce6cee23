//! Changing staff and posts.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{PersonId, PostId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::{Role, Verb, beyond_reach};
use zhishou_rules::people::{PostInput, StaffInput, check_post, check_staff, phone_digits};

use super::founding::{add_person, add_post, refuse, seal_identity};
use super::store::{self, Person};
use super::views::{PostView, StaffView};
use crate::action::Action;

/// Adds a member of staff.
#[derive(Debug, Serialize)]
pub struct AddStaff(pub StaffInput);

impl Action for AddStaff {
    type Outcome = PersonId;
    const NAME: &'static str = "people.add_staff";
    const VERB: Verb = Verb::EditPeople;

    async fn perform(&self, act: &mut Act) -> Result<PersonId, AppError> {
        require_reach(act, &self.0.roles).await?;
        add_person(act, &self.0).await
    }
}

/// Changes a member of staff; a last day of work lets the person leave.
#[derive(Debug, Serialize)]
pub struct ChangeStaff {
    /// Who.
    pub person: PersonId,
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub input: StaffInput,
}

impl Action for ChangeStaff {
    type Outcome = PersonId;
    const NAME: &'static str = "people.change_staff";
    const VERB: Verb = Verb::EditPeople;

    async fn perform(&self, act: &mut Act) -> Result<PersonId, AppError> {
        refuse(check_staff(&self.input))?;
        let community = act.community();
        let before = store::person(act, community, self.person).await?;
        require_reach(act, &self.roles_at_stake(&before)).await?;
        let input = self.input.keeping_phone(before.phone.as_deref());
        let saved = store::save_person(act, community, self.person, &input, self.version).await?;
        if !saved {
            return Err(AppError::stale(&StaffView::masked(&before)));
        }
        if let Some(number) = &input.identity_number {
            let sealed = seal_identity(act, number)?;
            store::save_identity(act, community, self.person, sealed).await?;
        }
        let name = act.keep_secret(&input.name).await?;
        let phone = act
            .keep_secret(&phone_digits(input.phone.as_deref().unwrap_or_default()))
            .await?;
        let entry = Entry::new("people.person_changed")
            .subject("person", self.person.subject())
            .body(&json!({
                "roles_before": before.roles,
                "roles": input.roles,
                "left_on": input.left_on,
            }))
            .secret("name", &name)
            .secret("phone", &phone);
        act.record(entry).await?;
        Ok(self.person)
    }
}

impl ChangeStaff {
    /// The roles that are given or taken; by a last day of work, all that the person has.
    fn roles_at_stake(&self, before: &Person) -> Vec<Role> {
        let (old, new) = (&before.roles, &self.input.roles);
        let leaving = before.employment.left_on != self.input.left_on;
        let differs = |role: &&Role| leaving || !(old.contains(role) && new.contains(role));
        old.iter().chain(new).filter(differs).copied().collect()
    }
}

/// Asks that the acting person's own roles include whatever the given ones allow. The
/// operator, the set-up and the demo act without a person and are not asked.
async fn require_reach(act: &mut Act, roles: &[Role]) -> Result<(), AppError> {
    let Some(person) = act.actor().person else {
        return Ok(());
    };
    let community = act.community();
    let own = store::person(act, community, person).await?.roles;
    if beyond_reach(&own, roles).is_none() {
        return Ok(());
    }
    Err(AppError::forbidden(
        "所选角色的权限超出您本人的权限，不能授予、收回或办理离职；请由物业经理或系统管理员办理",
    ))
}

/// Adds a post.
#[derive(Debug, Serialize)]
pub struct AddPost(pub PostInput);

impl Action for AddPost {
    type Outcome = PostId;
    const NAME: &'static str = "people.add_post";
    const VERB: Verb = Verb::EditPeople;

    async fn perform(&self, act: &mut Act) -> Result<PostId, AppError> {
        add_post(act, &self.0).await
    }
}

/// Changes a post; its key stays, since regulations use it.
#[derive(Debug, Serialize)]
pub struct ChangePost {
    /// Which one.
    pub post: PostId,
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub input: PostInput,
}

impl Action for ChangePost {
    type Outcome = PostId;
    const NAME: &'static str = "people.change_post";
    const VERB: Verb = Verb::EditPeople;

    async fn perform(&self, act: &mut Act) -> Result<PostId, AppError> {
        refuse(check_post(&self.input))?;
        let community = act.community();
        let before = store::post(act, community, self.post).await?;
        if before.key != self.input.key {
            return Err(AppError::invalid(
                "/post/key",
                "岗位代码被值班制度引用，不能修改；如需新代码请另建岗位",
            ));
        }
        if !store::save_post(act, community, self.post, &self.input, self.version).await? {
            return Err(AppError::stale(&PostView::from(before)));
        }
        let entry = Entry::new("people.post_changed")
            .subject("post", self.post.subject())
            .body(
                &json!({ "key": before.key, "name": self.input.name_zh, "kind": self.input.kind }),
            );
        act.record(entry).await?;
        Ok(self.post)
    }
}
