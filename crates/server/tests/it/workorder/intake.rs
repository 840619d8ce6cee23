//! A call and its order in one act, and what a repeat caller has open.

use serde_json::{Value as Json, json};

use super::{Orders, due, tap_leaks};
use crate::harness::{at, for_each_engine};

fn call() -> Json {
    json!({ "kind": "repair", "channel": "call", "room": "3-2-1201", "content": "厨房水管漏水",
        "caller_name": "单雄信", "caller_phone": "+86 138 0000 1234" })
}

#[tokio::test]
async fn r01_3_a_call_and_its_repair_order_are_one_act() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let path = orders.day.path("contacts/with-order");
        let both = json!({ "contact": call(), "order": { "kind": "repair", "urgency": "urgent" } });
        let answer = orders.zhang.post(&path, both).await;
        assert_eq!(answer.status.as_u16(), 201);
        let taken = answer.json();
        assert_eq!(taken["contact"]["number"], "JD20261124-001");
        assert_eq!(taken["order"]["number"], "BX20261124-001");
        assert_eq!(taken["order"]["content"], "厨房水管漏水");
        assert_eq!(taken["order"]["contact_id"], taken["contact"]["id"]);
        let log = orders.day.path("contacts");
        let log = orders.zhang.get(&log).await.ok();
        assert_eq!(log["items"][0]["work_order_id"], taken["order"]["id"]);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_order_leaves_no_contact_behind_and_names_its_field() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let path = orders.day.path("contacts/with-order");
        let past = json!({ "contact": call(), "order": { "kind": "repair",
            "appointment_at": at("2026-11-24T08:00") } });
        let refused = orders.zhang.post(&path, past).await;
        let pointer = refused.json()["errors"][0]["pointer"].clone();
        assert_eq!(refused.refused(400), "invalid");
        assert_eq!(pointer, "/order/appointment_at");
        let twice = json!({ "contact": call(), "order": { "kind": "repair",
            "contact_id": "0193a000-0000-7000-8000-00000000000f" } });
        let refused = orders.zhang.post(&path, twice).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], "/order/contact_id");
        let wordy =
            json!({ "contact": { "kind": "repair", "channel": "call", "told": "人".repeat(121) },
            "order": { "kind": "repair" } });
        let refused = orders.zhang.post(&path, wordy).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], "/contact/told");
        let log = orders.day.path("contacts");
        let log = orders.zhang.get(&log).await.ok();
        assert_eq!(log["items"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn what_a_repeat_caller_has_open_is_found_by_home_and_number() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        // One by the number only, one by the home only, one of somebody else.
        let by_number = orders.register(tap_leaks()).await;
        let both = json!({ "order": { "kind": "repair" }, "contact":
            { "kind": "repair", "channel": "visit", "room": "3栋2单元1201", "content": "灯不亮" } });
        let path = orders.day.path("contacts/with-order");
        let by_home = orders.zhang.post(&path, both).await.ok()["order"].clone();
        let other = json!({ "kind": "repair", "place": "南门", "content": "道闸不抬",
            "caller_phone": "13900009999" });
        orders.register(other).await;
        let callers = orders.day.path("callers");
        let card = orders.zhang.find(&callers, "1201").await[0].clone();
        let resident = card["resident"]["id"].as_str().expect("an id");
        let query = format!("work-orders?group=open&resident_id={resident}");
        let found = orders.zhang.get(&orders.day.path(&query)).await.ok();
        let mut ids: Vec<&str> = found["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|order| order["id"].as_str().expect("an id"))
            .collect();
        ids.sort_unstable();
        let mut expected = [super::id_of(&by_number), super::id_of(&by_home)];
        expected.sort_unstable();
        assert_eq!(ids, expected);
    })
    .await;
}

#[tokio::test]
async fn r16_3_a_repair_agrees_a_visit_time() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let visit = at("2026-11-24T14:30");
        let mut order = tap_leaks();
        order["appointment_at"] = json!(visit);
        let order = orders.register(order).await;
        assert_eq!(order["appointment_at"], json!(visit));
        assert!(due(&order).contains(&("workorder.appointment", visit.0)));
        for step in ["accept", "arrive"] {
            orders.wang(&order, step, json!({})).await.ok();
        }
        let order = orders.show(&order).await;
        let left = due(&order);
        assert!(
            left.iter()
                .all(|(rule, _)| *rule != "workorder.appointment")
        );
    })
    .await;
}
