//! One cause, many calls, one agreed answer, and a notice to the homes concerned.

use serde_json::{Value as Json, json};
use zhishou_platform::ledger::entries_of_subject;

use crate::harness::{Client, Community, Harness, for_each_engine};
use crate::workorder::{Orders, tap_leaks};

const ANSWER: &str = "3栋水管爆裂，正在抢修，预计 18:00 恢复供水";

/// The desk of a community with two homes in 3栋 and one in 10栋.
struct Desk {
    c: Community,
    zhang: Client,
    buildings: Json,
}

impl Desk {
    async fn begin(h: &Harness) -> Self {
        let c = h.community().await;
        let home = |building: &str, number: &str, name: &str, phone: &str| {
            json!({ "building": building, "unit": "2单元", "number": number,
                "residents": [{ "name": name, "phone": phone, "relation": "owner" }] })
        };
        let homes = json!([
            home("10栋", "101", "单雄信", "13800009999"),
            home("3栋", "1201", "仇英", "13800001234"),
            home("3栋", "1202", "查良", "13800005678"),
        ]);
        let mut manager = h.as_("manager").await;
        let rooms = format!("{}/rooms", c.path);
        manager.post(&rooms, homes).await.ok();
        let buildings = manager.get(&format!("{}/buildings", c.path)).await.ok();
        let zhang = h.as_("clerk_zhang").await;
        Self {
            c,
            zhang,
            buildings,
        }
    }

    fn at(&self, below: &str) -> String {
        format!("{}/public-matters{below}", self.c.path)
    }

    /// 3栋 has no water.
    fn no_water(&self) -> Json {
        json!({ "kind": "repair", "title": "3栋停水", "answer": ANSWER,
            "building_ids": [self.buildings[0]["id"]] })
    }

    async fn open(&mut self) -> String {
        let matter = json!({ "matter": self.no_water() });
        let path = self.at("");
        let opened = self.zhang.post(&path, matter).await.ok();
        opened["id"].as_str().expect("an id").to_owned()
    }

    async fn show(&mut self, id: &str) -> Json {
        let path = self.at(&format!("/{id}"));
        self.zhang.get(&path).await.ok()
    }

    async fn take(&mut self, contact: Json) -> Json {
        let path = format!("{}/contacts", self.c.path);
        self.zhang.post(&path, contact).await.ok()
    }

    async fn contact(&mut self, id: &Json) -> Json {
        let id = id.as_str().expect("an id");
        let path = format!("{}/contacts/{id}", self.c.path);
        self.zhang.get(&path).await.ok()
    }

    async fn verbs(&self, h: &Harness, id: &str) -> Vec<String> {
        let mut reader = h.app.platform().read().await.expect("a reader");
        let subject = id.parse().expect("an id");
        entries_of_subject(&mut reader, self.c.id, "public_matter", subject)
            .await
            .expect("entries")
            .into_iter()
            .map(|entry| entry.verb)
            .collect()
    }
}

#[tokio::test]
async fn a_further_call_is_one_act_answered_with_what_was_agreed() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let callers = format!("{}/callers", desk.c.path);
        let who = desk.zhang.find(&callers, "13800001234").await[0]["resident"]["id"].clone();
        let path = desk.at(&format!("/{id}/calls"));
        let call = json!({ "call": { "channel": "call" }, "resident_id": who });
        let joined = desk.zhang.post(&path, call).await.ok();
        assert_eq!(joined["calls"], 1);
        assert_eq!(joined["contact"]["number"], "JD20261124-001");
        let contact = desk.contact(&joined["contact"]["id"]).await;
        assert_eq!(contact["kind"], "repair");
        assert_eq!(contact["room"], "3-2-1201");
        assert_eq!(contact["caller_phone_masked"], "138****1234");
        assert_eq!(contact["content"], "3栋停水");
        assert_eq!(contact["handling"], ANSWER);
        assert_eq!(contact["outcome"], ANSWER);
        assert_eq!(contact["settled_at"], h.app.platform().now().0);
        // A stranger counts as well, in the words of the stranger.
        let stranger = json!({ "call": { "channel": "visit", "room": "3-2-1202",
            "content": "家里有老人", "handling": "已送水" } });
        let joined = desk.zhang.post(&path, stranger).await.ok();
        assert_eq!(joined["calls"], 2);
        let contact = desk.contact(&joined["contact"]["id"]).await;
        assert_eq!(contact["content"], "家里有老人");
        assert_eq!(contact["handling"], format!("{ANSWER}\n已送水"));
        let open = format!("{}/contacts?open=true", desk.c.path);
        assert_eq!(desk.zhang.get(&open).await.ok()["items"], json!([]));
        assert_eq!(
            desk.verbs(&h, &id).await,
            [
                "publicmatter.opened",
                "publicmatter.call_joined",
                "publicmatter.call_joined"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn a_repeated_tap_counts_once() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let path = desk.at(&format!("/{id}/calls"));
        let call = json!({ "call": { "channel": "call" } });
        let key = uuid::Uuid::from_u128(5).to_string();
        let headers = [("idempotency-key", key.as_str())];
        let post = axum::http::Method::POST;
        let mut answers = Vec::new();
        for _ in 0..2 {
            let body = Some(call.clone());
            let sent = desk.zhang.send(post.clone(), &path, body, &headers).await;
            answers.push(sent.ok());
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(desk.show(&id).await["calls"], 1);
    })
    .await;
}

#[tokio::test]
async fn an_open_contact_joins_and_is_settled_and_only_once() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let call = json!({ "kind": "repair", "channel": "call", "content": "没水了" });
        let first = desk.take(call.clone()).await;
        let second = desk.take(call).await;
        // The first makes the desk open the matter, the second joins it.
        let from = json!({ "matter": desk.no_water(), "contact_id": first["id"] });
        let path = desk.at("");
        let opened = desk.zhang.post(&path, from).await.ok();
        assert_eq!(opened["number"], "GG20261124-001");
        let id = opened["id"].as_str().expect("an id").to_owned();
        let path = desk.at(&format!("/{id}/join"));
        let join = json!({ "contact_id": second["id"] });
        assert_eq!(desk.zhang.post(&path, join.clone()).await.ok()["calls"], 2);
        for contact in [&first["id"], &second["id"]] {
            assert_eq!(desk.contact(contact).await["outcome"], ANSWER);
        }
        let again = desk.zhang.post(&path, join).await;
        assert_eq!(again.refused(422), "contact_joined");
        let settled = json!({ "kind": "inquiry", "channel": "call", "content": "缴费",
            "handling": "已告知", "settled": true });
        let settled = desk.take(settled).await;
        let join = json!({ "contact_id": settled["id"] });
        let refused = desk.zhang.post(&path, join).await;
        assert_eq!(refused.refused(422), "contact_settled");
        assert_eq!(desk.show(&id).await["calls"], 2);
    })
    .await;
}

#[tokio::test]
async fn a_corrected_call_is_shown_as_it_stands_and_counts_once() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let path = desk.at(&format!("/{id}/calls"));
        for room in ["3-2-1201", "3-2-1202"] {
            let call = json!({ "call": { "channel": "call", "room": room,
                "caller_phone": "13800001234" } });
            desk.zhang.post(&path, call).await.ok();
            h.clock.0.advance(zhishou_base::Span::minutes(1));
        }
        let calls = desk.zhang.get(&path).await.ok();
        assert_eq!(calls["items"][0]["room"], "3-2-1202", "the last first");
        assert_eq!(calls["items"][0]["caller_phone_masked"], "138****1234");
        let wrong = calls["items"][1]["id"].as_str().expect("an id");
        let correct = format!("{}/contacts/{wrong}/correct", desk.c.path);
        let right = json!({ "room": "10-2-101", "reason": "房号听错" });
        desk.zhang.post(&correct, right).await.ok();
        let calls = desk.zhang.get(&path).await.ok();
        let rooms: Vec<&Json> = calls["items"]
            .as_array()
            .expect("calls")
            .iter()
            .map(|call| &call["room"])
            .collect();
        assert_eq!(rooms, ["3-2-1202", "10-2-101"]);
        assert_eq!(desk.show(&id).await["calls"], 2);
        let page = desk.zhang.get(&format!("{path}?limit=1")).await.ok();
        let cursor = page["next_cursor"].as_str().expect("more");
        let rest = desk
            .zhang
            .get(&format!("{path}?cursor={cursor}"))
            .await
            .ok();
        assert_eq!(rest["items"][0]["room"], "10-2-101");
    })
    .await;
}

#[tokio::test]
async fn two_who_change_it_see_both_versions_and_the_ledger_says_who() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let path = desk.at(&format!("/{id}"));
        let mut later = desk.no_water();
        later["answer"] = json!("改为 20:00 恢复供水");
        later["building_ids"] = json!([
            desk.buildings[1]["id"],
            desk.buildings[0]["id"],
            desk.buildings[0]["id"]
        ]);
        let change = json!({ "version": 1, "matter": later });
        desk.zhang.put(&path, change).await.ok();
        let mut li = h.as_("clerk_li").await;
        let stale = json!({ "version": 1, "matter": desk.no_water() });
        let refused = li.put(&path, stale).await;
        assert_eq!(refused.status.as_u16(), 409);
        let current = &refused.json()["current"];
        assert_eq!(current["answer"], "改为 20:00 恢复供水");
        assert_eq!(current["version"], 2);
        let names: Vec<&Json> = current["buildings"]
            .as_array()
            .expect("buildings")
            .iter()
            .map(|building| &building["name"])
            .collect();
        assert_eq!(names, ["3栋", "10栋"], "each once, as people count");
        assert_eq!(
            desk.verbs(&h, &id).await,
            ["publicmatter.opened", "publicmatter.changed"]
        );
        // A building of nobody, and words that are missing, are named by their place.
        let mut wrong = desk.no_water();
        wrong["title"] = json!("水");
        wrong["building_ids"] = json!([uuid::Uuid::nil()]);
        let change = json!({ "version": 2, "matter": wrong });
        let refused = desk.zhang.put(&path, change).await.json();
        let pointers: Vec<&Json> = refused["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|error| &error["pointer"])
            .collect();
        assert_eq!(pointers, ["/title", "/building_ids"]);
    })
    .await;
}

#[tokio::test]
async fn what_has_ended_takes_no_more_calls() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let path = desk.at(&format!("/{id}"));
        let close = format!("{path}/close");
        let silent = desk.zhang.post(&close, json!({ "outcome": "好" })).await;
        assert_eq!(silent.refused(422), "matter_outcome_needed");
        let done = json!({ "outcome": "18:20 恢复供水" });
        desk.zhang.post(&close, done.clone()).await.ok();
        let call = json!({ "call": { "channel": "call" } });
        let change = json!({ "version": 2, "matter": desk.no_water() });
        for refused in [
            desk.zhang.post(&close, done).await,
            desk.zhang.post(&format!("{path}/calls"), call).await,
            desk.zhang.put(&path, change).await,
        ] {
            assert_eq!(refused.refused(422), "public_matter_closed");
        }
        let list = desk.at("");
        let open = desk.zhang.get(&list).await.ok();
        assert_eq!(open["items"], json!([]));
        let ended = desk.zhang.get(&format!("{list}?closed=true")).await.ok();
        assert_eq!(ended["items"][0]["outcome"], "18:20 恢复供水");
        assert_eq!(ended["items"][0]["closed_by_name"], "张丽");
    })
    .await;
}

#[tokio::test]
async fn the_notice_goes_to_the_homes_concerned() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let path = desk.at(&format!("/{id}/notice"));
        let notice = desk.zhang.get(&path).await.ok();
        assert_eq!(notice["notice"]["heading"], "关于3栋停水的通知");
        assert_eq!(notice["notice"]["addressee"], "尊敬的3栋业主、住户：");
        assert_eq!(notice["notice"]["signature"], "演示小区客户服务中心");
        assert_eq!(notice["notice"]["dated"], "2026年11月24日");
        let text = notice["text"].as_str().expect("a text");
        assert!(text.contains(&format!("{ANSWER}。")));
        assert_eq!(notice["buildings"][0]["code"], "3");
        assert_eq!(notice["homes"], 2);
        let everybody = json!({ "version": 1, "matter": { "kind": "inquiry",
            "title": "北门施工", "answer": "施工至周五，请走南门" } });
        let path = desk.at(&format!("/{id}"));
        desk.zhang.put(&path, everybody).await.ok();
        let notice = desk.zhang.get(&format!("{path}/notice")).await.ok();
        assert_eq!(
            notice["notice"]["addressee"],
            "尊敬的演示小区全体业主、住户："
        );
        assert_eq!(notice["homes"], 3);
        assert_eq!(notice["buildings"].as_array().expect("all").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_work_order_becomes_a_matter_with_its_call() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let call = json!({ "contact": { "kind": "repair", "channel": "call",
            "room": "3-2-1201", "content": "没水了" }, "order": { "kind": "repair" } });
        let path = orders.day.path("contacts/with-order");
        let taken = orders.zhang.post(&path, call).await.ok();
        let matter = json!({ "matter": { "kind": "repair", "title": "3栋停水",
            "answer": ANSWER, "work_order_id": taken["order"]["id"] } });
        let path = orders.day.path("public-matters");
        let opened = orders.zhang.post(&path, matter).await.ok();
        let path = format!("{path}/{}", opened["id"].as_str().expect("an id"));
        let shown = orders.zhang.get(&path).await.ok();
        assert_eq!(shown["calls"], 1, "the call that became the order");
        assert_eq!(shown["work_order"]["number"], taken["order"]["number"]);
        assert_eq!(shown["work_order"]["stage"], "registered");
        let contact = taken["contact"]["id"].as_str().expect("an id");
        let contact = orders.day.path(&format!("contacts/{contact}"));
        let contact = orders.zhang.get(&contact).await.ok();
        assert_eq!(contact["settled_at"], Json::Null, "its order goes on");
        // An order without a call begins at none; one that is not there is told.
        let alone = orders.register(tap_leaks()).await;
        for (order, status) in [(alone["id"].clone(), 201), (json!(uuid::Uuid::nil()), 404)] {
            let matter = json!({ "matter": { "kind": "repair", "title": "厨房漏水",
                "answer": ANSWER, "work_order_id": order } });
            let path = orders.day.path("public-matters");
            let answer = orders.zhang.post(&path, matter).await;
            assert_eq!(answer.status.as_u16(), status);
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_caller_said_is_erased_and_still_counts() {
    for_each_engine(async |h| {
        let mut desk = Desk::begin(&h).await;
        let id = desk.open().await;
        let path = desk.at(&format!("/{id}/calls"));
        let call = json!({ "call": { "channel": "call", "caller_name": "仇英",
            "content": "我是仇英，家里没水" } });
        let joined = desk.zhang.post(&path, call).await.ok();
        let ask = json!({ "subject": { "kind": "contact", "id": joined["contact"]["id"] },
            "reason": "住户来函要求删除" });
        let erasures = format!("{}/privacy/erasures", desk.c.path);
        let mut manager = h.as_("manager").await;
        manager.post(&erasures, ask).await.ok();
        let calls = desk.zhang.get(&path).await;
        assert!(!String::from_utf8_lossy(&calls.bytes).contains("仇英"));
        assert_eq!(calls.json()["items"].as_array().expect("calls").len(), 1);
        assert_eq!(desk.show(&id).await["calls"], 1);
    })
    .await;
}
