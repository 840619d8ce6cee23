//! The contact log: written at once, found again, corrected by new entries.

mod callers;
mod cars;
mod corrections;
mod isolation;
mod photos;
mod scripts;
mod searching;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::harness::{Client, Community, Harness, for_each_engine};

async fn take(client: &mut Client, c: &Community, contact: Json) -> Json {
    client
        .post(&format!("{}/contacts", c.path), contact)
        .await
        .ok()
}

fn id_of(taken: &Json) -> &str {
    taken["id"].as_str().expect("an id")
}

/// The numbers of the entries that a list shows, newest first.
async fn numbers(client: &mut Client, c: &Community, query: &str) -> Vec<String> {
    let log = client
        .get(&format!("{}/contacts{query}", c.path))
        .await
        .ok();
    numbers_of(&log)
}

fn numbers_of(log: &Json) -> Vec<String> {
    let items = log["items"].as_array().expect("items").iter();
    items
        .map(|item| item["number"].as_str().expect("a number").to_owned())
        .collect()
}

async fn a_home(h: &Harness, c: &Community) {
    let homes = json!([{ "building": "3栋", "unit": "2单元", "number": "1201", "residents": [
        { "name": "仇英", "phone": "13800001234", "relation": "owner" } ] }]);
    h.as_("manager")
        .await
        .post(&format!("{}/rooms", c.path), homes)
        .await
        .ok();
}

#[tokio::test]
async fn r01_3_calls_and_visits_are_written_down_at_once() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = json!({ "kind": "repair", "channel": "call", "room": "3栋2单元1201",
            "caller_phone": "+86 138 0000 1234", "content": "厨房水管漏水" });
        let taken = take(&mut clerk, &c, call).await;
        assert_eq!(taken["number"], "JD20261124-001");
        let log = clerk
            .get(&format!("{}/contacts?date=2026-11-24", c.path))
            .await
            .ok();
        let first = &log["items"][0];
        assert_eq!(first["happened_at"], h.app.platform().now().0);
        assert_eq!(first["taken_by_name"], "张丽");
        assert_eq!(first["caller_phone_masked"], "138****1234");
    })
    .await;
}

#[tokio::test]
async fn a_shouting_stranger_is_written_down_by_kind_alone() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        take(
            &mut clerk,
            &c,
            json!({ "kind": "complaint", "channel": "visit" }),
        )
        .await;
        h.clock.0.advance(zhishou_base::Span::minutes(1));
        let unknown_room = json!({ "kind": "help", "channel": "call", "room": "99栋9999" });
        take(&mut clerk, &c, unknown_room).await;
        let log = clerk
            .get(&format!("{}/contacts?open=true", c.path))
            .await
            .ok();
        assert_eq!(log["items"].as_array().expect("items").len(), 2);
        assert_eq!(log["items"][0]["room"], "99栋9999");
    })
    .await;
}

#[tokio::test]
async fn a_repeated_request_is_one_entry() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let key = Uuid::from_u128(77).to_string();
        let path = format!("{}/contacts", c.path);
        let body = json!({ "kind": "suggestion", "channel": "message", "content": "加装路灯" });
        let headers = [("idempotency-key", key.as_str())];
        let post = axum::http::Method::POST;
        let first = clerk
            .send(post.clone(), &path, Some(body.clone()), &headers)
            .await
            .ok();
        let again = clerk
            .send(post.clone(), &path, Some(body), &headers)
            .await
            .ok();
        assert_eq!(first, again);
        let other = json!({ "kind": "help", "channel": "call" });
        assert_eq!(
            clerk
                .send(post, &path, Some(other), &headers)
                .await
                .refused(409),
            "conflict"
        );
        let log = clerk.get(&path).await.ok();
        assert_eq!(log["items"].as_array().expect("items").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_keeps_both_times() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let happened = h.app.platform().now().0 - 3_600_000;
        let late = json!({ "kind": "repair", "channel": "call", "happened_at": happened });
        take(&mut clerk, &c, late).await;
        let log = clerk.get(&format!("{}/contacts", c.path)).await.ok();
        assert_eq!(log["items"][0]["happened_at"], happened);
        assert_eq!(log["items"][0]["recorded_at"], h.app.platform().now().0);
    })
    .await;
}

#[tokio::test]
async fn r07_3_3_3_time_to_answer_is_kept() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let quick = json!({ "kind": "inquiry", "channel": "call", "answered_after_seconds": 4 });
        let taken = take(&mut clerk, &c, quick).await;
        let path = format!("{}/contacts/{}", c.path, id_of(&taken));
        assert_eq!(clerk.get(&path).await.ok()["answered_after_seconds"], 4);
        let unknown = json!({ "kind": "inquiry", "channel": "call" });
        let taken = take(&mut clerk, &c, unknown).await;
        let path = format!("{}/contacts/{}", c.path, id_of(&taken));
        let shown = clerk.get(&path).await.ok();
        assert_eq!(shown["answered_after_seconds"], Json::Null);
        let absurd =
            json!({ "kind": "inquiry", "channel": "call", "answered_after_seconds": 86_400 });
        let refused = clerk.post(&format!("{}/contacts", c.path), absurd).await;
        assert_eq!(
            refused.json()["errors"][0]["pointer"],
            "/answered_after_seconds"
        );
        assert_eq!(refused.refused(400), "invalid");
    })
    .await;
}

#[tokio::test]
async fn r01_4_the_night_repairer_writes_calls_down_like_the_desk() {
    for_each_engine(async |h| {
        let c = h.community().await;
        h.clock.set("2026-11-24T23:30");
        let mut repairer = h.as_("repairer_wang").await;
        let call = json!({ "kind": "repair", "channel": "call", "room": "3-2-1201",
            "content": "马桶堵塞", "handling": "已告知明日上门" });
        take(&mut repairer, &c, call).await;
        // The night's date is that of the day on which it happened.
        assert_eq!(
            numbers(&mut repairer, &c, "?date=2026-11-24").await,
            ["JD20261124-001"]
        );
        assert_eq!(
            numbers(&mut repairer, &c, "?date=2026-11-25").await.len(),
            0
        );
        h.clock.set("2026-11-25T00:10");
        let next = json!({ "kind": "help", "channel": "call" });
        assert_eq!(
            take(&mut repairer, &c, next).await["number"],
            "JD20261125-001"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_answered_on_the_spot_leaves_nothing_open() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let answered = json!({ "kind": "inquiry", "channel": "call", "content": "缴费时间",
            "handling": "已告知", "settled": true });
        let taken = take(&mut clerk, &c, answered).await;
        take(&mut clerk, &c, json!({ "kind": "help", "channel": "call" })).await;
        assert_eq!(
            numbers(&mut clerk, &c, "?open=true").await,
            ["JD20261124-002"]
        );
        let path = format!("{}/contacts/{}", c.path, id_of(&taken));
        let shown = clerk.get(&path).await.ok();
        assert_eq!(shown["settled_at"], h.app.platform().now().0);
        assert_eq!(shown["outcome"], "已告知");
        let again = clerk
            .post(&format!("{path}/settle"), json!({ "outcome": "已解答" }))
            .await;
        assert_eq!(again.refused(422), "contact_settled");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_value_is_named_by_its_place() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let path = format!("{}/contacts", c.path);
        for (pointer, wrong) in [
            ("/kind", json!({ "kind": "gossip", "channel": "call" })),
            ("/channel", json!({ "kind": "repair", "channel": 7 })),
            (
                "/room",
                json!({ "kind": "repair", "channel": "call", "room": 1201 }),
            ),
            (
                "/happened_at",
                json!({ "kind": "repair", "channel": "call", "happened_at": "yesterday" }),
            ),
            (
                "/resident_id",
                json!({ "kind": "repair", "channel": "call", "resident_id": "somebody" }),
            ),
            (
                "/told",
                json!({ "kind": "repair", "channel": "call", "told": "人".repeat(121) }),
            ),
        ] {
            let refused = clerk.post(&path, wrong).await;
            assert_eq!(refused.json()["errors"][0]["pointer"], pointer);
            assert_eq!(refused.refused(400), "invalid", "{pointer}");
        }
        let nothing = clerk.post(&path, json!({ "content": "漏水" })).await;
        let detail = nothing.json()["errors"][0]["detail"].to_string();
        assert!(detail.contains("kind"), "{detail}");
        assert_eq!(numbers(&mut clerk, &c, "").await.len(), 0);
    })
    .await;
}
