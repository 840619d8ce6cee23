//! Puts together what the pure rules look at: plan, people, cells, and what else they do.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, Date, Instant, UtcOffset};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::regulation::{DutyMode, PlannedShift, plan_day};
use zhishou_rules::roster::{
    Elsewhere, Limits, Mark, Month, Placed, RosterPerson, RosterProblem, Sheet, ShiftLabel, check,
};

use super::store::{self, RosterRow};
use crate::people::{self, Post};
use crate::regulation::{InForce, regulation_in_force, regulations_in_force};

/// Everything about one roster, owned.
pub struct LoadedRoster {
    /// The roster itself.
    pub row: RosterRow,
    /// Its post.
    pub post: Post,
    /// The regulation its post lives by at the start of the month, or as soon as it adopts one.
    pub in_force: InForce,
    /// The shifts of the month.
    pub plan: Vec<PlannedShift>,
    /// The cells with shifts.
    pub placed: Vec<Placed>,
    /// The cells with marks.
    pub marks: Vec<Mark>,
    /// The rows: those who may staff a shift of the post, or stand on it already.
    pub people: Vec<RosterPerson>,
    elsewhere: Vec<Elsewhere>,
    labels: BTreeMap<(String, String), ShiftLabel>,
    offset: UtcOffset,
    now: Instant,
}

impl LoadedRoster {
    /// What the rules look at.
    pub fn sheet(&self) -> Sheet<'_> {
        Sheet {
            month: self.row.month,
            plan: &self.plan,
            placed: &self.placed,
            marks: &self.marks,
            people: &self.people,
            elsewhere: &self.elsewhere,
            limits: Limits::default(),
            labels: &self.labels,
            offset: self.offset,
            now: self.now,
        }
    }

    /// What is wrong with the cells as they are.
    pub fn problems(&self) -> Vec<RosterProblem> {
        check(&self.sheet())
    }
}

/// Loads a roster with all that the rules need at an instant.
///
/// # Errors
/// `no_regulation` when the post lives by none in that month.
pub async fn load(
    conn: &mut Conn,
    community: CommunityId,
    row: RosterRow,
    now: Instant,
) -> Result<LoadedRoster, AppError> {
    let offset = people::community(conn, community).await?.offset;
    let post = people::post(conn, community, row.post).await?;
    let in_force = regulation_of_month(conn, community, &post, row.month, offset).await?;
    let plan: Vec<PlannedShift> = row
        .month
        .days()
        .flat_map(|date| plan_day(&in_force.regulation, &post.key, date, offset))
        .collect();
    let placed = store::cells(conn, community, row.id).await?;
    let marks = store::marks(conn, community, row.id).await?;
    let people = rows(conn, community, &plan, &placed, row.month).await?;
    let elsewhere = elsewhere(conn, community, &row, offset).await?;
    let labels = labels(&in_force, &post.key);
    Ok(LoadedRoster {
        row,
        post,
        in_force,
        plan,
        placed,
        marks,
        people,
        elsewhere,
        labels,
        offset,
        now,
    })
}

/// The regulation a post lives by in a month: at its start, or at its end when it was adopted
/// in between.
async fn regulation_of_month(
    conn: &mut Conn,
    community: CommunityId,
    post: &Post,
    month: Month,
    offset: UtcOffset,
) -> Result<InForce, AppError> {
    let midnight = |date: Date| offset.instant(date, zhishou_base::LocalTime::MIDNIGHT);
    for at in [
        midnight(month.first_day()),
        midnight(month.next().first_day()),
    ] {
        if let Some(found) = regulation_in_force(conn, community, &post.key, at).await? {
            return Ok(found);
        }
    }
    let detail = format!(
        "“{}”在该月没有生效的值班制度，请先在“值班制度”中采用",
        post.name
    );
    Err(AppError::refused("no_regulation", detail))
}

async fn rows(
    conn: &mut Conn,
    community: CommunityId,
    plan: &[PlannedShift],
    placed: &[Placed],
    month: Month,
) -> Result<Vec<RosterPerson>, AppError> {
    let fits = |person: &people::Person| {
        let works = month
            .days()
            .any(|date| person.employment.is_active_on(date));
        let role = plan
            .iter()
            .any(|s| s.roles.iter().any(|role| person.roles.contains(role)));
        (works && role) || placed.iter().any(|cell| cell.person == person.id)
    };
    let staff = people::staff(conn, community).await?;
    Ok(staff
        .into_iter()
        .filter(fits)
        .map(|person| RosterPerson {
            id: person.id,
            name: person.name,
            roles: person.roles,
            employment: person.employment,
        })
        .collect())
}

/// What the same people do on other rosters, from a week before the month to a week after.
async fn elsewhere(
    conn: &mut Conn,
    community: CommunityId,
    row: &RosterRow,
    offset: UtcOffset,
) -> Result<Vec<Elsewhere>, AppError> {
    let (from, to) = (
        row.month.first_day().plus_days(-7),
        row.month.last_day().plus_days(7),
    );
    let cells = store::cells_elsewhere(conn, community, row.id, from, to).await?;
    let at = offset.instant(row.month.first_day(), zhishou_base::LocalTime::MIDNIGHT);
    let now_or_then = regulations_in_force(conn, community, at).await?;
    let mut found = Vec::new();
    for cell in cells {
        let Some(in_force) = now_or_then.get(&cell.post) else {
            continue;
        };
        let planned = plan_day(&in_force.regulation, &cell.post, cell.date, offset)
            .into_iter()
            .find(|shift| shift.shift == cell.shift);
        if let Some(shift) = planned {
            found.push(Elsewhere {
                person: cell.person,
                date: cell.date,
                post: cell.post,
                shift: cell.shift,
                starts_at: shift.starts_at,
                ends_at: shift.ends_at,
                night: shift.night,
                counts_hours: matches!(shift.mode, DutyMode::AtPost),
                nested: shift.within.is_some(),
            });
        }
    }
    Ok(found)
}

fn labels(in_force: &InForce, post: &str) -> BTreeMap<(String, String), ShiftLabel> {
    in_force
        .regulation
        .shifts
        .iter()
        .filter(|shift| shift.post == post)
        .map(|shift| {
            let key = (post.to_owned(), shift.key.clone());
            (
                key,
                ShiftLabel {
                    zh: shift.name.zh.clone(),
                    en: shift.name.en.clone(),
                },
            )
        })
        .collect()
}
