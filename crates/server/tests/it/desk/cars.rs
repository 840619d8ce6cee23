//! A car is in the way: its plate is known, its owner is called, and nobody learns a number.

use serde_json::{Value as Json, json};
use zhishou_platform::ledger::entries_of_subject;

use super::{a_home, id_of, numbers_of, take};
use crate::harness::{Client, Community, for_each_engine};

async fn register(client: &mut Client, c: &Community, plate: &str) -> Json {
    let car = json!({ "room": "3栋2单元1201", "vehicle": { "plate": plate, "note": "白色轿车" } });
    client.post(&format!("{}/vehicles", c.path), car).await.ok()["id"].clone()
}

async fn in_the_way(client: &mut Client, c: &Community, plate: &str) -> Json {
    let call = json!({ "kind": "help", "channel": "call", "room": "5-1-101", "plate": plate,
        "content": "车被堵住" });
    take(client, c, call).await
}

#[tokio::test]
async fn whoever_took_the_call_sees_the_owner_and_the_look_is_recorded() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        register(&mut clerk, &c, "鄂A·12345").await;
        let call = in_the_way(&mut clerk, &c, "鄂a 12345").await;
        let path = format!("{}/contacts/{}/car-owner", c.path, id_of(&call));
        let owners = clerk.post(&path, json!({})).await.ok();
        assert_eq!(owners["room_code"], "3-2-1201");
        assert_eq!(owners["people"][0]["phone"], "13800001234");
        // Another looks only with a reason.
        let mut other = h.as_("clerk_li").await;
        let refused = other.post(&path, json!({})).await;
        assert_eq!(refused.refused(422), "reason_needed");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let subject = id_of(&call).parse().expect("an id");
        let entries = entries_of_subject(&mut reader, c.id, "contact", subject)
            .await
            .expect("entries");
        let looked = entries
            .iter()
            .filter(|entry| entry.verb == "desk.car_owner_revealed")
            .count();
        assert_eq!(looked, 1, "and a refused look is none");
    })
    .await;
}

#[tokio::test]
async fn a_strange_car_has_no_owner_and_a_call_without_a_plate_no_car() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let call = in_the_way(&mut clerk, &c, "京B00001").await;
        let path = format!("{}/contacts/{}/car-owner", c.path, id_of(&call));
        let owners = clerk.post(&path, json!({})).await.ok();
        assert_eq!(owners, json!({ "room_code": null, "people": [] }));
        let plain = json!({ "kind": "help", "channel": "call" });
        let plain = take(&mut clerk, &c, plain).await;
        let path = format!("{}/contacts/{}/car-owner", c.path, id_of(&plain));
        let refused = clerk.post(&path, json!({})).await;
        assert_eq!(refused.refused(422), "no_plate");
    })
    .await;
}

#[tokio::test]
async fn a_plate_finds_its_home_its_people_and_its_calls() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        register(&mut clerk, &c, "鄂A12345").await;
        in_the_way(&mut clerk, &c, "鄂A12345").await;
        let vehicles = format!("{}/vehicles", c.path);
        for words in ["鄂a12345", "2345", "3-2-1201"] {
            let found = clerk.find(&vehicles, words).await;
            assert_eq!(found[0]["plate"], "鄂A12345", "{words}");
            assert_eq!(found[0]["room_code"], "3-2-1201", "{words}");
        }
        assert_eq!(clerk.find(&vehicles, "345").await, json!([]), "too short");
        let callers = clerk.find(&format!("{}/callers", c.path), "A12345").await;
        assert_eq!(callers[0]["resident"]["room_code"], "3-2-1201");
        let log = clerk.find(&format!("{}/contacts", c.path), "a12345").await;
        assert_eq!(numbers_of(&log), ["JD20261124-001"]);
    })
    .await;
}

#[tokio::test]
async fn a_plate_belongs_to_one_home_until_it_is_struck_off() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let id = register(&mut clerk, &c, "鄂A12345").await;
        let vehicles = format!("{}/vehicles", c.path);
        let again = json!({ "room": "3-2-1201", "vehicle": { "plate": "鄂A-12345" } });
        let refused = clerk.post(&vehicles, again.clone()).await;
        assert_eq!(refused.refused(422), "plate_taken");
        let wrong = json!({ "room": "3-2-1201", "vehicle": { "plate": "白车" } });
        let refused = clerk.post(&vehicles, wrong).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], "/plate");
        let path = format!("{vehicles}/{}", id.as_str().expect("an id"));
        let gone = json!({ "version": 1, "vehicle": { "plate": "鄂A12345" },
            "gone_on": "2026-11-24" });
        clerk.put(&path, gone.clone()).await.ok();
        assert_eq!(clerk.find(&vehicles, "鄂A12345").await, json!([]));
        let stale = clerk.put(&path, gone).await;
        assert_eq!(stale.status.as_u16(), 409);
        assert_eq!(stale.json()["current"]["gone_on"], "2026-11-24");
        assert_eq!(clerk.post(&vehicles, again).await.status.as_u16(), 201);
    })
    .await;
}

#[tokio::test]
async fn who_is_erased_takes_the_plates_of_an_empty_home_along() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        register(&mut clerk, &c, "鄂A12345").await;
        let residents = format!("{}/residents", c.path);
        let resident = clerk.find(&residents, "3-2-1201").await[0]["id"].clone();
        let ask = json!({ "subject": { "kind": "resident", "id": resident },
            "reason": "住户来函要求删除" });
        let mut manager = h.as_("manager").await;
        let erased = manager
            .post(&format!("{}/privacy/erasures", c.path), ask)
            .await
            .ok();
        assert_eq!(erased["texts"], 1, "the plate beside the ledger");
        let vehicles = format!("{}/vehicles", c.path);
        assert_eq!(clerk.find(&vehicles, "鄂A12345").await, json!([]));
        assert_eq!(clerk.find(&vehicles, "3-2-1201").await, json!([]));
    })
    .await;
}
