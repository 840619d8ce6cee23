//! Alerts: who hears what, and who answers.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, for_each_engine};

async fn alerts(who: &mut Client, day: &DutyDay) -> Vec<Json> {
    let heard = who.get(&day.path("alerts")).await.ok();
    heard.as_array().expect("a list").clone()
}

async fn register(who: &mut Client, day: &DutyDay, order: Json) -> Json {
    who.post(&day.path("work-orders"), order).await.ok()
}

fn answer_path(day: &DutyDay, alert: &Json) -> String {
    let id = alert["id"].as_str().expect("an id");
    day.path(&format!("alerts/{id}/answer"))
}

/// The day clerk at the desk, at 09:10.
async fn morning(h: &Harness) -> (DutyDay, Client) {
    let day = DutyDay::begin(h).await;
    let mut zhang = h.as_("clerk_zhang").await;
    h.clock.set("2026-11-24T08:45");
    day.sign_in(h, &mut zhang, "desk").await;
    h.clock.set("2026-11-24T09:10");
    (day, zhang)
}

fn repair_for(day: &DutyDay, login: &str) -> Json {
    json!({ "kind": "repair", "place": "南门", "content": "道闸不抬",
        "assignee_id": day.person(login) })
}

#[tokio::test]
async fn a_dispatched_order_rings_the_one_it_is_given_to_and_the_first_answer_counts() {
    for_each_engine(async |h| {
        let (day, mut zhang) = morning(&h).await;
        let (mut wang, mut zhao) = (h.as_("repairer_wang").await, h.as_("repairer_zhao").await);
        let order = register(&mut zhang, &day, repair_for(&day, "repairer_wang")).await;
        let heard = alerts(&mut wang, &day).await;
        let ring = heard
            .iter()
            .find(|alert| alert["kind"] == "order_dispatched")
            .expect("it rings");
        assert_eq!(ring["subject_id"], order["id"]);
        assert_eq!(ring["number"], order["number"]);
        assert_eq!(ring["answered_at"], Json::Null);
        let heard_by_zhao = alerts(&mut zhao, &day).await;
        assert!(
            heard_by_zhao
                .iter()
                .all(|alert| alert["subject_id"] != order["id"])
        );

        let path = answer_path(&day, ring);
        let by_stranger = zhao.post(&path, json!({ "answer": "coming" })).await;
        assert_eq!(by_stranger.refused(404), "not_found");
        wang.post(&path, json!({ "answer": "coming" })).await.ok();
        let again = wang.post(&path, json!({ "answer": "received" })).await;
        assert_eq!(again.refused(422), "alert_answered");
        let heard = alerts(&mut wang, &day).await;
        let ring = heard
            .iter()
            .find(|alert| alert["kind"] == "order_dispatched");
        let ring = ring.expect("an answered alert is shown for a day");
        assert_eq!(ring["answer"], "coming");
        assert_eq!(ring["answered_by_name"], "王强");
    })
    .await;
}

#[tokio::test]
async fn doing_what_an_alert_calls_for_stops_it() {
    for_each_engine(async |h| {
        let (day, mut zhang) = morning(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        let order = register(&mut zhang, &day, repair_for(&day, "repairer_wang")).await;
        let accept = format!(
            "work-orders/{}/accept",
            order["id"].as_str().expect("an id")
        );
        wang.post(&day.path(&accept), json!({})).await.ok();
        let heard = alerts(&mut wang, &day).await;
        let ring = heard
            .iter()
            .find(|alert| alert["kind"] == "order_dispatched");
        assert_ne!(ring.expect("the ring")["answered_at"], Json::Null);
    })
    .await;
}

#[tokio::test]
async fn what_rings_a_post_is_heard_by_who_holds_it() {
    for_each_engine(async |h| {
        let (day, mut zhang) = morning(&h).await;
        let mut li = h.as_("clerk_li").await;
        let urgent = json!({ "kind": "repair", "urgency": "urgent", "place": "2栋1单元",
            "content": "水管爆裂" });
        let order = register(&mut zhang, &day, urgent).await;
        let rings = |heard: Vec<Json>| {
            heard
                .iter()
                .filter(|alert| alert["subject_id"] == order["id"])
                .count()
        };
        assert_eq!(rings(alerts(&mut zhang, &day).await), 1);
        assert_eq!(rings(alerts(&mut li, &day).await), 0);
    })
    .await;
}

#[tokio::test]
async fn what_rings_a_role_is_heard_by_all_who_hold_it_and_no_others() {
    for_each_engine(async |h| {
        let (day, mut zhang) = morning(&h).await;
        let complaint = json!({ "kind": "complaint", "severity": "ordinary",
            "content": "楼上半夜装修", "caller_name": "单雄信" });
        let order = register(&mut zhang, &day, complaint).await;
        for (login, rings) in [("supervisor_he", 1), ("leader_liu", 0), ("guard_chen", 0)] {
            let mut who = h.as_(login).await;
            let heard = alerts(&mut who, &day).await;
            let about = heard
                .iter()
                .filter(|alert| alert["subject_id"] == order["id"]);
            assert_eq!(about.count(), rings, "{login}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_answer_is_named_by_its_field_and_changes_nothing() {
    for_each_engine(async |h| {
        let (day, mut zhang) = morning(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        register(&mut zhang, &day, repair_for(&day, "repairer_wang")).await;
        let heard = alerts(&mut wang, &day).await;
        let path = answer_path(&day, &heard[0]);
        let wrong = wang.post(&path, json!({ "answer": "later" })).await;
        assert_eq!(wrong.json()["errors"][0]["pointer"], "/answer");
        assert_eq!(wrong.refused(400), "invalid");
        assert_eq!(alerts(&mut wang, &day).await[0]["answered_at"], Json::Null);
    })
    .await;
}

fn still_ring(heard: &[Json], kind: &str, post: &Json) -> usize {
    heard
        .iter()
        .filter(|alert| alert["kind"] == kind && alert["post_id"] == *post)
        .filter(|alert| alert["answered_at"] == Json::Null)
        .count()
}

#[tokio::test]
async fn an_overdue_duty_stops_ringing_when_somebody_comes_for_it() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let desk = day.post("desk");
        let mut leader = h.as_("leader_liu").await;
        h.clock.set("2026-11-24T09:40");
        h.tick().await;
        let heard = alerts(&mut leader, &day).await;
        assert!(still_ring(&heard, "obligation_due", &desk) > 0, "{heard:?}");
        let about = |alert: &Json| alert["about_kind"] == "duty" && alert["about_id"].is_string();
        let overdue = heard.iter().find(|one| one["kind"] == "obligation_due");
        assert!(overdue.is_some_and(about), "{overdue:?}");
        day.sign_in(&h, &mut h.as_("clerk_zhang").await, "desk")
            .await;
        let heard = alerts(&mut leader, &day).await;
        assert_eq!(still_ring(&heard, "obligation_due", &desk), 0, "{heard:?}");
    })
    .await;
}

#[tokio::test]
async fn an_emergency_stops_ringing_when_somebody_stands_in() {
    for_each_engine(async |h| {
        let (day, mut zhang) = morning(&h).await;
        let desk = day.post("desk");
        let mut chen = h.as_("guard_chen").await;
        day.sign_in(&h, &mut chen, "south_gate").await;
        let mut leader = h.as_("leader_liu").await;
        let left = day.at("desk", "leave_for_emergency");
        let standing = zhang.post(&left, json!({})).await.ok();
        let heard = alerts(&mut leader, &day).await;
        assert_eq!(still_ring(&heard, "post_left_for_emergency", &desk), 1);
        let relief = standing["reliefs"][0]["relief_id"].as_str().expect("asked");
        // The guard holds the gate and answers from there: it is asked of him all the same.
        let mine = chen.get(&day.path("coverage/mine")).await.ok();
        assert_eq!(mine["asked_reliefs"][0]["relief_id"], relief);
        let accept = day.path(&format!("reliefs/{relief}/accept"));
        chen.post(&accept, json!({ "there": false })).await.ok();
        let heard = alerts(&mut leader, &day).await;
        assert_eq!(still_ring(&heard, "post_left_for_emergency", &desk), 0);
        let rung = heard
            .iter()
            .find(|alert| alert["kind"] == "post_left_for_emergency");
        assert_eq!(rung.expect("shown for a day")["answered_by_name"], "陈勇");
    })
    .await;
}
