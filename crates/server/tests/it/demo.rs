//! The demo community: a week of history through the same actions, whole and repeatable.

use serde_json::json;
use zhishou_app::access::offer_setup_link;
use zhishou_app::demo::{CAST, PASSWORD, PIN, fill, fill_days};
use zhishou_platform::ledger::verify_chain;
use zhishou_platform::sql;

use crate::engines::Engine;
use crate::harness::{Harness, for_each_engine};

async fn count(h: &Harness, text: &'static str) -> i64 {
    let mut reader = h.app.platform().read().await.expect("a reader");
    let (count,): (i64,) = sql(text).one(&mut reader).await.expect("counted");
    count
}

#[tokio::test]
async fn a_week_of_the_demo_is_whole_and_its_ledger_intact() {
    for_each_engine(async |h| {
        let report = fill(&h.app, None).await.expect("filled");
        assert_eq!(report.homes, 1_200);
        let mut reader = h.app.platform().read().await.expect("a reader");
        let verified = verify_chain(&mut reader, report.community)
            .await
            .expect("verified");
        assert_eq!(verified.problems, vec![]);
        assert!(verified.entries > 2_000, "{}", verified.entries);
        drop(reader);
        let contacts = count(&h, "SELECT COUNT(*) AS value FROM contact").await;
        assert!(
            (280..460).contains(&contacts),
            "{contacts} contacts in a week"
        );
        let joined = count(&h, "SELECT COUNT(*) AS value FROM public_matter_call").await;
        assert_eq!(joined, 11, "calls about the two public matters");
        let unsigned = count(
            &h,
            "SELECT COUNT(*) AS value FROM handover WHERE state <> 'signed'",
        )
        .await;
        assert_eq!(unsigned, 0);
        let rosters = count(
            &h,
            "SELECT COUNT(*) AS value FROM roster WHERE state = 'published'",
        )
        .await;
        assert_eq!(rosters, 4, "this month and the next, for both posts");
        let missed = count(
            &h,
            "SELECT COUNT(*) AS value FROM obligation WHERE breached_at IS NOT NULL \
             AND rule_key LIKE 'coverage.%'",
        )
        .await;
        assert_eq!(missed, 0, "nobody was late and no post stood empty");
        // Somebody of the demo signs in and sees who stands where.
        let mut clerk = h.stranger();
        let request = json!({ "login": "hejing", "password": PASSWORD, "device_name": "test" });
        clerk.post("/api/session", request).await.ok();
        let path = format!("/api/c/{}/coverage", report.community);
        let seen = clerk.get(&path).await.ok();
        for post in seen["posts"].as_array().expect("posts") {
            assert!(post["answers_person_id"].is_string(), "{post}");
            assert!(post["gap"].is_null(), "{post}");
        }
        let again = fill(&h.app, None)
            .await
            .expect_err("it is not empty any more");
        assert!(again.to_string().contains("初始设置之前"), "{again}");
    })
    .await;
}

#[tokio::test]
async fn the_set_up_page_fills_the_demo_once_and_signs_its_manager_in() {
    let h = Harness::start(Engine::sqlite().await).await;
    let token = offer_setup_link(&h.app)
        .await
        .expect("a link")
        .expect("an empty installation");
    let mut browser = h.stranger();
    let wrong = browser.post("/api/setup/nonsense/demo", json!({})).await;
    assert_eq!(wrong.refused(422), "setup_link_spent");
    let path = format!("/api/setup/{token}/demo");
    let filled = browser.post(&path, json!({})).await.ok();
    assert_eq!(
        filled["accounts"].as_array().expect("accounts").len(),
        CAST.len()
    );
    assert_eq!(
        (&filled["password"], &filled["pin"]),
        (&json!(PASSWORD), &json!(PIN))
    );
    let session = browser.get("/api/session").await.ok();
    assert!(session.to_string().contains("周建华"), "{session}");
    let again = h.stranger().post(&path, json!({})).await;
    assert_eq!(again.refused(422), "already_set_up");
}

#[tokio::test]
async fn the_demo_tells_the_same_story_every_time() {
    let story = async || {
        let h = Harness::start(Engine::sqlite().await).await;
        let report = fill_days(&h.app, None, 1).await.expect("filled");
        let orders = count(&h, "SELECT COUNT(*) AS value FROM work_order").await;
        let entries = count(&h, "SELECT COUNT(*) AS value FROM ledger_entry").await;
        (report.residents, report.events, orders, entries)
    };
    assert_eq!(story().await, story().await);
}

#[tokio::test]
async fn whenever_somebody_looks_the_demo_is_in_the_middle_of_its_work() {
    // In the night, before a handover, just after it on the first day of a year, and by day.
    for now in [
        "2026-11-24T03:00",
        "2026-11-24T21:06",
        "2026-12-01T08:52",
        "2027-01-01T09:01",
        "2026-11-28T14:10",
    ] {
        let h = Harness::start(Engine::sqlite().await).await;
        h.clock.set(now);
        let report = fill_days(&h.app, None, 1).await.expect(now);
        let open = count(
            &h,
            "SELECT COUNT(*) AS value FROM work_order \
             WHERE stage IN ('registered', 'dispatched', 'accepted', 'arrived')",
        )
        .await;
        assert!(open >= 4, "{now}: {open} open orders");
        let running = count(
            &h,
            "SELECT COUNT(*) AS value FROM work_order WHERE due_at > \
             (SELECT MAX(recorded_at) FROM ledger_entry)",
        )
        .await;
        assert!(running >= 4, "{now}: {running} countdowns run");
        let put_off = count(
            &h,
            "SELECT COUNT(*) AS value FROM work_order WHERE deferral_json IS NOT NULL \
             AND stage IN ('registered', 'dispatched', 'accepted', 'arrived')",
        )
        .await;
        assert!(put_off >= 1, "{now}: {put_off} put off");
        let signed = count(
            &h,
            "SELECT COUNT(*) AS value FROM handover WHERE state = 'signed'",
        )
        .await;
        assert!(signed >= 2, "{now}: {signed} signed handovers");
        let held = count(
            &h,
            "SELECT COUNT(*) AS value FROM post_hold WHERE to_at IS NULL",
        )
        .await;
        assert_eq!(held, 2, "{now}: desk and gate are held");
        assert!(report.events > 50, "{now}: {} events", report.events);
    }
}
