//! One duty day, put together from what each capability recorded.

use std::collections::{BTreeMap, BTreeSet};

use zhishou_base::{CommunityId, Date, Instant, LocalTime, PersonId, PostId, VersionId};
use zhishou_platform::ledger::{VerbCount, head_of, verbs_between};
use zhishou_platform::obligations::{ObligationLine, missed_between};
use zhishou_platform::{AppError, Conn, Target};
use zhishou_rules::handover::carried;
use zhishou_rules::regulation::Text;

use super::posts::{Told, post_reports};
use super::views::{
    ContactReport, DayReport, HandoverReport, MissedDeadline, OpenOrder, OrderSums, ReportLedger,
};
use crate::coverage::StoredDuty;
use crate::handover::{HandoverView, handovers_between};
use crate::people::{Community, Post};
use crate::workorder::{OpenItem, open_for_handover};
use crate::{coverage, desk, people, regulation};

/// The names that a report speaks of.
pub(super) struct Names {
    people: BTreeMap<PersonId, String>,
    posts: BTreeMap<PostId, String>,
    shifts: BTreeMap<(VersionId, String), Text>,
}

impl Names {
    /// The name of a person; empty when nobody of that id is on file.
    pub fn person(&self, id: PersonId) -> String {
        self.people.get(&id).cloned().unwrap_or_default()
    }

    /// The names of a shift of a regulation version, Chinese and English.
    pub fn shift(&self, version: VersionId, key: &str) -> (String, String) {
        let found = self.shifts.get(&(version, key.to_owned()));
        found.map_or_else(
            || (key.to_owned(), key.to_owned()),
            |text| (text.zh.clone(), text.en.clone()),
        )
    }

    /// The name of a post; empty when there is none of that id.
    pub fn post(&self, id: PostId) -> String {
        self.posts.get(&id).cloned().unwrap_or_default()
    }
}

/// The report of the duty day that begins on a date; without a date the one that runs now.
///
/// # Errors
/// The database failed.
pub async fn day_report(
    conn: &mut Conn,
    community: CommunityId,
    date: Option<Date>,
    now: Instant,
) -> Result<DayReport, AppError> {
    let house = people::community(conn, community).await?;
    let posts = people::posts(conn, community).await?;
    let (date, from, until) = duty_day(conn, (community, &house), &posts, date, now).await?;
    let mut record = coverage::record_between(conn, community, from, until).await?;
    // The duty that begins as the day ends belongs to the next one.
    record.duties.retain(|stored| stored.duty.starts_at < until);
    let names = Names {
        people: people::names(conn, community).await?,
        posts: posts.iter().map(|p| (p.id, p.name.clone())).collect(),
        shifts: shift_names(conn, community, &record.duties).await?,
    };
    let help_calls = coverage::help_calls_between(conn, community, from, until).await?;
    let missed = missed_between(conn, community, from, until).await?;
    let head = head_of(conn, community).await?;
    let handovers = handovers_between(conn, community, from, until).await?;
    let contacts = desk::contact_tally(conn, community, from, until).await?;
    let open = open_for_handover(conn, community, from).await?;
    let verbs = verbs_between(conn, community, from, until).await?;
    Ok(DayReport {
        community_name: house.name,
        date,
        from_at: from,
        until_at: until,
        complete: now >= until,
        generated_at: now,
        ledger: head.map(|head| ReportLedger {
            seq: head.seq,
            hash: head.hash,
        }),
        posts: post_reports(posts, &record, &names, Told::of(from, until, now)),
        help_calls,
        handovers: handovers.iter().map(|h| handed_over(h, &names)).collect(),
        contacts: contacts
            .into_iter()
            .map(|tally| ContactReport {
                kind: tally.kind,
                taken: tally.taken,
                open: tally.open,
            })
            .collect(),
        orders: order_sums(&verbs),
        open_orders: open
            .into_iter()
            .map(|item| open_order(item, &names))
            .collect(),
        missed: missed
            .into_iter()
            .map(|m| missed_deadline(m, &names))
            .collect(),
    })
}

async fn shift_names(
    conn: &mut Conn,
    community: CommunityId,
    duties: &[StoredDuty],
) -> Result<BTreeMap<(VersionId, String), Text>, AppError> {
    let versions: BTreeSet<VersionId> = duties.iter().map(|stored| stored.version).collect();
    let mut names = BTreeMap::new();
    for version in versions {
        let regulation = regulation::version(conn, community, version).await?;
        for shift in &regulation.shifts {
            names.insert((version, shift.key.clone()), shift.name.clone());
        }
    }
    Ok(names)
}

/// A duty day runs from the first duty of the community's first post to that of the next day, so
/// that a night belongs whole to the day in which it begins; without duties, by the calendar.
async fn duty_day(
    conn: &mut Conn,
    (community, house): (CommunityId, &Community),
    posts: &[Post],
    date: Option<Date>,
    now: Instant,
) -> Result<(Date, Instant, Instant), AppError> {
    let today = house.offset.date_of(now);
    let midnight = |date: Date| house.offset.instant(date, LocalTime::MIDNIGHT);
    let asked = date.unwrap_or(today);
    let days = [
        asked.plus_days(-1),
        asked,
        asked.plus_days(1),
        asked.plus_days(2),
    ];
    let duties =
        coverage::duties_touching(conn, community, midnight(days[0]), midnight(days[3])).await?;
    let first = posts.first().map(|post| post.id);
    let begins = |date: Date| {
        duties
            .iter()
            .filter(|stored| Some(stored.post) == first && stored.duty.date == date)
            .map(|stored| stored.duty.starts_at)
            .min()
            .unwrap_or_else(|| midnight(date))
    };
    // Before the morning's first duty it is still the day in which the night began.
    if date.is_none() && now < begins(today) {
        return Ok((days[0], begins(days[0]), begins(today)));
    }
    Ok((asked, begins(asked), begins(days[2])))
}

fn handed_over(view: &HandoverView, names: &Names) -> HandoverReport {
    HandoverReport {
        handover_id: view.handover_id,
        post_id: view.post_id,
        outgoing: names.person(view.outgoing_id),
        incoming: names.person(view.incoming_id),
        planned_at: view.planned_at,
        state: view.progress.clone(),
        differences: view
            .items
            .iter()
            .filter(|line| line.differs())
            .cloned()
            .collect(),
        anomalies: view.anomalies.iter().map(|one| one.text.clone()).collect(),
        carried: u32::try_from(carried(&view.open)).unwrap_or(u32::MAX),
    }
}

fn order_sums(verbs: &[VerbCount]) -> OrderSums {
    let sum = |wanted: &[&str]| {
        let counted = verbs
            .iter()
            .filter(|one| wanted.contains(&one.verb.as_str()));
        counted.map(|one| one.entries).sum()
    };
    OrderSums {
        registered: sum(&["workorder.registered"]),
        finished: sum(&["workorder.finished"]),
        called_back: sum(&["workorder.called_back"]),
        archived: sum(&["workorder.archived", "workorder.closed"]),
        deferred: sum(&["workorder.deferred"]),
        reopened: sum(&["workorder.reopened"]),
    }
}

fn open_order(item: OpenItem, names: &Names) -> OpenOrder {
    let place = [item.room_code.unwrap_or_default(), item.place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    OpenOrder {
        id: item.id,
        number: item.number,
        kind: item.kind,
        urgency: item.urgency,
        stage: item.stage,
        place,
        content: item.content,
        assignee: item.assignee.map(|person| names.person(person)),
        due_at: item.due_at,
        deferred_at: item.deferred_at,
        deferral_explanation: item.deferral_explanation,
        appointment_at: item.appointment_at,
    }
}

fn missed_deadline(line: ObligationLine, names: &Names) -> MissedDeadline {
    let owner = match line.owner {
        Target::Person(person) => Some(names.person(person)),
        Target::Post(post) => Some(names.post(post)),
        Target::Role(_) => None,
    };
    MissedDeadline {
        rule_key: line.rule_key,
        subject_kind: line.subject_kind,
        subject_id: line.subject,
        owner,
        due_at: line.due_at,
        outcome: line.outcome,
    }
}
