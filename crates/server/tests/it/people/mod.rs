//! Staff, homes and residents: masked, found, corrected, and each look recorded.

mod granting;
mod kept;

use serde_json::json;
use zhishou_app::Action;
use zhishou_app::people::{AddHomes, HomeInput, NewCommunity, find_callers, found_community};
use zhishou_base::CommunityId;
use zhishou_platform::ledger::entries_of_subject;
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::people::{Relation, ResidentInput};

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
        let residents = format!("{}/residents", c.path);
        for written in ["3-2-1201", "3栋2单元1201", "3#2-12"] {
            let found = clerk.find(&residents, written).await;
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
        let residents = format!("{}/residents", c.path);
        let id = clerk.find(&residents, "3-2-1201").await[0]["id"].clone();
        let mut ask = json!({ "subject": { "kind": "resident", "id": id }, "reason": "" });
        let reveal = format!("{}/reveal", c.path);
        assert!(
            clerk
                .post(&reveal, ask.clone())
                .await
                .status
                .is_client_error()
        );
        // What the caller says of the occasion does not count.
        ask["context"] = json!("live_contact");
        ask["occasion"] = json!(uuid::Uuid::from_u128(7));
        let claimed = clerk.post(&reveal, ask.clone()).await;
        assert_eq!(claimed.refused(422), "reason_needed");
        ask["reason"] = json!("核对挪车电话");
        assert_eq!(clerk.post(&reveal, ask).await.ok()["phone"], "13800001234");
        let subject = id.as_str().expect("an id").parse().expect("an id");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let looks = entries_of_subject(&mut reader, c.id, "resident", subject)
            .await
            .expect("lines");
        assert_eq!(
            looks.last().expect("a look").verb,
            "people.personal_data_revealed"
        );
        assert_eq!(
            looks.last().expect("a look").body["secrets"]["reason"],
            "核对挪车电话"
        );
    })
    .await;
}

#[tokio::test]
async fn r19_4_the_desk_corrects_a_residents_card_and_a_stale_one_shows_both() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_home(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let list = format!("{}/residents", c.path);
        let card = clerk.find(&list, "3-2-1201").await[0].clone();
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
        assert_eq!(clerk.find(&list, "3-2-1201").await[0]["note"], "养狗");
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

async fn a_street(h: &Harness, c: &Community) {
    let home = |unit: &str, number: &str, name: &str, phone: &str| {
        json!({ "building": "3栋", "unit": unit, "number": number, "residents": [
            { "name": name, "phone": phone, "relation": "owner" } ] })
    };
    let homes = json!([
        home("1单元", "1501", "张建国", "13800138001"),
        home("2单元", "1501", "章小梅", "13900139002"),
        home("2单元", "1502", "曾莉", "027-87651501"),
    ]);
    let mut manager = h.as_("manager").await;
    manager.post(&format!("{}/rooms", c.path), homes).await.ok();
}

#[tokio::test]
async fn a_caller_is_found_by_phone_room_name_or_pinyin() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_street(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        let residents = format!("{}/residents", c.path);
        let mut rooms = async |q: &str| -> Vec<String> {
            let found = clerk.find(&residents, q).await;
            let items = found.as_array().expect("residents").clone();
            items
                .iter()
                .map(|r| r["room_code"].as_str().expect("a code").to_owned())
                .collect()
        };
        assert_eq!(
            rooms("+86 138 0013 8001").await,
            ["3-1-1501"],
            "a pasted number"
        );
        assert_eq!(rooms("9002").await, ["3-2-1501"], "the last four digits");
        assert_eq!(
            rooms("1501").await,
            ["3-2-1502", "3-1-1501", "3-2-1501"],
            "the end of a number, then rooms"
        );
        assert_eq!(
            rooms("3-1501").await,
            ["3-1-1501", "3-2-1501"],
            "the unit left out"
        );
        assert_eq!(rooms("张").await, ["3-1-1501"], "张");
        assert_eq!(
            rooms("zh").await,
            ["3-1-1501", "3-2-1501"],
            "the beginning of the pinyin"
        );
        assert_eq!(rooms("zjg").await, ["3-1-1501"], "initials");
        assert_eq!(
            rooms("zengl").await,
            ["3-2-1502"],
            "a surname with two readings"
        );
        assert!(rooms("%").await.is_empty(), "a wildcard finds nobody");
    })
    .await;
}

#[tokio::test]
async fn homes_and_residents_come_page_by_page() {
    for_each_engine(async |h| {
        let c = h.community().await;
        a_street(&h, &c).await;
        let mut clerk = h.as_("clerk_zhang").await;
        for list in ["rooms", "residents"] {
            let first = clerk.get(&format!("{}/{list}?limit=2", c.path)).await.ok();
            assert_eq!(first["items"].as_array().expect("items").len(), 2, "{list}");
            let cursor = first["next_cursor"].as_str().expect("there is more");
            let path = format!("{}/{list}?limit=2&cursor={cursor}", c.path);
            let second = clerk.get(&path).await.ok();
            assert_eq!(
                second["items"].as_array().expect("items").len(),
                1,
                "{list}"
            );
            assert!(second["next_cursor"].is_null());
            assert_ne!(first["items"][1]["id"], second["items"][0]["id"]);
            let nonsense = clerk.get(&format!("{}/{list}?cursor=x!", c.path)).await;
            assert_eq!(nonsense.status.as_u16(), 400);
        }
    })
    .await;
}

#[tokio::test]
async fn a_post_keeps_its_key_and_shows_both_when_two_people_change_it() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let post = manager.get(&format!("{}/posts", c.path)).await.ok()[0].clone();
        let path = format!("{}/posts/{}", c.path, post["id"].as_str().expect("an id"));
        let change = |key: &str, name: &str| {
            json!({ "version": post["version"], "post": { "key": key, "name_zh": name,
                "name_en": "Desk", "kind": "desk", "phone": "027-8765 0000" } })
        };
        let renamed = manager.put(&path, change("counter", "前台")).await;
        assert_eq!(renamed.json()["errors"][0]["pointer"], "/post/key");
        manager
            .put(&path, change("desk", "服务中心前台"))
            .await
            .ok();
        let stale = manager.put(&path, change("desk", "总台")).await;
        assert_eq!(stale.status.as_u16(), 409);
        assert_eq!(stale.json()["current"]["name"], "服务中心前台");
        assert_eq!(stale.json()["current"]["phone"], "02787650000");
        let mut clerk = h.as_("clerk_zhang").await;
        assert_eq!(
            clerk.put(&path, change("desk", "x")).await.status.as_u16(),
            403
        );
    })
    .await;
}

#[derive(serde::Serialize)]
struct FoundAnother;

impl Action for FoundAnother {
    type Outcome = zhishou_base::ResidentId;
    const NAME: &'static str = "test.found_another";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<Self::Outcome, AppError> {
        let new = NewCommunity {
            name: "邻家小区".into(),
            utc_offset_minutes: 480,
        };
        found_community(act, &new).await?;
        let home = HomeInput {
            building: "1栋".into(),
            unit: String::new(),
            number: "101".into(),
            vehicles: Vec::new(),
            residents: vec![ResidentInput {
                name: "邻居".into(),
                phone: Some("13700137000".into()),
                relation: Relation::Owner,
                note: String::new(),
            }],
        };
        AddHomes(vec![home]).perform(act).await?;
        let community = act.community();
        let found = find_callers(act, community, "13700137000").await?;
        Ok(found[0].id)
    }
}

#[tokio::test]
async fn another_communitys_people_are_not_found() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let other = CommunityId(uuid::Uuid::from_u128(99));
        let stranger = h.app.found(other, &FoundAnother).await.expect("founded");
        let mut clerk = h.as_("clerk_zhang").await;
        let residents = format!("{}/residents", c.path);
        let found = clerk.find(&residents, "13700137000").await;
        assert_eq!(found, json!([]));
        let ask =
            json!({ "subject": { "kind": "resident", "id": stranger }, "reason": "核对挪车电话" });
        let reveal = clerk.post(&format!("{}/reveal", c.path), ask).await;
        assert_eq!(reveal.refused(404), "not_found");
        for list in ["residents", "rooms", "staff", "posts"] {
            let path = format!("/api/c/{other}/{list}");
            assert_eq!(clerk.get(&path).await.status.as_u16(), 404, "{list}");
        }
        let card = json!({ "version": 1, "resident": { "name": "改名", "relation": "owner" } });
        let path = format!("{}/residents/{stranger}", c.path);
        assert_eq!(clerk.put(&path, card).await.status.as_u16(), 404);
    })
    .await;
}
