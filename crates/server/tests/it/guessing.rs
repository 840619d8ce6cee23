//! Guessers wait, whatever browser they say they are and however many attempts they send at once;
//! who signed in on a device before is not kept out by them.

use serde_json::{Value as Json, json};
use zhishou_base::Span;

use crate::duty_day::DutyDay;
use crate::harness::{Answer, Client, Harness, PASSWORD, PIN, for_each_engine};

async fn try_pin(who: &mut Client, day: &DutyDay, pin: &str) -> Answer {
    let zhang = day.person("clerk_zhang");
    let body = json!({ "person_id": zhang, "pin": pin });
    who.post(&day.at("desk", "sign_in"), body).await
}

async fn morning(h: &Harness) -> DutyDay {
    let day = DutyDay::begin(h).await;
    h.clock.set("2026-11-24T08:45");
    h.tick().await;
    day
}

#[tokio::test]
async fn a_fresh_browser_gives_no_fresh_tries_at_a_colleagues_pin() {
    for_each_engine(async |h| {
        let day = morning(&h).await;
        for _ in 0..5 {
            let mut li = h.as_("clerk_li").await;
            let wrong = try_pin(&mut li, &day, "0000").await;
            assert_eq!(wrong.refused(422), "pin_wrong");
        }
        let mut li = h.as_("clerk_li").await;
        assert_eq!(try_pin(&mut li, &day, "0001").await.status.as_u16(), 429);
        // Who never guessed is not delayed, and the guesser not for ever.
        let mut wu = h.as_("front_desk_wu").await;
        try_pin(&mut wu, &day, PIN).await.ok();
        h.clock.0.advance(Span::seconds(61));
        let wrong = try_pin(&mut li, &day, "0001").await;
        assert_eq!(wrong.refused(422), "pin_wrong");
    })
    .await;
}

/// Sends all at once; tells how many were heard and found wrong, and how many had to wait.
async fn side_by_side(
    who: &Client,
    path: &str,
    bodies: impl Iterator<Item = Json>,
) -> (usize, usize) {
    let mut sent = tokio::task::JoinSet::new();
    for body in bodies {
        let (mut who, path) = (who.clone(), path.to_owned());
        sent.spawn(async move { who.post(&path, body).await.status.as_u16() });
    }
    let statuses = sent.join_all().await;
    let heard = |status| statuses.iter().filter(|one| **one == status).count();
    (heard(422), heard(429))
}

#[tokio::test]
async fn guesses_sent_side_by_side_are_counted_one_by_one() {
    for_each_engine(async |h| {
        let day = morning(&h).await;
        let li = h.as_("clerk_li").await;
        let (path, zhang) = (day.at("desk", "sign_in"), day.person("clerk_zhang"));
        let body = |guess: i32| json!({ "person_id": zhang, "pin": format!("{guess:04}") });
        let heard = side_by_side(&li, &path, (0..16).map(body)).await;
        assert_eq!(heard, (5, 11));
        let mut stranger = h.stranger();
        let body =
            |guess: i32| json!({ "login": "clerk_zhang", "password": format!("wrong-{guess}") });
        let heard = side_by_side(&stranger, "/api/session", (100..112).map(body)).await;
        assert_eq!(heard, (5, 7));
        h.clock.0.advance(Span::seconds(61));
        let right = stranger.try_password("clerk_zhang", PASSWORD).await;
        assert_eq!(right, 200);
    })
    .await;
}

#[tokio::test]
async fn the_pin_of_somebody_who_has_left_signs_nothing() {
    for_each_engine(async |h| {
        let day = morning(&h).await;
        let mut manager = h.as_("manager").await;
        let staff = manager.get(&day.path("staff")).await.ok();
        let staff = staff.as_array().expect("staff");
        let zhang = staff.iter().find(|p| p["name"] == "张丽").expect("her");
        let id = zhang["id"].as_str().expect("an id");
        let change = json!({ "version": zhang["version"], "staff": { "name": "张丽", "phone": "",
            "joined_on": "2026-01-01", "left_on": "2026-11-23", "roles": ["service_clerk"] } });
        manager
            .put(&day.path(&format!("staff/{id}")), change)
            .await
            .ok();
        let mut wu = h.as_("front_desk_wu").await;
        let signed = try_pin(&mut wu, &day, PIN).await;
        assert_eq!(signed.refused(422), "person_has_left");
    })
    .await;
}

#[tokio::test]
async fn an_office_full_of_wrong_passwords_keeps_no_known_device_out() {
    for_each_engine(async |h| {
        h.community().await;
        let mut own = h.known_device("clerk_zhang").await;
        let mut stranger = h.stranger();
        for guess in 0..20 {
            let login = format!("nobody{guess}");
            assert_eq!(stranger.try_password(&login, "wrong-wrong").await, 422);
        }
        let waits = stranger.try_password("nobody", "wrong-wrong").await;
        assert_eq!(waits, 429, "the address waits");
        assert_eq!(own.try_password("clerk_zhang", PASSWORD).await, 200);
    })
    .await;
}

#[tokio::test]
async fn the_browser_keeps_the_cookie_and_the_server_says_when_a_session_ends() {
    for_each_engine(async |h| {
        h.community().await;
        let mut desk = h.stranger();
        let request = json!({ "login": "clerk_zhang", "password": PASSWORD });
        let answer = desk.post("/api/session", request).await;
        let cookies = answer.headers.get_all("set-cookie");
        let cookies: Vec<_> = cookies
            .iter()
            .map(|cookie| cookie.to_str().expect("a cookie").to_owned())
            .collect();
        assert_eq!(cookies.len(), 2);
        for cookie in cookies {
            assert!(cookie.contains("Max-Age=31536000"), "{cookie}");
        }
        // Used every second day it lives on; three days of rest end it.
        for _ in 0..3 {
            h.clock.0.advance(Span::hours(48));
            let seen: Json = desk.get("/api/session").await.ok();
            assert_eq!(seen["login"], "clerk_zhang");
        }
        h.clock.0.advance(Span::hours(73));
        assert!(desk.is_signed_out().await);
    })
    .await;
}

#[tokio::test]
async fn an_open_screen_gives_no_endless_tries_at_its_owners_password() {
    for_each_engine(async |h| {
        h.community().await;
        let mut li = h.as_("clerk_li").await;
        let mut set_pin = async |password: &str| {
            let body = json!({ "password": password, "pin": "9999" });
            li.put("/api/session/pin", body).await
        };
        for _ in 0..5 {
            assert_eq!(set_pin("wrong-wrong").await.refused(422), "wrong_password");
        }
        assert_eq!(set_pin(PASSWORD).await.status.as_u16(), 429);
        h.clock.0.advance(Span::seconds(61));
        set_pin(PASSWORD).await.ok();
    })
    .await;
}
