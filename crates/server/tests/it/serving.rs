//! The real program as it serves: first start, headers, refusals, logs, and its end.

use serde_json::json;

use crate::harness::binary::{Finished, Installation, for_each_installation};
use crate::harness::wire::RawAnswer;

#[tokio::test]
async fn an_empty_database_gets_one_link_that_works_once() {
    for_each_installation(async |place| {
        let served = place.serve(&[]);
        let path = format!("/api{}", served.setup_path.as_deref().expect("a link"));
        assert_eq!(served.wire.get(&path).status, 200);
        served.set_up();
        let again = served.wire.get(&path);
        assert_eq!(again.status, 422);
        assert_eq!(again.json()["code"], "already_set_up");
        served.stop().ended_with(0);
        let later = place.serve(&[]);
        assert_eq!(later.setup_path, None, "somebody has an account");
        later.stop().ended_with(0);
    })
    .await;
}

#[tokio::test]
async fn health_readiness_and_metrics_answer() {
    for_each_installation(async |place| {
        let served = place.serve(&[]);
        let health = served.wire.get("/healthz");
        assert_eq!((health.status, health.body.as_str()), (200, "ok"));
        let ready = served.wire.get("/readyz");
        assert_eq!((ready.status, ready.body.as_str()), (200, "ready"));
        served.wire.get("/api/session");
        let metrics = served.wire.get("/metrics");
        assert_eq!(metrics.status, 200);
        let counted = "zhishou_requests_total{route=\"/api/session\",status=\"401\"} 1";
        assert!(metrics.body.contains(counted), "{}", metrics.body);
        let timed = "zhishou_request_seconds_count{route=\"/api/session\"} 1";
        assert!(metrics.body.contains(timed), "{}", metrics.body);
        // The first look at what is due runs beside the first answers.
        let looked = (0..1_000).any(|_| {
            let body = served.wire.get("/metrics").body;
            body.contains("zhishou_ticks_total{outcome=\"done\"}")
                && body.contains("zhishou_last_tick_at_seconds 1")
        });
        assert!(looked, "deadlines are looked at");
        served.stop().ended_with(0);
    })
    .await;
}

fn is_safe(answer: &RawAnswer) {
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("script-src 'self';"), "{policy}");
    assert!(policy.contains("frame-ancestors 'none'"), "{policy}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("x-frame-options"), "DENY");
    assert_eq!(answer.header("referrer-policy"), "same-origin");
    let now: i64 = answer.header("x-server-now").parse().expect("milliseconds");
    assert!(now > 1_700_000_000_000);
}

#[tokio::test]
async fn every_answer_carries_the_safety_headers() {
    let place = Installation::sqlite();
    let served = place.serve(&[]);
    for path in [
        "/",
        "/healthz",
        "/api/session",
        "/api/nothing",
        "/assets/nothing.js",
    ] {
        is_safe(&served.wire.get(path));
    }
    for path in ["/api/session", "/api/nothing", "/healthz"] {
        assert_eq!(
            served.wire.get(path).header("cache-control"),
            "no-store",
            "{path}"
        );
    }
    let forged = served.wire.send("POST", "/api/session", &[], "{}");
    is_safe(&forged);
    served.stop().ended_with(0);
}

#[tokio::test]
async fn the_session_cookie_is_for_this_site_and_no_script() {
    let place = Installation::sqlite();
    let served = place.serve(&[]);
    served.set_up();
    let flags = |answer: &RawAnswer| {
        let cookies = answer.header("set-cookie").to_lowercase();
        let session = cookies
            .lines()
            .find(|line| line.starts_with("zhishou_session="));
        session.expect("a session cookie").to_owned()
    };
    let plain = flags(&served.sign_in());
    assert!(
        plain.contains("httponly") && plain.contains("samesite=strict"),
        "{plain}"
    );
    assert!(!plain.contains("; secure"), "http would lose it: {plain}");
    served.stop().ended_with(0);
    let served = place.serve(&["--secure-cookies"]);
    let secure = flags(&served.sign_in());
    assert!(secure.contains("; secure"), "{secure}");
    served.stop().ended_with(0);
}

#[tokio::test]
async fn requests_of_other_sites_are_refused() {
    let place = Installation::sqlite();
    let served = place.serve(&[]);
    let json_type = ("content-type", "application/json");
    let ours = ("x-zhishou", "1");
    let body = json!({ "login": "x", "password": "y" }).to_string();
    for (headers, why) in [
        (vec![json_type], "without the header of our pages"),
        (
            vec![json_type, ours, ("sec-fetch-site", "cross-site")],
            "from another site",
        ),
        (
            vec![json_type, ours, ("sec-fetch-site", "same-site")],
            "from a neighbour",
        ),
    ] {
        let refused = served.wire.send("POST", "/api/session", &headers, &body);
        assert_eq!(refused.status, 403, "{why}: {}", refused.body);
        assert_eq!(refused.json()["code"], "forbidden");
    }
    let heard = [json_type, ours, ("sec-fetch-site", "same-origin")];
    let heard = served.wire.send("POST", "/api/session", &heard, &body);
    assert_eq!(heard.json()["code"], "wrong_password");
    served.stop().ended_with(0);
}

#[tokio::test]
async fn an_unknown_route_below_api_is_a_problem_and_not_a_page() {
    let place = Installation::sqlite();
    let served = place.serve(&[]);
    for method in ["GET", "POST", "PUT", "DELETE", "PATCH"] {
        let answer = served
            .wire
            .send(method, "/api/nothing/here", &[("x-zhishou", "1")], "");
        assert_eq!(answer.status, 404, "{method}: {}", answer.body);
        let kind = answer.header("content-type");
        assert!(
            kind.starts_with("application/problem+json"),
            "{method}: {kind}"
        );
        assert_eq!(answer.json()["code"], "not_found");
    }
    served.stop().ended_with(0);
}

#[tokio::test]
async fn it_ends_in_order_while_a_live_page_is_open() {
    for_each_installation(async |place| {
        let served = place.serve(&[]);
        let cookie = served.set_up();
        let headers = [("cookie", cookie.as_str())];
        let session = served.wire.send("GET", "/api/session", &headers, "");
        let community = session.json()["memberships"][0]["community_id"].clone();
        let path = format!(
            "/api/c/{}/events?after=0",
            community.as_str().expect("an id")
        );
        let stream = served.wire.open("GET", &path, &headers, "");
        assert_eq!(stream.answer.status, 200);
        assert_eq!(stream.answer.header("content-type"), "text/event-stream");
        served.terminate();
        // The stream is ended by the server, properly, not by its death.
        let rest = stream.read_to_end();
        assert!(rest.contains("data: {\"seq\":1"), "{rest}");
        assert!(rest.ends_with("0\r\n\r\n"), "{rest}");
        served.wait().ended_with(0).said("stopping");
    })
    .await;
}

#[tokio::test]
async fn logs_are_json_lines_without_personal_data() {
    for_each_installation(async |place| {
        let served = place.serve(&["--log", "debug"]);
        let cookie = served.set_up();
        for login in ["13912345678", "+86 139 1234 5678", "13800138000"] {
            let body = json!({ "login": login, "password": "geheim-4711" });
            let answer = served.wire.post("/api/session", &body, &[]);
            assert_eq!(answer.json()["code"], "wrong_password");
        }
        served
            .wire
            .send("GET", "/api/session", &[("cookie", &cookie)], "");
        served.wire.get("/api/session?phone=13912345678");
        served.wire.get("/residents/13912345678");
        let ended = served.stop().ended_with(0);
        let (_, token) = cookie.split_once('=').expect("NAME=VALUE");
        let spellings = [
            "13912345678",
            "139 1234 5678",
            "13800138000",
            "geheim",
            "陈主任",
            token,
        ];
        for line in ended.stderr.lines() {
            let parsed: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(
                parsed["level"].is_string() && parsed["timestamp"].is_string(),
                "{line}"
            );
            for spelling in spellings {
                assert!(!line.contains(spelling), "{spelling} in {line}");
            }
        }
        ended.said("\"answered\"").said("/api/session");
    })
    .await;
}

async fn pretend_newer(place: &Installation) {
    let statement = "INSERT INTO schema_version (version, applied_at) VALUES (9999, 0)";
    if let Some(url) = place.url() {
        let pool = sqlx::PgPool::connect(url).await.expect("PostgreSQL");
        sqlx::query(statement)
            .execute(&pool)
            .await
            .expect("written");
        pool.close().await;
    } else {
        let file = format!("sqlite://{}", place.data_dir().join("zhishou.db").display());
        let pool = sqlx::SqlitePool::connect(&file).await.expect("SQLite");
        sqlx::query(statement)
            .execute(&pool)
            .await
            .expect("written");
        pool.close().await;
    }
}

#[tokio::test]
async fn a_newer_database_is_refused_with_words() {
    for_each_installation(async |place| {
        place.serve(&[]).stop().ended_with(0);
        pretend_newer(&place).await;
        for command in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"]] {
            let refused: Finished = place.run(command).ended_with(2);
            refused
                .said("schema version 9999")
                .said("start the newer program");
        }
    })
    .await;
}

#[tokio::test]
async fn wrong_settings_are_explained() {
    let place = Installation::sqlite();
    place
        .run(&["serve", "--log", "a=b=c"])
        .ended_with(2)
        .said("--log");
    place
        .run(&["serve", "--rehearsal", "--listen", "0.0.0.0:0"])
        .ended_with(2)
        .said("loopback");
    std::fs::create_dir_all(place.data_dir()).expect("a folder");
    let file = place.data_dir().join("zhishou.toml");
    std::fs::write(&file, "lissten = \"127.0.0.1:8080\"\n").expect("written");
    place
        .run(&["serve"])
        .ended_with(2)
        .said("lissten")
        .said("zhishou.toml");
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let (first, second) = (Installation::sqlite(), Installation::sqlite());
    let served = first.serve(&[]);
    let address = served.wire.address().to_string();
    second
        .run(&["serve", "--listen", &address])
        .ended_with(2)
        .said(&format!("cannot listen on {address}"))
        .said("另一个值守")
        .said("--listen");
    served.stop().ended_with(0);
}
