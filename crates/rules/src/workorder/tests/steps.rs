//! The single rules.

use zhishou_base::Span;

use super::*;

#[test]
fn only_the_one_it_was_given_to_takes_it_on_and_carries_it_out() {
    let given = at_stage(Stage::Dispatched);
    let other = by(ZHAO, "2026-11-24T09:15");
    assert_eq!(accept(&given, other), Err(WorkOrderRefusal::NotAssignee));
    for stage in [Stage::Accepted, Stage::Arrived] {
        let order = at_stage(stage);
        let step = if stage == Stage::Accepted {
            arrive
        } else {
            finish
        };
        assert_eq!(step(&order, other), Err(WorkOrderRefusal::NotAssignee));
    }
    // 抢单: what nobody was given, whoever is free takes.
    let grabbed = accept(&repair(), other).expect("nobody was given it");
    assert_eq!(grabbed.state.assignee(), Some(ZHAO));
    assert_eq!(grabbed.dispatches, 1);
}

#[test]
fn a_reason_is_asked_for_where_somebody_has_to_understand_it_later() {
    let refused = Err(WorkOrderRefusal::ReasonNeeded);
    let order = at_stage(Stage::Accepted);
    let clerk = by(CLERK, "2026-11-24T10:00");
    assert_eq!(reject(&order, " ", by(WANG, "2026-11-24T10:00")), refused);
    assert_eq!(reassign(&order, ZHAO, "", clerk), refused);
    assert_eq!(close(&order, Closing::Withdrawn, "", clerk), refused);
    assert_eq!(reopen(&at_stage(Stage::Done), "", clerk), refused);
    let same = reassign(&order, WANG, "原因", clerk);
    assert_eq!(same, Err(WorkOrderRefusal::SameAssignee));
}

#[test]
fn nothing_is_put_off_silently() {
    let order = at_stage(Stage::Accepted);
    let wang = by(WANG, "2026-11-24T10:00");
    let unsaid = Postponement {
        explanation: "",
        ..tomorrow(DeferralCause::Parts)
    };
    let refused = defer(&order, unsaid, wang);
    assert_eq!(refused, Err(WorkOrderRefusal::ExplanationNeeded));
    for appointment_at in [None, Some(at("2026-11-24T09:59"))] {
        let vague = Postponement {
            appointment_at,
            ..tomorrow(DeferralCause::Parts)
        };
        let refused = defer(&order, vague, wang);
        assert_eq!(refused, Err(WorkOrderRefusal::AppointmentNeeded));
    }
}

#[test]
fn the_second_time_we_put_it_off_is_decided_by_who_leads() {
    let wang = by(WANG, "2026-11-24T10:00");
    let parts = tomorrow(DeferralCause::Parts);
    let once = defer(&at_stage(Stage::Arrived), parts, wang).expect("the first time");
    assert_eq!(once.stage(), Stage::Accepted);
    let refused = defer(&once, parts, wang);
    assert_eq!(refused, Err(WorkOrderRefusal::SecondDeferral));
    let wish = tomorrow(DeferralCause::CustomerWish);
    assert!(defer(&once, wish, wang).is_ok(), "the customer may wish it");
    let leader = By {
        leads: true,
        ..wang
    };
    assert_eq!(defer(&once, parts, leader).expect("decided").deferrals, 2);
}

#[test]
fn the_doer_never_calls_back_own_work() {
    let done = at_stage(Stage::Done);
    let result = CallResult::Reached { satisfied: true };
    let refused = call_back(&done, result, by(WANG, "2026-11-24T14:00"));
    assert_eq!(refused, Err(WorkOrderRefusal::OwnWork));
    assert!(call_back(&done, result, by(ZHAO, "2026-11-24T14:00")).is_ok());
}

#[test]
fn three_vain_calls_at_different_hours_end_the_calling() {
    let mut order = at_stage(Stage::Done);
    let mut clerk = by(CLERK, "2026-11-24T14:00");
    for attempt in 1..=3 {
        order = call_back(&order, CallResult::NoAnswer, clerk).expect("an hour apart");
        assert_eq!(order.attempts, attempt);
        clerk.at = clerk.at + Span::minutes(59);
        if attempt < 3 {
            let soon = call_back(&order, CallResult::NoAnswer, clerk);
            assert_eq!(soon, Err(WorkOrderRefusal::AttemptTooSoon));
        }
        clerk.at = clerk.at + Span::minutes(1);
    }
    let State::CalledBack { call, .. } = order.state else {
        panic!("the calling goes on")
    };
    assert_eq!(call, Call::NotReached);
    assert!(archive(&order, "", clerk).is_ok());
}

#[test]
fn an_unsatisfied_customer_is_not_filed_away_without_a_word() {
    let clerk = by(CLERK, "2026-11-24T14:00");
    let result = CallResult::Reached { satisfied: false };
    let order = call_back(&at_stage(Stage::Done), result, clerk).expect("reached");
    let refused = archive(&order, "", clerk);
    assert_eq!(refused, Err(WorkOrderRefusal::UnsatisfiedNeedsNote));
    assert!(archive(&order, "已上门解释收费标准", clerk).is_ok());
}

#[test]
fn a_reopened_order_starts_a_clock_of_its_own() {
    let again = by(CLERK, "2026-11-26T09:00");
    let order = reopen(&at_stage(Stage::Archived), "又漏水", again).expect("reopened");
    assert_eq!((order.cycle, order.clock_from), (1, again.at));
    let due = deadlines(&order, &plain());
    assert!(due.iter().all(|due| due.occurrence.starts_with('1')));
    assert!(due.iter().all(|due| due.due_at > again.at));
}

#[test]
fn a_complaint_is_heard_before_it_ends() {
    let clerk = by(CLERK, "2026-11-24T09:20");
    let kind = ServiceKind::Complaint;
    let complaint = order(kind, ServiceUrgency::Normal, by(CLERK, "2026-11-24T09:10"));
    let accepted = accept(&complaint, clerk).expect("taken on");
    let untold = finish(&accepted, clerk);
    assert_eq!(untold, Err(WorkOrderRefusal::HeadNotTold));
    let told = tell_head(&accepted, clerk).expect("told");
    let twice = tell_head(&told, clerk);
    assert_eq!(twice, Err(WorkOrderRefusal::HeadAlreadyTold));
    let replied = give_first_reply(&told, clerk).expect("replied");
    assert!(
        deadlines(&told, &plain())
            .iter()
            .any(|due| due.rule == DueRule::FirstReply)
    );
    assert!(
        deadlines(&replied, &plain())
            .iter()
            .all(|due| due.rule != DueRule::FirstReply)
    );
    let done = finish(&replied, clerk).expect("settled at the desk, without an arrival");
    assert_eq!(
        archive(&done, "", clerk),
        Err(WorkOrderRefusal::NotCalledBack)
    );
    let unheard = close(&complaint, Closing::Settled, "已解释", clerk);
    assert_eq!(unheard, Err(WorkOrderRefusal::ComplaintMustBeHandled));
    assert_eq!(
        tell_head(&repair(), clerk),
        Err(WorkOrderRefusal::NotComplaint)
    );
}

#[test]
fn a_minimal_order_saves_and_an_empty_one_says_what_is_missing() {
    let new = NewOrder {
        matter: MatterInput {
            kind: ServiceKind::Help,
            severity: None,
        },
        urgency: ServiceUrgency::Normal,
        has_room: false,
        place: "",
        content: " ",
        caller_name: "",
        caller_phone: "",
        appointment_at: Some(at("2026-11-24T09:00")),
    };
    let now = by(CLERK, "2026-11-24T09:10");
    let faults = register(&new, Terms::none(UtcOffset::CHINA), now).expect_err("says nothing");
    let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer).collect();
    assert_eq!(pointers, ["/content", "/appointment_at"]);
    assert_eq!(
        number_of(
            ServiceKind::Repair,
            "2026-11-24".parse().expect("a date"),
            3
        ),
        "BX20261124-003"
    );
}
