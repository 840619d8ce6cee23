//! Alerts addressed to a post ring for whoever answers for it, wherever they stand.

use serde_json::{Value as Json, json};
use uuid::Uuid;
use zhishou_app::Action;
use zhishou_base::{Actor, PostId, SubjectId};
use zhishou_platform::{Act, AppError, Entry, Ring, Target, Urgency};
use zhishou_rules::access::Verb;

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, for_each_engine};

const SUBJECT: SubjectId = SubjectId(Uuid::from_u128(6));

#[derive(serde::Serialize)]
struct RingPost(PostId);

impl Action for RingPost {
    type Outcome = ();
    const NAME: &'static str = "test.ring_post";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        act.ring(Ring {
            target: Target::Post(self.0),
            urgency: Urgency::Urgent,
            kind: "lift_stuck",
            subject_kind: "lift",
            subject: SUBJECT,
            post: Some(self.0),
            body: json!({ "number": "3栋" }),
        })
        .await?;
        act.record(Entry::new("test.post_rung").subject("lift", SUBJECT))
            .await
            .map(drop)
    }
}

async fn ring(h: &Harness, day: &DutyDay, post: &str) {
    let id = day.post(post);
    let id: PostId = id.as_str().expect("an id").parse().expect("an id");
    let action = RingPost(id);
    let rung = h
        .app
        .perform_by(Actor::OPERATOR, day.community.id, &action)
        .await;
    rung.expect("it rings");
}

async fn rings_of(who: &mut Client, day: &DutyDay) -> Vec<Json> {
    let heard = who.get(&day.path("alerts")).await.ok();
    let heard = heard.as_array().expect("a list");
    let of_lift = heard.iter().filter(|alert| alert["kind"] == "lift_stuck");
    of_lift.cloned().collect()
}

#[tokio::test]
async fn while_the_line_is_at_the_gate_the_guard_hears_what_rings_the_desk() {
    for_each_engine(async |h| {
        let (day, mut wang) = DutyDay::with_wang_at_night(&h).await;
        let mut chen = h.as_("guard_chen").await;
        day.sign_in(&h, &mut chen, "south_gate").await;
        day.line_goes_to_the_gate(&mut wang, &mut chen).await;
        ring(&h, &day, "desk").await;
        h.clock.set("2026-11-24T20:56");
        ring(&h, &day, "south_gate").await;
        let heard = rings_of(&mut chen, &day).await;
        let posts: Vec<&Json> = heard.iter().map(|alert| &alert["post_id"]).collect();
        assert_eq!(heard.len(), 2, "{posts:?}");
        assert!(posts.contains(&&day.post("desk")), "{posts:?}");
        assert!(posts.contains(&&day.post("south_gate")), "{posts:?}");
        for alert in &heard {
            let id = alert["id"].as_str().expect("an id");
            let path = day.path(&format!("alerts/{id}/answer"));
            chen.post(&path, json!({ "answer": "coming" })).await.ok();
        }
        // The line comes back, and so do the alerts.
        wang.post(&day.at("desk", "return_line"), json!({}))
            .await
            .ok();
        ring(&h, &day, "desk").await;
        let open = |heard: Vec<Json>| {
            let mut rings = heard.into_iter();
            rings.any(|one| one["answered_at"] == Json::Null && one["post_id"] == day.post("desk"))
        };
        assert!(open(rings_of(&mut wang, &day).await));
        assert!(!open(rings_of(&mut chen, &day).await));
    })
    .await;
}
