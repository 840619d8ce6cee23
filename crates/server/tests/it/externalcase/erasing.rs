//! Who turned to the source may have it forgotten.

use serde_json::{Value as Json, json};

use super::{Cases, street_lamp};
use crate::harness::{Answer, Harness, for_each_engine};
use crate::privacy::stands_somewhere;

const SAID: &str = "单雄信";

async fn erase(cases: &Cases, h: &Harness, subject: Json) -> Answer {
    let body = json!({ "subject": subject, "reason": "来电人来函要求删除" });
    let path = cases.day.path("privacy/erasures");
    h.as_("manager").await.post(&path, body).await
}

#[tokio::test]
async fn a_resident_is_erased_from_the_case_of_their_contact_once_it_is_closed() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let residents = cases.day.path("residents");
        let resident = cases.zhang.find(&residents, "3-2-1201").await[0]["id"].clone();
        let call = json!({ "kind": "complaint", "channel": "call", "resident_id": resident,
            "content": "路灯不亮，已打 12345" });
        let path = cases.day.path("contacts");
        let contact = cases.zhang.post(&path, call).await.ok();
        let mut sent = street_lamp();
        sent["contact_id"] = contact["id"].clone();
        let case = cases.take(sent).await;
        assert_eq!(case["contact_number"], "JD20261124-001");
        assert_eq!(case["resident_id"], resident);
        // The case follows the contact from now on.
        let path = cases.day.path(&format!(
            "contacts/{}",
            contact["id"].as_str().expect("an id")
        ));
        assert!(cases.zhang.get(&path).await.ok()["settled_at"].is_number());
        cases.prove(&case).await.ok();
        let subject = json!({ "kind": "resident", "id": resident });
        let open = erase(&cases, &h, subject.clone()).await;
        assert_eq!(open.refused(422), "case_not_closed");
        let withdrawn = json!({ "outcome": "withdrawn" });
        cases.step(&case, "close", withdrawn).await.ok();
        assert!(stands_somewhere(&h, SAID).await.contains(&"external_case"));
        erase(&cases, &h, subject).await.ok();
        assert_eq!(stands_somewhere(&h, SAID).await, Vec::<&str>::new());
        let shown = cases.show(&case).await;
        assert_eq!(shown["content"], "（个人信息已依法删除）");
        assert_eq!(shown["external_number"], "20261124008231");
        assert_eq!(shown["photos"], json!([]));
        assert!(shown["timeline"][0]["texts"]["caller_name"].is_null());
    })
    .await;
}

#[tokio::test]
async fn a_case_alone_is_erased_with_the_order_opened_for_it_and_shared_photos_stay() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let mut sent = street_lamp();
        sent["work_order"] = json!({ "kind": "repair" });
        let case = cases.take(sent).await;
        cases.prove(&case).await.ok();
        let other = json!({ "source": "headquarters", "content": "同一路灯",
            "due_at": super::due() });
        let other = cases.take(other).await;
        cases.prove(&other).await.ok();
        cases
            .step(&case, "close", json!({ "outcome": "withdrawn" }))
            .await
            .ok();
        let subject = json!({ "kind": "external_case", "id": case["id"] });
        let open = erase(&cases, &h, subject.clone()).await;
        assert_eq!(open.refused(422), "order_not_archived");
        let order = case["work_order_id"].as_str().expect("an order");
        let path = cases.day.path(&format!("work-orders/{order}/close"));
        let closing = json!({ "closing": "withdrawn", "reason": "来源撤销" });
        cases.zhang.post(&path, closing).await.ok();
        erase(&cases, &h, subject).await.ok();
        // The card of the resident is another matter.
        assert_eq!(
            stands_somewhere(&h, "路灯不亮已一周").await,
            Vec::<&str>::new()
        );
        let shown = cases.show(&other).await;
        let photo = shown["photos"][0]["id"].as_str().expect("a photo");
        let path = cases.at(&other, &format!("photos/{photo}"));
        assert_eq!(cases.zhang.get(&path).await.bytes, super::PHOTO);
    })
    .await;
}
