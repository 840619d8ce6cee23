//! Lists, counts, who an order may be given to, and the caller's number.

use serde_json::json;
use zhishou_platform::ledger::entries_of_subject;

use super::{Orders, id_of, tap_leaks};
use crate::harness::for_each_engine;

#[tokio::test]
async fn lists_are_paged_without_a_gap_or_a_repetition() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        for minute in 10..15 {
            h.clock.set(&format!("2026-11-24T09:{minute}"));
            orders.register(tap_leaks()).await;
        }
        orders.finished_repair().await;
        let mut numbers = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("work-orders?limit=3{cursor}");
            let page = orders.zhang.get(&orders.day.path(&path)).await.ok();
            let items = page["items"].as_array().expect("items").clone();
            numbers.extend(
                items
                    .iter()
                    .map(|item| item["number"].as_str().expect("one").to_owned()),
            );
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(numbers.len(), 6);
        let foreign = orders.day.path("work-orders?cursor=xx");
        let refused = orders.zhang.get(&foreign).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], "/cursor");
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_and_counted() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        for _ in 0..5 {
            orders.register(tap_leaks()).await;
        }
        let noise = json!({ "kind": "complaint", "content": "噪音 100%" });
        let complaint = orders.register(noise).await;
        orders.finished_repair().await;
        for (query, expected) in [
            ("kind=complaint", 1),
            ("group=unassigned", 6),
            ("group=call_back", 1),
            ("group=in_hand", 0),
            ("group=archived", 0),
            ("group=all", 7),
            ("overdue=true", 0),
        ] {
            let path = orders.day.path(&format!("work-orders?{query}"));
            let page = orders.zhang.get(&path).await.ok();
            assert_eq!(
                page["items"].as_array().expect("items").len(),
                expected,
                "{query}"
            );
        }
        let list = orders.day.path("work-orders");
        for (words, expected) in [
            ("100%", 1),
            ("%", 1),
            ("BX20261124-00", 6),
            ("13800001234", 6),
            ("1380000", 0),
        ] {
            let page = orders.zhang.find(&list, words).await;
            let found = page["items"].as_array().expect("items").len();
            assert_eq!(found, expected, "{words}");
        }
        let accept = orders.at(&complaint, "accept");
        orders.zhao.post(&accept, json!({})).await.ok();
        let mine = orders.day.path("work-orders?mine=true");
        assert_eq!(
            orders.zhao.get(&mine).await.ok()["items"][0]["id"],
            complaint["id"]
        );
        let counts = orders
            .zhao
            .get(&orders.day.path("work-orders/counts"))
            .await
            .ok();
        assert_eq!(
            counts,
            json!({ "open": 7, "unassigned": 5, "in_hand": 1, "call_back": 1,
            "to_archive": 0, "overdue": 0, "mine": 1 })
        );
    })
    .await;
}

#[tokio::test]
async fn who_is_on_duty_and_free_is_suggested_first() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let mut call = tap_leaks();
        call["assignee_id"] = orders.day.person("repairer_wang");
        orders.register(call).await;
        let path = orders.day.path("work-orders/assignees");
        let people = orders.zhang.get(&path).await.ok()["items"].clone();
        assert_eq!(
            (&people[0]["name"], &people[1]["name"]),
            (&json!("赵刚"), &json!("王强"))
        );
        assert_eq!(people[1]["open_orders"], 1);
        assert!(
            people
                .as_array()
                .expect("people")
                .iter()
                .all(|p| p["name"] != "陈勇")
        );
        h.clock.set("2026-11-24T17:20");
        let mut wang = h.as_("repairer_wang").await;
        orders.day.sign_in(&h, &mut wang, "desk").await;
        h.clock.set("2026-11-24T18:00");
        let people = orders.zhang.get(&path).await.ok()["items"].clone();
        assert_eq!(
            (&people[0]["name"], &people[0]["on_duty"]),
            (&json!("王强"), &json!(true))
        );
    })
    .await;
}

#[tokio::test]
async fn the_callers_number_is_free_in_ones_own_job_and_each_look_is_recorded() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let residents = orders.day.path("residents");
        let resident = orders.zhang.find(&residents, "3-2-1201").await[0].clone();
        let order = orders
            .register(json!({ "kind": "repair", "resident_id": resident["id"],
            "assignee_id": orders.day.person("repairer_wang") }))
            .await;
        assert_eq!(order["room_code"], "3-2-1201");
        assert_eq!(order["caller_phone_masked"], "138****1234");
        let own = orders.wang(&order, "reveal-caller", json!({})).await.ok();
        assert_eq!(own, json!({ "name": "单雄信", "phone": "13800001234" }));
        let path = orders.at(&order, "reveal-caller");
        let browsing = orders.zhao.post(&path, json!({})).await;
        assert_eq!(browsing.refused(422), "reason_needed");
        orders
            .zhao
            .post(&path, json!({ "reason": "协助王强联系业主" }))
            .await
            .ok();
        let subject = id_of(&order).parse().expect("an id");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let lines = entries_of_subject(&mut reader, orders.day.community.id, "work_order", subject)
            .await
            .expect("lines");
        let looks: Vec<_> = lines
            .iter()
            .filter(|line| line.verb == "workorder.caller_phone_revealed")
            .collect();
        assert_eq!(looks.len(), 2);
        assert_eq!(looks[0].body["context"], "own_job");
        assert_eq!(looks[1].body["context"], "browsing");
        // No answer that is kept for repetition holds the number.
        let kept: Vec<(String,)> = zhishou_platform::sql(
            "SELECT outcome_json AS value FROM client_act ORDER BY client_id",
        )
        .all(&mut reader)
        .await
        .expect("read");
        assert!(kept.iter().all(|(text,)| !text.contains("13800001234")));
    })
    .await;
}

#[tokio::test]
async fn a_search_does_not_mind_capital_letters() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let gate = json!({ "kind": "repair", "place": "B座大堂", "content": "LED灯不亮",
            "caller_name": "Anna" });
        orders.register(gate).await;
        let list = orders.day.path("work-orders");
        for query in ["led", "Led", "b座", "ANNA", "bx20261124-001"] {
            let page = orders.zhang.find(&list, query).await;
            assert_eq!(page["items"].as_array().expect("items").len(), 1, "{query}");
        }
    })
    .await;
}
