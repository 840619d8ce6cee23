//! Erasing personal text: gone everywhere, told in the ledger, refused while it is needed.

use serde_json::{Value as Json, json};
use zhishou_platform::sql;

use crate::harness::{Harness, for_each_engine};
use crate::workorder::{Orders, tap_leaks};

const SAID: &str = "单雄信";

/// Every column of text in which somebody could still be read.
pub async fn stands_somewhere(h: &Harness, word: &str) -> Vec<&'static str> {
    let places = [
        ("contact", "caller_name || content || room_text"),
        ("work_order", "caller_name || content || place"),
        (
            "external_case",
            "caller_name || content || room_text || reply",
        ),
        ("resident", "name || note"),
        ("ledger_secret", "text"),
        ("ledger_entry", "body_json"),
        ("handover", "record_json"),
        ("alert", "body_json"),
    ];
    let mut reader = h.app.platform().read().await.expect("a reader");
    let mut found = Vec::new();
    for (table, columns) in places {
        let text: &'static str =
            format!("SELECT COUNT(*) AS value FROM {table} WHERE {columns} LIKE $1").leak();
        let (rows,): (i64,) = sql(text)
            .bind(format!("%{word}%"))
            .one(&mut reader)
            .await
            .expect("counted");
        if rows > 0 {
            found.push(table);
        }
    }
    found
}

pub async fn erase(
    orders: &Orders,
    h: &Harness,
    subject: Json,
    reason: &str,
) -> crate::harness::Answer {
    let mut manager = h.as_("manager").await;
    let body = json!({ "subject": subject, "reason": reason });
    manager
        .post(&orders.day.path("privacy/erasures"), body)
        .await
}

#[tokio::test]
async fn a_residents_name_is_gone_from_every_table() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let list = orders.day.path("residents");
        let resident = orders.zhang.find(&list, "3-2-1201").await[0]["id"].clone();
        let call = json!({ "contact": { "kind": "repair", "channel": "call", "room": "3-2-1201",
            "content": "水龙头漏水", "caller_name": SAID, "caller_phone": "13800001234",
            "resident_id": resident }, "order": { "kind": "repair" } });
        let path = orders.day.path("contacts/with-order");
        let order = orders.zhang.post(&path, call).await.ok()["order"].clone();
        let subject = json!({ "kind": "resident", "id": resident });
        let short = erase(&orders, &h, subject.clone(), "删").await;
        assert_eq!(short.refused(422), "reason_needed");
        let open = erase(&orders, &h, subject.clone(), "住户来函要求删除").await;
        assert!(
            open.json()["detail"]
                .as_str()
                .expect("a sentence")
                .contains("BX20261124-001")
        );
        assert_eq!(open.refused(422), "order_not_archived");
        let closing = json!({ "closing": "withdrawn", "reason": "住户自行处理" });
        orders.desk(&order, "close", closing).await.ok();
        orders.desk(&order, "archive", json!({})).await;
        assert!(!stands_somewhere(&h, SAID).await.is_empty());
        let erased = erase(&orders, &h, subject.clone(), "住户来函要求删除")
            .await
            .ok();
        assert!(erased["texts"].as_u64().expect("a number") >= 3);
        assert_eq!(stands_somewhere(&h, SAID).await, Vec::<&str>::new());
        let shown = orders.show(&order).await;
        assert_eq!(shown["content"], "（个人信息已依法删除）");
        assert_eq!(shown["number"], "BX20261124-001");
        let again = erase(&orders, &h, subject, "住户来函要求删除").await;
        assert_eq!(again.refused(422), "nothing_to_erase");
    })
    .await;
}

#[tokio::test]
async fn one_entry_by_hand_is_erased_by_its_position() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let entry = json!({ "post_id": orders.day.post("desk"), "section": "general",
            "text": "单雄信来电称邻居吵闹" });
        let written = orders.zhang.post(&orders.day.path("dutylog"), entry).await;
        let seq = written.ok()["seq"].clone();
        erase(
            &orders,
            &h,
            json!({ "kind": "log_entry", "id": seq }),
            "当事人要求删除",
        )
        .await
        .ok();
        let log = format!(
            "dutylog?post_id={}",
            orders.day.post("desk").as_str().expect("an id")
        );
        let log = orders.zhang.get(&orders.day.path(&log)).await.ok();
        let lines = log["items"].as_array().expect("lines");
        let line = lines
            .iter()
            .find(|line| line["seq"] == seq)
            .expect("the entry stays");
        assert!(line["texts"]["content"].is_null());
        let system = erase(
            &orders,
            &h,
            json!({ "kind": "log_entry", "id": 1 }),
            "当事人要求删除",
        )
        .await;
        assert_eq!(system.refused(422), "not_an_entry_by_hand");
        orders.register(tap_leaks()).await;
    })
    .await;
}
