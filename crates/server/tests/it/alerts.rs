//! Alerts that several people hear: who was first, and what still rings.

use serde_json::{Value as Json, json};
use uuid::Uuid;
use zhishou_app::Action;
use zhishou_base::{Actor, Span, SubjectId};
use zhishou_platform::{Act, AppError, Entry, Ring, Target, Urgency};
use zhishou_rules::access::{Role, Verb};

use crate::harness::{Client, Community, Harness, for_each_engine};

/// Rings all guards so many times, and does at once what the rings called for.
#[derive(serde::Serialize)]
struct RingGuards {
    kind: &'static str,
    times: usize,
    done: bool,
}

const SUBJECT: SubjectId = SubjectId(Uuid::from_u128(5));

impl Action for RingGuards {
    type Outcome = ();
    const NAME: &'static str = "test.ring_guards";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        for _ in 0..self.times {
            act.ring(Ring {
                target: Target::Role(Role::Guard.as_str().to_owned()),
                urgency: Urgency::Urgent,
                kind: self.kind,
                subject_kind: "gate",
                subject: SUBJECT,
                post: None,
                body: json!({ "number": "南门" }),
            })
            .await?;
        }
        if self.done {
            act.stop_rings(self.kind, SUBJECT).await?;
        }
        act.record(Entry::new("test.guards_rung").subject("gate", SUBJECT))
            .await
            .map(drop)
    }
}

async fn ring(h: &Harness, c: &Community, action: RingGuards) {
    let rung = h.app.perform_by(Actor::OPERATOR, c.id, &action).await;
    rung.expect("it rings");
}

const GATE_STUCK: RingGuards = RingGuards {
    kind: "gate_stuck",
    times: 1,
    done: false,
};

async fn heard(who: &mut Client, c: &Community) -> Vec<Json> {
    let alerts = who.get(&format!("{}/alerts", c.path)).await.ok();
    alerts.as_array().expect("a list").clone()
}

fn answer_path(c: &Community, alert: &Json) -> String {
    let id = alert["id"].as_str().expect("an id");
    format!("{}/alerts/{id}/answer", c.path)
}

#[tokio::test]
async fn who_answers_second_is_told_who_was_first() {
    for_each_engine(async |h| {
        let c = h.community().await;
        ring(&h, &c, GATE_STUCK).await;
        let (mut chen, mut sun) = (h.as_("guard_chen").await, h.as_("guard_sun").await);
        let alert = heard(&mut chen, &c).await.remove(0);
        assert_eq!(alert["urgency"], "urgent");
        assert_eq!(alert["number"], "南门");
        let path = answer_path(&c, &alert);
        chen.post(&path, json!({ "answer": "coming" })).await.ok();
        let second = sun.post(&path, json!({ "answer": "by_phone" })).await;
        let detail = second.json()["detail"].to_string();
        assert_eq!(second.refused(422), "alert_answered");
        assert!(detail.contains("陈勇"), "{detail}");
        assert!(detail.contains("马上到场"), "{detail}");
        let seen = heard(&mut sun, &c).await.remove(0);
        assert_eq!(seen["answered_by_name"], "陈勇");
        assert_eq!(seen["answer"], "coming");
        // The clerk does not hear what rings the guards.
        let mut clerk = h.as_("clerk_zhang").await;
        assert_eq!(heard(&mut clerk, &c).await.len(), 0);
        let by_clerk = clerk.post(&path, json!({ "answer": "received" })).await;
        assert_eq!(by_clerk.refused(404), "not_found");
    })
    .await;
}

#[tokio::test]
async fn an_answer_sent_twice_by_a_bad_line_is_one_answer() {
    for_each_engine(async |h| {
        let c = h.community().await;
        ring(&h, &c, GATE_STUCK).await;
        let mut chen = h.as_("guard_chen").await;
        let alert = heard(&mut chen, &c).await.remove(0);
        let path = answer_path(&c, &alert);
        let key = Uuid::from_u128(41).to_string();
        for _ in 0..2 {
            let headers = [("idempotency-key", key.as_str())];
            let body = Some(json!({ "answer": "received" }));
            let post = axum::http::Method::POST;
            let answer = chen.send(post, &path, body, &headers).await;
            assert_eq!(answer.status.as_u16(), 204);
        }
        let id: SubjectId = alert["id"].as_str().expect("an id").parse().expect("an id");
        let mut reader = h.app.platform().read().await.expect("a reader");
        let lines = zhishou_platform::ledger::entries_of_subject(&mut reader, c.id, "alert", id)
            .await
            .expect("lines");
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].verb, "notify.alert_answered");
        assert_eq!(lines[0].body["answer"], "received");
    })
    .await;
}

#[tokio::test]
async fn what_still_rings_is_not_hidden_behind_much_that_was_answered() {
    for_each_engine(async |h| {
        let c = h.community().await;
        ring(&h, &c, GATE_STUCK).await;
        let mut chen = h.as_("guard_chen").await;
        let oldest = heard(&mut chen, &c).await.remove(0);
        h.clock.0.advance(Span::minutes(1));
        let much = RingGuards {
            kind: "gate_checked",
            times: 120,
            done: true,
        };
        ring(&h, &c, much).await;
        let shown = heard(&mut chen, &c).await;
        assert_eq!(shown[0]["id"], oldest["id"]);
        assert_eq!(shown[0]["answered_at"], Json::Null);
        assert_eq!(shown.len(), 100);
        assert!(
            shown[1..]
                .iter()
                .all(|alert| alert["answered_at"] != Json::Null)
        );
        // What was done is no answer of a person's: whoever answers late hears that it is settled.
        let path = answer_path(&c, &shown[1]);
        let late = chen.post(&path, json!({ "answer": "coming" })).await;
        let detail = late.json()["detail"].to_string();
        assert_eq!(late.refused(422), "alert_answered");
        assert!(detail.contains("已办"), "{detail}");
    })
    .await;
}

/// Calls a person of the guards, the guards and the leaders about one thing, as an alarm does.
#[derive(serde::Serialize)]
struct CallAround(zhishou_base::PersonId);

impl Action for CallAround {
    type Outcome = ();
    const NAME: &'static str = "test.call_around";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let role = |role: Role| Target::Role(role.as_str().to_owned());
        let targets = [
            Target::Person(self.0),
            role(Role::Guard),
            role(Role::ShiftLeader),
        ];
        for target in targets {
            act.ring(Ring {
                target,
                urgency: Urgency::Urgent,
                kind: "gate_stuck",
                subject_kind: "gate",
                subject: SUBJECT,
                post: None,
                body: json!({}),
            })
            .await?;
        }
        act.record(Entry::new("test.called_around").subject("gate", SUBJECT))
            .await
            .map(drop)
    }
}

#[tokio::test]
async fn one_who_comes_is_enough_whoever_else_was_called_in_another_way() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let (mut chen, mut sun) = (h.as_("guard_chen").await, h.as_("guard_sun").await);
        let mine = chen.get(&format!("{}/coverage/mine", c.path)).await.ok();
        let person = mine["person_id"].as_str().expect("an id");
        let calling = CallAround(person.parse().expect("an id"));
        let called = h.app.perform_by(Actor::OPERATOR, c.id, &calling).await;
        called.expect("it rings");
        h.clock.0.advance(Span::minutes(1));
        ring(&h, &c, GATE_STUCK).await;
        let of_first = heard(&mut sun, &c).await.remove(1);
        let path = answer_path(&c, &of_first);
        sun.post(&path, json!({ "answer": "coming" })).await.ok();
        let mut leader = h.as_("leader_liu").await;
        let told = heard(&mut leader, &c).await.remove(0);
        assert_eq!(told["answer"], "coming");
        // Chen was called by name and as a guard; only what rang later still rings.
        let answered = |alert: &&Json| !alert["answered_at"].is_null();
        let of_chen = heard(&mut chen, &c).await;
        assert_eq!(of_chen.len(), 3);
        assert_eq!(of_chen.iter().filter(answered).count(), 2);
    })
    .await;
}
