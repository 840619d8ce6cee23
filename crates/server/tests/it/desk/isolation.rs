//! Another community's contacts and residents are not there.

use serde_json::json;
use uuid::Uuid;
use zhishou_app::Action;
use zhishou_app::desk::TakeContact;
use zhishou_app::people::{AddHomes, HomeInput, NewCommunity, find_callers, found_community};
use zhishou_base::{CommunityId, ContactId, ResidentId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::desk::{ContactChannel, ContactInput, ContactKind};
use zhishou_rules::people::{Relation, ResidentInput};

use super::numbers;
use crate::harness::for_each_engine;

/// Another community with a home and a call from it.
#[derive(serde::Serialize)]
struct FoundNeighbours;

impl Action for FoundNeighbours {
    type Outcome = (ContactId, ResidentId);
    const NAME: &'static str = "test.found_neighbours";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<Self::Outcome, AppError> {
        let new = NewCommunity {
            name: "邻家小区".into(),
            utc_offset_minutes: 480,
        };
        found_community(act, &new).await?;
        let home = HomeInput {
            building: "1栋".into(),
            unit: String::new(),
            number: "101".into(),
            vehicles: Vec::new(),
            residents: vec![ResidentInput {
                name: "邻居".into(),
                phone: Some("13700137000".into()),
                relation: Relation::Owner,
                note: String::new(),
            }],
        };
        AddHomes(vec![home]).perform(act).await?;
        let community = act.community();
        let resident = find_callers(act, community, "13700137000").await?[0].id;
        let call = TakeContact {
            input: ContactInput {
                kind: ContactKind::Complaint,
                channel: ContactChannel::Call,
                room: String::new(),
                caller_name: String::new(),
                caller_phone: String::new(),
                content: "邻家的事".into(),
                handling: String::new(),
                told: String::new(),
                plate: String::new(),
                answered_after_seconds: None,
                settled: false,
            },
            resident: Some(resident),
        };
        Ok((call.perform(act).await?.id, resident))
    }
}

#[tokio::test]
async fn another_communitys_contacts_and_callers_are_not_there() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let other = CommunityId(Uuid::from_u128(99));
        let (contact, resident) = h.app.found(other, &FoundNeighbours).await.expect("founded");
        let mut clerk = h.as_("clerk_zhang").await;
        // Through one's own community their things are unknown.
        let path = format!("{}/contacts/{contact}", c.path);
        assert_eq!(clerk.get(&path).await.refused(404), "not_found");
        for (act, body) in [
            ("correct", json!({ "content": "改写", "reason": "写错" })),
            ("settle", json!({ "outcome": "已办" })),
            ("reveal", json!({ "reason": "想看看" })),
        ] {
            let answer = clerk.post(&format!("{path}/{act}"), body).await;
            assert_eq!(answer.refused(404), "not_found", "{act}");
        }
        let theirs = json!({ "kind": "help", "channel": "call", "resident_id": resident });
        let answer = clerk.post(&format!("{}/contacts", c.path), theirs).await;
        assert_eq!(answer.refused(404), "not_found");
        let callers = clerk
            .find(&format!("{}/callers", c.path), "13700137000")
            .await;
        assert_eq!(callers, json!([]));
        assert_eq!(numbers(&mut clerk, &c, "").await.len(), 0);
        // And their community itself is not there.
        for list in ["contacts", "work-orders", "alerts"] {
            let answer = clerk.get(&format!("/api/c/{other}/{list}")).await;
            assert_eq!(answer.refused(404), "not_found", "{list}");
        }
        let call = json!({ "kind": "help", "channel": "call" });
        let answer = clerk.post(&format!("/api/c/{other}/contacts"), call).await;
        assert_eq!(answer.refused(404), "not_found");
    })
    .await;
}
