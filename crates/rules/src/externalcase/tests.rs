//! What the source may ask of the house, and what the house may not do to the deadline.

use proptest::prelude::*;
use zhishou_base::{Instant, PersonId, Span};

use super::*;
use crate::access::Role;
use crate::coverage::CallStep;

const RECEIVED: Instant = Instant(1_800_000_000_000);

fn due() -> Instant {
    RECEIVED + Span::days(5)
}

fn by(at: Instant) -> By {
    By {
        person: PersonId(uuid::Uuid::from_u128(7)),
        at,
        recorded_at: at,
    }
}

fn new_case() -> NewCase<'static> {
    NewCase {
        source: CaseSource::Hotline,
        source_name: "",
        external_number: "20261124008231",
        content: "3 栋东侧路灯不亮已一周",
        caller_name: "仇英",
        caller_phone: "13800001234",
        room: "3-2-1201",
        received_at: RECEIVED,
        due_at: due(),
    }
}

fn taken() -> ExternalCase {
    take(&new_case(), RECEIVED).expect("a whole case")
}

fn replied() -> ExternalCase {
    let proof = Proof {
        photos: 1,
        none_because: "",
    };
    reply(&taken(), "路灯已修复", proof, by(due())).expect("replied")
}

fn pointers(new: &NewCase<'_>) -> Vec<String> {
    let faults = take(new, RECEIVED).expect_err("something is wrong");
    faults
        .into_iter()
        .map(|fault| fault.pointer.to_string())
        .collect()
}

#[test]
fn what_is_wrong_is_named_by_its_field() {
    let empty = NewCase {
        external_number: "",
        content: " ",
        received_at: RECEIVED + Span::minutes(1),
        due_at: RECEIVED,
        ..new_case()
    };
    assert_eq!(
        pointers(&empty),
        ["/content", "/external_number", "/received_at", "/due_at"]
    );
    let nameless = NewCase {
        source: CaseSource::Other,
        ..new_case()
    };
    assert_eq!(pointers(&nameless), ["/source_name"]);
    // Who calls from the street office often has no number.
    let by_word_of_mouth = NewCase {
        source: CaseSource::StreetOffice,
        external_number: "",
        ..new_case()
    };
    assert!(take(&by_word_of_mouth, RECEIVED).is_ok());
    // What lay in a box is late, not impossible.
    assert!(take(&new_case(), due() + Span::days(2)).is_ok());
}

#[test]
fn only_the_sources_word_moves_the_deadline() {
    let wanted = due() + Span::days(3);
    let asked = ask_extension(&taken(), wanted, "灯杆须订货", by(RECEIVED)).expect("asked");
    assert_eq!(asked.owed_until(), Some(due()));
    let twice = ask_extension(&asked, wanted, "灯杆须订货", by(RECEIVED));
    assert_eq!(twice, Err(ExternalCaseRefusal::ExtensionAlreadyAsked));
    let refused = answer_extension(&asked, Answer::Refused, by(RECEIVED)).expect("refused");
    assert_eq!((refused.owed_until(), refused.extensions), (Some(due()), 0));
    // The source may give less than was wanted.
    let less = Answer::Granted {
        due_at: due() + Span::days(1),
    };
    let granted = answer_extension(&asked, less, by(RECEIVED)).expect("granted");
    assert_eq!(granted.owed_until(), Some(due() + Span::days(1)));
    assert_eq!(granted.occurrence(), "0.0");
    let again = answer_extension(&granted, less, by(RECEIVED));
    assert_eq!(again, Err(ExternalCaseRefusal::NoExtensionAsked));
}

#[test]
fn an_extension_wants_a_reason_and_a_later_day() {
    let earlier = due() - Span::days(1);
    let step = ask_extension(&taken(), earlier, "灯杆须订货", by(RECEIVED));
    assert_eq!(step, Err(ExternalCaseRefusal::DueNotLater));
    let step = ask_extension(&taken(), due() + Span::days(1), " ", by(RECEIVED));
    assert_eq!(step, Err(ExternalCaseRefusal::ExtensionReasonNeeded));
}

#[test]
fn time_given_after_the_deadline_is_owed_anew() {
    let wanted = due() + Span::days(3);
    let asked = ask_extension(&taken(), wanted, "灯杆须订货", by(RECEIVED)).expect("asked");
    let granted = Answer::Granted { due_at: wanted };
    let late = answer_extension(&asked, granted, by(due() + Span::hours(1))).expect("granted");
    assert_eq!(late.occurrence(), "0.1");
}

#[test]
fn a_closed_case_takes_neither_photo_nor_order_and_no_case_two_orders() {
    let closed = close(&replied(), CaseOutcome::Satisfied, "", by(due())).expect("closed");
    let stage = CaseStage::Closed;
    let wrong = Err(ExternalCaseRefusal::WrongStage { stage });
    assert_eq!(add_proof(&closed), wrong);
    assert_eq!(join_order(&closed, false), wrong);
    assert_eq!(add_proof(&replied()), Ok(()));
    assert_eq!(join_order(&taken(), false), Ok(()));
    let linked = Err(ExternalCaseRefusal::AlreadyLinked);
    assert_eq!(join_order(&taken(), true), linked);
}

#[test]
fn a_reply_says_something_and_is_proven_or_says_why_not() {
    let proof = |photos, none_because| Proof {
        photos,
        none_because,
    };
    let step = |text: &str, proof| reply(&taken(), text, proof, by(due())).map(|case| case.stage());
    assert_eq!(
        step("", proof(1, "")),
        Err(ExternalCaseRefusal::ReplyNeeded)
    );
    assert_eq!(
        step("已修复", proof(0, " ")),
        Err(ExternalCaseRefusal::ProofNeeded)
    );
    assert_eq!(
        step("已修复", proof(0, "电话答复，无现场")),
        Ok(CaseStage::Replied)
    );
    assert_eq!(step("已修复", proof(1, "")), Ok(CaseStage::Replied));
    let twice = reply(&replied(), "已修复", proof(1, ""), by(due()));
    let stage = CaseStage::Replied;
    assert_eq!(twice, Err(ExternalCaseRefusal::WrongStage { stage }));
}

#[test]
fn a_source_that_is_not_satisfied_opens_it_again_with_another_deadline() {
    let at = due() + Span::days(2);
    let again = return_case(&replied(), at + Span::days(3), "灯又不亮", by(at)).expect("back");
    assert_eq!((again.cycle, again.occurrence()), (1, "1.0".to_owned()));
    assert_eq!(again.owed_until(), Some(at + Span::days(3)));
    assert_eq!(again.clock_from, at);
    let silent = return_case(&replied(), at + Span::days(3), "", by(at));
    assert_eq!(silent, Err(ExternalCaseRefusal::ReturnReasonNeeded));
    let stage = CaseStage::Open;
    let open = return_case(&taken(), at, "灯又不亮", by(RECEIVED));
    assert_eq!(open, Err(ExternalCaseRefusal::WrongStage { stage }));
}

#[test]
fn it_is_closed_by_the_sources_last_word() {
    use CaseOutcome::{NotSatisfied, Satisfied, Withdrawn};
    let outcome = |case: &ExternalCase, outcome, note: &str| {
        close(case, outcome, note, by(due())).map(|case| case.state.outcome())
    };
    let unreplied = Err(ExternalCaseRefusal::NotReplied);
    assert_eq!(outcome(&taken(), Satisfied, ""), unreplied);
    assert_eq!(outcome(&taken(), Withdrawn, ""), Ok(Some(Withdrawn)));
    assert_eq!(outcome(&replied(), Satisfied, ""), Ok(Some(Satisfied)));
    let noted = Err(ExternalCaseRefusal::UnsatisfiedNeedsNote);
    assert_eq!(outcome(&replied(), NotSatisfied, ""), noted);
    assert_eq!(
        outcome(&replied(), NotSatisfied, "来源要求赔偿，另行协商"),
        Ok(Some(NotSatisfied))
    );
}

fn told(from: Instant, until: Instant, now: Instant) -> Vec<(i64, Callee)> {
    let all = calls(from, until, now, &[], |_| true);
    all.iter()
        .map(|call| (until.since(call.at).whole_minutes() / 60, call.callee))
        .collect()
}

#[test]
fn the_desk_hears_at_half_the_time_and_others_a_day_before_and_at_the_deadline() {
    let supervisor = Callee::Role(Role::ServiceSupervisor);
    let manager = Callee::Role(Role::Manager);
    assert_eq!(
        told(RECEIVED, due(), RECEIVED),
        [
            (60, Callee::Desk),
            (24, Callee::Desk),
            (24, supervisor),
            (0, Callee::Desk),
            (0, manager)
        ]
    );
    // Half of thirty hours comes after the day before: nobody is told twice.
    let until = RECEIVED + Span::hours(30);
    assert_eq!(
        told(RECEIVED, until, RECEIVED),
        [
            (24, Callee::Desk),
            (24, supervisor),
            (0, Callee::Desk),
            (0, manager)
        ]
    );
    // A day of eight hours: the supervisor hears at once, the desk at half the time.
    let until = RECEIVED + Span::hours(8);
    assert_eq!(
        told(RECEIVED, until, RECEIVED),
        [
            (4, Callee::Desk),
            (8, supervisor),
            (0, Callee::Desk),
            (0, manager)
        ]
    );
    // What is late when it is taken has only the calls of the deadline.
    let late = told(RECEIVED, due(), due() + Span::days(1));
    assert_eq!(late, [(0, Callee::Desk), (0, manager)]);
}

#[test]
fn the_regulations_steps_take_the_place_of_the_manager_and_nobody_is_a_dead_end() {
    let steps = [CallStep {
        after_minutes: 30,
        roles: vec![Role::Director],
        posts: Vec::new(),
    }];
    let all = calls(RECEIVED, due(), RECEIVED, &steps, |role| {
        role != Role::ServiceSupervisor
    });
    let urgent: Vec<Call> = all.iter().copied().filter(|call| call.urgent).collect();
    assert_eq!(urgent.len(), 2);
    assert_eq!(urgent[1].callee, Callee::Role(Role::Director));
    assert_eq!(urgent[1].at, due() + Span::minutes(30));
    // Nobody is supervisor: manager and director are called before the deadline.
    let before: Vec<Callee> = all
        .iter()
        .filter(|call| !call.urgent)
        .map(|call| call.callee)
        .collect();
    assert!(before.contains(&Callee::Role(Role::Manager)));
    assert!(!before.contains(&Callee::Role(Role::ServiceSupervisor)));
}

#[derive(Debug, Clone, Copy)]
enum Try {
    Ask,
    Grant,
    Refuse,
    Reply,
    Return,
    Close,
}

fn tried(case: &ExternalCase, step: Try, at: Instant) -> Result<ExternalCase, ExternalCaseRefusal> {
    let later = case.due_at.max(at) + Span::hours(1);
    let proof = Proof {
        photos: 1,
        none_because: "",
    };
    match step {
        Try::Ask => ask_extension(case, later, "须订货", by(at)),
        Try::Grant => answer_extension(case, Answer::Granted { due_at: later }, by(at)),
        Try::Refuse => answer_extension(case, Answer::Refused, by(at)),
        Try::Reply => reply(case, "已修复", proof, by(at)),
        Try::Return => return_case(case, later, "未解决", by(at)),
        Try::Close => close(case, CaseOutcome::Satisfied, "", by(at)),
    }
}

proptest! {
    /// Whatever is tried in whatever order: within a cycle the deadline only moves later, and only
    /// by the source's grant; a reply is owed exactly while the case is open; and no reply that
    /// was owed is owed again under the same name.
    #[test]
    fn a_deadline_moves_by_the_sources_word_alone(
        steps in proptest::collection::vec((0_usize..6, 1_i64..80), 1..40)
    ) {
        let kinds = [Try::Ask, Try::Grant, Try::Refuse, Try::Reply, Try::Return, Try::Close];
        let (mut case, mut at) = (taken(), RECEIVED);
        let mut ended: Vec<String> = Vec::new();
        for (kind, hours) in steps {
            at = at + Span::hours(hours);
            let step = kinds[kind];
            let Ok(next) = tried(&case, step, at) else { continue };
            prop_assert!(next.last_step_at >= case.last_step_at);
            if next.cycle == case.cycle && next.due_at != case.due_at {
                prop_assert!(matches!(step, Try::Grant));
                prop_assert!(next.due_at > case.due_at);
            }
            prop_assert_eq!(next.owed_until().is_some(), next.stage() == CaseStage::Open);
            if case.owed_until().is_some()
                && (next.owed_until().is_none() || next.occurrence() != case.occurrence())
            {
                ended.push(case.occurrence());
            }
            if next.owed_until().is_some() {
                prop_assert!(!ended.contains(&next.occurrence()));
            }
            case = next;
        }
    }
}
