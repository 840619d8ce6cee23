//! Finding entries of the log again.

use serde_json::json;

use super::{a_home, numbers, numbers_of, take};
use crate::harness::for_each_engine;

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
async fn the_log_is_narrowed_by_kind_channel_and_words_however_they_are_written() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = json!({ "kind": "repair", "channel": "call", "room": "3-2-1201",
            "caller_name": "仇英", "caller_phone": "13800001234", "content": "WiFi 箱漏水 100%" });
        take(&mut clerk, &c, call).await;
        let visit = json!({ "kind": "complaint", "channel": "visit", "room": "5-1-101" });
        take(&mut clerk, &c, visit).await;
        let (first, second) = ("JD20261124-001", "JD20261124-002");
        for (query, found) in [
            ("?kind=complaint", vec![second]),
            ("?channel=call", vec![first]),
            ("?kind=complaint&channel=call", vec![]),
            ("?date=2026-11-23", vec![]),
        ] {
            let mut shown = numbers(&mut clerk, &c, query).await;
            shown.sort_unstable();
            assert_eq!(shown, found, "{query}");
        }
        let log = format!("{}/contacts", c.path);
        for (words, found) in [
            // Part of the room, the room in other words, the name, the content in any case.
            ("1201", vec![first]),
            ("3栋2单元1201室", vec![first]),
            ("仇", vec![first]),
            ("wifi", vec![first]),
            ("jd20261124-002", vec![second]),
            // A pasted number and its last four digits; a few digits inside it are no search.
            ("+86 138 0000 1234", vec![first]),
            ("1234", vec![first]),
            ("3800", vec![]),
            // Signs that have a meaning to the database have none here.
            ("100%", vec![first]),
            ("\\", vec![first, second]),
        ] {
            let mut shown = numbers_of(&clerk.find(&log, words).await);
            shown.sort_unstable();
            assert_eq!(shown, found, "{words}");
        }
        let complaints = json!({ "words": "1201", "kind": "complaint" });
        let none = clerk.post(&format!("{log}/search"), complaints).await.ok();
        assert_eq!(
            none["items"],
            json!([]),
            "words and a filter narrow together"
        );
    })
    .await;
}
