//! What an answer to an alarm does: whom it silences, and what it owes.

use serde_json::{Value as Json, json};
use zhishou_platform::sql;

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, for_each_engine};

const LEFT: &str = "post_left_for_emergency";
const ARRIVAL: &str = "coverage.arrival";

/// What rings for a person about one thing: the kind of the alert or the rule of a deadline.
async fn ringing(h: &Harness, day: &DutyDay, login: &str, what: &str) -> Vec<Json> {
    let heard = h.as_(login).await.get(&day.path("alerts")).await.ok();
    let all = heard.as_array().expect("a list").iter();
    let about = |alert: &&Json| {
        alert["answered_at"].is_null() && (alert["kind"] == what || alert["rule_key"] == what)
    };
    all.filter(about).cloned().collect()
}

/// Answers the first such alert that rings for a person.
async fn answers(h: &Harness, day: &DutyDay, (login, what): (&str, &str), answer: &str) {
    let alert = ringing(h, day, login, what).await.remove(0);
    let id = alert["id"].as_str().expect("an id");
    let path = day.path(&format!("alerts/{id}/answer"));
    let answer = json!({ "answer": answer });
    let answered = h.as_(login).await.post(&path, answer).await;
    assert_eq!(answered.status.as_u16(), 204);
}

async fn who_hears(h: &Harness, day: &DutyDay, what: &str) -> Vec<&'static str> {
    let mut hear = Vec::new();
    for login in ["repairer_wang", "leader_liu", "supervisor_he", "guard_sun"] {
        if !ringing(h, day, login, what).await.is_empty() {
            hear.push(login);
        }
    }
    hear
}

/// 22:40: Wang, who stands the desk alone, has left for a burst pipe.
async fn desk_left(h: &Harness) -> (DutyDay, Client) {
    let (day, mut wang) = DutyDay::with_wang_at_night(h).await;
    h.clock.set("2026-11-24T22:40");
    h.tick().await;
    let leave = day.at("desk", "leave_for_emergency");
    let reason = json!({ "reason": "3栋爆管" });
    wang.post(&leave, reason).await.ok();
    (day, wang)
}

async fn tick_at(h: &Harness, time: &str) {
    h.clock.set(time);
    h.tick().await;
}

/// The outcome and the reason of each arrival, in the order in which they were owed.
async fn arrivals(h: &Harness) -> Vec<(String, Option<String>)> {
    let mut reader = h.app.platform().read().await.expect("a reader");
    let text = "SELECT outcome AS value FROM obligation WHERE rule_key = 'coverage.arrival' \
                ORDER BY owed_at, id";
    let outcomes: Vec<(String,)> = sql(text).all(&mut reader).await.expect("outcomes");
    let text = "SELECT reason AS value FROM obligation WHERE rule_key = 'coverage.arrival' \
                ORDER BY owed_at, id";
    let reasons: Vec<(Option<String>,)> = sql(text).all(&mut reader).await.expect("reasons");
    let pairs = outcomes.into_iter().zip(reasons);
    pairs
        .map(|((outcome,), (reason,))| (outcome, reason))
        .collect()
}

#[tokio::test]
async fn who_only_takes_note_of_an_alarm_leaves_it_ringing_for_the_others() {
    for_each_engine(async |h| {
        let (day, _) = desk_left(&h).await;
        assert_eq!(
            who_hears(&h, &day, LEFT).await,
            ["leader_liu", "supervisor_he"]
        );
        answers(&h, &day, ("leader_liu", LEFT), "received").await;
        assert_eq!(who_hears(&h, &day, LEFT).await, ["supervisor_he"]);
        answers(&h, &day, ("supervisor_he", LEFT), "by_phone").await;
        assert_eq!(who_hears(&h, &day, LEFT).await, Vec::<&str>::new());
        assert_eq!(arrivals(&h).await, Vec::new(), "nobody said they come");
    })
    .await;
}

#[tokio::test]
async fn who_answered_on_my_way_and_does_not_come_is_called_and_so_are_the_others() {
    for_each_engine(async |h| {
        let (day, mut wang) = desk_left(&h).await;
        h.clock.set("2026-11-24T22:42");
        answers(&h, &day, ("supervisor_he", LEFT), "coming").await;
        assert_eq!(who_hears(&h, &day, LEFT).await, Vec::<&str>::new());
        tick_at(&h, "2026-11-24T22:51").await;
        assert_eq!(who_hears(&h, &day, ARRIVAL).await, Vec::<&str>::new());
        tick_at(&h, "2026-11-24T22:52").await;
        assert_eq!(who_hears(&h, &day, ARRIVAL).await, ["supervisor_he"]);
        tick_at(&h, "2026-11-24T22:53").await;
        assert_eq!(
            who_hears(&h, &day, ARRIVAL).await,
            ["leader_liu", "supervisor_he"]
        );
        h.clock.set("2026-11-24T22:58");
        wang.post(&day.at("desk", "return"), json!({})).await.ok();
        assert_eq!(who_hears(&h, &day, ARRIVAL).await, Vec::<&str>::new());
        assert_eq!(arrivals(&h).await, [("discharged".to_owned(), None)]);
    })
    .await;
}

#[tokio::test]
async fn who_is_on_the_way_need_not_come_when_somebody_is_back_or_stands_in() {
    for_each_engine(async |h| {
        let (day, mut wang) = desk_left(&h).await;
        answers(&h, &day, ("leader_liu", LEFT), "coming").await;
        h.clock.set("2026-11-24T22:45");
        wang.post(&day.at("desk", "return"), json!({})).await.ok();
        let withdrawn = |why: &str| ("withdrawn".to_owned(), Some(why.to_owned()));
        assert_eq!(arrivals(&h).await, [withdrawn("岗位已有人在位")]);
        // An hour later he is called away again, and a guard accepts after the leader has answered.
        h.clock.set("2026-11-24T23:45");
        let leave = day.at("desk", "leave_for_emergency");
        let left = wang.post(&leave, json!({})).await.ok();
        answers(&h, &day, ("leader_liu", LEFT), "coming").await;
        let relief = left["reliefs"][0]["relief_id"].as_str().expect("asked");
        h.clock.set("2026-11-24T23:46");
        let accept = day.path(&format!("reliefs/{relief}/accept"));
        let mut sun = h.as_("guard_sun").await;
        sun.post(&accept, json!({ "there": false })).await.ok();
        let owed = arrivals(&h).await;
        assert_eq!(owed[1], withdrawn("岗位已由他人负责"));
        assert_eq!(owed[2], ("open".to_owned(), None), "the guard's own");
        tick_at(&h, "2026-11-25T00:10").await;
        assert!(!ringing(&h, &day, "guard_sun", ARRIVAL).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn one_answer_serves_for_one_step_also_when_several_went_out_after_a_pause() {
    for_each_engine(async |h| {
        let (day, _) = desk_left(&h).await;
        h.clock.set("2026-11-24T22:42");
        answers(&h, &day, ("supervisor_he", LEFT), "coming").await;
        // The program stood still from then on: who is late and the others are called at once.
        tick_at(&h, "2026-11-24T23:00").await;
        assert_eq!(
            who_hears(&h, &day, ARRIVAL).await,
            ["leader_liu", "supervisor_he"]
        );
        let own = ringing(&h, &day, "supervisor_he", ARRIVAL).await;
        assert_eq!(own.len(), 2, "by name and by role");
        // Which of her two she answers is told by what rings on.
        answers(&h, &day, ("supervisor_he", ARRIVAL), "by_phone").await;
        let left = ringing(&h, &day, "supervisor_he", ARRIVAL).await;
        assert_eq!(left.len(), 1, "the other step still rings");
    })
    .await;
}
