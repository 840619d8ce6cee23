//! Duty log 值班台账 from outside.

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::harness::{Client, at, for_each_engine};

async fn log(day: &DutyDay, who: &mut Client, more: &str) -> Json {
    let post = day.post("desk");
    let path = format!("dutylog?post_id={}{more}", post.as_str().expect("an id"));
    who.get(&day.path(&path)).await.ok()
}

fn verbs(page: &Json) -> Vec<String> {
    let items = page["items"].as_array().expect("items");
    items
        .iter()
        .map(|line| line["verb"].as_str().expect("a verb").to_owned())
        .collect()
}

#[tokio::test]
async fn r21_4_the_diary_of_a_shift_is_the_ledger_seen_by_shift() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T08:45");
        let signed = day.sign_in(&h, &mut zhang, "desk").await;
        h.clock.set("2026-11-24T10:00");
        let entry = json!({
            "post_id": day.post("desk"), "section": "equipment", "text": "2 号电梯检修"
        });
        zhang.post(&day.path("dutylog"), entry).await.ok();
        let duty = signed["duty_id"].as_str().expect("an id");
        let page = log(&day, &mut zhang, &format!("&duty_id={duty}")).await;
        let seen = verbs(&page);
        // Signed in before the shift began, and yet in its log.
        assert!(seen.contains(&"coverage.signed_in".to_owned()), "{seen:?}");
        assert_eq!(page["items"][0]["verb"], "dutylog.noted");
        assert_eq!(page["items"][0]["texts"]["content"], "2 号电梯检修");
        assert_eq!(page["items"][0]["facts"]["section"], "equipment");
        assert_eq!(page["items"][0]["person_name"], "张丽");
        assert_eq!(page["items"][0]["late"], false);
        let today = log(&day, &mut zhang, "&date=2026-11-24").await;
        assert!(verbs(&today).len() >= seen.len());
        let other = log(&day, &mut zhang, "&date=2026-11-23").await;
        assert_eq!(other["items"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_late_entry_shows_both_times_and_stands_in_the_shift_it_speaks_of() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut wang = h.as_("repairer_wang").await;
        h.clock.set("2026-11-24T17:15");
        let signed = day.sign_in(&h, &mut wang, "desk").await;
        h.clock.set("2026-11-25T10:30");
        let entry = json!({
            "post_id": day.post("desk"), "text": "夜间 02:10 停电，02:40 恢复",
            "happened_at": at("2026-11-25T02:10"),
        });
        wang.post(&day.path("dutylog"), entry).await.ok();
        let night = signed["duty_id"].as_str().expect("an id");
        let page = log(&day, &mut wang, &format!("&duty_id={night}")).await;
        let line = &page["items"][0];
        assert_eq!(line["verb"], "dutylog.noted");
        assert_eq!(line["happened_at"], json!(at("2026-11-25T02:10")));
        assert_eq!(line["recorded_at"], json!(at("2026-11-25T10:30")));
        assert_eq!(line["late"], true);
        let write = |happened: &str| {
            json!({ "post_id": day.post("desk"), "text": "x", "happened_at": at(happened) })
        };
        let ahead = wang.post(&day.path("dutylog"), write("2026-11-25T12:00")).await;
        assert_eq!(ahead.refused(422), "entry_in_future");
        let old = wang.post(&day.path("dutylog"), write("2026-11-10T12:00")).await;
        assert_eq!(old.refused(422), "entry_too_far_back");
    })
    .await;
}

#[tokio::test]
async fn r15_13_a_correction_is_a_new_entry_and_the_wrong_one_stays() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T09:30");
        day.sign_in(&h, &mut zhang, "desk").await;
        let entry = json!({ "post_id": day.post("desk"), "text": "收到快递 3 件" });
        let wrong = zhang.post(&day.path("dutylog"), entry).await.ok()["seq"].clone();
        let correct = day.path(&format!("dutylog/{wrong}/correct"));
        let right = json!({ "text": "收到快递 4 件" });
        let by = zhang.post(&correct, right.clone()).await.ok()["seq"].clone();
        let again = zhang.post(&correct, right.clone()).await;
        assert_eq!(again.refused(422), "already_corrected");
        let page = log(&day, &mut zhang, "").await;
        let items = page["items"].as_array().expect("items").clone();
        let line = |seq: &Json| {
            items
                .iter()
                .find(|line| line["seq"] == *seq)
                .expect("a line")
        };
        assert_eq!(line(&wrong)["texts"]["content"], "收到快递 3 件");
        assert_eq!(line(&wrong)["corrected_by_seq"], by);
        assert_eq!(line(&by)["corrects_seq"], wrong);
        let signed_in = items
            .iter()
            .find(|l| l["verb"] == "coverage.signed_in")
            .expect("a line");
        let automatic = day.path(&format!("dutylog/{}/correct", signed_in["seq"]));
        let refused = zhang.post(&automatic, right).await;
        assert_eq!(refused.refused(422), "not_correctable");
    })
    .await;
}

#[tokio::test]
async fn pages_follow_one_another_without_gap_or_repetition() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut zhang = h.as_("clerk_zhang").await;
        h.clock.set("2026-11-24T09:30");
        day.sign_in(&h, &mut zhang, "desk").await;
        for n in 0..7 {
            let entry = json!({ "post_id": day.post("desk"), "text": format!("记事 {n}") });
            zhang.post(&day.path("dutylog"), entry).await.ok();
        }
        let whole = log(&day, &mut zhang, "").await;
        let whole: Vec<Json> = whole["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|l| l["seq"].clone())
            .collect();
        let mut paged: Vec<Json> = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = log(&day, &mut zhang, &format!("&limit=3{cursor}")).await;
            paged.extend(
                page["items"]
                    .as_array()
                    .expect("items")
                    .iter()
                    .map(|l| l["seq"].clone()),
            );
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(paged, whole);
        let foreign = format!(
            "dutylog?post_id={}&cursor=x",
            day.post("desk").as_str().expect("id")
        );
        let refused = zhang.get(&day.path(&foreign)).await;
        assert_eq!(refused.status.as_u16(), 400);
    })
    .await;
}

#[tokio::test]
async fn who_may_not_write_in_the_log_may_still_read_it() {
    for_each_engine(async |h| {
        let day = DutyDay::begin(&h).await;
        let mut director = h.as_("director_tang").await;
        let mut admin = h.as_("admin_xu").await;
        let entry = json!({ "post_id": day.post("desk"), "text": "巡视" });
        director
            .post(&day.path("dutylog"), entry.clone())
            .await
            .ok();
        let refused = admin.post(&day.path("dutylog"), entry).await;
        assert_eq!(refused.status.as_u16(), 403);
        log(&day, &mut admin, "").await;
        let elsewhere = format!(
            "/api/c/{}/dutylog?post_id={}",
            uuid::Uuid::nil(),
            uuid::Uuid::nil()
        );
        assert_eq!(director.get(&elsewhere).await.status.as_u16(), 404);
    })
    .await;
}
