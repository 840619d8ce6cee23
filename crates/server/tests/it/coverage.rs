//! Coverage 在岗 from outside: who holds the desk through a day and a night of R01.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{PIN, for_each_engine};

#[tokio::test]
async fn r01_6_desk_is_never_empty() {
    for_each_engine(async |h| {
        let (day, mut wang) = DutyDay::with_wang_at_night(&h).await;
        day.sign_in(&h, &mut h.as_("guard_chen").await, "south_gate")
            .await;
        h.clock.set("2026-11-24T21:10");
        // 21:10 not urgent: refused, and the sentence says what to do.
        let refused = wang.post(&day.at("desk", "leave"), json!({})).await;
        assert!(
            refused.json()["detail"]
                .as_str()
                .expect("a sentence")
                .contains("请发起代值")
        );
        assert_eq!(refused.refused(422), "relief_needed");
        // 22:40 burst pipe: never blocked.
        h.clock.set("2026-11-24T22:40");
        let left = wang
            .post(
                &day.at("desk", "leave_for_emergency"),
                json!({ "reason": "3栋爆管" }),
            )
            .await
            .ok();
        assert_eq!(
            left["unattended_since_at"],
            json!(crate::harness::at("2026-11-24T22:40"))
        );
        assert_eq!(left["answers_person_id"], day.person("repairer_wang"));
        let gap = &left["gap"];
        assert_eq!(gap["kind"], "unattended");
        let relief = left["reliefs"][0]["relief_id"]
            .as_str()
            .expect("everybody is asked")
            .to_owned();
        // The guard sees it on the phone and comes.
        let mut sun = h.as_("guard_sun").await;
        let mine = sun.get(&day.path("coverage/mine")).await.ok();
        assert_eq!(mine["asked_reliefs"][0]["relief_id"], json!(relief));
        h.clock.set("2026-11-24T22:43");
        let accept = day.path(&format!("reliefs/{relief}/accept"));
        let taken = sun.post(&accept, json!({ "there": false })).await.ok();
        assert_eq!(taken["answers_person_id"], day.person("guard_sun"));
        assert!(
            !taken["unattended_since_at"].is_null(),
            "on the way is not there"
        );
        h.clock.set("2026-11-24T22:46");
        let there = sun.post(&day.at("desk", "return"), json!({})).await.ok();
        assert!(there["unattended_since_at"].is_null());
        let second = h.as_("guard_chen").await.post(&accept, json!({})).await;
        assert_eq!(second.refused(422), "relief_not_waiting");
        // The desk is returned.
        h.clock.set("2026-11-24T23:20");
        let end = day.path(&format!("reliefs/{relief}/end"));
        let back = wang.post(&end, json!({})).await.ok();
        assert_eq!(back["answers_person_id"], day.person("repairer_wang"));
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["unattended_minutes_today"], 6);
    })
    .await;
}

#[tokio::test]
async fn r01_8_sign_in_fifteen_minutes_early() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T07:30");
        let early = zhang.post(&day.at("desk", "sign_in"), json!({})).await;
        assert_eq!(early.refused(422), "sign_in_too_early");
        h.clock.set("2026-11-24T08:45");
        let timely = day.sign_in(&h, &mut zhang, "desk").await;
        assert!(timely["late_minutes"].is_null());
        h.clock.set("2026-11-24T08:50");
        let late = day.sign_in(&h, &mut h.as_("clerk_li").await, "desk").await;
        assert_eq!(late["late_minutes"], 5);
        assert_eq!(late["waits"], true);
        let twice = zhang.post(&day.at("desk", "sign_in"), json!({})).await;
        assert_eq!(twice.refused(422), "already_signed_in");
        let guard = h
            .as_("guard_chen")
            .await
            .post(&day.at("desk", "sign_in"), json!({}))
            .await;
        assert_eq!(guard.refused(422), "not_rostered");
    })
    .await;
}

#[tokio::test]
async fn r01_2_noon_passes_by_one_tap_on_the_shared_screen() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut desk = h.as_("front_desk_wu").await;
        h.clock.set("2026-11-24T09:00");
        day.sign_in(&h, &mut desk, "desk").await;
        day.sign_in(&h, &mut h.as_("clerk_zhang").await, "desk")
            .await;
        h.clock.set("2026-11-24T11:30");
        let zhang = day.person("clerk_zhang");
        let tap = |pin: &str| json!({ "person_id": zhang, "pin": pin });
        let wrong = desk
            .post(&day.at("desk", "change_holder"), tap("0000"))
            .await;
        assert_eq!(wrong.refused(422), "pin_wrong");
        let noon = desk
            .post(&day.at("desk", "change_holder"), tap(PIN))
            .await
            .ok();
        assert_eq!(noon["answers_person_id"], zhang);
        assert_eq!(noon["current_duty"]["shift"], "noon");
        h.clock.set("2026-11-24T13:30");
        let back = desk
            .post(&day.at("desk", "change_holder"), json!({}))
            .await
            .ok();
        assert_eq!(back["answers_person_id"], day.person("front_desk_wu"));
    })
    .await;
}

#[tokio::test]
async fn r16_5_leaving_needs_a_replacement_first() {
    for_each_engine(async |h| {
        let (day, mut wang) = DutyDay::with_wang_at_night(&h).await;
        let ask = json!({ "asked_id": day.person("repairer_zhao"), "reason": "取工具" });
        let asked = wang
            .post(&day.at("desk", "reliefs"), ask.clone())
            .await
            .ok();
        assert_eq!(asked["answers_person_id"], day.person("repairer_wang"));
        let again = wang.post(&day.at("desk", "reliefs"), ask).await;
        assert_eq!(again.refused(422), "relief_already_asked");
        let relief = asked["reliefs"][0]["relief_id"]
            .as_str()
            .expect("asked")
            .to_owned();
        let mut zhao = h.as_("repairer_zhao").await;
        let accept = day.path(&format!("reliefs/{relief}/accept"));
        let not_here = zhao.post(&accept, json!({})).await;
        assert_eq!(not_here.refused(422), "not_on_duty");
        day.sign_in(&h, &mut zhao, "desk").await;
        zhao.post(&accept, json!({})).await.ok();
        wang.post(&day.at("desk", "leave"), json!({})).await.ok();
        let last = zhao.post(&day.at("desk", "leave"), json!({})).await;
        assert_eq!(last.refused(422), "relief_needed");
    })
    .await;
}

#[tokio::test]
async fn a_relief_by_voice_is_confirmed_in_ten_minutes_or_goes_back() {
    for_each_engine(async |h| {
        let (day, mut wang) = DutyDay::with_wang_at_night(&h).await;
        let left = wang
            .post(&day.at("desk", "leave_for_emergency"), json!({}))
            .await
            .ok();
        let relief = left["reliefs"][0]["relief_id"]
            .as_str()
            .expect("asked")
            .to_owned();
        let accept = day.path(&format!("reliefs/{relief}/accept"));
        let by_voice = json!({ "by_voice_of_id": day.person("guard_sun"), "there": false });
        let taken = wang.post(&accept, by_voice).await.ok();
        assert_eq!(taken["answers_person_id"], day.person("guard_sun"));
        h.clock.set("2026-11-24T21:06");
        h.tick().await;
        let desk = day.coverage(&mut wang, "desk").await;
        assert_eq!(desk["answers_person_id"], day.person("repairer_wang"));
        assert_eq!(desk["reliefs"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn r08_2_7_the_line_is_given_accepted_and_returned() {
    for_each_engine(async |h| {
        let (day, mut wang) = DutyDay::with_wang_at_night(&h).await;
        let mut chen = h.as_("guard_chen").await;
        let to_gate = json!({ "to_post_id": day.post("south_gate") });
        let nobody = wang
            .post(&day.at("desk", "transfer_line"), to_gate.clone())
            .await;
        assert_eq!(nobody.refused(422), "line_unanswered");
        day.sign_in(&h, &mut chen, "south_gate").await;
        let given = wang
            .post(&day.at("desk", "transfer_line"), to_gate)
            .await
            .ok();
        assert_eq!(given["answers_person_id"], day.person("repairer_wang"));
        let mine = chen.get(&day.path("coverage/mine")).await.ok();
        assert_eq!(mine["asked_lines"][0]["post_id"], day.post("desk"));
        let taken = chen
            .post(&day.at("desk", "accept_line"), json!({}))
            .await
            .ok();
        assert_eq!(taken["answers_person_id"], day.person("guard_chen"));
        assert_eq!(taken["hold"]["via_post_id"], day.post("south_gate"));
        let back = wang
            .post(&day.at("desk", "return_line"), json!({}))
            .await
            .ok();
        assert_eq!(back["answers_person_id"], day.person("repairer_wang"));
    })
    .await;
}

#[tokio::test]
async fn a_gap_is_raised_at_once_and_names_who_can_fill_it() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        h.clock.set("2026-11-24T08:50");
        h.tick().await;
        let mut leader = h.as_("leader_liu").await;
        let desk = day.coverage(&mut leader, "desk").await;
        assert_eq!(desk["gap"]["kind"], "nobody_holds");
        let named = desk["gap"]["candidates"]
            .as_array()
            .expect("candidates")
            .clone();
        assert!(
            named
                .iter()
                .any(|c| c["person_id"] == day.person("leader_liu"))
        );
        let body = json!({
            "person_id": day.person("clerk_li"), "there": true, "reason": "夜班人员突发疾病"
        });
        let clerk = h
            .as_("clerk_li")
            .await
            .post(&day.at("desk", "resolve"), body.clone())
            .await;
        assert_eq!(clerk.status.as_u16(), 403);
        let named = leader.post(&day.at("desk", "resolve"), body).await.ok();
        assert_eq!(named["answers_person_id"], day.person("clerk_li"));
        assert!(named["gap"].is_null() || named["gap"]["kind"] == "nobody_signed_in");
    })
    .await;
}

#[tokio::test]
async fn another_community_sees_and_moves_nothing() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        let elsewhere = format!("/api/c/{}", uuid::Uuid::nil());
        for path in ["coverage", "coverage/mine"] {
            let answer = wang.get(&format!("{elsewhere}/{path}")).await;
            assert_eq!(answer.status.as_u16(), 404, "{path}");
        }
        let desk = day.post("desk");
        let desk = desk.as_str().expect("an id");
        for act in ["sign_in", "leave", "leave_for_emergency", "return", "close"] {
            let answer = wang
                .post(&format!("{elsewhere}/posts/{desk}/{act}"), json!({}))
                .await;
            assert_eq!(answer.status.as_u16(), 404, "{act}");
        }
        let unknown = wang
            .post(
                &day.path(&format!("posts/{}/sign_in", uuid::Uuid::nil())),
                json!({}),
            )
            .await;
        assert_eq!(unknown.refused(422), "unknown_post");
    })
    .await;
}

#[tokio::test]
async fn a_repeated_request_signs_in_once() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T08:45");
        let key = "0192f0c1-2b7e-7c3a-9d7e-000000000001";
        let mut answers: Vec<Json> = Vec::new();
        for _ in 0..2 {
            let path = day.at("desk", "sign_in");
            let headers = [("idempotency-key", key)];
            let answer = zhang
                .send(axum::http::Method::POST, &path, Some(json!({})), &headers)
                .await;
            answers.push(answer.ok());
        }
        assert_eq!(answers[0], answers[1]);
    })
    .await;
}

async fn count(h: &crate::harness::Harness, what: &'static str) -> i64 {
    let mut reader = h.app.platform().read().await.expect("a reader");
    let (count,): (i64,) = zhishou_platform::sql(what)
        .one(&mut reader)
        .await
        .expect("a count");
    count
}

const LATE: &str = "SELECT COUNT(*) AS value FROM finding WHERE kind = 'coverage.sign_in'";

#[tokio::test]
async fn r06_13_coming_late_is_a_finding_of_who_the_roster_names() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut supervisor = h.as_("supervisor_he").await;
        let month = json!({ "post_id": day.post("desk"), "month": "2026-12" });
        let roster = supervisor.post(&day.path("rosters"), month).await.ok();
        let at = |rest: &str| {
            day.path(&format!(
                "rosters/{}/{rest}",
                roster["id"].as_str().expect("an id")
            ))
        };
        let fill = json!({ "version": roster["version"], "filling": { "method": "rotate" } });
        let filled = supervisor.post(&at("fill"), fill).await.ok();
        let publish = json!({ "version": filled["version"], "warnings_confirmed": true });
        supervisor.post(&at("publish"), publish).await.ok();
        let cells = filled["cells"].as_array().expect("cells");
        let first = cells
            .iter()
            .find(|cell| cell["date"] == "2026-12-01" && cell["shift"] == "day")
            .expect("the first day")["person_id"]
            .clone();
        let clerks = ["clerk_zhang", "clerk_li", "front_desk_wu"];
        let named = clerks
            .iter()
            .find(|login| day.person(login) == first)
            .expect("a clerk");
        let other = clerks
            .iter()
            .find(|login| day.person(login) != first)
            .expect("another");
        h.clock.set("2026-12-01T08:40");
        h.tick().await;
        let refused = h
            .as_(other)
            .await
            .post(&day.at("desk", "sign_in"), json!({}))
            .await;
        // The other clerk is on the roster of another day, if at all.
        let code = refused.refused(422);
        assert!(
            code == "not_rostered" || code == "sign_in_too_early",
            "{code}"
        );
        assert_eq!(count(&h, LATE).await, 0);
        h.clock.set("2026-12-01T08:46");
        h.tick().await;
        assert_eq!(count(&h, LATE).await, 1);
        h.clock.set("2026-12-01T08:50");
        let late = day.sign_in(&h, &mut h.as_(named).await, "desk").await;
        assert_eq!(late["late_minutes"], 5);
        assert_eq!(count(&h, LATE).await, 1, "one finding, not two");
    })
    .await;
}

#[tokio::test]
async fn an_emergency_rings_guards_gate_and_leader_and_passing_time_the_leader_again() {
    for_each_engine(async |h| {
        let (day, mut wang) = DutyDay::with_wang_at_night(&h).await;
        day.sign_in(&h, &mut h.as_("guard_chen").await, "south_gate")
            .await;
        wang.post(&day.at("desk", "leave_for_emergency"), json!({}))
            .await
            .ok();
        let rung = "SELECT COUNT(*) AS value FROM alert WHERE kind = 'post_left_for_emergency' \
                    AND (target_kind = 'post' OR target_key = 'shift_leader')";
        assert_eq!(count(&h, rung).await, 2, "the gate and the leader");
        // Nobody hands the desk over in the morning: the leader is called.
        h.clock.set("2026-11-25T09:16");
        h.tick().await;
        let overdue = "SELECT COUNT(*) AS value FROM alert WHERE kind = 'obligation_due' \
                       AND target_key = 'shift_leader'";
        assert!(count(&h, overdue).await >= 1);
    })
    .await;
}
