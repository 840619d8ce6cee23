//! Versions: immutable, adopted post by post, in force from a shift boundary on.

use serde_json::json;
use zhishou_app::Action;
use zhishou_app::access::offer_setup_link;
use zhishou_app::regulation::{adopt_preset, regulation_in_force, version};
use zhishou_base::{Actor, Instant, VersionId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;

use super::cast::Cast;
use crate::harness::{Harness, PASSWORD, PIN, at, for_each_engine};

#[derive(serde::Serialize)]
struct AdoptPreset(&'static str, Vec<String>, Instant);

impl Action for AdoptPreset {
    type Outcome = VersionId;
    const NAME: &'static str = "test.adopt_preset";
    const VERB: Verb = Verb::PublishRegulation;

    async fn perform(&self, act: &mut Act) -> Result<VersionId, AppError> {
        adopt_preset(act, self.0, &self.1, self.2).await
    }
}

async fn adopts(h: &Harness, cast: &Cast, preset: &'static str, from: &str) -> VersionId {
    let posts = vec!["desk".to_owned(), "south_gate".to_owned()];
    let action = AdoptPreset(preset, posts, at(from));
    h.app
        .perform_by(Actor::OPERATOR, cast.community, &action)
        .await
        .expect("a preset is adopted")
}

async fn in_force(h: &Harness, cast: &Cast, post: &str, local: &str) -> Option<VersionId> {
    let mut reader = h.app.platform().read().await.expect("a reader");
    regulation_in_force(&mut reader, cast.community, post, at(local))
        .await
        .expect("the database answers")
        .map(|found| found.version_id)
}

#[tokio::test]
async fn a_running_shift_keeps_the_version_it_began_under() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 1).await;
        assert_eq!(in_force(&h, &cast, "desk", "2026-11-24T09:00").await, None);
        let r01 = adopts(&h, &cast, "r01", "2026-11-24T08:00").await;
        assert_eq!(
            in_force(&h, &cast, "desk", "2026-11-24T08:00").await,
            Some(r01)
        );
        h.clock.set("2026-11-24T10:00");
        let r08 = adopts(&h, &cast, "r08", "2026-11-24T10:00").await;
        assert_eq!(
            in_force(&h, &cast, "desk", "2026-11-24T17:29").await,
            Some(r01)
        );
        assert_eq!(
            in_force(&h, &cast, "desk", "2026-11-24T17:30").await,
            Some(r08)
        );
        assert_eq!(
            in_force(&h, &cast, "south_gate", "2026-11-24T15:00").await,
            Some(r08)
        );
        let mut reader = h.app.platform().read().await.expect("a reader");
        let old = version(&mut reader, cast.community, r01)
            .await
            .expect("the old version");
        assert_eq!(old.sign_in.lead_minutes, 15);
        drop(reader);
        let lines = cast.manager.get(&cast.path("/in-force")).await.ok();
        assert_eq!(lines["items"][0]["post"], "desk");
        assert_eq!(lines["items"][0]["version_id"], json!(r01));
        assert_eq!(lines["items"][0]["next_version_id"], json!(r08));
        assert_eq!(
            lines["items"][0]["next_effective_at"],
            json!(at("2026-11-24T17:30"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_later_decision_withdraws_what_was_still_to_come() {
    for_each_engine(|h| async move {
        let cast = Cast::found(&h, 2).await;
        let r01 = adopts(&h, &cast, "r01", "2026-11-24T08:00").await;
        let r08 = adopts(&h, &cast, "r08", "2026-12-01T09:00").await;
        assert_eq!(
            in_force(&h, &cast, "desk", "2026-12-01T09:00").await,
            Some(r08)
        );
        let back = adopts(&h, &cast, "r01", "2026-11-30T09:00").await;
        assert_eq!(back, r01, "an unchanged preset is not published twice");
        assert_eq!(
            in_force(&h, &cast, "desk", "2026-12-02T09:00").await,
            Some(r01)
        );
    })
    .await;
}

#[tokio::test]
async fn several_regulations_each_for_its_posts() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 3).await;
        let r01 = adopts(&h, &cast, "r01", "2026-11-24T08:00").await;
        let path = cast.path(&format!("/versions/{r01}/adopt"));
        let unknown = cast.manager.post(&path, json!({ "posts": ["pool"] })).await;
        assert_eq!(unknown.refused(422), "post_not_described");
        let nobody = cast.manager.post(&path, json!({ "posts": [] })).await;
        assert_eq!(nobody.refused(422), "no_posts_chosen");
        let past = json!({ "posts": ["desk"], "effective_at": at("2026-11-23T08:00") });
        let past = cast.manager.post(&path, past).await;
        assert_eq!(past.refused(422), "effective_in_past");
        let clerk = cast.clerk.post(&path, json!({ "posts": ["desk"] })).await;
        assert_eq!(clerk.refused(403), "forbidden");
        let shown = cast
            .clerk
            .get(&cast.path(&format!("/versions/{r01}")))
            .await
            .ok();
        assert_eq!(shown["document"]["clauses"][5]["number"], "6");
        assert_eq!(
            shown["document"]["clauses"][5]["kept_by"][0],
            json!({ "enforced": "coverage" })
        );
        assert_eq!(shown["line"]["adopted_by"][0]["post"], "desk");
    })
    .await;
}

#[tokio::test]
async fn a_stored_version_keeps_its_flat_text_and_digest() {
    for_each_engine(|h| async move {
        let mut cast = Cast::found(&h, 4).await;
        let r03 = adopts(&h, &cast, "r03", "2026-11-24T08:00").await;
        let shown = cast
            .manager
            .get(&cast.path(&format!("/versions/{r03}")))
            .await
            .ok();
        let flat = shown["text"].as_str().expect("a text");
        assert!(
            shown["source"]
                .as_str()
                .expect("a source")
                .contains("inherits = \"r01\"")
        );
        assert!(
            !flat.contains("inherits ="),
            "the flat text needs nothing else"
        );
        assert_eq!(
            shown["line"]["digest"],
            json!(zhishou_rules::regulation::digest_of(flat))
        );
        assert_eq!(shown["document"]["regulation"]["inherited"], "r01");
    })
    .await;
}

#[tokio::test]
async fn an_installation_may_be_set_up_with_a_preset_that_inherits() {
    for_each_engine(|h| async move {
        let link = offer_setup_link(&h.app).await.expect("a link");
        let path = format!("/api/setup/{}", link.expect("nobody has an account yet"));
        let mut manager = h.stranger();
        let done = manager
            .post(
                &path,
                json!({
                    "community_name": "继承小区", "preset": "r03",
                    "administrator": { "name": "周经理", "login": "manager", "phone": "",
                        "password": PASSWORD, "pin": PIN },
                }),
            )
            .await
            .ok();
        let community = done["community_id"].as_str().expect("an id");
        let path = format!("/api/c/{community}/regulations/in-force");
        let lines = h.as_("manager").await.get(&path).await.ok();
        let posts: Vec<_> = lines["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|line| line["post"].as_str().expect("a post"))
            .collect();
        assert_eq!(posts, ["desk", "south_gate"]);
        assert_eq!(lines["items"][0]["title"]["zh"], "物业客服部值班制度");
    })
    .await;
}
