//! What stays to be watched at a post, and what is counted there.

use serde::Serialize;
use serde_json::{Value as Json, json};
use zhishou_base::{HandoverId, ItemId, PersonId, PostId, SubjectId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::handover::StandingLine;

use super::super::store::{self, PostItem};
use super::super::views::{ConditionView, PostItemView};
use crate::action::Action;
use crate::people;

fn person_of(act: &Act) -> Result<PersonId, AppError> {
    act.actor()
        .person
        .ok_or_else(|| AppError::forbidden("请以本小区人员的身份登录后操作"))
}

fn given(text: &str, pointer: &str, what: &str) -> Result<String, AppError> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 500 {
        return Err(AppError::invalid(
            pointer,
            format!("{what}为 1 至 500 个字"),
        ));
    }
    Ok(text.to_owned())
}

/// Sets a standing condition, shown at every handover until it is lifted.
#[derive(Debug, Serialize)]
pub struct SetCondition {
    /// The post.
    pub post: PostId,
    /// What to watch.
    pub text: String,
}

impl Action for SetCondition {
    type Outcome = ConditionView;
    const NAME: &'static str = "handover.set_condition";
    const VERB: Verb = Verb::EditStandingConditions;

    async fn perform(&self, act: &mut Act) -> Result<ConditionView, AppError> {
        let (community, now, by) = (act.community(), act.now(), person_of(act)?);
        people::post(act, community, self.post).await?;
        let line = StandingLine {
            id: act.new_id::<HandoverId>().subject(),
            text: given(&self.text, "/text", "持续关注内容")?,
            since_at: now,
        };
        store::add_condition(act, &line, self.post, by).await?;
        let said = act.keep_secret(&line.text).await?;
        let entry = Entry::new("handover.condition_set")
            .subject("standing_condition", line.id)
            .post(self.post)
            .secret("content", &said);
        act.record(entry).await?;
        Ok(ConditionView {
            condition_id: line.id,
            post_id: self.post,
            text: line.text,
            since_at: now,
            set_by_id: by,
            lifted_at: None,
            lifted_by_id: None,
            lift_reason: None,
        })
    }
}

/// Lifts a standing condition, with a reason.
#[derive(Debug, Serialize)]
pub struct LiftCondition {
    /// Which.
    pub condition: SubjectId,
    /// Why it need not be watched any more.
    pub reason: String,
}

impl Action for LiftCondition {
    type Outcome = ();
    const NAME: &'static str = "handover.lift_condition";
    const VERB: Verb = Verb::EditStandingConditions;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let (community, by) = (act.community(), person_of(act)?);
        let reason = given(&self.reason, "/reason", "解除原因")?;
        let post = store::condition_post(act, community, self.condition).await?;
        store::lift_condition(act, self.condition, by, &reason).await?;
        let said = act.keep_secret(&reason).await?;
        let entry = Entry::new("handover.condition_lifted")
            .subject("standing_condition", self.condition)
            .post(post)
            .secret("reason", &said);
        act.record(entry).await?;
        Ok(())
    }
}

/// The most lines an item count may have; a longer list is not counted with care.
const MOST_ITEMS: usize = 12;

/// Adds something to be counted at a post.
#[derive(Debug, Serialize)]
pub struct AddItem {
    /// The post.
    pub post: PostId,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
}

impl Action for AddItem {
    type Outcome = PostItemView;
    const NAME: &'static str = "handover.add_item";
    const VERB: Verb = Verb::ResolveHandover;

    async fn perform(&self, act: &mut Act) -> Result<PostItemView, AppError> {
        let community = act.community();
        people::post(act, community, self.post).await?;
        let known = store::items_of(act, community, self.post).await?;
        if known.iter().filter(|item| !item.retired).count() >= MOST_ITEMS {
            let detail = "清点物品最多 12 项，请先停用不再清点的物品";
            return Err(AppError::refused("too_many_items", detail));
        }
        let id: ItemId = act.new_id();
        let item = PostItem {
            id,
            post: self.post,
            key: id.to_string(),
            name: given(&self.name, "/name", "物品名称")?,
            name_en: self.name_en.trim().to_owned(),
            expected: self.expected,
            position: known.last().map_or(1, |last| last.position + 1),
            retired: false,
            version: 1,
        };
        store::add_item(act, &item).await?;
        record_item(act, "handover.item_added", &item).await?;
        Ok(PostItemView::from(&item))
    }
}

/// Changes something that is counted at a post.
#[derive(Debug, Serialize)]
pub struct ChangeItem {
    /// The post.
    pub post: PostId,
    /// Which.
    pub item: ItemId,
    /// The version that was seen.
    pub version: i64,
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// How many there should be.
    pub expected: u32,
    /// No longer counted.
    pub retired: bool,
}

impl Action for ChangeItem {
    type Outcome = PostItemView;
    const NAME: &'static str = "handover.change_item";
    const VERB: Verb = Verb::ResolveHandover;

    async fn perform(&self, act: &mut Act) -> Result<PostItemView, AppError> {
        let community = act.community();
        let known = store::items_of(act, community, self.post).await?;
        let found = known.into_iter().find(|item| item.id == self.item);
        let mut item = found.ok_or(AppError::NotFound { what: "该物品" })?;
        if item.version != self.version {
            return Err(AppError::stale(&PostItemView::from(&item)));
        }
        item.name = given(&self.name, "/name", "物品名称")?;
        item.name_en = self.name_en.trim().to_owned();
        item.expected = self.expected;
        item.retired = self.retired;
        store::save_item(act, &item).await?;
        item.version += 1;
        record_item(act, "handover.item_changed", &item).await?;
        Ok(PostItemView::from(&item))
    }
}

async fn record_item(act: &mut Act, verb: &'static str, item: &PostItem) -> Result<(), AppError> {
    let body: Json = json!({
        "item_id": item.id,
        "name": item.name,
        "expected": item.expected,
        "retired": item.retired,
    });
    let entry = Entry::new(verb)
        .subject("post", item.post.subject())
        .post(item.post)
        .body(&body);
    act.record(entry).await?;
    Ok(())
}
