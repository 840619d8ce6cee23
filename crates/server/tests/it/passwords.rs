//! Which passwords and account names are taken, and that a repeated act on an account is one act.

use axum::http::Method;
use serde_json::{Value as Json, json};
use zhishou_app::access::offer_setup_link;
use zhishou_app::demo;

use crate::harness::{Answer, Client, Community, Harness, PASSWORD, PIN, for_each_engine};

const KEY: [(&str, &str); 1] = [("idempotency-key", "0192f0c1-2b7e-7c3a-9d7e-000000000001")];

async fn person_of(who: &mut Client, c: &Community, login: &str) -> String {
    let accounts = who.get(&format!("{}/accounts", c.path)).await.ok();
    let accounts = accounts.as_array().expect("accounts");
    let found = accounts.iter().find(|account| account["login"] == login);
    let person = &found.expect("an account")["person_id"];
    person.as_str().expect("an id").to_owned()
}

async fn hired(who: &mut Client, c: &Community) -> Json {
    let new = json!({ "name": "丁一", "joined_on": "2026-01-01", "roles": ["guard"] });
    let staff = format!("{}/staff", c.path);
    who.post(&staff, new).await.ok()["id"].clone()
}

#[track_caller]
fn is_refused_at(answer: &Answer, pointer: &str) {
    assert_eq!(answer.status, 400, "{}", answer.json());
    assert_eq!(answer.json()["errors"][0]["pointer"], pointer);
}

#[tokio::test]
async fn an_easy_password_is_taken_nowhere() {
    for_each_engine(async |h| {
        let link = offer_setup_link(&h.app).await.expect("a link");
        let setup = format!("/api/setup/{}", link.expect("nobody has an account yet"));
        let founding = json!({ "community_name": "演示小区", "preset": "r01",
            "administrator": { "name": "周经理", "login": "manager", "phone": "13800138000",
                "password": "138 0013 8000", "pin": PIN } });
        let refused = h.stranger().post(&setup, founding).await;
        is_refused_at(&refused, "/administrator/password");
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let person = hired(&mut manager, &c).await;
        let accounts = format!("{}/accounts", c.path);
        let of = |login: &str, password: &str| {
            json!({ "person_id": person, "login": login, "phone": "13911112222",
                "password": password })
        };
        for easy in ["12345678", "ding.yi.01", "13911112222"] {
            let refused = manager.post(&accounts, of("ding.yi.01", easy)).await;
            is_refused_at(&refused, "/password");
        }
        let refused = manager.post(&accounts, of("丁一", PASSWORD)).await;
        is_refused_at(&refused, "/login");
        // What the demo and the pages of the tests sign in with stays a password.
        for good in [demo::PASSWORD, "duty-day-2026!"] {
            let change = json!({ "password": good });
            let li = person_of(&mut manager, &c, "clerk_li").await;
            let path = format!("{accounts}/{li}/password");
            manager.put(&path, change).await.ok();
            assert_eq!(h.stranger().try_password("clerk_li", good).await, 200);
        }
    })
    .await;
}

#[tokio::test]
async fn neither_a_colleague_nor_oneself_sets_an_easy_password() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let (mut manager, mut zhang) = (h.as_("manager").await, h.as_("clerk_zhang").await);
        let person = person_of(&mut manager, &c, "clerk_zhang").await;
        let reset = format!("{}/accounts/{person}/password", c.path);
        for easy in ["88886666", "Clerk_Zhang"] {
            let answer = manager.put(&reset, json!({ "password": easy })).await;
            is_refused_at(&answer, "/password");
            let change = json!({ "old_password": PASSWORD, "password": easy });
            let answer = zhang.put("/api/session/password", change).await;
            is_refused_at(&answer, "/password");
        }
        assert_eq!(
            h.stranger().try_password("clerk_zhang", PASSWORD).await,
            200
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_request_with_another_password_is_another_request() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let person = person_of(&mut manager, &c, "clerk_li").await;
        let path = format!("{}/accounts/{person}/password", c.path);
        let mut reset = async |password: &str| {
            let body = Some(json!({ "password": password }));
            manager.send(Method::PUT, &path, body, &KEY).await
        };
        assert_eq!(reset("the-first-one").await.status, 204);
        assert_eq!(reset("the-first-one").await.status, 204);
        assert_eq!(reset("the-second-one").await.refused(409), "conflict");
        let mut stranger = h.stranger();
        assert_eq!(
            stranger.try_password("clerk_li", "the-first-one").await,
            200
        );
        assert_eq!(changes(&h, &c).await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_opened_again_with_another_password_is_another_request() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let person = hired(&mut manager, &c).await;
        let path = format!("{}/accounts", c.path);
        let mut open = async |password: &str, pin: &str| {
            let new = json!({ "person_id": person, "login": "dingyi", "password": password,
                "pin": pin });
            manager.send(Method::POST, &path, Some(new), &KEY).await
        };
        let opened = open("the-first-one", "2580").await.ok();
        assert_eq!(open("the-first-one", "2580").await.ok(), opened);
        assert_eq!(
            open("the-second-one", "2580").await.refused(409),
            "conflict"
        );
        assert_eq!(open("the-first-one", "1357").await.refused(409), "conflict");
    })
    .await;
}

#[tokio::test]
async fn a_repeated_act_on_an_account_is_recorded_once() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut manager = h.as_("manager").await;
        let person = person_of(&mut manager, &c, "clerk_li").await;
        let account = format!("{}/accounts/{person}", c.path);
        let (enable, unlock) = (format!("{account}/enable"), format!("{account}/unlock"));
        for (done, method, path) in [
            (1, Method::DELETE, &account),
            (2, Method::POST, &enable),
            (3, Method::POST, &unlock),
        ] {
            let key = format!("0192f0c1-2b7e-7c3a-9d7e-00000000001{done}");
            for _ in 0..2 {
                let headers = [("idempotency-key", key.as_str())];
                let answer = manager.send(method.clone(), path, None, &headers).await;
                assert_eq!(answer.status, 204, "{path}");
            }
            assert_eq!(changes(&h, &c).await, done, "{path}");
        }
    })
    .await;
}

/// How many changes of accounts the ledger of a community holds.
async fn changes(h: &Harness, c: &Community) -> i64 {
    let mut reader = h.app.platform().read().await.expect("a reader");
    let text = "SELECT COUNT(*) AS value FROM ledger_entry \
                WHERE community_id = $1 AND verb = 'access.account_changed'";
    let count: Result<(i64,), _> = zhishou_platform::sql(text)
        .bind(c.id)
        .one(&mut reader)
        .await;
    count.expect("a count").0
}
