//! A roster as the grid shows it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, Instant, PersonId, PostId, RosterId, VersionId};
use zhishou_rules::access::Role;
use zhishou_rules::regulation::Change;
use zhishou_rules::roster::{
    CycleTemplate, Mark, Month, Part, RosterProblem, RosterState, cycle_templates,
};

use super::sheets::LoadedRoster;

/// A post and its roster of a month, if there is one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RosterLine {
    /// The post.
    pub post_id: PostId,
    /// 岗位名称
    pub post_name: String,
    /// Its English name.
    pub post_name_en: String,
    /// The roster.
    pub roster_id: Option<RosterId>,
    /// Draft or published.
    pub state: Option<RosterState>,
}

/// A column of shifts in the legend.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ShiftView {
    /// Shift key.
    pub key: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Local hours, such as 17:30-09:00.
    pub hours: String,
    /// Roles that may staff it.
    pub roles: Vec<Role>,
    /// How many persons.
    pub count: u32,
    /// The shift inside which it lies.
    pub within: Option<String>,
    /// Whether it runs only when the roster calls for it.
    pub optional: bool,
}

/// A shift of one day.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PlannedView {
    /// Date on which it begins.
    pub date: Date,
    /// Shift key.
    pub shift: String,
    /// When it begins.
    pub starts_at: Instant,
    /// When it ends.
    pub ends_at: Instant,
    /// How many persons.
    pub count: u32,
}

/// A row.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RosterRowView {
    /// Who.
    pub person_id: PersonId,
    /// 姓名
    pub name: String,
    /// Roles.
    pub roles: Vec<Role>,
    /// First day of work.
    pub joined_on: Date,
    /// Last day of work.
    pub left_on: Option<Date>,
}

/// One person on one shift.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CellView {
    /// Date on which the shift begins.
    pub date: Date,
    /// Who.
    pub person_id: PersonId,
    /// Shift key.
    pub shift: String,
    /// Responsible or second.
    pub part: Part,
}

/// A roster with its grid, legend and problems.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RosterView {
    /// Which one.
    pub id: RosterId,
    /// Its post.
    pub post_id: PostId,
    /// The post's key.
    pub post_key: String,
    /// 岗位名称
    pub post_name: String,
    /// Its English name.
    pub post_name_en: String,
    /// Its month, `YYYY-MM`.
    #[schema(value_type = String)]
    pub month: Month,
    /// Draft or published.
    pub state: RosterState,
    /// Send it back with a change.
    pub version: i64,
    /// When it was published.
    pub published_at: Option<Instant>,
    /// The version of the regulation it is planned by.
    pub regulation_version_id: VersionId,
    /// The shifts of the post.
    pub shifts: Vec<ShiftView>,
    /// The shifts of each day.
    pub plan: Vec<PlannedView>,
    /// The rows, in the order of rotation.
    pub people: Vec<RosterRowView>,
    /// The cells with shifts.
    pub cells: Vec<CellView>,
    /// The cells with marks.
    pub marks: Vec<Mark>,
    /// What is wrong.
    pub problems: Vec<RosterProblem>,
    /// Rotation patterns offered for the post.
    pub templates: Vec<CycleTemplate>,
}

impl RosterView {
    /// The view of a loaded roster.
    pub fn of(loaded: &LoadedRoster) -> Self {
        Self {
            id: loaded.row.id,
            post_id: loaded.post.id,
            post_key: loaded.post.key.clone(),
            post_name: loaded.post.name.clone(),
            post_name_en: loaded.post.name_en.clone(),
            month: loaded.row.month,
            state: loaded.row.state,
            version: loaded.row.version,
            published_at: loaded.row.published_at,
            regulation_version_id: loaded.in_force.version_id,
            shifts: shifts(loaded),
            plan: plan(loaded),
            people: people(loaded),
            cells: cells(loaded),
            marks: loaded.marks.clone(),
            problems: loaded.problems(),
            templates: cycle_templates(&loaded.plan),
        }
    }
}

fn shifts(loaded: &LoadedRoster) -> Vec<ShiftView> {
    let staffed = |key: &str| {
        loaded
            .plan
            .iter()
            .find(|s| s.shift == key && !matches!(s.change, Change::LineTransfer { .. }))
    };
    loaded
        .in_force
        .regulation
        .shifts
        .iter()
        .filter(|shift| shift.post == loaded.post.key)
        .filter_map(|shift| {
            let planned = staffed(&shift.key)?;
            Some(ShiftView {
                key: shift.key.clone(),
                name_zh: shift.name.zh.clone(),
                name_en: shift.name.en.clone(),
                hours: shift.hours.to_string(),
                roles: planned.roles.clone(),
                count: planned.count,
                within: planned.within.clone(),
                optional: planned.optional,
            })
        })
        .collect()
}

fn plan(loaded: &LoadedRoster) -> Vec<PlannedView> {
    let sheet = loaded.sheet();
    sheet
        .staffed_plan()
        .map(|shift| PlannedView {
            date: shift.date,
            shift: shift.shift.clone(),
            starts_at: shift.starts_at,
            ends_at: shift.ends_at,
            count: shift.count,
        })
        .collect()
}

fn people(loaded: &LoadedRoster) -> Vec<RosterRowView> {
    let row = |person: &zhishou_rules::roster::RosterPerson| RosterRowView {
        person_id: person.id,
        name: person.name.clone(),
        roles: person.roles.clone(),
        joined_on: person.employment.joined_on,
        left_on: person.employment.left_on,
    };
    loaded.people.iter().map(row).collect()
}

fn cells(loaded: &LoadedRoster) -> Vec<CellView> {
    let cell = |placed: &zhishou_rules::roster::Placed| CellView {
        date: placed.date,
        person_id: placed.person,
        shift: placed.shift.clone(),
        part: placed.part,
    };
    loaded.placed.iter().map(cell).collect()
}
