//! Making, filling, editing and publishing rosters.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{Date, PersonId, PostId, RosterId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::roster::{self as rules, Cycle, MarkKind, Month, RosterRefusal, RosterState};

use super::sheets::{LoadedRoster, load};
use super::store::{self, RosterRow};
use super::views::RosterView;
use crate::action::Action;
use crate::people;

async fn reload(act: &mut Act, id: RosterId) -> Result<LoadedRoster, AppError> {
    let (community, now) = (act.community(), act.now());
    let row = store::roster(act, community, id).await?;
    load(act, community, row, now).await
}

/// Loads a roster for a change and takes its next version.
async fn take(act: &mut Act, id: RosterId, version: i64) -> Result<LoadedRoster, AppError> {
    let loaded = reload(act, id).await?;
    let community = act.community();
    if !store::advance(act, community, id, version).await? {
        return Err(AppError::stale(&RosterView::of(&loaded)));
    }
    Ok(loaded)
}

fn entry(verb: &'static str, loaded: &LoadedRoster) -> Entry {
    Entry::new(verb)
        .subject("roster", loaded.row.id.subject())
        .post(loaded.post.id)
        .body(&json!({ "month": loaded.row.month }))
}

/// Begins the roster of a post for a month.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CreateRoster {
    /// The post.
    pub post_id: PostId,
    /// The month, `YYYY-MM`.
    #[schema(value_type = String)]
    pub month: Month,
}

impl Action for CreateRoster {
    type Outcome = RosterView;
    const NAME: &'static str = "roster.create";
    const VERB: Verb = Verb::EditRoster;

    async fn perform(&self, act: &mut Act) -> Result<RosterView, AppError> {
        let community = act.community();
        let offset = people::community(act, community).await?.offset;
        let today = offset.date_of(act.now());
        let exists = store::roster_of(act, community, self.post_id, self.month)
            .await?
            .is_some();
        rules::create(self.month, today, exists)?;
        let row = RosterRow {
            id: act.new_id(),
            post: people::post(act, community, self.post_id).await?.id,
            month: self.month,
            state: RosterState::Draft,
            version: 1,
            published_at: None,
        };
        store::add_roster(act, community, &row).await?;
        let now = act.now();
        let loaded = load(act, community, row, now).await?;
        act.record(entry("roster.created", &loaded)).await?;
        Ok(RosterView::of(&loaded))
    }
}

/// How a roster is filled.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "method", rename_all = "snake_case")]
pub enum Filling {
    /// Everybody who may, in turn; every required shift gets its people.
    Rotate,
    /// The same people as last month, on the same days of the week.
    CopyPrevious,
    /// A pattern of shifts and rest days.
    Cycle(Cycle),
}

/// Fills a draft.
#[derive(Debug, Clone, Serialize)]
pub struct FillRoster {
    /// Which one.
    pub roster: RosterId,
    /// The version that was seen.
    pub version: i64,
    /// How.
    pub filling: Filling,
    /// Whether cells that are filled are emptied first.
    pub replace: bool,
}

impl Action for FillRoster {
    type Outcome = RosterView;
    const NAME: &'static str = "roster.fill";
    const VERB: Verb = Verb::EditRoster;

    async fn perform(&self, act: &mut Act) -> Result<RosterView, AppError> {
        let mut loaded = take(act, self.roster, self.version).await?;
        rules::edit(loaded.row.state)?;
        if loaded.people.is_empty() {
            return Err(RosterRefusal::NobodyEligible.into());
        }
        if self.replace {
            loaded.placed.clear();
        }
        let community = act.community();
        let cells = match &self.filling {
            Filling::Rotate => rules::rotate(&loaded.sheet()).placed,
            Filling::Cycle(cycle) => rules::lay_cycle(&loaded.sheet(), cycle),
            Filling::CopyPrevious => {
                let (post, month) = (loaded.row.post, loaded.row.month.previous());
                let previous = store::roster_of(act, community, post, month).await?;
                let previous = previous.ok_or_else(|| no_previous(month))?;
                let before = store::cells(act, community, previous.id).await?;
                rules::copy_previous(&loaded.sheet(), &before)
            }
        };
        store::replace_cells(act, community, self.roster, &cells).await?;
        let filled = entry("roster.filled", &loaded)
            .body(&json!({ "filling": self.filling, "cells": cells.len() }));
        act.record(filled).await?;
        Ok(RosterView::of(&reload(act, self.roster).await?))
    }
}

fn no_previous(month: Month) -> AppError {
    let detail = format!("{month} 没有该岗位的排班表，不能沿用上月；请改用轮排");
    AppError::refused("no_previous_roster", detail)
}

/// Sets what a person does on a day: shifts, a mark, or nothing.
#[derive(Debug, Clone, Serialize)]
pub struct SetCell {
    /// Which roster.
    pub roster: RosterId,
    /// The version that was seen.
    pub version: i64,
    /// The row.
    pub person: PersonId,
    /// The column.
    pub date: Date,
    /// Shift keys; empty for none.
    pub shifts: Vec<String>,
    /// Rest or leave, when there is no shift.
    pub mark: Option<MarkKind>,
}

impl Action for SetCell {
    type Outcome = RosterView;
    const NAME: &'static str = "roster.set_cell";
    const VERB: Verb = Verb::EditRoster;

    async fn perform(&self, act: &mut Act) -> Result<RosterView, AppError> {
        let loaded = take(act, self.roster, self.version).await?;
        rules::edit(loaded.row.state)?;
        let person = loaded
            .people
            .iter()
            .find(|person| person.id == self.person)
            .ok_or(AppError::NotFound { what: "该人员" })?;
        let shifts = self
            .shifts
            .iter()
            .map(|shift| rules::place(loaded.row.month, &loaded.plan, person, self.date, shift))
            .collect::<Result<Vec<_>, _>>()?;
        let cells = rules::set_day(&loaded.placed, self.person, self.date, &shifts);
        let community = act.community();
        store::replace_cells(act, community, self.roster, &cells).await?;
        let at = (self.person, self.date);
        store::set_mark(act, community, self.roster, at, self.mark).await?;
        let set = entry("roster.cell_set", &loaded).body(&json!({
            "person_id": self.person, "date": self.date, "shifts": self.shifts, "mark": self.mark,
        }));
        act.record(set).await?;
        Ok(RosterView::of(&reload(act, self.roster).await?))
    }
}

/// Publishes a draft. Errors refuse; warnings must be confirmed.
#[derive(Debug, Clone, Serialize)]
pub struct PublishRoster {
    /// Which one.
    pub roster: RosterId,
    /// The version that was seen.
    pub version: i64,
    /// The warnings were read.
    pub warnings_confirmed: bool,
}

impl Action for PublishRoster {
    type Outcome = RosterView;
    const NAME: &'static str = "roster.publish";
    const VERB: Verb = Verb::PublishRoster;

    async fn perform(&self, act: &mut Act) -> Result<RosterView, AppError> {
        let loaded = take(act, self.roster, self.version).await?;
        let problems = loaded.problems();
        rules::publish(loaded.row.state, &problems, self.warnings_confirmed)?;
        let (community, now, by) = (act.community(), act.now(), act.actor().person);
        store::set_published(act, community, self.roster, now, by).await?;
        let published = entry("roster.published", &loaded)
            .body(&json!({ "cells": loaded.placed.len(), "warnings": problems.len() }));
        act.record(published).await?;
        Ok(RosterView::of(&reload(act, self.roster).await?))
    }
}

/// Gives one shift of a published roster to somebody else, with a reason.
#[derive(Debug, Clone, Serialize)]
pub struct ChangePublished {
    /// Which roster.
    pub roster: RosterId,
    /// The version that was seen.
    pub version: i64,
    /// Date on which the shift begins.
    pub date: Date,
    /// Shift key.
    pub shift: String,
    /// Who was to do it.
    pub from: PersonId,
    /// Who does it.
    pub to: PersonId,
    /// Why.
    pub reason: String,
}

impl Action for ChangePublished {
    type Outcome = RosterView;
    const NAME: &'static str = "roster.change_published";
    const VERB: Verb = Verb::PublishRoster;

    async fn perform(&self, act: &mut Act) -> Result<RosterView, AppError> {
        let loaded = take(act, self.roster, self.version).await?;
        let person = loaded
            .people
            .iter()
            .find(|person| person.id == self.to)
            .ok_or(AppError::NotFound { what: "该人员" })?;
        let planned = rules::place(
            loaded.row.month,
            &loaded.plan,
            person,
            self.date,
            &self.shift,
        )?;
        rules::change_published(loaded.row.state, planned, &self.reason, act.now())?;
        let mut cells = loaded.placed.clone();
        let cell = cells
            .iter_mut()
            .find(|cell| {
                cell.date == self.date && cell.shift == self.shift && cell.person == self.from
            })
            .ok_or(AppError::NotFound {
                what: "该班次上的此人",
            })?;
        cell.person = self.to;
        let community = act.community();
        store::replace_cells(act, community, self.roster, &cells).await?;
        let reason = act.keep_secret(&self.reason).await?;
        let changed = entry("roster.published_changed", &loaded)
            .body(&json!({
                "date": self.date, "shift": self.shift, "from": self.from, "to": self.to,
            }))
            .secret("reason", &reason);
        act.record(changed).await?;
        Ok(RosterView::of(&reload(act, self.roster).await?))
    }
}
