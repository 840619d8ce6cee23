//! Cases from outside 外部转办 from outside: 12345, the street office, headquarters.

mod erasing;
mod refusals;
mod thread;

use axum::http::Method;
use serde_json::{Value as Json, json};
use zhishou_base::{Instant, Span};

use crate::duty_day::DutyDay;
use crate::harness::{Answer, Client, Harness, at};

const PHOTO: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F'];

/// The desk of a day, with who works at it and who leads.
pub struct Cases {
    /// The day.
    pub day: DutyDay,
    /// 张丽, at the desk.
    pub zhang: Client,
    /// 陈勇, a guard: takes and replies, and decides nothing.
    pub chen: Client,
}

impl Cases {
    /// Tuesday, 09:10, with one home.
    pub async fn begin(h: &Harness) -> Self {
        let day = DutyDay::begin(h).await;
        let homes = json!([{ "building": "3栋", "unit": "2单元", "number": "1201",
            "residents": [{ "name": "单雄信", "phone": "13800001234", "relation": "owner" }] }]);
        let mut manager = h.as_("manager").await;
        manager.post(&day.path("rooms"), homes).await.ok();
        let cases = Self {
            zhang: h.as_("clerk_zhang").await,
            chen: h.as_("guard_chen").await,
            day,
        };
        h.clock.set("2026-11-24T09:10");
        cases
    }

    /// Takes a case.
    pub async fn take(&mut self, case: Json) -> Json {
        self.zhang
            .post(&self.day.path("external-cases"), case)
            .await
            .ok()
    }

    /// The path of a case, or of a step of it.
    pub fn at(&self, case: &Json, step: &str) -> String {
        let id = case["id"].as_str().expect("an id");
        let path = self.day.path(&format!("external-cases/{id}/{step}"));
        path.trim_end_matches('/').to_owned()
    }

    /// A step of the desk.
    pub async fn step(&mut self, case: &Json, step: &str, body: Json) -> Answer {
        let path = self.at(case, step);
        self.zhang.post(&path, body).await
    }

    /// The case as it stands.
    pub async fn show(&mut self, case: &Json) -> Json {
        let path = self.at(case, "");
        self.zhang.get(&path).await.ok()
    }

    /// Adds a photo.
    pub async fn prove(&mut self, case: &Json) -> Answer {
        let headers = [("x-zhishou", "1"), ("content-type", "text/html")];
        let path = self.at(case, "photos");
        self.zhang
            .send_bytes(Method::POST, &path, PHOTO.to_vec(), &headers)
            .await
    }

    /// Days later: what is due has been called, and who was signed in signs in anew.
    pub async fn later(&mut self, h: &Harness, local: &str) {
        // Nobody stood on any post, so there is more to be missed than the engine does at a look.
        for minutes in 0..4 {
            h.clock.0.set(at(local) + Span::minutes(minutes));
            h.tick().await;
        }
        self.zhang = h.as_("clerk_zhang").await;
    }

    /// How many replies were missed on a day, by its report.
    pub async fn missed(&self, h: &Harness, date: &str) -> usize {
        let path = self.day.path(&format!("reports/day?date={date}"));
        let report = h.as_("manager").await.get(&path).await.ok();
        let missed = report["missed"].as_array().expect("missed deadlines");
        missed
            .iter()
            .filter(|one| one["rule_key"] == "externalcase.reply")
            .count()
    }

    /// How often a person is called about replies at this moment.
    pub async fn rings(&self, h: &Harness, login: &str) -> usize {
        let path = self.day.path("alerts");
        let alerts = h.as_(login).await.get(&path).await.ok();
        let about = |alert: &&Json| {
            alert["rule_key"] == "externalcase.reply" && alert["answered_at"].is_null()
        };
        alerts
            .as_array()
            .expect("alerts")
            .iter()
            .filter(about)
            .count()
    }

    /// A case that was replied to at once, with a photo.
    pub async fn replied(&mut self) -> Json {
        let case = self.take(street_lamp()).await;
        self.prove(&case).await.ok();
        let reply = json!({ "reply": "路灯已修复，已电话告知来电人" });
        self.step(&case, "reply", reply).await.ok()
    }
}

/// What 12345 sent: due on Friday at five.
pub fn street_lamp() -> Json {
    json!({ "source": "hotline", "external_number": "20261124008231",
        "received_at": at("2026-11-24T09:00"), "due_at": due(),
        "content": "3 栋楼下路灯不亮已一周", "room": "3栋2单元1201",
        "caller_name": "单雄信", "caller_phone": "138-0000-1234" })
}

fn due() -> Instant {
    at("2026-11-27T17:00")
}

fn verbs(case: &Json) -> Vec<&str> {
    let timeline = case["timeline"].as_array().expect("a timeline");
    timeline
        .iter()
        .map(|entry| entry["verb"].as_str().expect("a verb"))
        .collect()
}
