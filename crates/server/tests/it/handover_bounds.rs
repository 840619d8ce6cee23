//! Where a handover says no in time, and what it must not lose.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::handover::{Wizard, morning};
use crate::harness::{Client, at, for_each_engine};

async fn take(day: &DutyDay, who: &mut Client, contact: Json) -> Json {
    who.post(&day.path("contacts"), contact).await.ok()
}

async fn verbs_of(day: &DutyDay, who: &mut Client, duty: &Json) -> Vec<String> {
    let (post, duty) = (day.post("desk"), duty.as_str().expect("an id"));
    let post = post.as_str().expect("an id");
    let log = format!("dutylog?post_id={post}&duty_id={duty}");
    let log = who.get(&day.path(&log)).await.ok();
    let lines = log["items"].as_array().expect("items").iter();
    lines
        .map(|line| line["verb"].as_str().expect("a verb").to_owned())
        .collect()
}

#[tokio::test]
async fn a_stranger_to_a_handover_does_not_end_it() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        wizard.sign(&mut wang).await.ok();
        let li = json!({ "incoming_id": day.person("clerk_li") });
        let mut guard = h.as_("guard_chen").await;
        let conflict = guard.post(&day.at("desk", "handover"), li.clone()).await;
        assert_eq!(conflict.status.as_u16(), 409);
        let shown = wizard.shown(&mut zhang).await;
        assert_eq!(
            conflict.json()["current"]["handover_id"],
            shown["handover"]["handover_id"]
        );
        assert_eq!(shown["handover"]["progress"]["state"], "signed_by_one");
        // Who may decide about handovers may name another, and so may the two.
        let mut leader = h.as_("leader_liu").await;
        let other = leader.post(&day.at("desk", "handover"), li).await.ok();
        assert_eq!(other["incoming_id"], day.person("clerk_li"));
        let back = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let shown = back.shown(&mut zhang).await;
        assert_eq!(shown["handover"]["incoming_id"], day.person("clerk_zhang"));
    })
    .await;
}

#[tokio::test]
async fn a_decision_never_gives_the_post_to_who_is_missing() {
    for_each_engine(async |h| {
        let (day, mut wang, _) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let mut leader = h.as_("leader_liu").await;
        let decide = |taker: &Json| {
            json!({ "missing": "incoming", "taker_id": taker, "reason": "张丽未到岗" })
        };
        let missing = decide(&day.person("clerk_zhang"));
        let refused = leader.post(&wizard.at("resolve"), missing).await;
        assert_eq!(refused.refused(422), "taker_is_missing");
        let nobody = decide(&json!(uuid::Uuid::from_u128(404)));
        let refused = leader.post(&wizard.at("resolve"), nobody).await;
        assert_eq!(refused.refused(422), "role_not_allowed");
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("repairer_wang"));
    })
    .await;
}

#[tokio::test]
async fn a_refused_record_of_an_earlier_change_of_shifts_decides_nothing() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let dead = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        let reason = json!({ "reason": "钥匙数量不符" });
        zhang.post(&dead.at("refuse"), reason).await.ok();
        // Nobody took the day over; the next night is to begin.
        h.clock.set("2026-11-25T17:40");
        h.tick().await;
        let mut leader = h.as_("leader_liu").await;
        let late = json!({ "missing": "incoming", "taker_id": day.person("clerk_li"),
            "reason": "按早上的记录裁定" });
        let refused = leader.post(&dead.at("resolve"), late).await;
        assert_eq!(refused.refused(422), "handover_no_longer_due");
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("repairer_wang"));
    })
    .await;
}

#[tokio::test]
async fn an_open_contact_is_asked_about_until_it_is_settled() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T08:50");
        day.sign_in(&h, &mut zhang, "desk").await;
        h.clock.set("2026-11-24T09:30");
        let call = json!({ "kind": "repair", "channel": "call", "content": "楼道灯不亮" });
        let taken = take(&day, &mut zhang, call).await;
        h.clock.set("2026-11-28T08:45");
        day.sign_in(&h, &mut h.as_("clerk_li").await, "desk").await;
        let mut zhang = h.as_("clerk_zhang").await;
        let wizard = Wizard::open(&day, &mut zhang, "clerk_li").await;
        let shown = wizard.shown(&mut zhang).await;
        assert_eq!(shown["handover"]["open"][0]["subject"], taken["id"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_written_down_late_stands_in_the_shift_it_speaks_of() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        h.clock.set("2026-11-25T09:00");
        wizard.sign(&mut wang).await.ok();
        wizard.sign(&mut zhang).await.ok();
        h.clock.set("2026-11-25T10:30");
        let late = json!({ "kind": "inquiry", "channel": "call", "content": "夜间问停电",
            "happened_at": at("2026-11-25T02:10") });
        take(&day, &mut zhang, late).await;
        let shown = wizard.shown(&mut zhang).await;
        let (night, now) = (
            &shown["handover"]["outgoing_duty_id"],
            &shown["handover"]["incoming_duty_id"],
        );
        let written = "desk.contact_taken".to_owned();
        let of_the_night = verbs_of(&day, &mut zhang, night).await;
        assert!(of_the_night.contains(&written), "{of_the_night:?}");
        let of_the_day = verbs_of(&day, &mut zhang, now).await;
        assert!(!of_the_day.contains(&written), "{of_the_day:?}");
    })
    .await;
}

#[tokio::test]
async fn r01_5_what_cannot_be_carried_out_is_refused_while_it_is_decided() {
    for_each_engine(async |h| {
        let (day, mut wang, mut zhang) = morning(&h).await;
        let call = json!({ "kind": "repair", "channel": "call", "content": "厨房水管漏水" });
        let call = take(&day, &mut wang, call).await;
        let noise = json!({ "kind": "complaint", "severity": "ordinary", "content": "施工噪音",
            "department": "工程部" });
        let noise = wang.post(&day.path("work-orders"), noise).await.ok();
        let wizard = Wizard::open(&day, &mut wang, "clerk_zhang").await;
        wizard.settle(&mut wang, &mut zhang).await;
        let decide = |subject: &Json, disposition: Json| {
            json!({ "subject_ids": [subject], "disposition": disposition })
        };
        let slip = |slip: &Json| json!({ "kind": "confirmed_as_slip", "slip": slip });
        let closed = decide(&noise["id"], json!({ "kind": "closed", "note": "已解释" }));
        let unheard = zhang.post(&wizard.at("dispose"), closed).await;
        assert_eq!(unheard.refused(422), "complaint_must_be_handled");
        let unknown = decide(&call["id"], slip(&json!("已经报过了")));
        let unknown = zhang.post(&wizard.at("dispose"), unknown).await;
        assert_eq!(unknown.refused(422), "slip_unknown");
        let carried = json!({ "kind": "carried", "reason": "白班继续处理" });
        let carried = decide(&noise["id"], carried);
        zhang.post(&wizard.at("dispose"), carried).await.ok();
        let known = decide(&call["id"], slip(&noise["number"]));
        zhang.post(&wizard.at("dispose"), known).await.ok();
        wizard.sign(&mut wang).await.ok();
        wizard.sign(&mut zhang).await.ok();
        let path = format!("contacts/{}", call["id"].as_str().expect("an id"));
        let linked = zhang.get(&day.path(&path)).await.ok();
        assert_eq!(linked["work_order_id"], noise["id"]);
    })
    .await;
}
