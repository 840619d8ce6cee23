//! Drafts: created, saved with mistakes and all, never overwritten unseen.

use serde_json::json;

use super::cast::Cast;
use crate::harness::for_each_engine;

#[tokio::test]
async fn a_draft_from_a_preset_is_saved_submitted_and_published() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 1).await;
        let draft = cast
            .manager
            .post(&cast.path(""), json!({ "preset": "r08" }))
            .await
            .ok();
        assert_eq!(draft["state"], "draft");
        assert_eq!(draft["version"], 1);
        let path = cast.path(&format!(
            "/{}",
            draft["regulation_id"].as_str().expect("an id")
        ));
        let publish = format!("{path}/draft/publish");
        let early = cast.manager.post(&publish, json!({ "version": 1 })).await;
        assert_eq!(early.refused(422), "draft_not_submitted");
        let submitted = cast
            .manager
            .post(&format!("{path}/draft/submit"), json!({ "version": 1 }))
            .await
            .ok();
        assert_eq!(submitted["state"], "in_review");
        let version = cast
            .manager
            .post(&publish, json!({ "version": 2, "posts": ["desk"] }))
            .await
            .ok();
        assert_eq!(version["number"], 1);
        assert_eq!(version["adopted_by"][0]["post"], "desk");
        let shown = cast.manager.get(&path).await.ok();
        assert_eq!(shown["draft"]["state"], json!(null));
        assert_eq!(shown["line"]["versions"][0]["digest"], version["digest"]);
    })
    .await;
}

#[tokio::test]
async fn two_people_editing_the_second_sees_both_texts() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 2).await;
        let draft = cast
            .manager
            .post(&cast.path(""), json!({ "preset": "r01" }))
            .await
            .ok();
        let text = draft["text"].as_str().expect("a text").to_owned();
        let path = cast.path(&format!(
            "/{}/draft",
            draft["regulation_id"].as_str().expect("an id")
        ));
        let first = text.replace("lead_minutes = 15", "lead_minutes = 10");
        let saved = cast
            .manager
            .put(&path, json!({ "version": 1, "text": first }))
            .await
            .ok();
        assert_eq!(saved["version"], 2);
        let second = text.replace("lead_minutes = 15", "lead_minutes = 20");
        let stale = cast
            .manager
            .put(&path, json!({ "version": 1, "text": second }))
            .await;
        assert_eq!(stale.status, 409);
        let problem = stale.json();
        assert_eq!(problem["code"], "conflict");
        assert_eq!(problem["current"]["version"], 2);
        assert_eq!(
            problem["current"]["text"], first,
            "the stored text comes back"
        );
        let again = json!({ "version": 2, "text": second });
        assert_eq!(cast.manager.put(&path, again).await.ok()["version"], 3);
    })
    .await;
}

#[tokio::test]
async fn a_text_with_mistakes_is_kept_but_not_submitted() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 3).await;
        let broken = "[regulation]\nid = \"mine\"\ntitle = ";
        let draft = cast
            .manager
            .post(&cast.path(""), json!({ "text": broken }))
            .await
            .ok();
        assert_eq!(draft["text"], broken, "nothing is lost");
        assert_eq!(draft["diagnostics"][0]["code"], "malformed_toml");
        assert_eq!(draft["diagnostics"][0]["place"]["line"], 3);
        let path = cast.path(&format!(
            "/{}/draft",
            draft["regulation_id"].as_str().expect("an id")
        ));
        let submit = cast
            .manager
            .post(&format!("{path}/submit"), json!({ "version": 1 }))
            .await;
        assert_eq!(submit.refused(422), "regulation_has_errors");
        let mended = "[regulation]\nid = \"mine\"\nnumbering = \"M\"\ntitle = \"本小区值班制度\"\n\
                      version = \"1\"\ninherits = \"r01\"\n";
        let saved = cast
            .manager
            .put(&path, json!({ "version": 1, "text": mended }))
            .await
            .ok();
        let errors = saved["diagnostics"].as_array().expect("a list");
        assert!(errors.iter().all(|found| found["severity"] != "error"));
        let list = cast.manager.get(&cast.path("")).await.ok();
        assert_eq!(list["items"][0]["key"], "mine");
        assert_eq!(list["items"][0]["title_zh"], "本小区值班制度");
    })
    .await;
}

#[tokio::test]
async fn a_check_stores_nothing_and_names_wrong_types() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 4).await;
        let preset = cast.clerk.get(&cast.path("/presets/r01")).await.ok();
        let text = preset["text"].as_str().expect("a text");
        let wrong = text.replace("lead_minutes = 15", "lead_minutes = \"early\"");
        let check = cast
            .clerk
            .post(&cast.path("/check"), json!({ "text": wrong }))
            .await
            .ok();
        assert_eq!(check["errors"], 1);
        assert_eq!(check["diagnostics"][0]["code"], "wrong_type");
        assert_eq!(check["document"], json!(null));
        let right = cast
            .clerk
            .post(&cast.path("/check"), json!({ "text": text }))
            .await
            .ok();
        assert_eq!(right["errors"], 0);
        assert_eq!(right["document"]["shifts"][0]["hours"], "09:00-17:30");
        assert!(
            right["printed"]
                .as_str()
                .expect("printed")
                .contains("水电维修员")
        );
        let list = cast.clerk.get(&cast.path("")).await.ok();
        assert_eq!(list["items"], json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_clerk_reads_but_neither_writes_nor_publishes() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 5).await;
        let presets = cast.clerk.get(&cast.path("/presets")).await.ok();
        assert_eq!(presets["items"][0]["key"], "r01");
        let create = cast
            .clerk
            .post(&cast.path(""), json!({ "preset": "r01" }))
            .await;
        assert_eq!(create.refused(403), "forbidden");
        let mut other = Cast::found(&h, 6).await;
        let draft = other
            .manager
            .post(&other.path(""), json!({ "preset": "r01" }))
            .await
            .ok();
        let theirs = format!("/{}", draft["regulation_id"].as_str().expect("an id"));
        let peek = cast.manager.get(&cast.path(&theirs)).await;
        assert_eq!(peek.refused(404), "not_found", "another community's draft");
        let outside = cast.manager.get(&other.path(&theirs)).await;
        assert_eq!(outside.refused(404), "not_found", "another community");
    })
    .await;
}

#[tokio::test]
async fn a_request_that_names_two_beginnings_is_explained() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 7).await;
        let both = cast
            .manager
            .post(&cast.path(""), json!({ "preset": "r01", "text": "" }))
            .await;
        assert_eq!(both.status, 400);
        assert!(
            both.json()["errors"][0]["detail"]
                .as_str()
                .expect("why")
                .contains("只填一项")
        );
        let one = json!({ "preset": "r01" });
        cast.manager.post(&cast.path(""), one.clone()).await.ok();
        let again = cast.manager.post(&cast.path(""), one).await;
        assert_eq!(again.status, 409);
        assert_eq!(again.json()["current"]["state"], "draft");
    })
    .await;
}
