//! Corrections: a new entry under the old number, and nothing is lost by it.

use serde_json::json;
use zhishou_platform::ledger::entries_of_subject;

use super::{a_home, id_of, take};
use crate::harness::for_each_engine;

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
async fn what_a_correction_leaves_out_is_kept() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = json!({ "kind": "repair", "channel": "call", "room": "3-2-1201",
            "caller_name": "仇英", "caller_phone": "13800001234", "content": "厨房漏水",
            "handling": "已关总阀", "told": "王强", "answered_after_seconds": 8 });
        let old = take(&mut clerk, &c, call).await;
        // A screen that shows the number masked sends it back masked.
        let right =
            json!({ "content": "卫生间漏水", "caller_phone": "138****1234", "reason": "听错位置" });
        let path = format!("{}/contacts/{}/correct", c.path, id_of(&old));
        let before = clerk
            .get(&format!("{}/contacts/{}", c.path, id_of(&old)))
            .await
            .ok();
        let mut colleague = h.as_("clerk_li").await;
        let new = colleague.post(&path, right).await.ok();
        let path = format!("{}/contacts/{}", c.path, id_of(&new));
        let shown = clerk.get(&path).await.ok();
        for (field, value) in [
            ("kind", json!("repair")),
            ("room", json!("3-2-1201")),
            ("content", json!("卫生间漏水")),
            ("caller_name_masked", json!("仇*")),
            ("handling", json!("已关总阀")),
            ("told", json!("王强")),
            ("answered_after_seconds", json!(8)),
            ("corrects_id", old["id"].clone()),
            ("taken_by_name", before["taken_by_name"].clone()),
        ] {
            assert_eq!(shown[field], value, "{field}");
        }
        let full = clerk.post(&format!("{path}/reveal"), json!({})).await.ok();
        assert_eq!(full["phone"], "13800001234");
    })
    .await;
}

#[tokio::test]
async fn a_misheard_home_is_not_left_with_the_wrong_resident() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let cards = clerk.find(&format!("{}/callers", c.path), "1201").await;
        let resident = cards[0]["resident"]["id"].clone();
        let call = json!({ "kind": "repair", "channel": "call", "resident_id": resident });
        let old = take(&mut clerk, &c, call).await;
        let correct = format!("{}/contacts/{}/correct", c.path, id_of(&old));
        let right = json!({ "room": "5-1-101", "reason": "房号听错" });
        let new = clerk.post(&correct, right).await.ok();
        let shown = clerk
            .get(&format!("{}/contacts/{}", c.path, id_of(&new)))
            .await
            .ok();
        assert_eq!(
            (&shown["room"], &shown["resident_id"]),
            (&json!("5-1-101"), &json!(null))
        );
        // And back, by choosing the card.
        let correct = format!("{}/contacts/{}/correct", c.path, id_of(&new));
        let right = json!({ "resident_id": resident, "reason": "核对后确认" });
        let last = clerk.post(&correct, right).await.ok();
        let shown = clerk
            .get(&format!("{}/contacts/{}", c.path, id_of(&last)))
            .await
            .ok();
        assert_eq!(
            (&shown["room"], &shown["resident_id"]),
            (&json!("3-2-1201"), &resident)
        );
        let cards = clerk.find(&format!("{}/callers", c.path), "1201").await;
        let earlier = cards[0]["earlier"].as_array().expect("contacts");
        assert_eq!(earlier.len(), 1, "one call, however often it was corrected");
    })
    .await;
}

#[tokio::test]
async fn a_settled_entry_stays_settled_and_its_correction_says_why() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = json!({ "kind": "inquiry", "channel": "call", "content": "物业费" });
        let old = take(&mut clerk, &c, call).await;
        let path = format!("{}/contacts/{}", c.path, id_of(&old));
        let outcome = json!({ "outcome": "已告知缴费方式" });
        h.as_("clerk_li")
            .await
            .post(&format!("{path}/settle"), outcome)
            .await
            .ok();
        let right = json!({ "content": "停车费", "reason": "费用种类写错" });
        let new = clerk.post(&format!("{path}/correct"), right).await.ok();
        let shown = clerk
            .get(&format!("{}/contacts/{}", c.path, id_of(&new)))
            .await
            .ok();
        assert_eq!(shown["settled_at"], h.app.platform().now().0);
        assert_eq!(shown["outcome"], "已告知缴费方式");
        let subject = id_of(&new).parse().expect("an id");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let lines = entries_of_subject(&mut reader, c.id, "contact", subject)
            .await
            .expect("lines");
        let last = lines.last().expect("the correction");
        assert_eq!(last.verb, "desk.contact_corrected");
        assert_eq!(last.body["corrects"], old["id"]);
        assert_eq!(last.body["secrets"]["reason"], "费用种类写错");
    })
    .await;
}

#[tokio::test]
async fn a_correction_without_a_reason_or_of_nothing_is_refused() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = json!({ "kind": "inquiry", "channel": "call", "content": "物业费" });
        let old = take(&mut clerk, &c, call).await;
        let path = format!("{}/contacts/{}/correct", c.path, id_of(&old));
        let silent = json!({ "content": "停车费", "reason": " " });
        assert_eq!(clerk.post(&path, silent).await.refused(422), "words_needed");
        let wrong = clerk
            .post(&path, json!({ "kind": "gossip", "reason": "写错" }))
            .await;
        assert_eq!(wrong.json()["errors"][0]["pointer"], "/kind");
        assert_eq!(wrong.refused(400), "invalid");
        let nowhere = format!(
            "{}/contacts/0193a000-0000-7000-8000-00000000000f/correct",
            c.path
        );
        let right = json!({ "content": "停车费", "reason": "写错" });
        assert_eq!(clerk.post(&nowhere, right).await.refused(404), "not_found");
    })
    .await;
}
