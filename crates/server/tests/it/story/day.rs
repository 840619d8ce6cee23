//! The day: a repair, a complaint, noon.

use axum::http::Method;
use serde_json::{Value as Json, json};

use super::{Story, id_of};
use crate::harness::PIN;

const PHOTO: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F'];

impl Story {
    /// A call becomes an order, is done with a photo, called back by the desk and put away.
    pub(super) async fn a_repair_goes_all_the_way(&mut self) -> Json {
        self.at("2026-11-24T09:40").await;
        let call = json!({
            "contact": { "kind": "repair", "channel": "call", "room": "5-1-0802",
                "caller_name": "王秀英", "caller_phone": "139 0000 5678", "content": "客厅灯不亮" },
            "order": { "kind": "repair" },
        });
        let taken = self
            .wu
            .post(&self.day.path("contacts/with-order"), call)
            .await
            .ok();
        let order = taken["order"].clone();
        let to = json!({ "assignee_id": self.day.person("repairer_wang"), "version": 1 });
        self.wu.post(&self.order(&order, "dispatch"), to).await.ok();
        for (time, step) in [("09:43", "accept"), ("10:05", "arrive")] {
            self.at(&format!("2026-11-24T{time}")).await;
            self.wang
                .post(&self.order(&order, step), json!({}))
                .await
                .ok();
        }
        let photos = self.order(&order, "photos");
        let headers = [("x-zhishou", "1"), ("content-type", "image/jpeg")];
        let photo = self
            .wang
            .send_bytes(Method::POST, &photos, PHOTO.to_vec(), &headers)
            .await;
        assert_eq!(photo.status.as_u16(), 201);
        self.at("2026-11-24T10:30").await;
        self.wang
            .post(&self.order(&order, "finish"), json!({}))
            .await
            .ok();
        self.at("2026-11-24T11:00").await;
        let call = json!({ "reached": true, "satisfied": true, "on_time": true, "quality": 5,
            "attitude": 5 });
        self.wu
            .post(&self.order(&order, "call-back"), call)
            .await
            .ok();
        let filed = self
            .wu
            .post(&self.order(&order, "archive"), json!({}))
            .await
            .ok();
        assert_eq!(filed["stage"], "archived");
        assert_eq!(filed["photos"].as_array().map(Vec::len), Some(1));
        order
    }

    /// A complaint: the supervisor answers first, the case is closed and called back.
    pub(super) async fn a_complaint_is_answered_and_closed(&mut self) {
        self.at("2026-11-24T11:10").await;
        let visit = json!({
            "contact": { "kind": "complaint", "channel": "visit", "room": "3-2-1201",
                "caller_name": "单雄信", "content": "楼道堆放杂物，多次反映未清理" },
            "order": { "kind": "complaint" },
        });
        let taken = self
            .wu
            .post(&self.day.path("contacts/with-order"), visit)
            .await
            .ok();
        let case = taken["order"].clone();
        let to = json!({ "assignee_id": self.day.person("supervisor_he"), "version": 1 });
        self.wu.post(&self.order(&case, "dispatch"), to).await.ok();
        let mut he = self.h.as_("supervisor_he").await;
        he.post(&self.order(&case, "accept"), json!({})).await.ok();
        let told = json!({ "department": "环境部", "head_id": self.day.person("foreman_ma") });
        he.post(&self.order(&case, "tell-head"), told).await.ok();
        let reply = json!({ "note": "今天下午清理并张贴告示" });
        he.post(&self.order(&case, "first-reply"), reply).await.ok();
        for step in ["arrive", "finish"] {
            he.post(&self.order(&case, step), json!({})).await.ok();
        }
        let shown = he
            .get(&self.day.path(&format!("work-orders/{}", id_of(&case))))
            .await
            .ok();
        assert_eq!(shown["stage"], "done");
    }

    /// 11:30 and 13:30: one tap at the shared screen, with the PIN of who takes the desk.
    pub(super) async fn noon_changes_hands_by_one_tap(&mut self) {
        self.at("2026-11-24T11:20").await;
        let by_pin = json!({ "person_id": self.day.person("clerk_zhang"), "pin": PIN });
        self.wu
            .post(&self.day.at("desk", "sign_in"), by_pin)
            .await
            .ok();
        self.at("2026-11-24T11:30").await;
        let change = self.day.at("desk", "change_holder");
        let to_noon = json!({ "person_id": self.day.person("clerk_zhang"), "pin": PIN });
        self.wu.post(&change, to_noon).await.ok();
        assert_eq!(self.holder().await, self.day.person("clerk_zhang"));
        self.at("2026-11-24T13:30").await;
        self.wu.post(&change, json!({})).await.ok();
        assert_eq!(self.holder().await, self.day.person("front_desk_wu"));
        self.at("2026-11-24T14:45").await;
        self.guard = self.h.as_(self.guard_login).await;
        self.guard
            .post(&self.day.at("south_gate", "sign_in"), json!({}))
            .await
            .ok();
    }
}
