//! A complaint about staff goes past the person it is about.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{Client, for_each_engine};

const SAID: &str = "前台小姑娘说话太冲，还挂我电话";

async fn complain(client: &mut Client, day: &DutyDay, about: &str) -> Json {
    let said = json!({ "about_id": day.person(about), "channel": "call", "room": "3-2-1201",
        "caller_name": "单雄信", "caller_phone": "13800001234", "content": SAID });
    client.post(&day.path("staff-complaints"), said).await.ok()
}

fn at(day: &DutyDay, complaint: &Json, act: &str) -> String {
    let id = complaint["id"].as_str().expect("an id");
    day.path(&format!("staff-complaints/{id}{act}"))
}

#[tokio::test]
async fn whoever_it_is_about_writes_it_down_and_never_sees_it_again() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        let taken = complain(&mut zhang, &day, "clerk_zhang").await;
        assert_eq!(taken["number"], "TY20261124-001");
        assert_eq!(zhang.get(&at(&day, &taken, "")).await.status.as_u16(), 403);
        let desk = day.post("desk");
        let log = format!("dutylog?post_id={}", desk.as_str().expect("an id"));
        let log = zhang.get(&day.path(&log)).await.ok();
        assert!(!log.to_string().contains(SAID), "nor in the duty log");
        let contacts = zhang.find(&day.path("contacts"), "3-2-1201").await;
        assert_eq!(contacts["items"], json!([]));
        let mut supervisor = h.as_("supervisor_he").await;
        let seen = supervisor.get(&day.path("staff-complaints")).await.ok();
        assert_eq!(seen[0]["content"], SAID);
        assert_eq!(seen[0]["caller_phone_masked"], "138****1234");
        let alerts = supervisor.get(&day.path("alerts")).await.ok();
        assert!(alerts.to_string().contains("staff_complaint_taken"));
    })
    .await;
}

#[tokio::test]
async fn one_about_the_supervisor_is_the_managers() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        let taken = complain(&mut zhang, &day, "supervisor_he").await;
        let mut supervisor = h.as_("supervisor_he").await;
        let list = supervisor.get(&day.path("staff-complaints")).await.ok();
        assert_eq!(list, json!([]));
        let tried = supervisor.get(&at(&day, &taken, "")).await;
        assert_eq!(tried.refused(404), "not_found");
        let text = json!({ "text": "查无此事" });
        let tried = supervisor.post(&at(&day, &taken, "/reply"), text).await;
        assert_eq!(tried.refused(404), "not_found");
        let tried = supervisor
            .post(&at(&day, &taken, "/reveal"), json!({}))
            .await;
        assert_eq!(tried.refused(404), "not_found");
        let mut manager = h.as_("manager").await;
        let list = manager.get(&day.path("staff-complaints")).await.ok();
        assert_eq!(list[0]["number"], taken["number"]);
    })
    .await;
}

#[tokio::test]
async fn it_is_answered_within_a_day_and_then_ended() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        let taken = complain(&mut zhang, &day, "clerk_li").await;
        let mut supervisor = h.as_("supervisor_he").await;
        let close = json!({ "finding": "upheld", "text": "已批评教育" });
        let early = supervisor
            .post(&at(&day, &taken, "/close"), close.clone())
            .await;
        assert_eq!(early.refused(422), "not_replied");
        let shown = supervisor
            .post(&at(&day, &taken, "/reveal"), json!({}))
            .await
            .ok();
        assert_eq!(shown["phone"], "13800001234");
        // Nobody answers within the day: the manager hears of it an hour later.
        h.clock.set("2026-11-26T12:00");
        h.tick().await;
        let mut manager = h.as_("manager").await;
        let alerts = manager.get(&day.path("alerts")).await.ok();
        assert!(alerts.to_string().contains("TY20261124-001"), "{alerts}");
        let reply = json!({ "text": "已致歉，当事人已接受批评" });
        supervisor
            .post(&at(&day, &taken, "/reply"), reply.clone())
            .await
            .ok();
        let twice = supervisor.post(&at(&day, &taken, "/reply"), reply).await;
        assert_eq!(twice.refused(422), "already_replied");
        supervisor
            .post(&at(&day, &taken, "/close"), close)
            .await
            .ok();
        let seen = supervisor.get(&at(&day, &taken, "")).await.ok();
        assert_eq!(seen["state"]["finding"], "upheld");
        assert_eq!(seen["outcome"], "已批评教育");
        let ask = json!({ "subject": { "kind": "staff_complaint", "id": taken["id"] },
            "reason": "投诉人来函要求删除" });
        manager.post(&day.path("privacy/erasures"), ask).await.ok();
        let seen = supervisor.get(&at(&day, &taken, "")).await.ok();
        assert_eq!((&seen["room"], &seen["reply"]), (&json!(""), &json!("")));
        assert!(!seen.to_string().contains(SAID));
    })
    .await;
}
