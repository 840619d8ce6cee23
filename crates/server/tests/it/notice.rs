//! Notices to the desk 今日须知: written, changed, withdrawn, and over by themselves.

use serde_json::{Value as Json, json};

use crate::harness::{Client, Community, Harness, at, for_each_engine};

/// 3 栋停水, from 09:00 to 18:00 of the first day.
fn water_cut() -> Json {
    json!({ "title": "3 栋停水", "text": "水管抢修，预计 18:00 恢复，请住户先储水",
        "from_at": at("2026-11-24T09:00"), "until_at": at("2026-11-24T18:00") })
}

async fn write(client: &mut Client, c: &Community, notice: Json) -> Json {
    client
        .post(&format!("{}/notices", c.path), notice)
        .await
        .ok()
}

/// Title and standing of the notices that a list shows.
async fn shown(client: &mut Client, c: &Community, query: &str) -> Vec<(String, String)> {
    let list = client.get(&format!("{}/notices{query}", c.path)).await.ok();
    let word = |notice: &Json, name: &str| notice[name].as_str().expect("a word").to_owned();
    let notices = list.as_array().expect("a list").iter();
    notices
        .map(|notice| (word(notice, "title"), word(notice, "standing")))
        .collect()
}

fn one(title: &str, standing: &str) -> Vec<(String, String)> {
    vec![(title.to_owned(), standing.to_owned())]
}

/// The verbs and words of notices in the log of the desk, the last first.
async fn logged(h: &Harness, c: &Community) -> Vec<(String, Json)> {
    let mut manager = h.as_("manager").await;
    let posts = manager.get(&format!("{}/posts", c.path)).await.ok();
    let mut posts = posts.as_array().expect("posts").iter();
    let desk = posts.find(|post| post["kind"] == "desk").expect("the desk")["id"].clone();
    let desk = desk.as_str().expect("an id");
    let log = manager
        .get(&format!("{}/dutylog?post_id={desk}", c.path))
        .await
        .ok();
    let lines = log["items"].as_array().expect("lines").iter();
    lines
        .filter(|line| line["subject_kind"] == "notice")
        .map(|line| {
            let verb = line["verb"].as_str().expect("a verb").to_owned();
            (verb, line["texts"]["content"].clone())
        })
        .collect()
}

#[tokio::test]
async fn a_notice_comes_counts_and_is_over() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let written = write(&mut clerk, &c, water_cut()).await;
        assert_eq!(written["written_by_name"], "张丽");
        assert_eq!(written["standing"], "coming");
        h.clock.set("2026-11-24T09:00");
        assert_eq!(shown(&mut clerk, &c, "").await, one("3 栋停水", "present"));
        h.clock.set("2026-11-24T18:00");
        assert_eq!(shown(&mut clerk, &c, "").await, []);
        let past = shown(&mut clerk, &c, "?past=true").await;
        assert_eq!(past, one("3 栋停水", "past"));
        h.clock.set("2026-12-24T18:00");
        let mut clerk = h.as_("clerk_zhang").await;
        assert_eq!(shown(&mut clerk, &c, "?past=true").await, []);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_told_at_its_field() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let path = format!("{}/notices", c.path);
        let wrong = json!({ "title": " ", "text": "", "from_at": at("2026-11-24T09:00"),
            "until_at": at("2026-11-24T08:59") });
        let refused = clerk.post(&path, wrong).await;
        assert_eq!(refused.status.as_u16(), 400);
        let pointers: Vec<Json> = refused.json()["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .map(|error| error["pointer"].clone())
            .collect();
        assert_eq!(pointers, ["/title", "/text", "/until_at"]);
        let mut long = water_cut();
        long["until_at"] = json!(at("2026-12-25T09:00"));
        assert_eq!(clerk.post(&path, long).await.status.as_u16(), 400);
    })
    .await;
}

#[tokio::test]
async fn a_changed_notice_shows_a_second_editor_what_is_stored() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let written = write(&mut clerk, &c, water_cut()).await;
        let path = format!(
            "{}/notices/{}",
            c.path,
            written["id"].as_str().expect("an id")
        );
        let mut later = water_cut();
        later["until_at"] = json!(at("2026-11-24T20:00"));
        let body = json!({ "version": 1, "notice": later });
        let mut supervisor = h.as_("supervisor_he").await;
        let changed = supervisor.put(&path, body.clone()).await.ok();
        assert_eq!(changed["until_at"], json!(at("2026-11-24T20:00")));
        assert_eq!(changed["written_by_name"], "张丽", "who wrote it stays");
        let stale = clerk.put(&path, body).await;
        assert_eq!(stale.json()["current"]["version"], 2);
        assert_eq!(stale.refused(409), "conflict");
        h.clock.set("2026-11-24T20:00");
        let body = json!({ "version": 2, "notice": water_cut() });
        assert_eq!(clerk.put(&path, body).await.refused(422), "notice_over");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_notice_is_gone_from_the_desk_and_stays_in_its_log() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let written = write(&mut clerk, &c, water_cut()).await;
        let id = written["id"].as_str().expect("an id");
        let path = format!("{}/notices/{id}/withdraw", c.path);
        clerk.post(&path, json!({})).await.ok();
        assert_eq!(shown(&mut clerk, &c, "").await, []);
        let past = shown(&mut clerk, &c, "?past=true").await;
        assert_eq!(past, one("3 栋停水", "past"));
        let again = clerk.post(&path, json!({})).await;
        assert_eq!(again.refused(422), "notice_withdrawn");
        let words = json!("3 栋停水：水管抢修，预计 18:00 恢复，请住户先储水");
        let expected =
            ["notice.withdrawn", "notice.written"].map(|v| (v.to_owned(), words.clone()));
        assert_eq!(logged(&h, &c).await, expected);
    })
    .await;
}

#[tokio::test]
async fn a_notice_that_named_somebody_is_erased_on_request() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let written = write(&mut clerk, &c, water_cut()).await;
        let ask = json!({ "subject": { "kind": "notice", "id": written["id"] },
            "reason": "住户来函要求删除" });
        let erasures = format!("{}/privacy/erasures", c.path);
        let mut manager = h.as_("manager").await;
        assert_eq!(manager.post(&erasures, ask.clone()).await.ok()["texts"], 1);
        let left = shown(&mut clerk, &c, "").await;
        assert_eq!(left, one("（个人信息已依法删除）", "coming"));
        assert_eq!(
            logged(&h, &c).await,
            [("notice.written".to_owned(), Json::Null)]
        );
        let again = manager.post(&erasures, ask).await;
        assert_eq!(again.refused(422), "nothing_to_erase");
    })
    .await;
}
