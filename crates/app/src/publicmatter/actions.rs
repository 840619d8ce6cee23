//! Opening, changing and ending public matters.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;
use zhishou_base::{BuildingId, ContactId, PublicMatterId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::people::Fault;
use zhishou_rules::publicmatter::{PublicMatterInput, check_matter, close_matter, may_change};

use super::joining::join;
use super::{store, views};
use crate::action::Action;
use crate::{people, workorder};

/// A matter that was opened.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PublicMatterOpened {
    /// Which one.
    pub id: PublicMatterId,
    /// Its human number.
    pub number: String,
}

/// Opens a public matter, from nothing, out of an open contact, or out of a work order.
#[derive(Debug, Serialize)]
pub struct OpenPublicMatter {
    /// What was typed.
    pub input: PublicMatterInput,
    /// The open contact that made the desk open it: its first call.
    pub contact: Option<ContactId>,
}

impl Action for OpenPublicMatter {
    type Outcome = PublicMatterOpened;
    const NAME: &'static str = "publicmatter.open_public_matter";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<PublicMatterOpened, AppError> {
        let input = checked(act, &self.input).await?;
        let community = act.community();
        let id: PublicMatterId = act.new_id();
        let number = next_number(act).await?;
        let by = (act.actor().person, act.now());
        store::add(act, community, (id, &number), &input, by).await?;
        record(act, "publicmatter.opened", (id, &number), &input).await?;
        for contact in first_calls(act, &input, self.contact).await? {
            join(act, id, contact).await?;
        }
        Ok(PublicMatterOpened { id, number })
    }
}

/// The calls that were there before the matter: the contact it was opened from, and the one that
/// became its work order.
async fn first_calls(
    act: &mut Act,
    input: &PublicMatterInput,
    contact: Option<ContactId>,
) -> Result<Vec<ContactId>, AppError> {
    let community = act.community();
    let mut first: Vec<ContactId> = contact.into_iter().collect();
    if let Some(order) = input.work_order_id {
        let of_order = workorder::contact_of_order(act, community, order).await?;
        if let Some(other) = of_order.filter(|other| Some(*other) != contact) {
            // A call that counts elsewhere already is not counted twice.
            if !store::has_joined(act, community, other).await? {
                first.push(other);
            }
        }
    }
    Ok(first)
}

/// Changes title, answer, buildings or work order. Who called before was told the answer of then.
#[derive(Debug, Serialize)]
pub struct ChangePublicMatter {
    /// Which one.
    pub matter: PublicMatterId,
    /// The version that was edited.
    pub version: i64,
    /// As it shall be.
    pub input: PublicMatterInput,
}

impl Action for ChangePublicMatter {
    type Outcome = PublicMatterId;
    const NAME: &'static str = "publicmatter.change_public_matter";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<PublicMatterId, AppError> {
        let input = checked(act, &self.input).await?;
        let community = act.community();
        let before = store::matter(act, community, self.matter).await?;
        may_change(before.closed_at.is_some())?;
        if !store::save(act, community, self.matter, &input, self.version).await? {
            let current = views::view(act, community, self.matter).await?;
            return Err(AppError::stale(&current));
        }
        let which = (self.matter, before.number.as_str());
        record(act, "publicmatter.changed", which, &input).await?;
        Ok(self.matter)
    }
}

/// Ends a matter: its cause is mended.
#[derive(Debug, Serialize)]
pub struct ClosePublicMatter {
    /// Which one.
    pub matter: PublicMatterId,
    /// How it ended.
    pub outcome: String,
}

impl Action for ClosePublicMatter {
    type Outcome = PublicMatterId;
    const NAME: &'static str = "publicmatter.close_public_matter";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<PublicMatterId, AppError> {
        let community = act.community();
        let matter = store::matter(act, community, self.matter).await?;
        close_matter(matter.closed_at.is_some(), &self.outcome)?;
        let outcome = self.outcome.trim();
        let by = (act.actor().person, act.now());
        store::set_closed(act, community, self.matter, by, outcome).await?;
        let said = act.keep_secret(outcome).await?;
        let post = post_of(act).await?;
        let entry = Entry::new("publicmatter.closed")
            .subject("public_matter", self.matter.subject())
            .post(post)
            .body(&json!({ "number": matter.number, "calls": matter.calls }))
            .secret("outcome", &said);
        act.record(entry).await?;
        Ok(self.matter)
    }
}

/// The input with each building once, all of them of this community, and an order that is there.
async fn checked(act: &mut Act, input: &PublicMatterInput) -> Result<PublicMatterInput, AppError> {
    let community = act.community();
    let mut faults = check_matter(input);
    let wanted: BTreeSet<BuildingId> = input.building_ids.iter().copied().collect();
    if !wanted.is_empty() {
        let known = people::buildings(act, community).await?;
        let known: BTreeSet<BuildingId> = known.iter().map(|building| building.id).collect();
        if !wanted.is_subset(&known) {
            let detail = "有楼栋不在本小区的房产资料里，请重新选择";
            faults.push(Fault::at("/building_ids", detail));
        }
    }
    people::refuse(faults)?;
    if let Some(order) = input.work_order_id {
        workorder::contact_of_order(act, community, order).await?;
    }
    Ok(PublicMatterInput {
        building_ids: wanted.into_iter().collect(),
        ..input.clone()
    })
}

/// Numbers count per local day: GG20261124-001.
async fn next_number(act: &mut Act) -> Result<String, AppError> {
    let community = act.community();
    let offset = people::community(act, community).await?.offset;
    let day = offset.date_of(act.now()).to_string().replace('-', "");
    let count = act.next_number(&format!("public_matter.{day}")).await?;
    Ok(format!("GG{day}-{count:03}"))
}

/// The post in whose log it stands: that of who acts, or the desk.
pub async fn post_of(act: &mut Act) -> Result<Option<zhishou_base::PostId>, AppError> {
    let community = act.community();
    Ok(match act.actor().post {
        Some(post) => Some(post),
        None => people::desk(act, community).await?.map(|desk| desk.id),
    })
}

/// Title and answer are typed freely, so that the ledger keeps them as erasable text.
async fn record(
    act: &mut Act,
    verb: &'static str,
    (id, number): (PublicMatterId, &str),
    input: &PublicMatterInput,
) -> Result<(), AppError> {
    let title = act.keep_secret(input.title.trim()).await?;
    let answer = act.keep_secret(input.answer.trim()).await?;
    let post = post_of(act).await?;
    let entry = Entry::new(verb)
        .subject("public_matter", id.subject())
        .post(post)
        .body(&json!({ "number": number, "kind": input.kind,
            "buildings": input.building_ids, "work_order_id": input.work_order_id }))
        .secret("content", &title)
        .secret("reply", &answer);
    act.record(entry).await?;
    Ok(())
}
