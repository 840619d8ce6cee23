//! 呼叫支援: one press at the desk rings the guards on post and whoever leads, once.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, for_each_engine};

/// The calls for help that ring for a person.
async fn ringing(h: &Harness, day: &DutyDay, login: &str) -> Vec<Json> {
    let heard = h.as_(login).await.get(&day.path("alerts")).await.ok();
    let all = heard.as_array().expect("a list").iter();
    all.filter(|alert| alert["kind"] == "help_called" && alert["answered_at"].is_null())
        .cloned()
        .collect()
}

async fn press(who: &mut Client, day: &DutyDay) -> Json {
    who.post(&day.path("help-calls"), json!({})).await.ok()
}

/// 20:55: Wang is at the desk for the night, the guard Chen at the gate.
async fn at_night(h: &Harness) -> (DutyDay, Client) {
    let (day, wang) = DutyDay::with_wang_at_night(h).await;
    let mut chen = h.as_("guard_chen").await;
    day.sign_in(h, &mut chen, "south_gate").await;
    h.clock.set("2026-11-24T21:10");
    (day, wang)
}

/// The verbs of calls for help in the log of the desk, the last first.
async fn logged(h: &Harness, day: &DutyDay) -> Vec<String> {
    let desk = day.post("desk");
    let path = day.path(&format!(
        "dutylog?post_id={}",
        desk.as_str().expect("an id")
    ));
    let log = h.as_("manager").await.get(&path).await.ok();
    let lines = log["items"].as_array().expect("lines").iter();
    let verbs = lines.filter_map(|line| line["verb"].as_str().map(str::to_owned));
    verbs.filter(|verb| verb.contains("help")).collect()
}

#[tokio::test]
async fn the_guard_and_the_leaders_ring_and_are_told_who_called_from_where() {
    for_each_engine(async |h| {
        let (day, mut wang) = at_night(&h).await;
        let called = press(&mut wang, &day).await;
        assert_eq!(called["again"], false);
        assert_eq!(called["call"]["called"], json!(["南门岗", "何静", "刘涛"]));
        for login in ["guard_chen", "supervisor_he", "leader_liu"] {
            let rings = ringing(&h, &day, login).await;
            assert_eq!(rings.len(), 1, "{login}");
            assert_eq!(rings[0]["caller_name"], "王强");
            assert_eq!(rings[0]["post_name"], "客户服务中心前台");
            assert_eq!(rings[0]["urgency"], "urgent");
        }
        for login in ["repairer_wang", "guard_sun", "clerk_zhang", "manager"] {
            assert_eq!(ringing(&h, &day, login).await, [""; 0], "{login}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_second_press_within_a_minute_is_recorded_and_does_not_ring_again() {
    for_each_engine(async |h| {
        let (day, mut wang) = at_night(&h).await;
        press(&mut wang, &day).await;
        h.clock.0.advance(zhishou_base::Span::seconds(59));
        let again = press(&mut wang, &day).await;
        assert_eq!(again["again"], true);
        assert_eq!(ringing(&h, &day, "guard_chen").await.len(), 1);
        h.clock.0.advance(zhishou_base::Span::seconds(1));
        assert_eq!(press(&mut wang, &day).await["again"], false);
        assert_eq!(ringing(&h, &day, "guard_chen").await.len(), 2);
        assert_eq!(
            logged(&h, &day).await,
            [
                "coverage.help_called",
                "coverage.help_called_again",
                "coverage.help_called"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_silences_the_others_and_the_caller_and_the_report_know() {
    for_each_engine(async |h| {
        let (day, mut wang) = at_night(&h).await;
        press(&mut wang, &day).await;
        let ring = ringing(&h, &day, "guard_chen").await.remove(0);
        let path = day.path(&format!(
            "alerts/{}/answer",
            ring["id"].as_str().expect("an id")
        ));
        h.clock.set("2026-11-24T21:11");
        let mut chen = h.as_("guard_chen").await;
        let answered = chen.post(&path, json!({ "answer": "coming" })).await;
        assert_eq!(answered.status.as_u16(), 204);
        assert_eq!(ringing(&h, &day, "leader_liu").await, [""; 0]);
        let seen = wang.get(&day.path("help-calls")).await.ok();
        assert_eq!(seen[0]["answers"][0]["name"], "陈勇");
        assert_eq!(seen[0]["answers"][0]["answer"], "coming");
        let report = h
            .as_("manager")
            .await
            .get(&day.path("reports/day"))
            .await
            .ok();
        let told = &report["help_calls"][0];
        assert_eq!(told["caller_name"], "王强");
        assert_eq!(told["answers"][0]["name"], "陈勇");
        h.clock.set("2026-11-24T21:41");
        let later = wang.get(&day.path("help-calls")).await.ok();
        assert_eq!(later, json!([]), "it leaves the screen after half an hour");
    })
    .await;
}

#[tokio::test]
async fn a_leader_who_calls_is_not_rung_himself() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut liu = h.as_("leader_liu").await;
        let called = press(&mut liu, &day).await;
        assert_eq!(called["call"]["called"], json!(["何静"]));
        assert_eq!(called["call"]["post_name"], Json::Null);
        assert_eq!(ringing(&h, &day, "leader_liu").await, [""; 0]);
        assert_eq!(logged(&h, &day).await, ["coverage.help_called"]);
    })
    .await;
}
