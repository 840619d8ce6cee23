//! Who is calling: found, linked, and seen in full only for a reason.

use serde_json::json;
use zhishou_platform::ledger::entries_of_subject;

use super::{a_home, id_of, take};
use crate::harness::for_each_engine;

#[tokio::test]
async fn a_caller_is_found_by_number_room_name_and_letters_with_what_came_before() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let before = json!({ "kind": "inquiry", "channel": "call", "caller_phone": "13800001234" });
        take(&mut clerk, &c, before).await;
        let callers = format!("{}/callers", c.path);
        // 仇 is read qiu in a surname; the last digits and the number on the door are enough.
        for typed in [
            "+86 138-0000-1234",
            "1234",
            "3-2-1201",
            "1201",
            "仇",
            "qiu",
            "qy",
        ] {
            let cards = clerk.find(&callers, typed).await;
            assert_eq!(cards[0]["resident"]["room_code"], "3-2-1201", "{typed}");
            assert_eq!(cards[0]["earlier"][0]["kind"], "inquiry", "{typed}");
            assert!(!cards.to_string().contains("13800001234"), "{typed}");
        }
        let nobody = clerk.find(&callers, "chou").await;
        assert_eq!(nobody, json!([]));
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
async fn a_chosen_card_says_who_called() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let cards = clerk.find(&format!("{}/callers", c.path), "1201").await;
        let resident = cards[0]["resident"]["id"].clone();
        let call = json!({ "kind": "repair", "channel": "call", "resident_id": resident });
        let taken = take(&mut clerk, &c, call).await;
        let path = format!("{}/contacts/{}", c.path, id_of(&taken));
        let shown = clerk.get(&path).await.ok();
        assert_eq!(shown["room"], "3-2-1201");
        assert_eq!(shown["caller_name_masked"], "仇*");
        assert_eq!(shown["caller_phone_masked"], "138****1234");
        let full = clerk.post(&format!("{path}/reveal"), json!({})).await.ok();
        assert_eq!(
            (&full["name"], &full["phone"]),
            (&json!("仇英"), &json!("13800001234"))
        );
        // A neighbour's home stays the home that was said; the card says who spoke.
        let about = json!({ "kind": "complaint", "channel": "call", "resident_id": resident,
            "room": "3-2-1301", "caller_phone": "13911112222" });
        let taken = take(&mut clerk, &c, about).await;
        let shown = clerk
            .get(&format!("{}/contacts/{}", c.path, id_of(&taken)))
            .await
            .ok();
        assert_eq!(shown["room"], "3-2-1301");
        assert_eq!(shown["caller_phone_masked"], "139****2222");
    })
    .await;
}

#[tokio::test]
async fn every_look_at_a_caller_is_an_entry_of_the_ledger() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call =
            json!({ "kind": "help", "channel": "call", "caller_phone": "+86 138 0000 1234" });
        let taken = take(&mut clerk, &c, call).await;
        let reveal = format!("{}/contacts/{}/reveal", c.path, id_of(&taken));
        clerk.post(&reveal, json!({})).await.ok();
        let asked = json!({ "reason": "回电核对" });
        h.as_("clerk_li").await.post(&reveal, asked).await.ok();
        let subject = id_of(&taken).parse().expect("an id");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let lines = entries_of_subject(&mut reader, c.id, "contact", subject)
            .await
            .expect("lines");
        let looks: Vec<_> = lines
            .iter()
            .filter(|line| line.verb == "people.personal_data_revealed")
            .collect();
        assert_eq!(looks.len(), 2);
        assert_eq!(looks[0].body["context"], "live_contact");
        assert_eq!(looks[1].body["secrets"]["reason"], "回电核对");
    })
    .await;
}
