//! What a form leaves out stays as it is stored; a list that is sent again adds nobody twice.

use serde_json::json;

use super::a_home;
use crate::harness::{Community, Harness, for_each_engine};

async fn phone_of(h: &Harness, c: &Community, kind: &str, id: &serde_json::Value) -> String {
    let ask = json!({ "subject": { "kind": kind, "id": id }, "reason": "核对登记电话" });
    let seen = h
        .as_("manager")
        .await
        .post(&format!("{}/reveal", c.path), ask)
        .await
        .ok();
    seen["phone"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_phone_that_is_left_out_stays_and_an_empty_one_is_erased() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut manager = h.as_("manager").await;
        let list = format!("{}/residents", c.path);
        let card = manager.find(&list, "3-2-1201").await[0].clone();
        let path = format!(
            "{}/residents/{}",
            c.path,
            card["id"].as_str().expect("an id")
        );
        let without = json!({ "name": "单雄信", "relation": "owner", "note": "养狗" });
        let body = json!({ "version": card["version"], "resident": without });
        manager.put(&path, body).await.ok();
        assert_eq!(
            phone_of(&h, &c, "resident", &card["id"]).await,
            "13800001234"
        );
        let emptied = json!({ "name": "单雄信", "relation": "owner", "phone": "" });
        let body = json!({ "version": 2, "resident": emptied });
        manager.put(&path, body).await.ok();
        assert_eq!(phone_of(&h, &c, "resident", &card["id"]).await, "");
    })
    .await;
}

#[tokio::test]
async fn a_member_of_staff_keeps_the_phone_that_a_form_leaves_alone() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let staff = format!("{}/staff", c.path);
        let hired = json!({ "name": "丁一", "phone": "13911112222", "joined_on": "2026-01-01", "roles": ["guard"] });
        let id = manager.post(&staff, hired).await.ok()["id"].clone();
        let moved = json!({ "name": "丁一", "department": "秩序部", "joined_on": "2026-01-01", "roles": ["guard"] });
        let path = format!("{staff}/{}", id.as_str().expect("an id"));
        manager.put(&path, json!({ "version": 1, "staff": moved })).await.ok();
        assert_eq!(phone_of(&h, &c, "person", &id).await, "13911112222");
    })
    .await;
}

#[tokio::test]
async fn homes_that_are_sent_again_add_nobody_twice() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let again = json!([{ "building": "3栋", "unit": "2单元", "number": "1201", "residents": [
            { "name": "单雄信", "phone": "13800001234", "relation": "owner" },
            { "name": "单小妹", "relation": "occupant" } ] }]);
        let mut manager = h.as_("manager").await;
        let added = manager.post(&format!("{}/rooms", c.path), again).await.ok();
        assert_eq!(added, json!({ "rooms": 0, "residents": 1, "known_residents": 1, "vehicles": 0 }));
        let wrong = json!([{ "building": "3栋", "unit": "2单元", "number": "1201", "residents": [
            { "name": "甲", "relation": "owner" }, { "name": "乙", "phone": "1", "relation": "owner" } ] }]);
        let answer = manager.post(&format!("{}/rooms", c.path), wrong).await;
        assert_eq!(answer.json()["errors"][0]["pointer"], "/0/residents/1/phone");
    })
    .await;
}
