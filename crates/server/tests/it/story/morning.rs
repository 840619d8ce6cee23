//! The night before, and the morning that takes over from it.

use serde_json::{Value as Json, json};

use super::{Story, Wizard, id_of};
use crate::harness::at;

impl Story {
    /// The 23rd: 赵刚 has the night; a dripping tap is put off to the morning.
    pub(super) async fn the_night_before_leaves_a_tap(&mut self) -> Json {
        self.a_shift_begins("2026-11-23T17:15").await;
        self.zhao
            .post(&self.day.at("desk", "sign_in"), json!({}))
            .await
            .ok();
        self.at("2026-11-23T22:05").await;
        let call = json!({
            "contact": { "kind": "repair", "channel": "call", "room": "3-2-1201",
                "caller_name": "单雄信", "caller_phone": "13800001234", "content": "厨房水龙头滴水" },
            "order": { "kind": "repair" },
        });
        let taken = self
            .zhao
            .post(&self.day.path("contacts/with-order"), call)
            .await
            .ok();
        let order = taken["order"].clone();
        let put_off = json!({ "cause": "conditions",
            "explanation": "已请住户关闭角阀，约定明早上门", "appointment_at": at("2026-11-24T09:30") });
        self.zhao
            .post(&self.order(&order, "accept"), json!({}))
            .await
            .ok();
        self.zhao
            .post(&self.order(&order, "defer"), put_off)
            .await
            .ok();
        order
    }

    /// 08:45 sign-in, 09:00 handover: nothing is signed before the tap has its slip.
    pub(super) async fn the_morning_takes_over(&mut self, tap: &Json) {
        self.a_shift_begins("2026-11-24T08:44").await;
        let signed_in = self
            .wu
            .post(&self.day.at("desk", "sign_in"), json!({}))
            .await
            .ok();
        assert!(signed_in["late_minutes"].is_null(), "fifteen minutes early");
        assert_eq!(self.holder().await, self.day.person("repairer_zhao"));
        self.at("2026-11-24T08:50").await;
        let wizard = Wizard::open(&self.day, &mut self.zhao, "front_desk_wu").await;
        wizard.settle(&mut self.zhao, &mut self.wu).await;
        self.at("2026-11-24T09:00").await;
        let early = wizard.sign(&mut self.zhao).await;
        assert_eq!(early.refused(422), "deferred_unsettled");
        let slip = json!({ "subject_ids": [id_of(tap)],
            "disposition": { "kind": "confirmed_as_slip", "slip": tap["number"] } });
        self.wu.post(&wizard.at("dispose"), slip).await.ok();
        wizard.sign(&mut self.zhao).await.ok();
        let between = self.day.coverage(&mut self.manager, "desk").await;
        let zhao = self.day.person("repairer_zhao");
        assert_eq!(between["answers_person_id"], zhao, "until both have signed");
        wizard.sign(&mut self.wu).await.ok();
        assert_eq!(self.holder().await, self.day.person("front_desk_wu"));
    }
}
