//! Signing in, sessions, delays, set-up.

use axum::http::Method;
use serde_json::json;
use zhishou_base::Span;

use crate::harness::{PASSWORD, PIN, for_each_engine};

#[tokio::test]
async fn a_set_up_link_works_once() {
    for_each_engine(async |h| {
        let token = zhishou_app::access::offer_setup_link(&h.app).await.expect("a link").expect("one");
        let path = format!("/api/setup/{token}");
        let mut first = h.stranger();
        assert_eq!(first.get("/api/setup").await.ok()["needs_setup"], true);
        let offer = first.get(&path).await.ok();
        assert!(offer["presets"].as_array().expect("presets").iter().any(|p| p["key"] == "r01"));
        let mut request = json!({
            "community_name": "演示小区", "preset": "r01",
            "administrator": { "name": "周经理", "login": "manager", "password": "short", "pin": PIN },
        });
        let refused = first.post(&path, request.clone()).await;
        assert_eq!(refused.json()["errors"][0]["pointer"], "/administrator/password");
        request["administrator"]["password"] = json!(PASSWORD);
        first.post(&path, request.clone()).await.ok();
        let session = first.get("/api/session").await.ok();
        assert_eq!(session["memberships"][0]["community_name"], "演示小区");
        assert_eq!(session["password_is_initial"], false);
        let community = session["memberships"][0]["community_id"].as_str().expect("an id");
        let posts = first.get(&format!("/api/c/{community}/posts")).await.ok();
        let desk = posts[0]["id"].as_str().expect("an id");
        let items = first.get(&format!("/api/c/{community}/posts/{desk}/items")).await.ok();
        assert_eq!(items.as_array().map(Vec::len), Some(8), "what the regulation lists is there to be counted: {items}");
        assert_eq!(h.stranger().post(&path, request).await.refused(422), "already_set_up");
        assert_eq!(h.stranger().get(&path).await.refused(422), "already_set_up");
        assert_eq!(h.stranger().get("/api/setup").await.ok()["needs_setup"], false);
        assert!(zhishou_app::access::offer_setup_link(&h.app).await.expect("asked").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_set_up_link_expires() {
    for_each_engine(async |h| {
        let token = zhishou_app::access::offer_setup_link(&h.app)
            .await
            .expect("a link")
            .expect("one");
        h.clock.0.advance(Span::hours(25));
        let answer = h.stranger().get(&format!("/api/setup/{token}")).await;
        let detail = answer.json()["detail"].to_string();
        assert!(
            detail.contains("初始设置") && !detail.contains("安装"),
            "{detail}"
        );
        assert_eq!(answer.refused(422), "setup_link_spent");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_delays_nobody_who_signed_in_on_that_device_before() {
    for_each_engine(async |h| {
        h.community().await;
        let mut own = h.known_device("clerk_zhang").await;
        let mut stranger = h.stranger();
        for _ in 0..5 {
            assert_eq!(
                stranger.try_password("clerk_zhang", "wrong-wrong").await,
                422
            );
        }
        assert_eq!(stranger.try_password("clerk_zhang", PASSWORD).await, 429);
        assert_eq!(own.try_password("clerk_zhang", PASSWORD).await, 200);
        h.clock.0.advance(Span::seconds(61));
        assert_eq!(stranger.try_password("clerk_zhang", PASSWORD).await, 200);
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_ends_the_delay_of_a_colleague() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut supervisor = h.as_("supervisor_he").await;
        let accounts = supervisor.get(&format!("{}/accounts", c.path)).await.ok();
        let person = accounts
            .as_array()
            .expect("accounts")
            .iter()
            .find(|account| account["login"] == "repairer_wang")
            .expect("the repairer")["person_id"]
            .as_str()
            .expect("an id")
            .to_owned();
        let mut stranger = h.stranger();
        for _ in 0..5 {
            stranger.try_password("repairer_wang", "wrong-wrong").await;
        }
        assert_eq!(stranger.try_password("repairer_wang", PASSWORD).await, 429);
        supervisor
            .post(&format!("{}/accounts/{person}/unlock", c.path), json!({}))
            .await
            .ok();
        assert_eq!(stranger.try_password("repairer_wang", PASSWORD).await, 200);
    })
    .await;
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once_and_comes_back_with_its_password() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let mut clerk = h.as_("clerk_li").await;
        let person = clerk.get("/api/session").await.ok()["memberships"][0]["person_id"].clone();
        let account = format!("{}/accounts/{}", c.path, person.as_str().expect("an id"));
        manager.delete(&account).await.ok();
        assert_eq!(clerk.get("/api/session").await.status, 401);
        assert_eq!(clerk.try_password("clerk_li", PASSWORD).await, 422);
        manager
            .post(&format!("{account}/enable"), json!({}))
            .await
            .ok();
        assert_eq!(clerk.try_password("clerk_li", PASSWORD).await, 200);
    })
    .await;
}

#[tokio::test]
async fn unknown_names_answer_like_wrong_passwords() {
    for_each_engine(async |h| {
        h.community().await;
        let mut stranger = h.stranger();
        let known = stranger
            .post(
                "/api/session",
                json!({ "login": "clerk_li", "password": "wrong-wrong" }),
            )
            .await;
        let unknown = stranger
            .post(
                "/api/session",
                json!({ "login": "nobody", "password": "wrong-wrong" }),
            )
            .await;
        assert_eq!(known.status, unknown.status);
        assert_eq!(known.json(), unknown.json());
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_when_it_is_revoked_or_grows_old() {
    for_each_engine(async |h| {
        h.community().await;
        let (mut phone, mut desk) = (h.as_("clerk_zhang").await, h.as_("clerk_zhang").await);
        let sessions = desk.get("/api/sessions").await.ok();
        let other = sessions
            .as_array()
            .expect("sessions")
            .iter()
            .find(|session| session["current"] == false)
            .expect("the phone's")["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        desk.delete(&format!("/api/sessions/{other}")).await.ok();
        assert!(phone.is_signed_out().await);
        h.clock.0.advance(Span::hours(73));
        assert!(desk.is_signed_out().await);
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    for_each_engine(async |h| {
        h.community().await;
        let (mut phone, mut desk) = (h.as_("clerk_zhang").await, h.as_("clerk_zhang").await);
        let change = json!({ "old_password": PASSWORD, "password": "a-better-one" });
        desk.put("/api/session/password", change).await.ok();
        assert!(phone.is_signed_out().await);
        desk.get("/api/session").await.ok();
        assert_eq!(
            h.stranger()
                .try_password("clerk_zhang", "a-better-one")
                .await,
            200
        );
        let short = json!({ "password": "a-better-one", "pin": "12" });
        assert_eq!(
            desk.put("/api/session/pin", short).await.refused(400),
            "invalid"
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_forged_by_another_site_is_refused() {
    for_each_engine(async |h| {
        h.community().await;
        let mut desk = h.as_("clerk_zhang").await;
        let json_only = [("content-type", "application/json")];
        let forged = desk
            .send_bytes(Method::DELETE, "/api/session", Vec::new(), &json_only)
            .await;
        assert_eq!(forged.refused(403), "forbidden");
        let cross = desk
            .send(
                Method::DELETE,
                "/api/session",
                None,
                &[("sec-fetch-site", "cross-site")],
            )
            .await;
        assert_eq!(cross.refused(403), "forbidden");
        desk.get("/api/session").await.ok();
    })
    .await;
}
