//! The contact log: written at once, found again, corrected by new entries.

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::harness::{Client, Community, Harness, for_each_engine};

async fn take(client: &mut Client, c: &Community, contact: Json) -> Json {
    client
        .post(&format!("{}/contacts", c.path), contact)
        .await
        .ok()
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
async fn a_caller_is_found_by_number_room_name_and_letters_with_what_came_before() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let before = json!({ "kind": "inquiry", "channel": "call", "caller_phone": "13800001234" });
        take(&mut clerk, &c, before).await;
        // 仇 is read qiu in a surname; the last digits and the number on the door are enough.
        for typed in [
            "%2B86%20138-0000-1234",
            "1234",
            "3-2-1201",
            "1201",
            "%E4%BB%87",
            "qiu",
            "qy",
        ] {
            let cards = clerk
                .get(&format!("{}/callers?q={typed}", c.path))
                .await
                .ok();
            assert_eq!(cards[0]["resident"]["room_code"], "3-2-1201", "{typed}");
            assert_eq!(cards[0]["earlier"][0]["kind"], "inquiry", "{typed}");
            assert!(!cards.to_string().contains("13800001234"), "{typed}");
        }
        let nobody = clerk.get(&format!("{}/callers?q=chou", c.path)).await.ok();
        assert_eq!(nobody, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_a_new_entry_and_the_old_one_stays() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let wrong = json!({ "kind": "repair", "channel": "call", "room": "3-2-1201" });
        let old = take(&mut clerk, &c, wrong).await;
        let path = format!("{}/contacts/{}", c.path, old["id"].as_str().expect("an id"));
        let right = json!({ "kind": "repair", "channel": "call", "room": "3-2-1202", "reason": "房号听错" });
        let new = clerk.post(&format!("{path}/correct"), right.clone()).await.ok();
        assert_eq!(new["number"], old["number"]);
        let log = clerk.get(&format!("{}/contacts", c.path)).await.ok();
        assert_eq!(log["items"].as_array().expect("items").len(), 1);
        assert_eq!(log["items"][0]["room"], "3-2-1202");
        let history = clerk.get(&path).await.ok();
        assert_eq!((&history["room"], &history["corrected_by_id"]), (&json!("3-2-1201"), &new["id"]));
        assert_eq!(clerk.post(&format!("{path}/correct"), right).await.refused(422), "contact_corrected");
        let outcome = json!({ "outcome": "已告知" });
        assert_eq!(clerk.post(&format!("{path}/settle"), outcome).await.refused(422), "contact_corrected");
    })
    .await;
}

#[tokio::test]
async fn looking_at_a_caller_is_free_in_ones_own_open_contact_only() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = json!({ "kind": "inquiry", "channel": "call", "caller_name": "仇英", "caller_phone": "13800001234" });
        let taken = take(&mut clerk, &c, call).await;
        let path = format!("{}/contacts/{}", c.path, taken["id"].as_str().expect("an id"));
        let reveal = format!("{path}/reveal");
        assert_eq!(clerk.post(&reveal, json!({})).await.ok()["phone"], "13800001234");
        let mut colleague = h.as_("clerk_li").await;
        assert!(colleague.post(&reveal, json!({})).await.status.is_client_error());
        clerk.post(&format!("{path}/settle"), json!({ "outcome": "已解答" })).await.ok();
        assert!(clerk.post(&reveal, json!({})).await.status.is_client_error());
        assert_eq!(clerk.post(&reveal, json!({ "reason": "回电核对" })).await.ok()["name"], "仇英");
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
async fn pages_follow_each_other_without_gap_or_repetition() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        for _ in 0..7 {
            take(
                &mut clerk,
                &c,
                json!({ "kind": "inquiry", "channel": "call" }),
            )
            .await;
        }
        let mut numbers = Vec::new();
        let mut path = format!("{}/contacts?limit=3", c.path);
        loop {
            let page = clerk.get(&path).await.ok();
            let items = page["items"].as_array().expect("items");
            numbers.extend(
                items
                    .iter()
                    .map(|item| item["number"].as_str().expect("one").to_owned()),
            );
            let Some(cursor) = page["next_cursor"].as_str() else {
                break;
            };
            path = format!("{}/contacts?limit=3&cursor={cursor}", c.path);
        }
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), 7);
        let wrong = clerk
            .get(&format!("{}/contacts?cursor=nonsense!", c.path))
            .await;
        assert_eq!(wrong.refused(400), "invalid");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_type_is_named_by_its_place() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let wrong = json!({ "kind": "repair", "channel": "call", "happened_at": "yesterday" });
        let answer = clerk.post(&format!("{}/contacts", c.path), wrong).await;
        assert_eq!(answer.status.as_u16(), 400);
        let detail = answer.json()["errors"][0]["detail"].to_string();
        assert!(detail.contains("yesterday"), "{detail}");
    })
    .await;
}
