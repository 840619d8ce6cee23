//! What is refused, and that nothing is lost by it.

use serde_json::json;

use super::{Orders, path_of, tap_leaks};
use crate::harness::for_each_engine;

#[tokio::test]
async fn two_people_editing_the_second_sees_what_is_stored() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        let to = json!({ "version": 1, "assignee_id": orders.day.person("repairer_wang") });
        orders.desk(&order, "dispatch", to).await.ok();
        let to = json!({ "version": 1, "assignee_id": orders.day.person("repairer_zhao") });
        let path = orders.at(&order, "dispatch");
        let late = h.as_("clerk_li").await.post(&path, to).await;
        assert_eq!(late.status, 409);
        let current = &late.json()["current"];
        assert_eq!(current["assignee"]["name"], "王强");
        assert_eq!(current["version"], 2);
        let details = json!({ "version": 1, "result": "已修" });
        assert_eq!(
            orders.wang(&order, "details", details).await.refused(409),
            "conflict"
        );
    })
    .await;
}

#[tokio::test]
async fn an_order_is_carried_out_by_the_one_it_was_given_to() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let mut call = tap_leaks();
        call["assignee_id"] = orders.day.person("repairer_wang");
        let order = orders.register(call).await;
        let accept = orders.at(&order, "accept");
        assert_eq!(
            orders.zhao.post(&accept, json!({})).await.refused(422),
            "not_assignee"
        );
        assert_eq!(
            orders.wang(&order, "finish", json!({})).await.refused(422),
            "wrong_stage"
        );
        orders.wang(&order, "accept", json!({})).await.ok();
        assert_eq!(
            orders.wang(&order, "finish", json!({})).await.refused(422),
            "not_arrived"
        );
        let silent = orders.wang(&order, "reject", json!({ "reason": "" })).await;
        assert_eq!(silent.refused(422), "reason_needed");
        let wrong_trade = json!({ "reason": "需强电工种" });
        let back = orders.wang(&order, "reject", wrong_trade).await.ok();
        assert_eq!(back["stage"], "registered");
        assert_eq!(
            back["state"]["returned"]["by"],
            orders.day.person("repairer_wang")
        );
        let zhao = orders.day.person("repairer_zhao");
        let to = json!({ "assignee_id": zhao });
        orders.desk(&order, "dispatch", to).await.ok();
        let same = json!({ "assignee_id": zhao, "reason": "换人" });
        assert_eq!(
            orders.desk(&order, "reassign", same).await.refused(422),
            "same_assignee"
        );
        let wang =
            json!({ "assignee_id": orders.day.person("repairer_wang"), "reason": "赵刚去抢修" });
        let passed = orders.desk(&order, "reassign", wang).await.ok();
        assert_eq!(passed["assignee"]["name"], "王强");
    })
    .await;
}

#[tokio::test]
async fn who_may_do_what() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        let to = json!({ "assignee_id": orders.day.person("repairer_wang") });
        for (login, step, body) in [
            ("guard_chen", "dispatch", to.clone()),
            ("repairer_wang", "dispatch", to),
            ("clerk_zhang", "accept", json!({})),
            ("guard_chen", "archive", json!({})),
            ("admin_xu", "notes", json!({ "note": "查看" })),
            ("repairer_wang", "call-back", json!({ "reached": false })),
        ] {
            let path = path_of(&orders.day, &order, step);
            let answer = h.as_(login).await.post(&path, body).await;
            assert_eq!(answer.refused(403), "forbidden", "{login} {step}");
        }
        assert_eq!(orders.show(&order).await["version"], 1);
        let mut stranger = h.stranger();
        let path = orders.day.path("work-orders");
        assert_eq!(stranger.get(&path).await.refused(401), "sign_in_needed");
        let nowhere = path.replace(
            &orders.day.community.id.to_string(),
            "0193a000-0000-7000-8000-00000000000f",
        );
        assert_eq!(orders.zhang.get(&nowhere).await.refused(404), "not_found");
    })
    .await;
}

#[tokio::test]
async fn bad_input_is_named_by_its_field() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let path = orders.day.path("work-orders");
        for (body, pointer) in [
            (json!({ "kind": "repair" }), "/content"),
            (
                json!({ "kind": "repair", "content": "漏".repeat(2001) }),
                "/content",
            ),
            (
                json!({ "kind": "repair", "content": "漏水",
                "assignee_id": "0193a000-0000-7000-8000-00000000000f" }),
                "/assignee_id",
            ),
            (
                json!({ "kind": "repair", "content": "漏水", "appointment_at": 0 }),
                "/appointment_at",
            ),
        ] {
            let answer = orders.zhang.post(&path, body).await;
            assert_eq!(answer.json()["errors"][0]["pointer"], pointer);
            assert_eq!(answer.refused(400), "invalid");
        }
        let answer = orders.zhang.post(&path, json!({ "kind": "riddle" })).await;
        assert_eq!(answer.refused(400), "invalid");
        let unknown =
            json!({ "kind": "repair", "room_id": "0193a000-0000-7000-8000-00000000000f" });
        assert_eq!(
            orders.zhang.post(&path, unknown).await.refused(404),
            "not_found"
        );
        // Nothing of it was stored, and no number was used up.
        assert_eq!(
            orders.register(tap_leaks()).await["number"],
            "BX20261124-001"
        );
        let order = orders
            .register(json!({ "kind": "help", "content": "求助" }))
            .await;
        assert_eq!(order["number"], "QZ20261124-001");
        for (step, body, pointer) in [
            ("call-back", json!({ "reached": true }), "/satisfied"),
            (
                "call-back",
                json!({ "reached": true, "satisfied": true, "quality": 9 }),
                "/quality",
            ),
            (
                "details",
                json!({ "version": 1, "fee_cents": -1 }),
                "/fee_cents",
            ),
            ("notes", json!({ "note": "" }), "/note"),
        ] {
            let answer = orders.desk(&order, step, body).await;
            assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{step}");
        }
    })
    .await;
}
