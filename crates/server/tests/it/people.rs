//! Staff, homes and residents: masked, found, corrected, and each look recorded.

use serde_json::json;
use zhishou_platform::ledger::entries_of_subject;

use crate::harness::{Community, Harness, for_each_engine};

async fn a_home(h: &Harness, c: &Community) {
    let homes = json!([{ "building": "3栋", "unit": "2单元", "number": "1201", "residents": [
        { "name": "单雄信", "phone": "+86 138-0000 1234", "relation": "owner" } ] }]);
    let added = h
        .as_("manager")
        .await
        .post(&format!("{}/rooms", c.path), homes)
        .await
        .ok();
    assert_eq!(
        (&added["rooms"], &added["residents"]),
        (&json!(1), &json!(1))
    );
}

#[tokio::test]
async fn homes_are_found_however_they_are_written_and_residents_come_masked() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        for written in ["3-2-1201", "3%E6%A0%8B2%E5%8D%95%E5%85%831201", "3%232-12"] {
            let found = clerk
                .get(&format!("{}/residents?q={written}", c.path))
                .await
                .ok();
            assert_eq!(found[0]["room_code"], "3-2-1201", "{written}");
            assert_eq!(found[0]["phone_masked"], "138****1234");
            assert!(!found.to_string().contains("13800001234"));
        }
    })
    .await;
}

#[tokio::test]
async fn looking_around_needs_a_reason_and_is_recorded() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let id = clerk.get(&format!("{}/residents?q=3-2-1201", c.path)).await.ok()[0]["id"].clone();
        let mut ask = json!({ "subject": { "kind": "resident", "id": id }, "context": "browsing", "reason": "" });
        let reveal = format!("{}/reveal", c.path);
        assert!(clerk.post(&reveal, ask.clone()).await.status.is_client_error());
        ask["reason"] = json!("核对挪车电话");
        assert_eq!(clerk.post(&reveal, ask).await.ok()["phone"], "13800001234");
        let subject = id.as_str().expect("an id").parse().expect("an id");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let looks = entries_of_subject(&mut reader, c.id, "resident", subject).await.expect("lines");
        assert_eq!(looks.last().expect("a look").verb, "people.personal_data_revealed");
        assert_eq!(looks.last().expect("a look").body["secrets"]["reason"], "核对挪车电话");
    })
    .await;
}

#[tokio::test]
async fn r19_4_the_desk_corrects_a_residents_card_and_a_stale_one_shows_both() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let list = format!("{}/residents?q=3-2-1201", c.path);
        let card = clerk.get(&list).await.ok()[0].clone();
        let path = format!(
            "{}/residents/{}",
            c.path,
            card["id"].as_str().expect("an id")
        );
        let change = |note: &str| {
            json!({ "version": card["version"], "resident": {
            "name": "单雄信", "phone": "13800001234", "relation": "owner", "note": note } })
        };
        clerk.put(&path, change("养狗")).await.ok();
        let stale = clerk.put(&path, change("已搬走")).await;
        assert_eq!(stale.status.as_u16(), 409);
        assert_eq!(stale.json()["current"]["note"], "养狗");
        assert_eq!(clerk.get(&list).await.ok()[0]["note"], "养狗");
    })
    .await;
}

#[tokio::test]
async fn wrong_staff_input_is_named_field_by_field() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let staff = format!("{}/staff", c.path);
        let wrong = json!({ "name": "", "phone": "12", "joined_on": "2026-11-01", "roles": [] });
        let answer = manager.post(&staff, wrong).await;
        assert_eq!(answer.status.as_u16(), 400);
        let problem = answer.json();
        let pointers: Vec<_> = problem["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|error| error["pointer"].as_str().expect("a pointer"))
            .collect();
        assert_eq!(pointers, ["/name", "/phone", "/roles"]);
        let wrong_type = json!({ "name": "丁一", "joined_on": "2026-02-30", "roles": ["guard"] });
        let answer = manager.post(&staff, wrong_type).await;
        assert_eq!(answer.json()["errors"][0]["pointer"], "/joined_on");
    })
    .await;
}

#[tokio::test]
async fn somebody_who_left_no_longer_signs_in() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut repairer = h.as_("repairer_zhao").await;
        let mut manager = h.as_("manager").await;
        let staff = manager.get(&format!("{}/staff", c.path)).await.ok();
        let zhao = staff
            .as_array()
            .expect("staff")
            .iter()
            .find(|p| p["name"] == "赵刚")
            .expect("him");
        let path = format!("{}/staff/{}", c.path, zhao["id"].as_str().expect("an id"));
        let change = json!({ "version": zhao["version"], "staff": {
            "name": "赵刚", "phone": "", "joined_on": "2026-01-01", "left_on": "2026-11-23",
            "roles": ["repairer"] } });
        manager.put(&path, change).await.ok();
        let posts = repairer.get(&format!("{}/posts", c.path)).await;
        assert_eq!(
            posts.refused(404),
            "not_found",
            "whoever has left is in no community"
        );
    })
    .await;
}
