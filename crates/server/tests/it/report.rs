//! The report of a duty day.

use serde_json::json;

use crate::duty_day::DutyDay;
use crate::harness::{at, for_each_engine};

#[tokio::test]
async fn a_duty_day_begins_with_the_first_duty_and_takes_the_night_along() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut manager = h.as_("manager").await;
        let path = day.path("reports/day");
        h.clock.set("2026-11-25T03:00");
        h.tick().await;
        let running = manager.get(&path).await.ok();
        assert_eq!(running["date"], "2026-11-24");
        assert_eq!(running["from_at"], json!(at("2026-11-24T09:00")));
        assert_eq!(running["until_at"], json!(at("2026-11-25T09:00")));
        assert_eq!(running["complete"], false);
        h.clock.set("2026-11-25T09:00");
        let next = manager.get(&path).await.ok();
        assert_eq!(next["date"], "2026-11-25");
        let before = manager.get(&format!("{path}?date=2026-11-24")).await.ok();
        assert_eq!(before["complete"], true);
        let until = before["until_at"].as_i64().expect("an end");
        let duties = before["posts"][0]["duties"].as_array().expect("duties");
        assert!(
            duties
                .iter()
                .all(|duty| duty["starts_at"].as_i64() < Some(until)),
            "the next morning's duty is not of this day: {duties:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_missed_deadline_and_a_late_sign_in_stand_in_the_report() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        h.clock.set("2026-11-24T08:52");
        let mut zhang = h.as_("clerk_zhang").await;
        day.sign_in(&h, &mut zhang, "desk").await;
        let repair = json!({ "kind": "repair", "urgency": "urgent", "place": "3-2-1201",
            "content": "水管爆裂" });
        h.clock.set("2026-11-24T09:10");
        zhang.post(&day.path("work-orders"), repair).await.ok();
        h.clock.set("2026-11-24T12:00");
        h.tick().await;
        let mut manager = h.as_("manager").await;
        let report = manager
            .get(&day.path("reports/day?date=2026-11-24"))
            .await
            .ok();
        let duties = report["posts"][0]["duties"].as_array().expect("duties");
        let morning = duties
            .iter()
            .find(|duty| duty["shift_name"] == "白班")
            .expect("the day");
        assert_eq!(morning["signed_in"][0]["name"], "张丽");
        assert_eq!(morning["signed_in"][0]["late"], true);
        let missed = report["missed"].as_array().expect("deadlines");
        assert!(
            missed.iter().any(|one| one["subject_kind"] == "work_order"),
            "{missed:?}"
        );
        assert_eq!(report["open_orders"][0]["content"], "水管爆裂");
        let mut repairer = h.as_("repairer_wang").await;
        let refused = repairer.get(&day.path("reports/day")).await;
        assert_eq!(refused.refused(403), "forbidden");
    })
    .await;
}

#[tokio::test]
async fn a_post_that_nobody_held_stands_in_the_report_with_its_hours() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        h.clock.set("2026-11-24T08:45");
        let mut zhang = h.as_("clerk_zhang").await;
        day.sign_in(&h, &mut zhang, "desk").await;
        h.clock.set("2026-11-24T15:00");
        h.tick().await;
        let mut manager = h.as_("manager").await;
        let path = day.path("reports/day?date=2026-11-24");
        let report = manager.get(&path).await.ok();
        let post = |key: &str| {
            let posts = report["posts"].as_array().expect("posts");
            let id = day.post(key);
            posts
                .iter()
                .find(|post| post["post_id"] == id)
                .expect("the post")
                .clone()
        };
        let gate = post("south_gate");
        let vacant = &gate["unattended"][0];
        assert!(vacant["holder"].is_null(), "nobody answered for it: {gate}");
        assert!(vacant["to_at"].is_null(), "it lasts: {vacant}");
        assert!(gate["unattended_for"].as_i64() > Some(0));
        let noon = post("desk")["duties"]
            .as_array()
            .expect("duties")
            .iter()
            .find(|duty| duty["shift_name"] == "午间值班")
            .expect("noon")
            .clone();
        assert_eq!(noon["no_sign_in"], "within");
        // The night's guards come at eight; what nobody held by day is over then.
        h.clock.set("2026-11-24T20:00");
        let mut chen = h.as_("guard_chen").await;
        day.sign_in(&h, &mut chen, "south_gate").await;
        let report = manager.get(&path).await.ok();
        let gate = report["posts"]
            .as_array()
            .expect("posts")
            .iter()
            .find(|post| post["post_id"] == day.post("south_gate"))
            .expect("the gate");
        assert_eq!(
            gate["unattended"][0]["to_at"],
            json!(at("2026-11-24T20:00")),
            "{gate}"
        );
    })
    .await;
}
