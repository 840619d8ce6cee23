//! Erasing reaches the copies: imported cards, corrected contacts, handovers, photos.

use axum::http::Method;
use serde_json::{Value as Json, json};
use zhishou_platform::sql;

use crate::harness::{Harness, for_each_engine};
use crate::privacy::{erase, stands_somewhere};
use crate::workorder::{Orders, tap_leaks};

const SAID: &str = "单雄信";
const WHY: &str = "住户来函要求删除";

async fn resident(orders: &mut Orders) -> Json {
    let list = orders.day.path("residents");
    let found = orders.zhang.find(&list, "3-2-1201").await;
    json!({ "kind": "resident", "id": found[0]["id"] })
}

#[tokio::test]
async fn a_resident_of_an_imported_list_is_erased_though_nobody_ever_called() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let subject = resident(&mut orders).await;
        assert_eq!(stands_somewhere(&h, SAID).await, ["resident"]);
        erase(&orders, &h, subject.clone(), WHY).await.ok();
        assert_eq!(stands_somewhere(&h, SAID).await, Vec::<&str>::new());
        let again = erase(&orders, &h, subject, WHY).await;
        assert_eq!(again.refused(422), "nothing_to_erase");
    })
    .await;
}

#[tokio::test]
async fn a_contact_whose_caller_was_found_by_the_correction_is_erased_with_it() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let subject = resident(&mut orders).await;
        let call = json!({ "kind": "inquiry", "channel": "call", "content": "问物业费",
            "caller_name": SAID, "caller_phone": "13800001234" });
        let path = orders.day.path("contacts");
        let taken = orders.zhang.post(&path, call).await.ok();
        let id = taken["id"].as_str().expect("an id");
        let right = json!({ "room": "3-2-1201", "resident_id": subject["id"],
            "caller_name": "业主", "reason": "补登住户" });
        let path = orders.day.path(&format!("contacts/{id}/correct"));
        orders.zhang.post(&path, right).await.ok();
        erase(&orders, &h, subject, WHY).await.ok();
        assert_eq!(stands_somewhere(&h, SAID).await, Vec::<&str>::new());
    })
    .await;
}

#[tokio::test]
async fn what_a_handover_says_about_an_erased_call_goes_too() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let desk = orders.day.at("desk", "sign_in");
        h.clock.set("2026-11-24T17:10");
        h.tick().await;
        orders.wang.post(&desk, json!({})).await.ok();
        let call = json!({ "kind": "repair", "channel": "call", "content": "水管漏水",
            "caller_name": SAID, "room": "3-2-1201" });
        let path = orders.day.path("contacts");
        let taken = orders.wang.post(&path, call).await.ok();
        h.clock.set("2026-11-25T08:45");
        h.tick().await;
        orders.zhang.post(&desk, json!({})).await.ok();
        let open = json!({ "incoming_id": orders.day.person("clerk_zhang") });
        let path = orders.day.at("desk", "handover");
        let opened = orders.wang.post(&path, open).await.ok();
        let handover = opened["handover_id"].as_str().expect("an id").to_owned();
        let carried = json!({ "subject_ids": [taken["id"]],
            "disposition": { "kind": "carried", "reason": "单雄信约定十点回电" } });
        let path = orders.day.path(&format!("handovers/{handover}/dispose"));
        orders.zhang.post(&path, carried).await.ok();
        let found = stands_somewhere(&h, "约定十点").await;
        assert_eq!(found, ["ledger_secret", "handover"]);
        let subject = json!({ "kind": "contact", "id": taken["id"] });
        erase(&orders, &h, subject, WHY).await.ok();
        assert_eq!(stands_somewhere(&h, "约定十点").await, Vec::<&str>::new());
    })
    .await;
}

async fn count(h: &Harness, table: &str) -> i64 {
    let text: &'static str = format!("SELECT COUNT(*) AS value FROM {table}").leak();
    let mut reader = h.app.platform().read().await.expect("a reader");
    let (rows,): (i64,) = sql(text).one(&mut reader).await.expect("counted");
    rows
}

#[tokio::test]
async fn the_photos_of_an_erased_order_go_unless_another_order_shows_them() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let subject = resident(&mut orders).await;
        let mut call = tap_leaks();
        call["resident_id"] = subject["id"].clone();
        call["room"] = json!("3-2-1201");
        let order = orders.register(call).await;
        let other = orders.register(tap_leaks()).await;
        let headers = [("x-zhishou", "1"), ("content-type", "image/jpeg")];
        let own = vec![0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F'];
        let shared = [own.clone(), vec![7]].concat();
        for (to, bytes) in [(&order, &own), (&order, &shared), (&other, &shared)] {
            let path = orders.at(to, "photos");
            let sent = orders
                .wang
                .send_bytes(Method::POST, &path, bytes.clone(), &headers)
                .await;
            sent.ok();
        }
        let closing = json!({ "closing": "withdrawn", "reason": "住户自行处理" });
        orders.desk(&order, "close", closing).await.ok();
        orders.desk(&order, "archive", json!({})).await;
        assert_eq!(count(&h, "blob").await, 2);
        erase(&orders, &h, subject, WHY).await.ok();
        assert_eq!(count(&h, "work_order_photo").await, 1);
        assert_eq!(count(&h, "blob").await, 1);
        assert_eq!(orders.show(&order).await["photos"], json!([]));
    })
    .await;
}
