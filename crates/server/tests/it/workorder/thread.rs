//! A repair from the call to the archive.

use axum::http::Method;
use serde_json::json;
use zhishou_platform::sql;

use super::{Orders, due, path_of, tap_leaks, verbs};
use crate::harness::{at, for_each_engine};

#[tokio::test]
async fn r01_3_repair_call_gets_a_work_order_at_once() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let mut call = tap_leaks();
        call["assignee_id"] = orders.day.person("repairer_wang");
        let order = orders.register(call).await;
        assert_eq!(order["number"], "BX20261124-001");
        assert_eq!(order["stage"], "dispatched");
        assert_eq!(order["assignee"]["name"], "王强");
        assert_eq!(order["caller_name_masked"], "单**");
        assert_eq!(order["caller_phone_masked"], "138****1234");
        assert!(!order.to_string().contains("13800001234"));
        // Half an hour to accept; 1440 working minutes to finish.
        assert_eq!(
            due(&order),
            [
                ("workorder.accept", at("2026-11-24T09:40").0),
                ("workorder.finish", at("2026-11-26T16:10").0),
            ]
        );
        // The repair team is told: it rings until he takes it on.
        let rings = |h: &crate::harness::Harness| {
            let platform = h.app.platform().clone();
            async move {
                let mut reader = platform.read().await.expect("a reader");
                let (open,): (i64,) = sql(
                    "SELECT COUNT(*) AS value FROM alert WHERE kind = 'order_dispatched' \
                     AND answered_at IS NULL",
                )
                .one(&mut reader)
                .await
                .expect("counted");
                open
            }
        };
        assert_eq!(rings(&h).await, 1);
        orders.wang(&order, "accept", json!({})).await.ok();
        assert_eq!(rings(&h).await, 0);
        let second = orders.register(tap_leaks()).await;
        assert_eq!(second["number"], "BX20261124-002");
    })
    .await;
}

#[tokio::test]
async fn r07_3_2_2_an_order_is_followed_called_back_and_archived() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        assert_eq!(order["stage"], "registered");
        let to = json!({ "assignee_id": orders.day.person("repairer_wang"), "version": 1 });
        orders.desk(&order, "dispatch", to).await.ok();
        for (time, step) in [("09:15", "accept"), ("09:30", "arrive"), ("10:00", "finish")] {
            h.clock.set(&format!("2026-11-24T{time}"));
            orders.wang(&order, step, json!({})).await.ok();
        }
        let details = json!({ "version": 5, "result": "更换阀芯", "material": "阀芯 1 个", "fee_cents": 2500 });
        orders.wang(&order, "details", details).await.ok();
        h.clock.set("2026-11-24T14:00");
        let call = json!({ "reached": true, "satisfied": true, "on_time": true, "quality": 5,
            "attitude": 5, "remark": "很及时" });
        orders.desk(&order, "call-back", call).await.ok();
        let filed = orders.desk(&order, "archive", json!({})).await.ok();
        assert_eq!(filed["stage"], "archived");
        assert_eq!(filed["doer"]["name"], "王强");
        assert_eq!(filed["fee_cents"], 2500);
        assert_eq!(due(&filed), []);
        assert_eq!(
            verbs(&filed),
            ["workorder.registered", "workorder.dispatched", "workorder.accepted",
                "workorder.arrived", "workorder.finished", "workorder.details_added",
                "workorder.called_back", "workorder.archived"]
        );
        let timeline = &filed["timeline"];
        assert_eq!(timeline[1]["facts"]["to"], "王强");
        assert_eq!(timeline[0]["texts"]["caller_phone"], "138****1234");
        assert_eq!(timeline[6]["texts"]["remark"], "很及时");
        assert_eq!(timeline[3]["happened_at"], json!(at("2026-11-24T09:30")));
        // Every deadline was met: nothing was missed, nothing is left.
        h.clock.set("2026-12-24T14:00");
        h.tick().await;
        let mut reader = h.app.platform().read().await.expect("a reader");
        let (missed,): (i64,) = sql(
            "SELECT COUNT(*) AS value FROM obligation WHERE rule_key LIKE 'workorder.%' \
             AND (outcome <> 'discharged' OR breached_at IS NOT NULL)",
        )
        .one(&mut reader)
        .await
        .expect("counted");
        assert_eq!(missed, 0);
    })
    .await;
}

#[tokio::test]
async fn r08_2_2_customer_is_called_back() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.finished_repair().await;
        let shown = orders.show(&order).await;
        assert_eq!(
            due(&shown),
            [("workorder.callback", at("2026-11-26T16:10").0)]
        );
        // 1440 working minutes. Not put away without a call, and the call is not the doer's.
        let filed = orders.desk(&order, "archive", json!({})).await;
        assert_eq!(filed.refused(422), "not_called_back");
        let mut leader = h.as_("leader_liu").await;
        let done_by_leader = orders.register(tap_leaks()).await;
        for step in ["accept", "arrive", "finish"] {
            let path = path_of(&orders.day, &done_by_leader, step);
            leader.post(&path, json!({})).await.ok();
        }
        let own = json!({ "reached": true, "satisfied": true });
        let path = path_of(&orders.day, &done_by_leader, "call-back");
        assert_eq!(leader.post(&path, own).await.refused(422), "own_work");
        // Three vain calls at different hours, then closed as not reached.
        let vain = json!({ "reached": false });
        for time in ["09:10", "10:30", "14:00"] {
            h.clock.set(&format!("2026-11-24T{time}"));
            orders.desk(&order, "call-back", vain.clone()).await.ok();
            if time != "14:00" {
                let again = orders.desk(&order, "call-back", vain.clone()).await;
                assert_eq!(again.refused(422), "attempt_too_soon");
            }
        }
        let shown = orders.show(&order).await;
        assert_eq!(shown["stage"], "called_back");
        assert_eq!(shown["state"]["call"]["result"], "not_reached");
        assert_eq!(shown["attempts"], 3);
    })
    .await;
}

#[tokio::test]
async fn a_reopened_repair_counts_as_rework_with_a_new_clock() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.finished_repair().await;
        let call = json!({ "reached": true, "satisfied": false, "remark": "还在漏" });
        orders.desk(&order, "call-back", call).await.ok();
        let quietly = orders.desk(&order, "archive", json!({})).await;
        assert_eq!(quietly.refused(422), "unsatisfied_needs_note");
        h.clock.set("2026-11-24T15:00");
        let reason = json!({ "reason": "客户反映仍漏水" });
        let again = orders.desk(&order, "reopen", reason).await.ok();
        assert_eq!(
            (&again["stage"], &again["cycle"]),
            (&json!("registered"), &json!(1))
        );
        assert_eq!(
            due(&again)[0],
            ("workorder.dispatch", at("2026-11-24T15:15").0)
        );
    })
    .await;
}

#[tokio::test]
async fn a_missed_deadline_climbs_and_ends_when_the_work_is_done() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let mut burst = tap_leaks();
        burst["urgency"] = json!("urgent");
        let order = orders.register(burst).await;
        assert_eq!(
            due(&order),
            [
                ("workorder.dispatch", at("2026-11-24T09:15").0),
                ("workorder.arrive", at("2026-11-24T09:40").0),
                ("workorder.finish", at("2026-11-24T17:10").0),
            ]
        );
        h.clock.set("2026-11-24T09:50");
        h.tick().await;
        let late = orders.show(&order).await;
        let breached = late["deadlines"]
            .as_array()
            .expect("deadlines")
            .iter()
            .filter(|line| !line["breached_at"].is_null())
            .count();
        assert_eq!(breached, 2);
        let list = orders.day.path("work-orders?overdue=true");
        assert_eq!(
            orders.zhang.get(&list).await.ok()["items"][0]["id"],
            order["id"]
        );
        for step in ["accept", "arrive", "finish"] {
            orders.wang(&order, step, json!({})).await.ok();
        }
        let done = orders.show(&order).await;
        assert_eq!(
            due(&done).iter().map(|(rule, _)| *rule).collect::<Vec<_>>(),
            ["workorder.callback"]
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_request_twice_gives_one_order() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let path = orders.day.path("work-orders");
        let key = [("idempotency-key", "0193a000-0000-7000-8000-000000000001")];
        let mut answers = Vec::new();
        for _ in 0..2 {
            let answer = orders
                .zhang
                .send(Method::POST, &path, Some(tap_leaks()), &key)
                .await;
            answers.push(answer.ok()["id"].clone());
        }
        assert_eq!(answers[0], answers[1]);
        let all = orders.zhang.get(&path).await.ok();
        assert_eq!(all["items"].as_array().expect("items").len(), 1);
        let other = json!({ "kind": "help", "content": "帮忙搬东西" });
        let reused = orders
            .zhang
            .send(Method::POST, &path, Some(other), &key)
            .await;
        assert_eq!(reused.refused(409), "conflict");
    })
    .await;
}

#[tokio::test]
async fn what_happened_earlier_is_entered_late_and_says_so() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        orders.wang(&order, "accept", json!({})).await.ok();
        h.clock.set("2026-11-24T11:00");
        let earlier = json!({ "happened_at": at("2026-11-24T09:20") });
        orders.wang(&order, "arrive", earlier).await.ok();
        let shown = orders.show(&order).await;
        let entry = &shown["timeline"][2];
        assert_eq!(entry["happened_at"], json!(at("2026-11-24T09:20")));
        assert_eq!(entry["recorded_at"], json!(at("2026-11-24T11:00")));
        let before = json!({ "happened_at": at("2026-11-24T09:19") });
        let answer = orders.wang(&order, "finish", before).await;
        assert_eq!(answer.json()["errors"][0]["pointer"], "/happened_at");
        assert_eq!(answer.refused(400), "invalid");
    })
    .await;
}

#[tokio::test]
async fn an_entry_of_the_contact_log_becomes_an_order_without_typing_it_again() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let call = json!({ "kind": "repair", "channel": "call", "content": "马桶堵塞",
            "caller_name": "单雄信", "caller_phone": "13800001234", "room": "3-2-1201" });
        let contacts = orders.day.path("contacts");
        let contact = orders.zhang.post(&contacts, call).await.ok();
        let order = json!({ "kind": "repair", "contact_id": contact["id"] });
        let taken = orders.register(order.clone()).await;
        assert_eq!(taken["content"], "马桶堵塞");
        assert_eq!(taken["caller_phone_masked"], "138****1234");
        assert_eq!(taken["contact_id"], contact["id"]);
        // One contact, one order.
        let path = orders.day.path("work-orders");
        let twice = orders.zhang.post(&path, order).await;
        assert_eq!(twice.status, 422);
        let query = format!(
            "{path}?contact_id={}",
            contact["id"].as_str().expect("an id")
        );
        let found = orders.zhang.get(&query).await.ok();
        assert_eq!(found["items"].as_array().expect("items").len(), 1);
        let nowhere =
            json!({ "kind": "repair", "contact_id": "0193a000-0000-7000-8000-00000000000f" });
        assert_eq!(
            orders.zhang.post(&path, nowhere).await.refused(404),
            "not_found"
        );
    })
    .await;
}
