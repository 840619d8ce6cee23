//! The planner of coverage: replanning harms neither the record nor the deadlines.

use serde::Serialize;
use serde_json::{Value as Json, json};
use zhishou_app::Action;
use zhishou_app::regulation::adopt_preset;
use zhishou_base::{Actor, Instant, VersionId};
use zhishou_platform::{Act, AppError, Entry, sql, sql_built};
use zhishou_rules::access::Verb;

use crate::duty_day::DutyDay;
use crate::handover::Wizard;
use crate::harness::{Client, Harness, at, for_each_engine};

#[derive(Serialize)]
struct AdoptForDesk(&'static str, Instant);

impl Action for AdoptForDesk {
    type Outcome = VersionId;
    const NAME: &'static str = "test.adopt_for_desk";
    const VERB: Verb = Verb::PublishRegulation;

    async fn perform(&self, act: &mut Act) -> Result<VersionId, AppError> {
        adopt_preset(act, self.0, &["desk".to_owned()], self.1).await
    }
}

/// Leaves duties that cannot be read.
#[derive(Serialize)]
struct BreakDuties {}

impl Action for BreakDuties {
    type Outcome = ();
    const NAME: &'static str = "test.break_duties";
    const VERB: Verb = Verb::PublishRegulation;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let community = act.community();
        let broken = sql("UPDATE duty SET terms_json = 'broken' WHERE community_id = $1");
        broken.bind(community).run(act).await?;
        act.record(Entry::new("test.broken")).await?;
        Ok(())
    }
}

/// How many obligations a condition on them finds.
async fn count(h: &Harness, condition: &str) -> i64 {
    let text = format!("SELECT COUNT(*) AS value FROM obligation WHERE {condition}");
    let mut reader = h.app.platform().read().await.expect("a reader");
    let (found,): (i64,) = sql_built(text).one(&mut reader).await.expect("a count");
    found
}

#[tokio::test]
async fn a_handover_to_a_duty_that_is_replanned_stops_nothing_and_is_not_signed() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T08:50");
        day.sign_in(&h, &mut zhang, "desk").await;
        h.clock.set("2026-11-24T10:00");
        let night = Wizard::open(&day, &mut zhang, "repairer_wang").await;
        let adopted = AdoptForDesk("r08", at("2026-11-24T17:30"));
        let community = day.community.id;
        let adopted = h.app.perform_by(Actor::OPERATOR, community, &adopted).await;
        adopted.expect("adopted");
        h.tick().await;
        let refused = night.sign(&mut zhang).await;
        assert_eq!(refused.refused(422), "duty_replanned");
        let evening = Wizard::open(&day, &mut zhang, "repairer_wang").await;
        let (old, new) = (
            night.shown(&mut zhang).await,
            evening.shown(&mut zhang).await,
        );
        assert_eq!(old["handover"]["progress"]["state"], "refused");
        assert_ne!(
            old["handover"]["incoming_duty_id"],
            new["handover"]["incoming_duty_id"]
        );
    })
    .await;
}

#[tokio::test]
async fn deadlines_are_looked_at_although_planning_fails() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let community = day.community.id;
        let broken = h
            .app
            .perform_by(Actor::OPERATOR, community, &BreakDuties {})
            .await;
        broken.expect("broken");
        assert_eq!(count(&h, "breached_at IS NOT NULL").await, 0);
        h.clock.set("2026-11-24T09:20");
        assert!(h.app.tick().await.is_err(), "the failure is told");
        assert!(count(&h, "breached_at IS NOT NULL").await > 0);
    })
    .await;
}

/// Who is put where on the days around the 24th: date, login, shifts.
const CELLS: &[(&str, &str, &[&str])] = &[
    ("2026-11-23", "repairer_zhao", &["night"]),
    ("2026-11-23", "repairer_wang", &[]),
    ("2026-11-24", "clerk_zhang", &["day"]),
    ("2026-11-24", "clerk_li", &["noon"]),
    ("2026-11-24", "front_desk_wu", &[]),
    ("2026-11-24", "repairer_wang", &["night"]),
    ("2026-11-24", "repairer_zhao", &[]),
    ("2026-11-25", "clerk_li", &["day"]),
    ("2026-11-25", "clerk_zhang", &["noon"]),
    ("2026-11-25", "front_desk_wu", &[]),
];

/// Fills November for the desk, puts [`CELLS`], and publishes.
async fn publishes(day: &DutyDay, he: &mut Client) -> Json {
    let begun = json!({ "post_id": day.post("desk"), "month": "2026-11" });
    let roster = he.post(&day.path("rosters"), begun).await.ok();
    let below = |act: &str| {
        let id = roster["id"].as_str().expect("an id");
        day.path(&format!("rosters/{id}/{act}"))
    };
    let fill = json!({ "version": roster["version"], "filling": { "method": "rotate" } });
    let mut filled = he.post(&below("fill"), fill).await.ok();
    for (date, login, shifts) in CELLS {
        let cell = json!({ "version": filled["version"], "date": date, "shifts": shifts,
            "person_id": day.person(login) });
        filled = he.put(&below("cells"), cell).await.ok();
    }
    let publish = json!({ "version": filled["version"], "warnings_confirmed": true });
    he.post(&below("publish"), publish).await.ok()
}

#[tokio::test]
async fn a_roster_published_after_the_event_makes_nobody_late() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let (mut he, mut zhang) = (h.as_("supervisor_he").await, h.as_("clerk_zhang").await);
        h.clock.set("2026-11-24T08:44");
        day.sign_in(&h, &mut zhang, "desk").await;
        h.clock.set("2026-11-24T10:00");
        let roster = publishes(&day, &mut he).await;
        h.tick().await;
        let signing = "rule_key = 'coverage.sign_in'";
        let late = format!("{signing} AND breached_at IS NOT NULL");
        assert_eq!(count(&h, &late).await, 0);
        // A substitute named two minutes before the night has the lead of the shift.
        h.clock.set("2026-11-24T17:28");
        let change = json!({ "version": roster["version"], "date": "2026-11-24",
            "shift": "night", "from_person_id": day.person("repairer_wang"),
            "to_person_id": day.person("repairer_zhao"), "reason": "王强发烧，赵刚顶班" });
        let id = roster["id"].as_str().expect("an id");
        let changes = day.path(&format!("rosters/{id}/changes"));
        he.post(&changes, change).await.ok();
        h.tick().await;
        let zhao = day.person("repairer_zhao");
        let of_zhao = format!(
            "{signing} AND outcome = 'open' AND occurrence = '{}' AND due_at = {}",
            zhao.as_str().expect("an id"),
            at("2026-11-24T17:43").0
        );
        assert_eq!(count(&h, &of_zhao).await, 1);
        h.clock.set("2026-11-24T17:42");
        h.tick().await;
        let late_zhao = format!("{of_zhao} AND breached_at IS NOT NULL");
        assert_eq!(count(&h, &late_zhao).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_roster_for_the_shift_that_runs_moves_no_deadline_into_the_past() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut he = h.as_("supervisor_he").await;
        h.clock.set("2026-11-24T08:05");
        publishes(&day, &mut he).await;
        h.tick().await;
        let now = at("2026-11-24T08:05").0;
        assert_eq!(count(&h, &format!("due_at <= {now}")).await, 0);
        let zhao = day.person("repairer_zhao");
        let zhao = zhao.as_str().expect("an id");
        let due = at("2026-11-24T08:20").0;
        let named = format!("occurrence = '{zhao}' AND due_at = {due} AND outcome = 'open'");
        assert_eq!(count(&h, &named).await, 1);
    })
    .await;
}
