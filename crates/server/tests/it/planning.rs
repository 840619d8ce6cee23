//! The planner of coverage: replanning harms neither the record nor the deadlines.

use serde::Serialize;
use serde_json::{Value as Json, json};
use zhishou_app::Action;
use zhishou_app::regulation::adopt_preset;
use zhishou_base::{Actor, Instant, Span, VersionId};
use zhishou_platform::{Act, AppError, Entry, sql, sql_built};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::last_punctual;

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

/// 17:28, two minutes before the night: Zhao is put into the published roster in Wang's place.
async fn zhao_stands_in_at_1728(h: &Harness, day: &DutyDay, he: &mut Client, roster: &Json) {
    h.clock.set("2026-11-24T17:28");
    let change = json!({ "version": roster["version"], "date": "2026-11-24",
        "shift": "night", "from_person_id": day.person("repairer_wang"),
        "to_person_id": day.person("repairer_zhao"), "reason": "王强发烧，赵刚顶班" });
    let id = roster["id"].as_str().expect("an id");
    let changes = day.path(&format!("rosters/{id}/changes"));
    he.post(&changes, change).await.ok();
    h.tick().await;
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
        zhao_stands_in_at_1728(&h, &day, &mut he, &roster).await;
        let zhao = day.person("repairer_zhao");
        let of_zhao = format!(
            "{signing} AND outcome = 'open' AND occurrence = '{}' AND due_at = {}",
            zhao.as_str().expect("an id"),
            last_punctual(at("2026-11-24T17:43")).0
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
        let due = last_punctual(at("2026-11-24T08:15")).0;
        let named = format!("occurrence = '{zhao}' AND due_at = {due} AND outcome = 'open'");
        assert_eq!(count(&h, &named).await, 1);
    })
    .await;
}

/// How many duties of the desk on a date a shift has.
async fn duties(h: &Harness, shift: &str, date: &str) -> i64 {
    let text = "SELECT COUNT(*) AS value FROM duty WHERE shift_key = $1 AND duty_date = $2";
    let date: zhishou_base::Date = date.parse().expect("a date");
    let mut reader = h.app.platform().read().await.expect("a reader");
    let counted = sql(text).bind(shift).bind(date).one(&mut reader).await;
    let (found,): (i64,) = counted.expect("a count");
    found
}

#[tokio::test]
async fn of_two_versions_to_come_each_plans_its_own_shifts() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let community = day.community.id;
        for adopted in [
            AdoptForDesk("r08", at("2026-11-24T17:30")),
            AdoptForDesk("r23", at("2026-11-25T09:00")),
        ] {
            let adopted = h.app.perform_by(Actor::OPERATOR, community, &adopted).await;
            adopted.expect("adopted");
            h.tick().await;
        }
        // Tuesday evening and night are R08's, and on Wednesday the classic night is back.
        assert_eq!(duties(&h, "evening", "2026-11-24").await, 1);
        assert_eq!(duties(&h, "line_weekday_night", "2026-11-24").await, 1);
        assert_eq!(duties(&h, "night", "2026-11-24").await, 0);
        assert_eq!(duties(&h, "evening", "2026-11-25").await, 0);
        assert_eq!(duties(&h, "night", "2026-11-25").await, 1);
    })
    .await;
}

/// Publishes the classic regulation with a night whose line is at the gate, for the desk.
async fn night_goes_to_the_gate(day: &DutyDay, manager: &mut Client) {
    let classic = json!({ "preset": "r01" });
    let draft = manager.post(&day.path("regulations"), classic).await.ok();
    let text = draft["text"].as_str().expect("a text");
    let by_line = text.replace(
        "roles = [\"repairer\"]\nrest_possible = true",
        "line_to = \"south_gate\"",
    );
    assert_ne!(text, by_line);
    let id = draft["regulation_id"].as_str().expect("an id");
    let path = day.path(&format!("regulations/{id}/draft"));
    let saved = json!({ "version": draft["version"], "text": by_line });
    let saved = manager.put(&path, saved).await.ok();
    let submitted = json!({ "version": saved["version"] });
    let submitted = manager
        .post(&format!("{path}/submit"), submitted)
        .await
        .ok();
    let publish = json!({ "version": submitted["version"], "posts": ["desk"],
        "effective_at": at("2026-11-24T17:30") });
    manager.post(&format!("{path}/publish"), publish).await.ok();
}

#[tokio::test]
async fn nobody_signs_in_for_a_night_that_goes_to_the_gate_after_all() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        publishes(&day, &mut h.as_("supervisor_he").await).await;
        h.tick().await;
        let wang = day.person("repairer_wang");
        let of_wang = format!(
            "rule_key = 'coverage.sign_in' AND occurrence = '{}' AND due_at < {}",
            wang.as_str().expect("an id"),
            at("2026-11-24T18:00").0
        );
        let open = format!("{of_wang} AND outcome = 'open'");
        assert_eq!(count(&h, &open).await, 1);
        night_goes_to_the_gate(&day, &mut h.as_("manager").await).await;
        h.tick().await;
        assert_eq!(count(&h, &open).await, 0);
        let line = "rule_key = 'coverage.line_transfer' AND outcome = 'open'";
        assert!(count(&h, line).await > 0, "the line is owed instead");
    })
    .await;
}

/// Whether the report of the 24th says that a person signed in late for the night.
async fn late_in_report(day: &DutyDay, he: &mut Client, name: &str) -> bool {
    let path = day.path("reports/day?date=2026-11-24");
    let report = he.get(&path).await.ok();
    let posts = report["posts"].as_array().expect("posts").iter();
    let duties = posts.flat_map(|post| post["duties"].as_array().expect("duties"));
    let signed = duties
        .filter(|duty| duty["night"] == true)
        .flat_map(|duty| duty["signed_in"].as_array().expect("sign-ins"));
    let mut of_person = signed.filter(|one| one["name"] == name);
    let late = of_person.next().expect("signed in")["late"].as_bool();
    late.expect("told")
}

#[tokio::test]
async fn who_is_late_is_late_everywhere_by_what_was_owed_and_to_the_minute() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let (mut he, mut wang) = (h.as_("supervisor_he").await, h.as_("repairer_wang").await);
        let roster = publishes(&day, &mut he).await;
        h.tick().await;
        // Twenty seconds after 17:15 the clock at the desk still shows 17:15.
        h.clock.set("2026-11-24T17:15");
        h.tick().await;
        h.clock.0.advance(Span::seconds(20));
        let signed = day.sign_in(&h, &mut wang, "desk").await;
        assert_eq!(signed["late_minutes"], Json::Null);
        assert!(!late_in_report(&day, &mut he, "王强").await);
        let late = |login: &str| {
            let person = day.person(login);
            let person = person.as_str().expect("an id");
            format!(
                "rule_key = 'coverage.sign_in' AND breached_at IS NOT NULL \
                 AND occurrence = '{person}' AND due_at > {}",
                at("2026-11-24T17:00").0
            )
        };
        assert_eq!(count(&h, &late("repairer_wang")).await, 0);
        // Zhao, named two minutes before the shift, has its lead from then.
        zhao_stands_in_at_1728(&h, &day, &mut he, &roster).await;
        h.clock.set("2026-11-24T17:40");
        let signed = day
            .sign_in(&h, &mut h.as_("repairer_zhao").await, "desk")
            .await;
        assert_eq!(signed["late_minutes"], Json::Null);
        assert!(!late_in_report(&day, &mut he, "赵刚").await);
        assert_eq!(count(&h, &late("repairer_zhao")).await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_is_called_in_for_noon_alone_is_asked_for_no_sign_in_and_never_late() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let (mut he, mut li) = (h.as_("supervisor_he").await, h.as_("clerk_li").await);
        publishes(&day, &mut he).await;
        h.tick().await;
        h.clock.set("2026-11-24T08:45");
        day.sign_in(&h, &mut h.as_("clerk_zhang").await, "desk")
            .await;
        h.clock.set("2026-11-24T11:35");
        let signed = day.sign_in(&h, &mut li, "desk").await;
        assert_eq!(signed["late_minutes"], Json::Null, "{signed}");
        let text = "SELECT COUNT(*) AS value FROM finding WHERE kind = 'coverage.sign_in' \
                    AND obligation_id IS NULL";
        let mut reader = h.app.platform().read().await.expect("a reader");
        let (found,): (i64,) = sql_built(text.to_owned())
            .one(&mut reader)
            .await
            .expect("a count");
        drop(reader);
        assert_eq!(found, 0);
        let path = day.path("reports/day?date=2026-11-24");
        let report = he.get(&path).await.ok();
        let duties = report["posts"][0]["duties"].as_array().expect("duties");
        let noon = duties
            .iter()
            .find(|duty| duty["shift_name"] == "午间值班")
            .expect("noon");
        assert_eq!(noon["no_sign_in"], "within");
        assert_eq!(noon["signed_in"][0]["late"], false, "{noon}");
    })
    .await;
}

#[tokio::test]
async fn who_begins_in_the_evening_has_not_left_the_desk_empty_since_the_shift_began() {
    for_each_engine(async |h| {
        h.clock.set("2026-11-24T23:09");
        let day = DutyDay::begin(&h).await;
        let mut zhao = h.as_("repairer_zhao").await;
        h.clock.set("2026-11-24T23:16");
        let desk = day.coverage(&mut zhao, "desk").await;
        let since = desk["gap"]["since_at"].as_i64();
        assert!(since >= Some(at("2026-11-24T23:09").0), "{}", desk["gap"]);
        let signed_in = day.sign_in(&h, &mut zhao, "desk").await;
        assert_eq!(
            signed_in.get("late_minutes"),
            Some(&Json::Null),
            "{signed_in}"
        );
    })
    .await;
}
