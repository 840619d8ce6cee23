//! The door for writing: whole or not at all, once, and in a row.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;
use zhishou_base::{AccountId, Actor, ActorKind, ClientId, CommunityId};
use zhishou_platform::{Act, ActRequest, AppError, Entry, FailPoint, Work, ledger};

use crate::harness::{Harness, for_each_engine};

/// Takes the next number of a series; optionally fails after writing.
#[derive(Serialize)]
struct TakeNumber {
    fail: bool,
}

impl Work for TakeNumber {
    type Outcome = i64;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.take_number", json!(self).to_string()))
    }

    async fn run(&self, act: &mut Act) -> Result<i64, AppError> {
        let number = act.next_number("test").await?;
        act.record(Entry::new("test.number_taken").body(&json!({ "number": number })))
            .await?;
        if self.fail {
            return Err(AppError::refused("no", "不行"));
        }
        Ok(number)
    }
}

fn request(community: CommunityId) -> ActRequest {
    ActRequest {
        community,
        actor: Actor::OPERATOR,
        happened_at: None,
        client_id: None,
        opens_chain: true,
    }
}

fn a_community(n: u128) -> CommunityId {
    CommunityId(Uuid::from_u128(n))
}

async fn entries(h: &Harness, community: CommunityId) -> i64 {
    let mut reader = h.app.platform().read().await.expect("a reader");
    ledger::last_seq(&mut reader, community)
        .await
        .expect("a number")
}

#[tokio::test]
async fn a_refused_act_leaves_nothing_behind() {
    for_each_engine(async |h| {
        let (platform, community) = (h.app.platform(), a_community(1));
        assert_eq!(
            platform
                .commit(&request(community), &TakeNumber { fail: false })
                .await
                .ok(),
            Some(1)
        );
        let refused = platform
            .commit(&request(community), &TakeNumber { fail: true })
            .await;
        assert!(matches!(refused, Err(AppError::Refused { .. })));
        assert_eq!(entries(&h, community).await, 1);
        let next = platform
            .commit(&request(community), &TakeNumber { fail: false })
            .await;
        assert_eq!(
            next.ok(),
            Some(2),
            "the refused act must not have used a number"
        );
    })
    .await;
}

#[tokio::test]
async fn a_process_that_dies_before_the_commit_stored_nothing_and_after_it_everything() {
    for_each_engine(async |h| {
        let (platform, community) = (h.app.platform(), a_community(2));
        let mut by_client = request(community);
        by_client.client_id = Some(ClientId(Uuid::from_u128(7)));
        by_client.actor = Actor {
            kind: ActorKind::Staff,
            account: Some(AccountId(Uuid::from_u128(8))),
            ..Actor::OPERATOR
        };
        platform.fail_points().order(FailPoint::BeforeCommit);
        assert!(
            platform
                .commit(&by_client, &TakeNumber { fail: false })
                .await
                .is_err()
        );
        assert_eq!(entries(&h, community).await, 0);
        platform.fail_points().order(FailPoint::AfterCommit);
        assert!(
            platform
                .commit(&by_client, &TakeNumber { fail: false })
                .await
                .is_err()
        );
        assert_eq!(entries(&h, community).await, 1);
        let again = platform
            .commit(&by_client, &TakeNumber { fail: false })
            .await;
        assert_eq!(
            again.ok(),
            Some(1),
            "the repeated request gives the first answer"
        );
        assert_eq!(entries(&h, community).await, 1);
        let other = platform
            .commit(&by_client, &TakeNumber { fail: true })
            .await;
        assert!(
            matches!(other, Err(AppError::Conflict { .. })),
            "another request, same id"
        );
    })
    .await;
}

#[tokio::test]
async fn acts_of_one_community_stand_in_a_row() {
    for_each_engine(async |h| {
        let community = a_community(3);
        let other = h.another_instance(99).await;
        let mut tasks = Vec::new();
        for n in 0..20 {
            let app = if n % 2 == 0 {
                h.app.clone()
            } else {
                other.clone()
            };
            tasks.push(tokio::spawn(async move {
                app.platform()
                    .commit(&request(community), &TakeNumber { fail: false })
                    .await
            }));
        }
        let mut numbers = Vec::new();
        for task in tasks {
            numbers.push(task.await.expect("joined").expect("a number"));
        }
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=20).collect::<Vec<i64>>());
        let mut reader = h.app.platform().read().await.expect("a reader");
        let report = ledger::verify_chain(&mut reader, community)
            .await
            .expect("a report");
        assert_eq!(
            (report.entries, report.problems.as_slice()),
            (20, [].as_slice())
        );
    })
    .await;
}
