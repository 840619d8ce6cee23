//! Complaints.

use serde_json::json;

use super::{Orders, due, verbs};
use crate::harness::{at, for_each_engine};

#[tokio::test]
async fn r16_3_complaint_tells_the_department_head() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let noise = json!({ "kind": "complaint", "severity": "serious", "content": "夜间施工噪音",
            "department": "工程部" });
        let order = orders.register(noise).await;
        assert_eq!(order["number"], "TS20261124-001");
        assert_eq!(order["matter"]["severity"], "serious");
        assert!(order["matter"]["head_told_at"].is_null());
        assert!(due(&order).contains(&("workorder.first_reply", at("2026-11-25T09:10").0)));
        let to = json!({ "assignee_id": orders.day.person("supervisor_he") });
        orders.desk(&order, "dispatch", to).await.ok();
        let mut he = h.as_("supervisor_he").await;
        let path = |step: &str| super::path_of(&orders.day, &order, step);
        he.post(&path("accept"), json!({})).await.ok();
        let untold = he.post(&path("finish"), json!({})).await;
        assert_eq!(untold.refused(422), "head_not_told");
        let told = json!({ "department": "工程部", "head_id": orders.day.person("leader_liu") });
        let told = he.post(&path("tell-head"), told).await.ok();
        assert_eq!(
            told["matter"]["head_told_at"],
            json!(at("2026-11-24T09:10"))
        );
        let twice = he
            .post(&path("tell-head"), json!({ "department": "工程部" }))
            .await;
        assert_eq!(twice.refused(422), "head_already_told");
        let replied = he
            .post(&path("first-reply"), json!({ "note": "已约谈施工方" }))
            .await
            .ok();
        assert!(
            due(&replied)
                .iter()
                .all(|(rule, _)| *rule != "workorder.first_reply")
        );
        // A complaint ends by being heard, not by being closed.
        let close = json!({ "closing": "settled", "reason": "已解释" });
        assert_eq!(
            he.post(&path("close"), close).await.refused(422),
            "complaint_must_be_handled"
        );
        he.post(&path("finish"), json!({ "note": "施工方承诺 18 点后停工" }))
            .await
            .ok();
        let call = json!({ "reached": true, "satisfied": true });
        let called = orders.desk(&order, "call-back", call).await.ok();
        assert!(verbs(&called).contains(&"workorder.head_told"));
    })
    .await;
}

#[tokio::test]
async fn changing_the_urgency_keeps_the_old_clock_and_needs_a_reason() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let mut leak = super::tap_leaks();
        leak["urgency"] = json!("urgent");
        let order = orders.register(leak).await;
        let mut change =
            json!({ "version": 1, "kind": "repair", "urgency": "normal", "reason": "" });
        let refused = orders.desk(&order, "matter", change.clone()).await;
        assert_eq!(refused.refused(422), "reason_needed");
        change["reason"] = json!("现场只是滴水");
        let eased = orders.desk(&order, "matter", change).await.ok();
        assert_eq!(eased["urgency"], "normal");
        assert_eq!(due(&eased), due(&order));
        let not_complaint = orders.desk(&order, "first-reply", json!({})).await;
        assert_eq!(not_complaint.refused(422), "not_complaint");
    })
    .await;
}
