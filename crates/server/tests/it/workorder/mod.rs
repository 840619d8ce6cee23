//! Work orders 工单 from outside.

mod complaint;
mod intake;
mod lists;
mod night;
mod photos;
mod refusals;
mod thread;

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{Answer, Client, Harness};

/// The desk of a day, with the people who work at it.
pub struct Orders {
    /// The day.
    pub day: DutyDay,
    /// 张丽, at the desk.
    pub zhang: Client,
    /// 王强, who repairs.
    pub wang: Client,
    /// 赵刚, who repairs too.
    pub zhao: Client,
}

impl Orders {
    /// Tuesday, 09:10.
    pub async fn begin(h: &Harness) -> Self {
        let day = DutyDay::begin(h).await;
        let homes = json!([{ "building": "3栋", "unit": "2单元", "number": "1201",
            "residents": [{ "name": "单雄信", "phone": "13800001234", "relation": "owner" }] }]);
        let mut manager = h.as_("manager").await;
        manager.post(&day.path("rooms"), homes).await.ok();
        let orders = Self {
            zhang: h.as_("clerk_zhang").await,
            wang: h.as_("repairer_wang").await,
            zhao: h.as_("repairer_zhao").await,
            day,
        };
        h.clock.set("2026-11-24T09:10");
        orders
    }

    /// Takes an order down at the desk.
    pub async fn register(&mut self, order: Json) -> Json {
        register(&mut self.zhang, &self.day, order).await
    }

    /// The path of a step of an order.
    pub fn at(&self, order: &Json, step: &str) -> String {
        path_of(&self.day, order, step)
    }

    /// A repair of the morning that Wang has finished.
    pub async fn finished_repair(&mut self) -> Json {
        let order = self.register(tap_leaks()).await;
        for step in ["accept", "arrive", "finish"] {
            let path = self.at(&order, step);
            self.wang.post(&path, json!({})).await.ok();
        }
        order
    }

    /// The order as it stands.
    pub async fn show(&mut self, order: &Json) -> Json {
        let path = self.day.path(&format!("work-orders/{}", id_of(order)));
        self.zhang.get(&path).await.ok()
    }

    /// A step of the desk.
    pub async fn desk(&mut self, order: &Json, step: &str, body: Json) -> Answer {
        let path = self.at(order, step);
        self.zhang.post(&path, body).await
    }

    /// A step of Wang.
    pub async fn wang(&mut self, order: &Json, step: &str, body: Json) -> Answer {
        let path = self.at(order, step);
        self.wang.post(&path, body).await
    }
}

/// Takes an order down.
pub async fn register(who: &mut Client, day: &DutyDay, order: Json) -> Json {
    who.post(&day.path("work-orders"), order).await.ok()
}

/// The path of a step of an order.
pub fn path_of(day: &DutyDay, order: &Json, step: &str) -> String {
    day.path(&format!("work-orders/{}/{step}", id_of(order)))
}

/// The id of an order.
pub fn id_of(order: &Json) -> &str {
    order["id"].as_str().expect("an id")
}

/// An ordinary repair.
pub fn tap_leaks() -> Json {
    json!({ "kind": "repair", "place": "3栋2单元1201 厨房", "content": "水龙头漏水",
        "caller_name": "单雄信", "caller_phone": "138-0000-1234" })
}

/// The words of a timeline.
pub fn verbs(order: &Json) -> Vec<&str> {
    let timeline = order["timeline"].as_array().expect("a timeline");
    timeline
        .iter()
        .map(|entry| entry["verb"].as_str().expect("a verb"))
        .collect()
}

/// The rules that are due, with their instants.
pub fn due(order: &Json) -> Vec<(&str, i64)> {
    let deadlines = order["deadlines"].as_array().expect("deadlines");
    deadlines
        .iter()
        .map(|line| {
            let rule = line["rule_key"].as_str().expect("a rule");
            (rule, line["due_at"].as_i64().expect("an instant"))
        })
        .collect()
}
