//! Handover 交接班 from outside: the night gives the desk to the day.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, PIN, for_each_engine};

/// A handover that is being prepared.
pub struct Wizard<'a> {
    day: &'a DutyDay,
    id: String,
}

impl<'a> Wizard<'a> {
    /// Begins one for the desk.
    pub async fn open(day: &'a DutyDay, who: &mut Client, incoming: &str) -> Self {
        let body = json!({ "incoming_id": day.person(incoming) });
        let opened = who.post(&day.at("desk", "handover"), body).await.ok();
        let id = opened["handover_id"].as_str().expect("an id").to_owned();
        Self { day, id }
    }

    /// The path of an act.
    pub fn at(&self, act: &str) -> String {
        self.day.path(&format!("handovers/{}/{act}", self.id))
    }

    /// How it stands.
    pub async fn shown(&self, who: &mut Client) -> Json {
        let path = self.day.path(&format!("handovers/{}", self.id));
        who.get(&path).await.ok()
    }

    /// Counts everything as expected, checks every line, and declares the incoming person fit.
    pub async fn settle(&self, outgoing: &mut Client, incoming: &mut Client) {
        let shown = self.shown(outgoing).await;
        let items = shown["handover"]["items"].as_array().expect("items");
        let counts: Vec<Json> = items
            .iter()
            .map(|line| json!({ "item_id": line["item"], "counted": line["expected"] }))
            .map(|line| json!({ "item": line["item_id"], "counted": line["counted"] }))
            .collect();
        outgoing
            .post(&self.at("count"), json!({ "counts": counts }))
            .await
            .ok();
        for line in shown["handover"]["checks"].as_array().expect("checks") {
            let body = json!({ "key": line["key"], "in_order": true });
            let checks = match line["side"].as_str() {
                Some("incoming") => &mut *incoming,
                _ => &mut *outgoing,
            };
            checks.post(&self.at("check"), body).await.ok();
        }
        incoming
            .post(&self.at("fitness"), json!({ "fit": true }))
            .await
            .ok();
    }

    /// Signs with the PIN of all test people.
    pub async fn sign(&self, who: &mut Client) -> crate::harness::Answer {
        who.post(&self.at("sign"), json!({ "pin": PIN })).await
    }
}

/// The morning of the 25th: Wang has stood the night, Zhang has signed in for the day.
pub async fn morning(h: &Harness) -> (DutyDay, Client, Client) {
    let day = DutyDay::begin(h).await;
    let mut wang = h.as_("repairer_wang").await;
    h.clock.set("2026-11-24T17:10");
    day.sign_in(h, &mut wang, "desk").await;
    h.clock.set("2026-11-25T08:45");
    let mut zhang = h.as_("clerk_zhang").await;
    day.sign_in(h, &mut zhang, "desk").await;
    (day, wang, zhang)
}

#[tokio::test]
async fn both_sign_and_the_post_passes_in_the_same_act() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let due = zhang.get(&day.at("desk", "handover")).await.ok();
        assert_eq!(due["outgoing_id"], day.person("repairer_wang"));
        assert_eq!(due["incoming_duty"]["shift"], "day");
        assert_eq!(due["candidate_ids"][0], day.person("clerk_zhang"));
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let early = wizard.sign(&mut wang).await;
        assert_eq!(early.refused(422), "not_checked");
        wizard.settle(&mut wang, &mut zhang).await;
        let ready = wizard.shown(&mut zhang).await;
        assert!(ready["blocker"].is_null(), "{}", ready["blocker"]);
        h.clock.set("2026-11-25T09:00");
        wizard.sign(&mut wang).await.ok();
        let between = day.coverage(&mut wang, "desk").await;
        assert_eq!(between["answers_person_id"], day.person("repairer_wang"));
        let twice = wizard.sign(&mut wang).await;
        assert_eq!(twice.refused(422), "already_signed");
        let signed = wizard.sign(&mut zhang).await.ok();
        assert_eq!(signed["progress"]["state"], "signed");
        let after = day.coverage(&mut zhang, "desk").await;
        assert_eq!(after["answers_person_id"], day.person("clerk_zhang"));
        assert_eq!(after["hold"]["began_by"], "handover");
        assert_eq!(
            after["hold"]["since_at"],
            json!(crate::harness::at("2026-11-25T09:00"))
        );
        let late = wang
            .post(&wizard.at("anomalies"), json!({ "text": "灯坏" }))
            .await;
        assert_eq!(late.refused(422), "handover_not_open");
        wang.post(&wizard.at("amend"), json!({ "text": "对讲机一台电池不足" }))
            .await
            .ok();
        let shown = wizard.shown(&mut zhang).await;
        assert_eq!(shown["amendments"][0]["text"], "对讲机一台电池不足");
        let list = zhang.get(&day.path("handovers?limit=5")).await.ok();
        assert_eq!(list["items"][0]["progress"]["state"], "signed");
    })
    .await;
}

#[tokio::test]
async fn two_sides_sign_on_one_shared_screen_by_pin() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        wizard.sign(&mut wang).await.ok();
        let other = |pin: &str| json!({ "person_id": day.person("clerk_zhang"), "pin": pin });
        let wrong = wang.post(&wizard.at("sign"), other("9999")).await;
        assert_eq!(wrong.refused(422), "pin_wrong");
        let signed = wang.post(&wizard.at("sign"), other(PIN)).await.ok();
        assert_eq!(signed["progress"]["state"], "signed");
    })
    .await;
}

#[tokio::test]
async fn r07_3_4_1_missing_item_needs_an_explanation() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        let shown = wizard.shown(&mut wang).await;
        let items = shown["handover"]["items"].as_array().expect("items");
        let keys = items.iter().find(|line| line["name"] == "设备房钥匙").expect("the keys");
        let count = |explanation: Json| {
            json!({ "counts": [{ "item": keys["item"], "counted": 5, "explanation": explanation }] })
        };
        wang.post(&wizard.at("count"), count(Json::Null)).await.ok();
        let refused = wizard.sign(&mut zhang).await;
        let detail = refused.json()["detail"].as_str().expect("a sentence").to_owned();
        assert!(detail.contains("设备房钥匙") && detail.contains("应有 6"), "{detail}");
        assert_eq!(refused.refused(422), "explanation_needed");
        let told = json!({ "kind": "whereabouts", "text": "电梯维保借用，中午归还" });
        wang.post(&wizard.at("count"), count(told)).await.ok();
        wizard.sign(&mut zhang).await.ok();
        wizard.sign(&mut wang).await.ok();
    })
    .await;
}

#[tokio::test]
async fn r01_5_a_noted_night_matter_is_settled_before_both_sign() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        let noted = json!({ "text": "3-2-1201 来电要求明早看漏水", "deferred": true });
        let noted = wang.post(&wizard.at("matters"), noted).await.ok();
        let subject = noted["open"][0]["subject"].clone();
        let refused = wizard.sign(&mut wang).await;
        assert_eq!(refused.refused(422), "deferred_unsettled");
        let decide =
            |disposition: Json| json!({ "subject_ids": [subject], "disposition": disposition });
        let no_reason = decide(json!({ "kind": "carried", "reason": " " }));
        let no_reason = zhang.post(&wizard.at("dispose"), no_reason).await;
        assert_eq!(no_reason.refused(422), "reason_needed");
        let carried = decide(json!({ "kind": "carried", "reason": "住户不在家，约定 10 点" }));
        zhang.post(&wizard.at("dispose"), carried).await.ok();
        wizard.sign(&mut wang).await.ok();
        wizard.sign(&mut zhang).await.ok();
        // The next handover asks again.
        h.clock.set("2026-11-25T17:15");
        let mut zhao = h.as_("repairer_zhao").await;
        day.sign_in(&h, &mut zhao, "desk").await;
        let evening = Wizard::open(&day, &mut zhang, "repairer_zhao").await;
        let shown = evening.shown(&mut zhao).await;
        assert_eq!(
            shown["handover"]["open"][0]["label"],
            "3-2-1201 来电要求明早看漏水"
        );
        assert!(shown["handover"]["open"][0]["disposition"].is_null());
    })
    .await;
}

/// The night took a repair down, put it off, and the clerk of the day has come.
async fn a_deferred_repair(h: &Harness) -> (DutyDay, Client, Client, String) {
    let day = DutyDay::begin(h).await;
    let mut wang = h.as_("repairer_wang").await;
    h.clock.set("2026-11-24T17:10");
    day.sign_in(h, &mut wang, "desk").await;
    h.clock.set("2026-11-24T23:30");
    let repair = json!({ "kind": "repair", "place": "3-2-1201", "content": "卫生间慢漏" });
    let order = wang.post(&day.path("work-orders"), repair).await.ok();
    let id = order["id"].as_str().expect("an id").to_owned();
    let act = |act: &str| day.path(&format!("work-orders/{id}/{act}"));
    wang.post(&act("accept"), json!({})).await.ok();
    let put_off = json!({
        "cause": "conditions", "explanation": "夜间无法停水，已与住户约定明早处理",
        "appointment_at": crate::harness::at("2026-11-25T09:30"),
    });
    wang.post(&act("defer"), put_off).await.ok();
    h.clock.set("2026-11-25T08:45");
    let mut zhang = h.as_("clerk_zhang").await;
    day.sign_in(h, &mut zhang, "desk").await;
    (day, wang, zhang, id)
}

#[tokio::test]
async fn r01_5_deferred_items_are_confirmed_as_slips_before_both_sign() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang, id) = a_deferred_repair(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        let shown = wizard.shown(&mut zhang).await;
        let line = &shown["handover"]["open"][0];
        assert_eq!(line["subject"], json!(id));
        assert_eq!(line["deferred"], true);
        assert_eq!(
            wizard.sign(&mut wang).await.refused(422),
            "deferred_unsettled"
        );
        let confirm = json!({
            "subject_ids": [id],
            "disposition": { "kind": "confirmed_as_slip", "slip": "WX" },
        });
        zhang.post(&wizard.at("dispose"), confirm).await.ok();
        wizard.sign(&mut zhang).await.ok();
        wizard.sign(&mut wang).await.ok();
        let order = zhang
            .get(&day.path(&format!("work-orders/{id}")))
            .await
            .ok();
        assert!(
            order["night_matter"].is_null(),
            "the day has it as its own slip"
        );
        let log = format!(
            "dutylog?post_id={}&date=2026-11-25",
            day.post("desk").as_str().expect("an id")
        );
        let log = zhang.get(&day.path(&log)).await.ok();
        let lines = log["items"].as_array().expect("items");
        assert!(
            lines
                .iter()
                .any(|line| line["verb"] == "workorder.confirmed_as_slip")
        );
    })
    .await;
}

#[tokio::test]
async fn a_call_that_comes_in_while_the_two_are_at_it_is_not_overlooked() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        wizard.sign(&mut wang).await.ok();
        h.clock.set("2026-11-25T09:02");
        let call = json!({ "kind": "repair", "place": "5-1-302", "content": "跳闸" });
        let new = zhang.post(&day.path("work-orders"), call).await.ok();
        assert_eq!(wizard.sign(&mut zhang).await.refused(422), "snapshot_stale");
        let fresh = zhang.post(&wizard.at("refresh"), json!({})).await.ok();
        assert_eq!(
            fresh["progress"]["state"], "preparing",
            "signed were the old lines"
        );
        assert_eq!(wizard.sign(&mut zhang).await.refused(422), "open_unsettled");
        let carried = json!({
            "subject_ids": [new["id"]],
            "disposition": { "kind": "carried", "reason": "刚受理，白班派单" },
        });
        zhang.post(&wizard.at("dispose"), carried).await.ok();
        wizard.sign(&mut zhang).await.ok();
        let signed = wizard.sign(&mut wang).await.ok();
        assert_eq!(signed["progress"]["state"], "signed");
    })
    .await;
}

#[tokio::test]
async fn r14_5_unfit_ends_the_handover_and_the_post_does_not_pass() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let seen = json!({ "fit": false, "note": "酒气明显" });
        let ended = wang.post(&wizard.at("fitness"), seen).await.ok();
        assert_eq!(ended["progress"]["state"], "refused");
        let signing = wizard.sign(&mut zhang).await;
        assert_eq!(signing.refused(422), "handover_not_open");
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("repairer_wang"));
        // The leader names somebody else.
        let mut leader = h.as_("leader_liu").await;
        let named = json!({
            "missing": "incoming", "taker_id": day.person("clerk_li"), "reason": "张丽不适合上岗"
        });
        let own = wang.post(&wizard.at("resolve"), named.clone()).await;
        assert_eq!(own.status.as_u16(), 403);
        leader.post(&wizard.at("resolve"), named).await.ok();
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("clerk_li"));
    })
    .await;
}

#[tokio::test]
async fn who_stays_on_checks_once_and_a_colleague_witnesses() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T08:50");
        day.sign_in(&h, &mut zhang, "desk").await;
        h.clock.set("2026-11-24T17:30");
        let wizard = Wizard::open(&day, &mut zhang, "clerk_zhang").await;
        wizard.settle(&mut zhang.clone(), &mut zhang).await;
        let twice = wizard.sign(&mut zhang).await;
        assert_eq!(twice.refused(422), "same_person");
        let done = zhang
            .post(&wizard.at("self_check"), json!({ "pin": PIN }))
            .await
            .ok();
        assert_eq!(done["progress"]["state"], "self_check");
        let own = zhang
            .post(&wizard.at("witness"), json!({ "pin": PIN }))
            .await;
        assert_eq!(own.refused(422), "witness_is_self");
        let mut li = h.as_("clerk_li").await;
        li.post(&wizard.at("witness"), json!({ "pin": PIN }))
            .await
            .ok();
        let desk = day.coverage(&mut li, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("clerk_zhang"));
        assert_eq!(desk["hold"]["began_by"], "self_check");
        assert_eq!(desk["current_duty"]["shift"], "night");
    })
    .await;
}

#[tokio::test]
async fn a_standing_condition_is_shown_until_it_is_lifted() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let mut he = h.as_("supervisor_he").await;
        let text = json!({ "text": "5 栋东侧停水施工至周五" });
        let refused = wang
            .post(&day.at("desk", "standing_conditions"), text.clone())
            .await;
        assert_eq!(refused.status.as_u16(), 403);
        let set = he
            .post(&day.at("desk", "standing_conditions"), text)
            .await
            .ok();
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let shown = wizard.shown(&mut zhang).await;
        assert_eq!(
            shown["handover"]["standing"][0]["text"],
            "5 栋东侧停水施工至周五"
        );
        let id = set["condition_id"].as_str().expect("an id");
        let lift = day.path(&format!("standing_conditions/{id}/lift"));
        let lifted = he.post(&lift, json!({ "reason": "施工完成" })).await;
        assert_eq!(lifted.status.as_u16(), 204);
        let due = zhang.get(&day.at("desk", "handover")).await.ok();
        assert_eq!(due["standing"], json!([]));
        let again = he.post(&lift, json!({ "reason": "施工完成" })).await;
        assert_eq!(again.status.as_u16(), 404);
    })
    .await;
}

#[tokio::test]
async fn a_refused_handover_leaves_the_outgoing_person_in_charge() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let noted = json!({ "text": "3-2-1201 约明早看漏水", "deferred": true });
        wang.post(&wizard.at("matters"), noted).await.ok();
        let broken = json!({ "text": "大厅灯不亮" });
        wang.post(&wizard.at("anomalies"), broken).await.ok();
        let silent = zhang
            .post(&wizard.at("refuse"), json!({ "reason": " " }))
            .await;
        assert_eq!(silent.refused(422), "reason_needed");
        zhang
            .post(&wizard.at("refuse"), json!({ "reason": "钥匙数量不符" }))
            .await
            .ok();
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("repairer_wang"));
        // A new one can be opened, and what was noted is not lost with the old.
        let again = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        assert_ne!(again.id, wizard.id);
        let shown = again.shown(&mut wang).await;
        assert_eq!(
            shown["handover"]["open"][0]["label"],
            "3-2-1201 约明早看漏水"
        );
        assert_eq!(shown["handover"]["anomalies"][0]["text"], "大厅灯不亮");
        let subject = &shown["handover"]["open"][0]["subject"];
        let slip = json!({ "kind": "confirmed_as_slip", "slip": "随便写的" });
        let invented = json!({ "subject_ids": [subject], "disposition": slip });
        let invented = wang.post(&again.at("dispose"), invented).await;
        assert_eq!(invented.refused(422), "slip_unknown");
        let third = h
            .as_("clerk_li")
            .await
            .post(&again.at("refuse"), json!({ "reason": "x" }))
            .await;
        assert_eq!(third.refused(422), "not_a_party");
    })
    .await;
}

#[tokio::test]
async fn two_people_changing_one_item_get_a_conflict_that_shows_both() {
    for_each_engine(async |h| {
        let (day, mut wang, _) = morning(&h).await;
        Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let mut he = h.as_("supervisor_he").await;
        let items = he.get(&day.at("desk", "items")).await.ok();
        let item = &items[0];
        let path = day.at("desk", &format!("items/{}", item["item_id"].as_str().expect("an id")));
        let change = |expected: u32| {
            json!({ "version": item["version"], "name": item["name"], "expected": expected })
        };
        he.put(&path, change(2)).await.ok();
        let stale = he.put(&path, change(3)).await;
        assert_eq!(stale.status.as_u16(), 409);
        assert_eq!(stale.json()["current"]["expected"], 2);
    })
    .await;
}
