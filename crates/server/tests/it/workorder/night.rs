//! The night and the morning after.

use serde_json::{Value as Json, json};
use zhishou_app::workorder::open_for_handover;

use super::{Orders, due, path_of, register, tap_leaks};
use crate::harness::{at, for_each_engine};

fn put_off(appointment: &str) -> Json {
    json!({ "cause": "conditions", "explanation": "今晚条件不具备，明早九点半上门",
        "appointment_at": at(appointment) })
}

#[tokio::test]
async fn r01_4_night_repair_is_done_or_deferred_with_an_explanation() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        h.clock.set("2026-11-24T22:10");
        // Done: three taps, nothing else asked for.
        let order = register(&mut orders.wang, &orders.day, tap_leaks()).await;
        for step in ["accept", "arrive", "finish"] {
            orders.wang(&order, step, json!({})).await.ok();
        }
        assert_eq!(orders.show(&order).await["stage"], "done");
        assert!(orders.show(&order).await["night_matter"].is_null());
        // Or put off, and never silently.
        h.clock.set("2026-11-24T23:30");
        let later = register(&mut orders.wang, &orders.day, tap_leaks()).await;
        assert_eq!(
            later["suggested_appointment_at"],
            json!(at("2026-11-25T09:00"))
        );
        let mut silent = put_off("2026-11-25T09:30");
        silent["explanation"] = json!("");
        let refused = orders.wang(&later, "defer", silent).await;
        assert_eq!(refused.refused(422), "explanation_needed");
        let refused = orders
            .wang(&later, "defer", put_off("2026-11-24T09:30"))
            .await;
        assert_eq!(refused.refused(422), "appointment_needed");
        let deferred = orders
            .wang(&later, "defer", put_off("2026-11-25T09:30"))
            .await
            .ok();
        assert_eq!(deferred["night_matter"], "deferred");
        assert_eq!(deferred["deferral"]["by"]["name"], "王强");
        assert!(due(&deferred).contains(&("workorder.appointment", at("2026-11-25T09:30").0)));
        let again = orders
            .wang(&later, "defer", put_off("2026-11-25T10:30"))
            .await;
        assert_eq!(again.refused(422), "second_deferral");
    })
    .await;
}

#[tokio::test]
async fn an_urgent_repair_is_not_left_overnight_unless_who_leads_decides() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        h.clock.set("2026-11-24T23:30");
        let mut burst = tap_leaks();
        burst["urgency"] = json!("urgent");
        let order = register(&mut orders.wang, &orders.day, burst).await;
        let refused = orders
            .wang(&order, "defer", put_off("2026-11-25T09:30"))
            .await;
        assert_eq!(refused.refused(422), "night_may_not_defer");
        let mut leader = h.as_("leader_liu").await;
        let path = path_of(&orders.day, &order, "defer");
        let decided = leader.post(&path, put_off("2026-11-25T08:30")).await.ok();
        assert_eq!(decided["night_matter"], "deferred");
    })
    .await;
}

#[tokio::test]
async fn r01_5_what_the_night_left_becomes_a_slip_or_is_carried_with_a_reason() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let by_day = orders.register(tap_leaks()).await;
        h.clock.set("2026-11-24T23:30");
        let mut of_the_night = Vec::new();
        for _ in 0..3 {
            let order = register(&mut orders.wang, &orders.day, tap_leaks()).await;
            orders
                .wang(&order, "defer", put_off("2026-11-25T09:30"))
                .await
                .ok();
            of_the_night.push(order);
        }
        h.clock.set("2026-11-25T08:50");
        let open = async || {
            let mut reader = h.app.platform().read().await.expect("a reader");
            let since = at("2026-11-24T17:30");
            open_for_handover(&mut reader, orders.day.community.id, since)
                .await
                .expect("items")
        };
        let items = open().await;
        assert_eq!(items.len(), 4);
        assert_eq!(
            items
                .iter()
                .filter(|item| item.disposition.is_some())
                .count(),
            3
        );
        assert_eq!(items.iter().filter(|item| item.is_new).count(), 3);
        let steps = [
            ("confirm-as-slip", json!({})),
            ("carry-over", json!({ "reason": "业主下午才在家" })),
            (
                "close",
                json!({ "closing": "withdrawn", "reason": "业主已自行处理" }),
            ),
        ];
        let paths: Vec<String> = of_the_night
            .iter()
            .zip(&steps)
            .map(|(order, (step, _))| orders.at(order, step))
            .collect();
        for (path, (_, body)) in paths.iter().zip(&steps) {
            orders.zhang.post(path, body.clone()).await.ok();
        }
        assert!(open().await.iter().all(|item| item.disposition.is_none()));
        assert_eq!(open().await.len(), 3);
        let nothing = orders.desk(&by_day, "confirm-as-slip", json!({})).await;
        assert_eq!(nothing.refused(422), "nothing_to_settle");
        let silent = orders
            .desk(&of_the_night[0], "carry-over", json!({ "reason": " " }))
            .await;
        assert_eq!(silent.refused(422), "reason_needed");
    })
    .await;
}

#[tokio::test]
async fn r01_4_the_repairer_who_is_the_desk_by_night_gives_orders_on() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        let dispatch = orders.at(&order, "dispatch");
        let to_zhao = json!({ "assignee_id": orders.day.person("repairer_zhao") });
        let by_day = orders.wang.post(&dispatch, to_zhao.clone()).await;
        assert_eq!(by_day.refused(403), "forbidden");
        h.clock.set("2026-11-24T20:55");
        orders.day.sign_in(&h, &mut orders.wang, "desk").await;
        // Only who answers for the desk, not everybody of their trade.
        let other = orders.zhao.post(&dispatch, to_zhao.clone()).await;
        assert_eq!(other.refused(403), "forbidden");
        let dispatched = orders.wang.post(&dispatch, to_zhao).await.ok();
        assert_eq!(dispatched["stage"], "dispatched");
        assert_eq!(
            dispatched["desk_holder_id"],
            orders.day.person("repairer_wang")
        );
        // Whoever has the line of the desk is the desk.
        let mut chen = h.as_("guard_chen").await;
        orders.day.sign_in(&h, &mut chen, "south_gate").await;
        let next = orders.register(tap_leaks()).await;
        let dispatch = orders.at(&next, "dispatch");
        let to_wang = json!({ "assignee_id": orders.day.person("repairer_wang") });
        let at_gate = chen.post(&dispatch, to_wang.clone()).await;
        assert_eq!(at_gate.refused(403), "forbidden");
        orders
            .day
            .line_goes_to_the_gate(&mut orders.wang, &mut chen)
            .await;
        assert_eq!(
            chen.post(&dispatch, to_wang).await.ok()["stage"],
            "dispatched"
        );
    })
    .await;
}
