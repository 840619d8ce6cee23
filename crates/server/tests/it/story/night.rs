//! The evening and the night of 王强.

use serde_json::{Value as Json, json};

use super::{Story, Wizard};
use crate::harness::at;

impl Story {
    /// 17:15: one of the plant room keys is not there; both sign when it is explained.
    pub(super) async fn the_evening_finds_a_key_missing(&mut self) {
        self.a_shift_begins("2026-11-24T17:15").await;
        self.wang
            .post(&self.day.at("desk", "sign_in"), json!({}))
            .await
            .ok();
        let wizard = Wizard::open(&self.day, &mut self.wu, "repairer_wang").await;
        wizard.settle(&mut self.wu, &mut self.wang).await;
        let shown = wizard.shown(&mut self.wang).await;
        let items = shown["handover"]["items"].as_array().expect("items");
        let keys = items
            .iter()
            .find(|line| line["name"] == "设备房钥匙")
            .expect("the keys");
        let counted = |explanation: Json| json!({ "counts": [{ "item": keys["item"], "counted": 5, "explanation": explanation }] });
        self.wang
            .post(&wizard.at("count"), counted(Json::Null))
            .await
            .ok();
        assert_eq!(
            wizard.sign(&mut self.wang).await.refused(422),
            "explanation_needed"
        );
        let told = json!({ "kind": "whereabouts", "text": "电梯维保人员借用，明早归还" });
        self.wang
            .post(&wizard.at("count"), counted(told))
            .await
            .ok();
        let carry = json!({ "kind": "carried", "reason": "白班未办结，夜间继续跟进" });
        for line in shown["handover"]["open"].as_array().expect("lines") {
            let body = json!({ "subject_ids": [line["subject"]], "disposition": carry });
            self.wu.post(&wizard.at("dispose"), body).await.ok();
        }
        self.at("2026-11-24T17:30").await;
        wizard.sign(&mut self.wu).await.ok();
        wizard.sign(&mut self.wang).await.ok();
        assert_eq!(self.holder().await, self.day.person("repairer_wang"));
    }

    /// 21:10: not urgent, nobody to stand in.
    pub(super) async fn leaving_without_relief_is_refused(&mut self) {
        self.at("2026-11-24T21:10").await;
        let refused = self
            .wang
            .post(&self.day.at("desk", "leave"), json!({}))
            .await;
        assert_eq!(refused.refused(422), "relief_needed");
        assert!(self.desk().await["unattended_since_at"].is_null());
    }

    /// 22:40: he leaves first with one tap; gate and leader ring; the guard answers from the
    /// gate; the desk is given back, and the minutes nobody was there stand in the record.
    pub(super) async fn a_pipe_bursts(&mut self) {
        self.at("2026-11-24T22:40").await;
        let leave = self.day.at("desk", "leave_for_emergency");
        let left = self
            .wang
            .post(&leave, json!({ "reason": "3栋爆管" }))
            .await
            .ok();
        assert_eq!(left["answers_person_id"], self.day.person("repairer_wang"));
        let relief = left["reliefs"][0]["relief_id"]
            .as_str()
            .expect("asked")
            .to_owned();
        for who in [self.guard_login, "leader_liu"] {
            let rings = self
                .h
                .as_(who)
                .await
                .get(&self.day.path("alerts"))
                .await
                .ok();
            let kinds: Vec<_> = rings
                .as_array()
                .expect("alerts")
                .iter()
                .map(|alert| alert["kind"].clone())
                .collect();
            assert!(
                kinds.contains(&json!("post_left_for_emergency")),
                "{who}: {kinds:?}"
            );
        }
        self.at("2026-11-24T22:43").await;
        let accept = self.day.path(&format!("reliefs/{relief}/accept"));
        self.guard
            .post(&accept, json!({ "there": false }))
            .await
            .ok();
        // The only guard must not leave the gate: the line of the desk follows him there, and the
        // empty desk stays on the record.
        assert_eq!(self.holder().await, self.day.person(self.guard_login));
        let answered = self.desk().await;
        assert_eq!(answered["hold"]["via_post_id"], self.day.post("south_gate"));
        assert_eq!(
            answered["unattended_since_at"],
            json!(at("2026-11-24T22:40"))
        );
        self.at("2026-11-24T23:20").await;
        let end = self.day.path(&format!("reliefs/{relief}/end"));
        self.wang.post(&end, json!({})).await.ok();
        assert_eq!(self.holder().await, self.day.person("repairer_wang"));
        assert_eq!(self.desk().await["unattended_minutes_today"], 40);
    }

    /// 23:30: never silent.
    pub(super) async fn a_repair_is_put_off_with_its_explanation(&mut self) -> Json {
        self.at("2026-11-24T23:30").await;
        let call = json!({
            "contact": { "kind": "repair", "channel": "call", "room": "5-1-0802",
                "caller_name": "王秀英", "caller_phone": "13900005678", "content": "卫生间慢漏" },
            "order": { "kind": "repair" },
        });
        let taken = self
            .wang
            .post(&self.day.path("contacts/with-order"), call)
            .await
            .ok();
        let order = taken["order"].clone();
        self.wang
            .post(&self.order(&order, "accept"), json!({}))
            .await
            .ok();
        let mut put_off = json!({ "cause": "conditions", "explanation": "",
            "appointment_at": at("2026-11-25T09:30") });
        let silent = self
            .wang
            .post(&self.order(&order, "defer"), put_off.clone())
            .await;
        assert_eq!(silent.refused(422), "explanation_needed");
        put_off["explanation"] = json!("夜间不宜停水，已与住户约定明早处理");
        self.wang
            .post(&self.order(&order, "defer"), put_off)
            .await
            .ok();
        order
    }
}
