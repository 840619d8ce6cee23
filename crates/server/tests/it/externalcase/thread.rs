//! From the first day to the source's last word.

use serde_json::json;

use super::{Cases, due, street_lamp, verbs};
use crate::harness::{at, for_each_engine};

#[tokio::test]
async fn a_case_is_taken_with_its_order_replied_with_proof_and_closed() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let mut sent = street_lamp();
        sent["work_order"] = json!({ "kind": "repair", "urgency": "urgent" });
        let case = cases.take(sent).await;
        assert_eq!(case["number"], "WB20261124-001");
        assert_eq!(case["stage"], "open");
        assert_eq!(case["room"], "3-2-1201");
        assert_eq!(case["caller_name_masked"], "单**");
        assert_eq!(case["caller_phone_masked"], "138****1234");
        assert_eq!(case["work_order_number"], "BX20261124-001");
        // The order says what the case said, in the same act.
        let order = case["work_order_id"].as_str().expect("an order");
        let path = cases.day.path(&format!("work-orders/{order}"));
        let order = cases.zhang.get(&path).await.ok();
        assert_eq!(order["content"], "3 栋楼下路灯不亮已一周");
        assert_eq!(order["room_code"], "3-2-1201");
        let bare = cases
            .step(&case, "reply", json!({ "reply": "已修复" }))
            .await;
        assert_eq!(bare.refused(422), "proof_needed");
        let proven = cases.prove(&case).await;
        assert_eq!(proven.status, 201);
        let photo = proven.ok()["photos"][0]["id"].clone();
        let path = cases.at(&case, &format!("photos/{}", photo.as_str().expect("an id")));
        let shown = cases.zhang.get(&path).await;
        assert_eq!(shown.headers["content-type"], "image/jpeg");
        cases.later(&h, "2026-11-26T10:00").await;
        let reply = json!({ "reply": "路灯已修复，已电话告知来电人" });
        let replied = cases.step(&case, "reply", reply).await.ok();
        assert_eq!(replied["stage"], "replied");
        assert_eq!(replied["reply"], "路灯已修复，已电话告知来电人");
        let closed = json!({ "outcome": "satisfied" });
        let closed = cases.step(&case, "close", closed).await.ok();
        assert_eq!(
            (&closed["stage"], &closed["outcome"]),
            (&json!("closed"), &json!("satisfied"))
        );
        assert_eq!(
            verbs(&closed),
            [
                "externalcase.taken",
                "externalcase.proof_added",
                "externalcase.replied",
                "externalcase.closed"
            ]
        );
        assert_eq!(closed["timeline"][0]["texts"]["caller_name"], "单**");
        // Nobody is called about what is done.
        cases.later(&h, "2026-11-28T09:00").await;
        assert_eq!(cases.rings(&h, "supervisor_he").await, 0);
        assert_eq!(cases.missed(&h, "2026-11-27").await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_deadline_calls_the_supervisor_a_day_before_and_who_is_named_when_it_is_missed() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.take(street_lamp()).await;
        h.tick().await;
        assert_eq!(cases.rings(&h, "supervisor_he").await, 0);
        cases.later(&h, "2026-11-26T17:00").await;
        assert_eq!(cases.rings(&h, "supervisor_he").await, 1);
        // R01 names its own steps for what is overdue: the supervisor, then the shift leader.
        cases.later(&h, "2026-11-27T17:30").await;
        assert_eq!(cases.rings(&h, "supervisor_he").await, 2);
        assert_eq!(cases.rings(&h, "leader_liu").await, 1);
        assert_eq!(cases.rings(&h, "manager").await, 0);
        assert_eq!(cases.missed(&h, "2026-11-27").await, 1);
        // It is replied late: nobody rings any more, and what was missed stays.
        let reply = json!({ "reply": "已修复", "no_proof_reason": "夜间电话答复" });
        cases.step(&case, "reply", reply).await.ok();
        assert_eq!(cases.rings(&h, "supervisor_he").await, 0);
        assert_eq!(cases.missed(&h, "2026-11-27").await, 1);
    })
    .await;
}

#[tokio::test]
async fn more_time_moves_the_deadline_in_the_act_that_records_it() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.take(street_lamp()).await;
        let more = json!({ "wanted_due_at": at("2026-12-01T17:00"), "reason": "灯杆须订货" });
        let asked = cases.step(&case, "ask-extension", more.clone()).await.ok();
        assert_eq!(asked["wanted_due_at"], json!(at("2026-12-01T17:00")));
        assert_eq!(asked["due_at"], json!(due()));
        let twice = cases.step(&case, "ask-extension", more.clone()).await;
        assert_eq!(twice.refused(422), "extension_already_asked");
        let refused = cases
            .step(&case, "answer-extension", json!({ "note": "不同意" }))
            .await
            .ok();
        assert_eq!(
            (&refused["due_at"], &refused["extensions"]),
            (&json!(due()), &json!(0))
        );
        cases.step(&case, "ask-extension", more).await.ok();
        let granted = json!({ "granted_due_at": at("2026-11-30T17:00") });
        let granted = cases.step(&case, "answer-extension", granted).await.ok();
        assert_eq!(granted["due_at"], json!(at("2026-11-30T17:00")));
        assert!(granted["wanted_due_at"].is_null());
        // The old day passes without a miss, the new one does not.
        cases.later(&h, "2026-11-28T09:00").await;
        assert_eq!(cases.missed(&h, "2026-11-27").await, 0);
        cases.later(&h, "2026-11-30T17:01").await;
        assert_eq!(cases.missed(&h, "2026-11-30").await, 1);
    })
    .await;
}

#[tokio::test]
async fn time_given_too_late_leaves_the_miss_and_is_owed_anew() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.take(street_lamp()).await;
        let more = json!({ "wanted_due_at": at("2026-11-29T17:00"), "reason": "灯杆须订货" });
        cases.step(&case, "ask-extension", more).await.ok();
        cases.later(&h, "2026-11-28T09:00").await;
        let granted = json!({ "granted_due_at": at("2026-11-29T17:00") });
        cases.step(&case, "answer-extension", granted).await.ok();
        cases.later(&h, "2026-11-29T17:01").await;
        for date in ["2026-11-27", "2026-11-29"] {
            assert_eq!(cases.missed(&h, date).await, 1, "{date}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_source_gives_back_is_owed_again_and_proven_again() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.replied().await;
        let back = json!({ "due_at": at("2026-12-02T17:00"), "reason": "来电人称灯又不亮" });
        let back = cases.step(&case, "return", back).await.ok();
        assert_eq!(
            (&back["stage"], &back["cycle"]),
            (&json!("open"), &json!(1))
        );
        assert_eq!(back["reply"], "");
        // The photo of the first time proves nothing now, and may be shown again.
        let bare = cases
            .step(&case, "reply", json!({ "reply": "已更换灯头" }))
            .await;
        assert_eq!(bare.refused(422), "proof_needed");
        cases.prove(&case).await.ok();
        let again = cases
            .step(&case, "reply", json!({ "reply": "已更换灯头" }))
            .await
            .ok();
        assert_eq!(again["stage"], "replied");
        let unsatisfied = json!({ "outcome": "not_satisfied" });
        let silent = cases.step(&case, "close", unsatisfied).await;
        assert_eq!(silent.refused(422), "unsatisfied_case_needs_note");
    })
    .await;
}

#[tokio::test]
async fn a_reply_in_time_that_is_entered_later_misses_nothing() {
    for_each_engine(async |h| {
        let mut cases = Cases::begin(&h).await;
        let case = cases.take(street_lamp()).await;
        cases.later(&h, "2026-11-27T18:00").await;
        let reply = json!({ "reply": "已在平台回复", "no_proof_reason": "平台回复，照片在平台",
            "happened_at": at("2026-11-27T16:30") });
        let replied = cases.step(&case, "reply", reply).await.ok();
        assert_eq!(replied["state"]["at"], json!(at("2026-11-27T16:30")));
        let early = json!({ "due_at": at("2026-12-02T17:00"), "reason": "未解决",
            "happened_at": at("2026-11-27T16:00") });
        let refused = cases.step(&case, "return", early).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], "/happened_at");
    })
    .await;
}
