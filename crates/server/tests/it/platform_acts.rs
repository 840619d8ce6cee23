//! The door for writing: whole or not at all, once, and in a row.

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;
use zhishou_base::{AccountId, Actor, ActorKind, ClientId, CommunityId, Instant, Span, SubjectId};
use zhishou_platform::obligations::{missed_between, open_of_subject};
use zhishou_platform::{
    Act, ActRequest, AppError, Entry, FailPoint, Owed, StepDue, Target, Urgency, Work, ledger, sql,
};

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

/// Owes something at an instant.
struct OweSomething {
    subject: SubjectId,
    due_at: Instant,
}

impl Work for OweSomething {
    type Outcome = ();

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.owe", String::new()))
    }

    async fn run(&self, act: &mut Act) -> Result<(), AppError> {
        act.owe(Owed {
            rule_key: "test.rule",
            subject_kind: "test",
            subject: self.subject,
            occurrence: "1".to_owned(),
            owner: Target::Role("guard".to_owned()),
            post: None,
            due_at: self.due_at,
            steps: vec![StepDue {
                after: Span::minutes(5),
                target: Target::Role("shift_leader".to_owned()),
                urgency: Urgency::Urgent,
            }],
        })
        .await?;
        act.record(Entry::new("test.owed")).await?;
        Ok(())
    }
}

/// Does what was owed.
struct Discharge(SubjectId);

/// What asked for it changed.
struct Withdraw(SubjectId);

impl Work for Withdraw {
    type Outcome = bool;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.withdraw", String::new()))
    }

    async fn run(&self, act: &mut Act) -> Result<bool, AppError> {
        act.record(Entry::new("test.changed")).await?;
        act.withdraw("test.rule", self.0, "1", "the plan changed")
            .await
    }
}

/// Leaves obligations whose owner cannot be read.
struct BreakOwners;

impl Work for BreakOwners {
    type Outcome = ();

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.break_owners", String::new()))
    }

    async fn run(&self, act: &mut Act) -> Result<(), AppError> {
        let community = act.community();
        let broken = sql("UPDATE obligation SET owner_kind = 'broken' WHERE community_id = $1");
        broken.bind(community).run(act).await?;
        act.record(Entry::new("test.broken")).await?;
        Ok(())
    }
}

impl Work for Discharge {
    type Outcome = bool;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.discharge", String::new()))
    }

    async fn run(&self, act: &mut Act) -> Result<bool, AppError> {
        act.record(Entry::new("test.done")).await?;
        act.discharge("test.rule", self.0, "1").await
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

#[tokio::test]
async fn a_deadline_is_breached_once_and_escalates_once_over_two_instances() {
    for_each_engine(async |h| {
        let (community, subject) = (a_community(4), SubjectId(Uuid::from_u128(5)));
        let due_at = h.app.platform().now() + Span::minutes(30);
        h.app
            .platform()
            .commit(&request(community), &OweSomething { subject, due_at })
            .await
            .expect("owed");
        let other = h.another_instance(98).await;
        let rounds = async || {
            let (a, b) = tokio::join!(
                h.app.platform().run_obligations(),
                other.platform().run_obligations()
            );
            let (a, b) = (a.expect("a round"), b.expect("a round"));
            (a.breached + b.breached, a.fired + b.fired)
        };
        assert_eq!(rounds().await, (0, 0));
        h.clock.0.set(due_at);
        assert_eq!(rounds().await, (1, 0));
        h.clock.0.set(due_at + Span::minutes(5));
        assert_eq!(rounds().await, (0, 1));
        h.clock.0.set(due_at + Span::hours(5));
        assert_eq!(rounds().await, (0, 0));
        let mut reader = h.app.platform().read().await.expect("a reader");
        let open = open_of_subject(&mut reader, community, subject)
            .await
            .expect("lines");
        assert_eq!(open.len(), 1, "a breached obligation stays open");
        assert_eq!(open[0].breached_at, Some(due_at));
        drop(reader);
        let done = h
            .app
            .platform()
            .commit(&request(community), &Discharge(subject))
            .await;
        assert_eq!(done.ok(), Some(true));
    })
    .await;
}

#[tokio::test]
async fn one_community_that_fails_does_not_silence_the_others() {
    for_each_engine(async |h| {
        let due_at = h.app.platform().now() + Span::minutes(30);
        for n in [7, 8, 9] {
            let subject = SubjectId(Uuid::from_u128(n));
            let owed = OweSomething { subject, due_at };
            let request = request(a_community(n));
            h.app
                .platform()
                .commit(&request, &owed)
                .await
                .expect("owed");
        }
        let broken = request(a_community(7));
        h.app
            .platform()
            .commit(&broken, &BreakOwners)
            .await
            .expect("broken");
        h.clock.0.set(due_at);
        assert!(h.app.platform().run_obligations().await.is_err());
        let mut reader = h.app.platform().read().await.expect("a reader");
        for n in [8, 9] {
            let subject = SubjectId(Uuid::from_u128(n));
            let open = open_of_subject(&mut reader, a_community(n), subject)
                .await
                .expect("lines");
            assert_eq!(open[0].breached_at, Some(due_at));
        }
    })
    .await;
}

#[tokio::test]
async fn a_late_record_of_timely_action_annuls_the_finding() {
    for_each_engine(async |h| {
        let (community, subject) = (a_community(6), SubjectId(Uuid::from_u128(6)));
        let due_at = h.app.platform().now() + Span::minutes(30);
        h.app.platform().commit(&request(community), &OweSomething { subject, due_at }).await.expect("owed");
        h.clock.0.set(due_at + Span::minutes(2));
        h.app.platform().run_obligations().await.expect("a round");
        let mut late = request(community);
        late.happened_at = Some(due_at - Span::minutes(3));
        assert_eq!(h.app.platform().commit(&late, &Discharge(subject)).await.ok(), Some(true));
        let (annulled,): (i64,) = sql("SELECT COUNT(*) AS value FROM finding WHERE community_id = $1 AND annulled_at IS NOT NULL")
            .bind(community)
            .one(&mut h.app.platform().read().await.expect("a reader"))
            .await
            .expect("a count");
        assert_eq!(annulled, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_done_late_is_breached_even_when_no_engine_looked_in_between() {
    for_each_engine(async |h| {
        let (community, subject) = (a_community(7), SubjectId(Uuid::from_u128(7)));
        let due_at = h.app.platform().now() + Span::minutes(30);
        let owed = OweSomething { subject, due_at };
        let platform = h.app.platform();
        platform
            .commit(&request(community), &owed)
            .await
            .expect("owed");
        h.clock.0.set(due_at + Span::minutes(2));
        let done = platform
            .commit(&request(community), &Discharge(subject))
            .await;
        assert_eq!(done.ok(), Some(true));
        let mut reader = platform.read().await.expect("a reader");
        let missed = missed_between(&mut reader, community, due_at, due_at + Span::minutes(1))
            .await
            .expect("lines");
        let told: Vec<_> = missed
            .iter()
            .map(|one| (one.breached_at, one.outcome.as_str()))
            .collect();
        assert_eq!(told, [(Some(due_at), "discharged")]);
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_is_owed_again_when_it_is_asked_for_again() {
    for_each_engine(async |h| {
        let (community, subject) = (a_community(8), SubjectId(Uuid::from_u128(8)));
        let due_at = h.app.platform().now() + Span::minutes(30);
        let platform = h.app.platform();
        let owed = OweSomething { subject, due_at };
        platform
            .commit(&request(community), &owed)
            .await
            .expect("owed");
        let withdrawn = platform
            .commit(&request(community), &Withdraw(subject))
            .await;
        assert_eq!(withdrawn.ok(), Some(true));
        let open = async || {
            let mut reader = platform.read().await.expect("a reader");
            open_of_subject(&mut reader, community, subject)
                .await
                .expect("lines")
        };
        assert_eq!(open().await.len(), 0);
        let later = OweSomething {
            subject,
            due_at: due_at + Span::minutes(5),
        };
        platform
            .commit(&request(community), &later)
            .await
            .expect("owed again");
        let again = open().await;
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].due_at, due_at + Span::minutes(5));
    })
    .await;
}
