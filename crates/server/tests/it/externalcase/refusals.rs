//! What is refused, and who may not.

use serde_json::{Value as Json, json};

use super::{Cases, street_lamp};
use crate::harness::{at, for_each_engine};

#[tokio::test]
async fn what_is_wrong_is_said_by_its_field_and_no_case_is_taken_twice() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let path = cases.day.path("external-cases");
        let wrong = json!({ "source": "hotline", "content": "", "due_at": at("2026-11-24T09:00") });
        let refused = cases.zhang.post(&path, wrong).await.json();
        let pointers: Vec<&Json> = refused["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|one| &one["pointer"])
            .collect();
        assert_eq!(pointers, ["/content", "/external_number", "/due_at"]);
        cases.take(street_lamp()).await;
        let twice = cases.zhang.post(&path, street_lamp()).await.json();
        assert_eq!(twice["errors"][0]["pointer"], "/external_number");
        let said = twice["errors"][0]["detail"].as_str().expect("a sentence");
        assert!(said.contains("WB20261124-001"));
        // An order that is wrong takes the case back with it.
        let mut other = street_lamp();
        other["external_number"] = json!("20261124008232");
        other["work_order"] = json!({ "kind": "repair", "appointment_at": at("2026-11-24T08:00") });
        let refused = cases.zhang.post(&path, other).await.json();
        assert_eq!(
            refused["errors"][0]["pointer"],
            "/work_order/appointment_at"
        );
        let listed = cases.zhang.get(&path).await.ok();
        assert_eq!(listed["items"].as_array().expect("items").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_guard_replies_but_does_not_speak_for_the_source() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.take(street_lamp()).await;
        let reply = json!({ "reply": "已修复", "no_proof_reason": "夜间电话答复" });
        let path = cases.at(&case, "reply");
        cases.chen.post(&path, reply).await.ok();
        let path = cases.at(&case, "close");
        let refused = cases
            .chen
            .post(&path, json!({ "outcome": "satisfied" }))
            .await;
        assert_eq!(refused.status.as_u16(), 403);
        let path = cases.at(&case, "return");
        let back = json!({ "due_at": at("2026-12-02T17:00"), "reason": "未解决" });
        assert_eq!(cases.chen.post(&path, back).await.status.as_u16(), 403);
    })
    .await;
}

#[tokio::test]
async fn a_stale_page_is_told_what_stands_now() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.replied().await;
        let stale = json!({ "version": 1, "outcome": "satisfied" });
        let refused = cases.step(&case, "close", stale).await;
        assert_eq!(refused.status.as_u16(), 409);
        assert_eq!(refused.json()["current"]["stage"], "replied");
    })
    .await;
}

#[tokio::test]
async fn the_caller_is_seen_by_who_works_on_it_and_by_others_with_a_reason() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.take(street_lamp()).await;
        assert_eq!(case["own_job"], true);
        let seen = cases.step(&case, "reveal-caller", json!({})).await.ok();
        assert_eq!(seen["phone"], "13800001234");
        let mut li = h.as_("clerk_li").await;
        let path = cases.at(&case, "reveal-caller");
        let refused = li.post(&path, json!({})).await;
        assert_eq!(refused.refused(422), "reason_needed");
        li.post(&path, json!({ "reason": "来电人来访核对" }))
            .await
            .ok();
        let shown = cases.show(&case).await;
        let looks = super::verbs(&shown)
            .into_iter()
            .filter(|verb| *verb == "externalcase.caller_revealed")
            .count();
        assert_eq!(looks, 2);
    })
    .await;
}

#[tokio::test]
async fn cases_are_found_by_stage_source_deadline_and_words() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        cases.replied().await;
        let street = json!({ "source": "street_office", "source_name": "湖滨街道",
            "due_at": at("2026-11-25T12:00"), "content": "楼道堆放杂物" });
        let street = cases.take(street).await;
        let path = cases.day.path("external-cases");
        let mut numbers = async |narrowed: &str| {
            let listed = cases.zhang.get(&format!("{path}?{narrowed}")).await.ok();
            let items = listed["items"].as_array().expect("items").clone();
            items
                .iter()
                .map(|one| one["number"].clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers("").await, ["WB20261124-002", "WB20261124-001"]);
        assert_eq!(numbers("stage=open").await, ["WB20261124-002"]);
        assert_eq!(numbers("source=hotline").await, ["WB20261124-001"]);
        let soon = format!("stage=open&due_before={}", at("2026-11-26T09:10").0);
        assert_eq!(numbers(&soon).await, ["WB20261124-002"]);
        for words in [
            "20261124008231",
            "路灯",
            "3-2-1201",
            "单雄",
            "13800001234",
            "wb20261124-001",
        ] {
            let found = cases.zhang.find(&path, words).await;
            assert_eq!(found["items"][0]["number"], "WB20261124-001", "{words}");
        }
        let order = json!({ "work_order": { "kind": "business" } });
        let joined = cases.step(&street, "order", order.clone()).await.ok();
        assert_eq!(joined["work_order_number"], "YW20261124-001");
        let twice = cases.step(&street, "order", order).await;
        assert_eq!(twice.refused(422), "case_already_linked");
    })
    .await;
}
