//! The duty table: filled, edited, checked, published, changed with a reason.

use serde_json::{Value as Json, json};

use crate::harness::{Client, Community, for_each_engine};

async fn desk_post(client: &mut Client, c: &Community) -> String {
    let posts = client.get(&format!("{}/posts", c.path)).await.ok();
    let desk = posts
        .as_array()
        .expect("posts")
        .iter()
        .find(|post| post["key"] == "desk");
    desk.expect("the desk")["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

async fn december(client: &mut Client, c: &Community) -> Json {
    let post = desk_post(client, c).await;
    let request = json!({ "post_id": post, "month": "2026-12" });
    client
        .post(&format!("{}/rosters", c.path), request)
        .await
        .ok()
}

fn path(c: &Community, roster: &Json, rest: &str) -> String {
    format!(
        "{}/rosters/{}{rest}",
        c.path,
        roster["id"].as_str().expect("an id")
    )
}

async fn filled(client: &mut Client, c: &Community) -> Json {
    let roster = december(client, c).await;
    let request = json!({ "version": roster["version"], "filling": { "method": "rotate" } });
    client.post(&path(c, &roster, "/fill"), request).await.ok()
}

fn grave(roster: &Json) -> usize {
    let problems = roster["problems"].as_array().expect("problems");
    problems
        .iter()
        .filter(|problem| problem["severity"] == "error")
        .count()
}

#[tokio::test]
async fn r01_2_noon_is_held_by_a_clerk_and_night_by_a_repairer() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut supervisor = h.as_("supervisor_he").await;
        let roster = filled(&mut supervisor, &c).await;
        assert_eq!(grave(&roster), 0, "{}", roster["problems"]);
        let role_of = |person: &Json| {
            let people = roster["people"].as_array().expect("people");
            people
                .iter()
                .find(|row| row["person_id"] == *person)
                .expect("a row")["roles"][0]
                .clone()
        };
        let cells = roster["cells"].as_array().expect("cells");
        for (shift, days) in [("day", 31), ("noon", 31), ("night", 31)] {
            assert_eq!(
                cells.iter().filter(|cell| cell["shift"] == shift).count(),
                days,
                "{shift}"
            );
        }
        for cell in cells {
            let role = role_of(&cell["person_id"]);
            match cell["shift"].as_str() {
                Some("noon") => assert_eq!(role, "service_clerk"),
                Some("night") => assert_eq!(role, "repairer"),
                _ => assert!(role == "service_clerk" || role == "front_desk", "{role}"),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn r07_3_1_1_the_supervisor_makes_and_publishes_next_month() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut supervisor = h.as_("supervisor_he").await;
        let roster = filled(&mut supervisor, &c).await;
        let publish = path(&c, &roster, "/publish");
        let mut request = json!({ "version": roster["version"] });
        let unread = supervisor.post(&publish, request.clone()).await;
        assert_eq!(unread.refused(422), "roster_warnings_unconfirmed");
        request["warnings_confirmed"] = json!(true);
        let mut clerk = h.as_("clerk_zhang").await;
        assert_eq!(
            clerk.post(&publish, request.clone()).await.refused(403),
            "forbidden"
        );
        let published = supervisor.post(&publish, request).await.ok();
        assert_eq!(published["state"], "published");
        assert_eq!(published["published_at"], h.app.platform().now().0);
    })
    .await;
}

#[tokio::test]
async fn an_uncovered_night_cannot_be_published() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut supervisor = h.as_("supervisor_he").await;
        let roster = filled(&mut supervisor, &c).await;
        let cells = roster["cells"].as_array().expect("cells");
        let night = cells
            .iter()
            .find(|cell| cell["shift"] == "night")
            .expect("a night");
        let request = json!({
            "version": roster["version"], "person_id": night["person_id"], "date": night["date"],
            "shifts": [], "mark": "rest",
        });
        let emptied = supervisor
            .put(&path(&c, &roster, "/cells"), request)
            .await
            .ok();
        assert_eq!(emptied["problems"][0]["code"], "uncovered");
        assert_eq!(emptied["problems"][0]["cells"][0]["date"], night["date"]);
        let request = json!({ "version": emptied["version"], "warnings_confirmed": true });
        let refused = supervisor
            .post(&path(&c, &roster, "/publish"), request)
            .await;
        assert_eq!(refused.refused(422), "roster_has_errors");
    })
    .await;
}

#[tokio::test]
async fn the_second_of_two_editors_sees_both_versions() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let (mut one, mut two) = (h.as_("supervisor_he").await, h.as_("leader_liu").await);
        let roster = filled(&mut one, &c).await;
        let person = &roster["people"][0]["person_id"];
        let edit = |mark: &str| {
            json!({ "version": roster["version"], "person_id": person, "date": "2026-12-05", "mark": mark })
        };
        one.put(&path(&c, &roster, "/cells"), edit("leave")).await.ok();
        let conflict = two.put(&path(&c, &roster, "/cells"), edit("rest")).await;
        assert_eq!(conflict.status.as_u16(), 409);
        let current = &conflict.json()["current"];
        assert_eq!(current["marks"][0]["kind"], "leave");
        assert_eq!(current["version"], roster["version"].as_i64().expect("a version") + 1);
    })
    .await;
}

#[tokio::test]
async fn a_published_roster_changes_only_with_a_reason() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut supervisor = h.as_("supervisor_he").await;
        let roster = filled(&mut supervisor, &c).await;
        let request = json!({ "version": roster["version"], "warnings_confirmed": true });
        let roster = supervisor.post(&path(&c, &roster, "/publish"), request).await.ok();
        let cells = roster["cells"].as_array().expect("cells");
        let night = cells.iter().find(|cell| cell["shift"] == "night").expect("a night");
        let other = roster["people"].as_array().expect("people").iter().find(|row| {
            row["roles"][0] == "repairer" && row["person_id"] != night["person_id"]
        });
        let change = |reason: &str| {
            json!({
                "version": roster["version"], "date": night["date"], "shift": "night",
                "from_person_id": night["person_id"],
                "to_person_id": other.expect("another repairer")["person_id"], "reason": reason,
            })
        };
        let changes = path(&c, &roster, "/changes");
        assert!(supervisor.post(&changes, change("")).await.status.is_client_error());
        let changed = supervisor.post(&changes, change("王强发烧，赵刚顶班")).await.ok();
        let now_on = changed["cells"].as_array().expect("cells").iter().find(|cell| {
            cell["shift"] == "night" && cell["date"] == night["date"]
        });
        assert_ne!(now_on.expect("the night")["person_id"], night["person_id"]);
        let direct = json!({ "version": changed["version"], "person_id": night["person_id"], "date": "2026-12-05", "mark": "rest" });
        let refused = supervisor.put(&path(&c, &roster, "/cells"), direct).await;
        assert_eq!(refused.refused(422), "roster_is_published");
    })
    .await;
}
