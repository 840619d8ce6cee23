//! Who is called while a post stands empty or its line was not given, by the steps of the
//! regulation, and what ends the calling.

use serde_json::{Value as Json, json};
use zhishou_app::Action;
use zhishou_app::regulation::adopt_preset;
use zhishou_base::{Actor, Instant, VersionId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, at, for_each_engine};

#[derive(serde::Serialize)]
struct LiveByR08(Instant);

impl Action for LiveByR08 {
    type Outcome = VersionId;
    const NAME: &'static str = "test.live_by_r08";
    const VERB: Verb = Verb::PublishRegulation;

    async fn perform(&self, act: &mut Act) -> Result<VersionId, AppError> {
        adopt_preset(act, "r08", &["desk".to_owned()], self.0).await
    }
}

/// What rings for a person: the rule of a missed deadline, else the kind of the alert. The
/// gate, which nobody takes over by day, is left out.
async fn ringing(h: &Harness, day: &DutyDay, login: &str) -> Vec<String> {
    let heard = h.as_(login).await.get(&day.path("alerts")).await.ok();
    let open = heard.as_array().expect("a list").iter();
    let open = open.filter(|alert| alert["answered_at"].is_null());
    let word = |alert: &Json| {
        alert["rule_key"]
            .as_str()
            .or(alert["kind"].as_str())
            .map(str::to_owned)
    };
    let words = open.filter_map(word);
    words.filter(|word| word != "coverage.take_over").collect()
}

/// Whether something rings for a person.
async fn hears(h: &Harness, day: &DutyDay, login: &str, what: &str) -> bool {
    ringing(h, day, login).await.iter().any(|word| word == what)
}

/// 22:40: the repairer of the night has left for a burst pipe; gives the relief.
async fn pipe_bursts(h: &Harness, day: &DutyDay, wang: &mut Client) -> String {
    h.clock.set("2026-11-24T20:55");
    day.sign_in(h, wang, "desk").await;
    h.clock.set("2026-11-24T22:40");
    h.tick().await;
    let leave = day.at("desk", "leave_for_emergency");
    let left = wang.post(&leave, json!({ "reason": "3栋爆管" })).await.ok();
    left["reliefs"][0]["relief_id"]
        .as_str()
        .expect("asked")
        .to_owned()
}

async fn tick_at(h: &Harness, time: &str) {
    h.clock.set(time);
    h.tick().await;
}

#[tokio::test]
async fn who_said_on_my_way_and_does_not_come_is_called_and_so_are_the_others() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        let relief = pipe_bursts(&h, &day, &mut wang).await;
        assert!(hears(&h, &day, "leader_liu", "post_left_for_emergency").await);
        h.clock.set("2026-11-24T22:43");
        let accept = day.path(&format!("reliefs/{relief}/accept"));
        let mut sun = h.as_("guard_sun").await;
        sun.post(&accept, json!({ "there": false })).await.ok();
        assert_eq!(ringing(&h, &day, "leader_liu").await, Vec::<String>::new());
        tick_at(&h, "2026-11-24T22:52").await;
        assert!(!hears(&h, &day, "guard_sun", "coverage.arrival").await);
        tick_at(&h, "2026-11-24T22:53").await;
        assert!(hears(&h, &day, "guard_sun", "coverage.arrival").await);
        tick_at(&h, "2026-11-24T22:54").await;
        for login in ["leader_liu", "supervisor_he"] {
            assert!(hears(&h, &day, login, "coverage.arrival").await, "{login}");
        }
        h.clock.set("2026-11-24T22:55");
        sun.post(&day.at("desk", "return"), json!({})).await.ok();
        for login in ["guard_sun", "leader_liu", "manager"] {
            assert_eq!(
                ringing(&h, &day, login).await,
                Vec::<String>::new(),
                "{login}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_manager_is_called_when_a_post_has_stood_empty_for_ten_minutes() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        pipe_bursts(&h, &day, &mut wang).await;
        tick_at(&h, "2026-11-24T22:49").await;
        assert_eq!(ringing(&h, &day, "manager").await, Vec::<String>::new());
        tick_at(&h, "2026-11-24T22:50").await;
        assert!(hears(&h, &day, "manager", "coverage.gap").await);
        h.clock.set("2026-11-24T22:58");
        wang.post(&day.at("desk", "return"), json!({})).await.ok();
        assert_eq!(ringing(&h, &day, "manager").await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_call_taken_back_while_nobody_is_there_rings_again() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        let relief = pipe_bursts(&h, &day, &mut wang).await;
        let withdraw = day.path(&format!("reliefs/{relief}/withdraw"));
        wang.post(&withdraw, json!({})).await.ok();
        let heard = ringing(&h, &day, "leader_liu").await;
        assert_eq!(heard, vec!["post_unattended".to_owned()]);
    })
    .await;
}

/// The desk lives by R08 from the evening on, and the clerk has stood it since 18:00.
async fn evening_of_r08(h: &Harness, day: &DutyDay, zhang: &mut Client) {
    let adopted = LiveByR08(at("2026-11-24T17:30"));
    let adopted = h
        .app
        .perform_by(Actor::OPERATOR, day.community.id, &adopted)
        .await;
    adopted.expect("adopted");
    tick_at(h, "2026-11-24T18:00").await;
    day.sign_in(h, zhang, "desk").await;
    h.clock.set("2026-11-24T20:40");
    day.sign_in(h, &mut h.as_("guard_chen").await, "south_gate")
        .await;
}

#[tokio::test]
async fn r08_2_7_a_clerk_who_goes_home_without_giving_the_line_is_called() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        evening_of_r08(&h, &day, &mut zhang).await;
        tick_at(&h, "2026-11-24T20:59").await;
        assert!(!hears(&h, &day, "clerk_zhang", "coverage.line_transfer").await);
        tick_at(&h, "2026-11-24T21:00").await;
        assert!(hears(&h, &day, "clerk_zhang", "coverage.line_transfer").await);
        assert!(!hears(&h, &day, "supervisor_he", "coverage.line_transfer").await);
        tick_at(&h, "2026-11-24T21:10").await;
        assert!(hears(&h, &day, "supervisor_he", "coverage.line_transfer").await);
        let mut chen = h.as_("guard_chen").await;
        day.line_goes_to_the_gate(&mut zhang, &mut chen).await;
        for login in ["clerk_zhang", "supervisor_he", "guard_chen"] {
            assert!(
                !hears(&h, &day, login, "coverage.line_transfer").await,
                "{login}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn r08_2_7_a_line_given_before_the_evening_ends_calls_nobody() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        evening_of_r08(&h, &day, &mut zhang).await;
        h.clock.set("2026-11-24T20:55");
        let mut chen = h.as_("guard_chen").await;
        day.line_goes_to_the_gate(&mut zhang, &mut chen).await;
        tick_at(&h, "2026-11-24T21:20").await;
        for login in ["clerk_zhang", "supervisor_he", "guard_chen"] {
            assert!(
                !hears(&h, &day, login, "coverage.line_transfer").await,
                "{login}"
            );
        }
    })
    .await;
}

/// Nobody gave the line for the night: the clerk is called at 21:00, and the others after her.
async fn the_line_is_called_for_at_nine(h: &Harness, day: &DutyDay) {
    tick_at(h, "2026-11-24T20:59").await;
    assert!(!hears(h, day, "clerk_zhang", "coverage.line_transfer").await);
    tick_at(h, "2026-11-24T21:00").await;
    assert!(hears(h, day, "clerk_zhang", "coverage.line_transfer").await);
    tick_at(h, "2026-11-24T21:10").await;
    assert!(hears(h, day, "supervisor_he", "coverage.line_transfer").await);
}

#[tokio::test]
async fn r08_2_7_a_line_lent_for_supper_and_taken_back_is_still_to_be_given() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        evening_of_r08(&h, &day, &mut zhang).await;
        h.clock.set("2026-11-24T20:42");
        let mut chen = h.as_("guard_chen").await;
        day.line_goes_to_the_gate(&mut zhang, &mut chen).await;
        tick_at(&h, "2026-11-24T20:50").await;
        let back = day.at("desk", "return_line");
        zhang.post(&back, json!({})).await.ok();
        the_line_is_called_for_at_nine(&h, &day).await;
    })
    .await;
}

#[tokio::test]
async fn r08_2_7_an_emergency_answered_from_the_gate_gives_no_line() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        evening_of_r08(&h, &day, &mut zhang).await;
        h.clock.set("2026-11-24T20:42");
        let leave = day.at("desk", "leave_for_emergency");
        let left = zhang
            .post(&leave, json!({ "reason": "电梯困人" }))
            .await
            .ok();
        let relief = left["reliefs"][0]["relief_id"].as_str().expect("asked");
        let of_relief = |act: &str| day.path(&format!("reliefs/{relief}/{act}"));
        let mut chen = h.as_("guard_chen").await;
        let from_gate = json!({ "there": false });
        chen.post(&of_relief("accept"), from_gate).await.ok();
        tick_at(&h, "2026-11-24T20:50").await;
        zhang.post(&of_relief("end"), json!({})).await.ok();
        the_line_is_called_for_at_nine(&h, &day).await;
    })
    .await;
}

#[tokio::test]
async fn r08_the_report_says_that_the_night_stands_by_the_line() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        evening_of_r08(&h, &day, &mut zhang).await;
        let path = day.path("reports/day?date=2026-11-24");
        let report = h.as_("manager").await.get(&path).await.ok();
        let duties = report["posts"][0]["duties"].as_array().expect("duties");
        let night = duties
            .iter()
            .find(|duty| duty["starts_at"] == json!(at("2026-11-24T21:00")))
            .expect("the night");
        assert_eq!(night["no_sign_in"], "line_transfer", "{night}");
    })
    .await;
}

#[tokio::test]
async fn a_call_taken_back_rings_again_also_when_the_holder_had_been_named() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        h.clock.set("2026-11-24T18:00");
        h.tick().await;
        let mut wang = h.as_("repairer_wang").await;
        day.sign_in(&h, &mut h.as_("repairer_zhao").await, "desk")
            .await;
        let named = json!({ "person_id": day.person("repairer_wang"), "there": false,
            "reason": "赵刚身体不适" });
        let mut leader = h.as_("leader_liu").await;
        leader.post(&day.at("desk", "resolve"), named).await.ok();
        h.clock.set("2026-11-24T18:05");
        wang.post(&day.at("desk", "return"), json!({})).await.ok();
        h.clock.set("2026-11-24T22:40");
        let leave = day.at("desk", "leave_for_emergency");
        let left = wang.post(&leave, json!({})).await.ok();
        let relief = left["reliefs"][0]["relief_id"].as_str().expect("asked");
        h.clock.set("2026-11-24T22:45");
        let withdraw = day.path(&format!("reliefs/{relief}/withdraw"));
        wang.post(&withdraw, json!({})).await.ok();
        assert!(hears(&h, &day, "leader_liu", "post_unattended").await);
    })
    .await;
}
