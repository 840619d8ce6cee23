//! The one act that sets an installation up.

use serde::Serialize;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::{Role, Verb};
use zhishou_rules::people::{PostInput, StaffInput};
use zhishou_rules::regulation::{presets, resolve};

use crate::access::{NewAccount, open_account, use_setup_link};
use crate::action::Action;
use crate::handover::take_up_items;
use crate::people::{NewCommunity, add_person, add_post, found_community};
use crate::regulation::adopt_preset;

/// The first community with its posts and regulation, and the first account.
#[derive(Debug, Serialize)]
pub struct SetUp {
    /// The token of the set-up link.
    #[serde(skip)]
    pub token: String,
    /// The community.
    pub community: NewCommunity,
    /// The regulation it adopts, such as `r01`.
    pub preset: String,
    /// The first member of staff.
    pub person: StaffInput,
    /// The account; its person is filled in by the act.
    pub account: NewAccount,
}

/// The first person looks after the system and may also run the centre.
pub const FIRST_ROLES: [Role; 2] = [Role::Administrator, Role::Manager];

impl Action for SetUp {
    type Outcome = ();
    const NAME: &'static str = "setup.set_up";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        use_setup_link(act, &self.token).await?;
        found_community(act, &self.community).await?;
        let posts = add_posts_of_preset(act, &self.preset).await?;
        let person = add_person(act, &self.person).await?;
        open_account(act, &self.account.of_person(person)).await?;
        let now = act.now();
        adopt_preset(act, &self.preset, &posts, now).await?;
        Ok(())
    }
}

/// Adds the posts that a preset describes and tells their keys.
///
/// # Errors
/// There is no such preset.
pub async fn add_posts_of_preset(act: &mut Act, key: &str) -> Result<Vec<String>, AppError> {
    let unknown = || AppError::invalid("/preset", "没有这个制度预设，请从列表中选择");
    let preset = presets::preset(key).ok_or_else(unknown)?;
    // A preset may inherit its posts from another.
    let resolved = resolve(preset.source).map_err(|_| unknown())?;
    let regulation = &resolved.parsed.regulation;
    let mut keys = Vec::new();
    for post in &regulation.posts {
        let input = PostInput {
            key: post.key.to_string(),
            name_zh: post.name.zh.clone(),
            name_en: post.name.en.clone(),
            kind: post.kind,
            phone: String::new(),
        };
        let id = add_post(act, &input).await?;
        // A regulation lists the things of its first post.
        if keys.is_empty() {
            take_up_items(act, id, regulation).await?;
        }
        keys.push(input.key);
    }
    Ok(keys)
}
