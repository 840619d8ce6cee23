//! What is owed: breached once, escalated once, settled by an outcome.

use uuid::Uuid;
use zhishou_base::{Actor, CommunityId, Instant, Span, SubjectId};
use zhishou_platform::obligations::{ObligationLine, missed_between, open_of_subject};
use zhishou_platform::{
    Act, ActRequest, AppError, Entry, Owed, StepDue, Target, Urgency, Work, sql,
};

use crate::harness::{Harness, for_each_engine};

const RULE: &str = "test.rule";

/// What an act of these tests does to the one obligation of its subject.
#[derive(Clone)]
enum Deed {
    Owe(Instant, Vec<StepDue>),
    Discharge,
    Withdraw,
    Waive,
    Pause,
    Resume,
    /// Leaves an owner that cannot be read.
    BreakOwner,
}

/// One obligation, of a community of its own.
struct Case<'a> {
    h: &'a Harness,
    number: u128,
}

struct Doing(SubjectId, Deed);

impl Work for Doing {
    type Outcome = bool;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.deed", String::new()))
    }

    async fn run(&self, act: &mut Act) -> Result<bool, AppError> {
        act.record(Entry::new("test.done")).await?;
        match &self.1 {
            Deed::Owe(due_at, steps) => {
                act.owe(owed(self.0, *due_at, steps)).await?;
                Ok(true)
            }
            Deed::Discharge => act.discharge(RULE, self.0, "1").await,
            Deed::Withdraw => act.withdraw(RULE, self.0, "1", "the plan changed").await,
            Deed::Waive => act.waive(RULE, self.0, "1", "住户要求改日").await,
            Deed::Pause => act.pause(RULE, self.0, "1", "等待配件").await,
            Deed::Resume => act.resume(RULE, self.0, "1").await,
            Deed::BreakOwner => {
                let community = act.community();
                sql("UPDATE obligation SET owner_kind = 'broken' WHERE community_id = $1")
                    .bind(community)
                    .run(act)
                    .await?;
                Ok(true)
            }
        }
    }
}

fn owed(subject: SubjectId, due_at: Instant, steps: &[StepDue]) -> Owed {
    Owed {
        rule_key: RULE,
        subject_kind: "test",
        subject,
        number: None,
        occurrence: "1".to_owned(),
        owner: role("guard"),
        post: None,
        due_at,
        steps: steps.to_vec(),
    }
}

fn role(word: &str) -> Target {
    Target::Role(word.to_owned())
}

fn step(minutes: i64, word: &str) -> StepDue {
    StepDue {
        after: Span::minutes(minutes),
        target: role(word),
        urgency: Urgency::Urgent,
    }
}

impl Case<'_> {
    fn community(&self) -> CommunityId {
        CommunityId(Uuid::from_u128(self.number))
    }

    fn subject(&self) -> SubjectId {
        SubjectId(Uuid::from_u128(self.number))
    }

    async fn does(&self, deed: Deed) -> bool {
        self.did_at(None, deed).await
    }

    async fn did_at(&self, happened_at: Option<Instant>, deed: Deed) -> bool {
        let request = ActRequest {
            community: self.community(),
            actor: Actor::OPERATOR,
            happened_at,
            client_id: None,
            opens_chain: true,
        };
        let work = Doing(self.subject(), deed);
        let done = self.h.app.platform().commit(&request, &work).await;
        done.expect("the deed")
    }

    /// Owes it in half an hour, with a call to the leader five minutes later.
    async fn owed(&self) -> Instant {
        let due_at = self.h.app.platform().now() + Span::minutes(30);
        let steps = vec![step(5, "shift_leader")];
        self.does(Deed::Owe(due_at, steps)).await;
        due_at
    }

    /// Moves the clock and lets the engine look; tells how many were breached and steps fired.
    async fn round_at(&self, at: Instant) -> (u64, u64) {
        self.h.clock.0.set(at);
        let round = self.h.app.platform().run_obligations().await;
        let round = round.expect("a round");
        (round.breached, round.fired)
    }

    async fn open(&self) -> Vec<ObligationLine> {
        let mut reader = self.h.app.platform().read().await.expect("a reader");
        open_of_subject(&mut reader, self.community(), self.subject())
            .await
            .expect("lines")
    }

    async fn missed(&self, due_at: Instant) -> Vec<(Option<Instant>, String)> {
        let mut reader = self.h.app.platform().read().await.expect("a reader");
        let until = due_at + Span::minutes(1);
        let missed = missed_between(&mut reader, self.community(), due_at, until).await;
        let lines = missed.expect("lines").into_iter();
        lines.map(|one| (one.breached_at, one.outcome)).collect()
    }

    async fn count(&self, text: &'static str) -> i64 {
        let mut reader = self.h.app.platform().read().await.expect("a reader");
        let (n,): (i64,) = sql(text)
            .bind(self.community())
            .one(&mut reader)
            .await
            .expect("a count");
        n
    }
}

#[tokio::test]
async fn a_deadline_is_breached_once_and_escalates_once_over_two_instances() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 4 };
        let due_at = case.owed().await;
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
        let open = case.open().await;
        assert_eq!(open.len(), 1, "a breached obligation stays open");
        assert_eq!(open[0].breached_at, Some(due_at));
        assert!(case.does(Deed::Discharge).await);
    })
    .await;
}

#[tokio::test]
async fn one_community_that_fails_does_not_silence_the_others() {
    for_each_engine(async |h| {
        let cases = [7, 8, 9].map(|number| Case { h: &h, number });
        let mut due_at = h.app.platform().now();
        for case in &cases {
            due_at = case.owed().await;
        }
        cases[0].does(Deed::BreakOwner).await;
        h.clock.0.set(due_at);
        assert!(h.app.platform().run_obligations().await.is_err());
        for case in &cases[1..] {
            assert_eq!(case.open().await[0].breached_at, Some(due_at));
        }
    })
    .await;
}

#[tokio::test]
async fn a_late_record_of_timely_action_annuls_the_finding() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 6 };
        let due_at = case.owed().await;
        case.round_at(due_at + Span::minutes(2)).await;
        let in_time = Some(due_at - Span::minutes(3));
        assert!(case.did_at(in_time, Deed::Discharge).await);
        let annulled = "SELECT COUNT(*) AS value FROM finding \
             WHERE community_id = $1 AND annulled_at IS NOT NULL";
        assert_eq!(case.count(annulled).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_done_late_is_breached_even_when_no_engine_looked_in_between() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 7 };
        let due_at = case.owed().await;
        h.clock.0.set(due_at + Span::minutes(2));
        assert!(case.does(Deed::Discharge).await);
        let told = case.missed(due_at).await;
        assert_eq!(told, [(Some(due_at), "discharged".to_owned())]);
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_is_owed_again_when_it_is_asked_for_again() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 8 };
        let due_at = case.owed().await;
        assert!(case.does(Deed::Withdraw).await);
        assert_eq!(case.open().await.len(), 0);
        let later = due_at + Span::minutes(5);
        case.does(Deed::Owe(later, vec![])).await;
        let again = case.open().await;
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].due_at, later);
    })
    .await;
}

#[tokio::test]
async fn who_is_owed_something_after_the_reminder_is_still_called_at_the_deadline() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 9 };
        let due_at = h.app.platform().now() + Span::minutes(30);
        let reminder = step(-10, "front_desk");
        let plan = vec![reminder.clone(), step(0, "shift_leader")];
        case.does(Deed::Owe(due_at, plan.clone())).await;
        assert_eq!(case.round_at(due_at - Span::minutes(10)).await, (0, 1));
        case.does(Deed::Owe(due_at, plan)).await;
        let unchanged = case.round_at(due_at - Span::minutes(9)).await;
        assert_eq!(unchanged, (0, 0), "the same plan reminds nobody twice");
        case.does(Deed::Owe(due_at, vec![step(0, "repairer")]))
            .await;
        assert_eq!(case.round_at(due_at).await, (1, 1));
        let called = "SELECT COUNT(*) AS value FROM obligation_step \
             WHERE community_id = $1 AND target_key = 'repairer' AND fired_at IS NOT NULL";
        assert_eq!(case.count(called).await, 1, "who has it now is called");
    })
    .await;
}

#[tokio::test]
async fn a_pause_moves_the_deadline_by_its_length_and_nothing_is_missed_in_it() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 10 };
        let due_at = case.owed().await;
        assert!(case.does(Deed::Pause).await);
        assert!(!case.does(Deed::Pause).await, "it stands already");
        assert_eq!(case.round_at(due_at + Span::hours(1)).await, (0, 0));
        assert!(case.does(Deed::Resume).await);
        assert!(!case.does(Deed::Resume).await, "it runs already");
        let moved = due_at + Span::minutes(90);
        assert_eq!(case.open().await[0].due_at, moved);
        assert_eq!(case.round_at(moved).await, (1, 0));
        let late = moved + Span::minutes(5);
        assert_eq!(case.round_at(late).await, (0, 1), "the steps moved as well");
    })
    .await;
}

#[tokio::test]
async fn what_is_waived_calls_nobody_and_a_missed_one_stays_missed() {
    for_each_engine(async |h| {
        let case = Case { h: &h, number: 11 };
        let due_at = case.owed().await;
        assert!(case.does(Deed::Waive).await);
        assert_eq!(case.round_at(due_at + Span::hours(1)).await, (0, 0));
        let late = Case { h: &h, number: 12 };
        let due_at = late.owed().await;
        h.clock.0.set(due_at + Span::minutes(2));
        assert!(late.does(Deed::Waive).await);
        let told = late.missed(due_at).await;
        assert_eq!(told, [(Some(due_at), "waived".to_owned())]);
        assert!(!late.does(Deed::Discharge).await, "it is settled");
    })
    .await;
}
