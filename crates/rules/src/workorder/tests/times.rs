//! Deadlines.

use zhishou_base::Span;

use super::*;

fn due(order: &WorkOrder, rule: DueRule) -> Option<Instant> {
    let all = deadlines(order, &plain());
    all.iter()
        .find(|due| due.rule == rule)
        .map(|due| due.due_at)
}

#[test]
fn office_minutes_count_only_while_people_work() {
    // R01 works 09:00-17:30, Monday to Friday; an ordinary repair is dispatched
    // within 15 of those minutes and done within 1440.
    let kind = ServiceKind::Repair;
    for (registered, dispatch_by, finish_by) in [
        ("2026-11-24T09:10", "2026-11-24T09:25", "2026-11-26T16:10"),
        ("2026-11-24T17:20", "2026-11-25T09:05", "2026-11-27T15:50"),
        ("2026-11-24T23:30", "2026-11-25T09:15", "2026-11-27T16:00"),
        ("2026-11-27T20:00", "2026-11-30T09:15", "2026-12-02T16:00"),
    ] {
        let order = order(kind, ServiceUrgency::Normal, by(CLERK, registered));
        assert_eq!(
            due(&order, DueRule::Dispatch),
            Some(at(dispatch_by)),
            "{registered}"
        );
        assert_eq!(
            due(&order, DueRule::Finish),
            Some(at(finish_by)),
            "{registered}"
        );
    }
}

#[test]
fn holidays_do_not_count_as_office_days() {
    let mut calendar = plain();
    calendar
        .holidays
        .insert("2026-11-25".parse().expect("a date"));
    let late = by(CLERK, "2026-11-24T17:20");
    let order = order(ServiceKind::Repair, ServiceUrgency::Normal, late);
    let all = deadlines(&order, &calendar);
    assert_eq!(all[0].due_at, at("2026-11-26T09:05"));
}

#[test]
fn urgent_clocks_never_pause() {
    let night = by_night(WANG, "2026-11-24T23:30");
    let order = order(ServiceKind::Repair, ServiceUrgency::Urgent, night);
    assert_eq!(due(&order, DueRule::Dispatch), Some(at("2026-11-24T23:35")));
    assert_eq!(due(&order, DueRule::Arrive), Some(at("2026-11-25T00:00")));
    assert_eq!(due(&order, DueRule::Finish), Some(at("2026-11-25T07:30")));
}

#[test]
fn an_appointment_takes_the_place_of_the_arrival_and_moves_the_finish() {
    let order = order(
        ServiceKind::Repair,
        ServiceUrgency::Urgent,
        by(CLERK, "2026-11-24T10:00"),
    );
    let wish = tomorrow(DeferralCause::CustomerWish);
    let put_off = defer(&order, wish, by(CLERK, "2026-11-24T10:05")).expect("agreed");
    assert_eq!(due(&put_off, DueRule::Arrive), None);
    assert_eq!(settled(DueRule::Arrive, &put_off), Settled::Withdrawn);
    assert_eq!(
        due(&put_off, DueRule::Appointment),
        Some(at("2026-11-25T09:30"))
    );
    assert_eq!(due(&put_off, DueRule::Finish), Some(at("2026-11-25T17:30")));
}

#[test]
fn changing_kind_or_urgency_keeps_the_old_clock() {
    let registered = by(CLERK, "2026-11-24T10:00");
    let urgent = order(ServiceKind::Repair, ServiceUrgency::Urgent, registered);
    let terms = |urgency| Terms::of(&r01(), ServiceKind::Repair, urgency, UtcOffset::CHINA);
    let change = |order: &WorkOrder, urgency| {
        let (terms, reason) = (terms(urgency), "现场情况变化");
        change_matter(order, Matter::Repair, urgency, &terms, reason, &plain())
    };
    let eased = change(&urgent, ServiceUrgency::Normal).expect("changed");
    for rule in [DueRule::Arrive, DueRule::Finish] {
        assert_eq!(due(&eased, rule), due(&urgent, rule), "{rule}");
    }
    let pressed = change(&urgent, ServiceUrgency::Emergency).expect("changed");
    assert_eq!(due(&pressed, DueRule::Arrive), Some(at("2026-11-24T10:20")));
    let nothing = change(&urgent, ServiceUrgency::Urgent);
    assert_eq!(nothing, Err(WorkOrderRefusal::NothingChanged));
}

#[test]
fn a_returned_order_owes_its_next_dispatch_anew() {
    let returned_at = by(WANG, "2026-11-24T14:00");
    let order = reject(&at_stage(Stage::Accepted), "非本工种", returned_at).expect("returned");
    let all = deadlines(&order, &plain());
    assert_eq!(all[0].rule, DueRule::Dispatch);
    assert_eq!(all[0].occurrence, "0.1");
    assert_eq!(all[0].due_at, returned_at.at + Span::minutes(15));
    assert_eq!(all[0].owner, Owner::Desk);
}

#[test]
fn whoever_has_it_in_hand_owes_the_work_and_the_desk_owes_the_call() {
    let owners = |order: &WorkOrder| -> Vec<(DueRule, Owner)> {
        let all = deadlines(order, &plain());
        all.into_iter().map(|due| (due.rule, due.owner)).collect()
    };
    let accepted = owners(&at_stage(Stage::Accepted));
    assert_eq!(accepted, [(DueRule::Finish, Owner::Person(WANG))]);
    let done = owners(&at_stage(Stage::Done));
    assert_eq!(done, [(DueRule::Callback, Owner::Desk)]);
    assert!(owners(&at_stage(Stage::Archived)).is_empty());
}

#[test]
fn first_thing_tomorrow_is_when_work_begins_next() {
    let terms = repair().terms;
    for (now, opening) in [
        ("2026-11-24T23:30", "2026-11-25T09:00"),
        ("2026-11-25T02:00", "2026-11-25T09:00"),
        ("2026-11-27T23:30", "2026-11-30T09:00"),
    ] {
        assert_eq!(terms.next_opening(at(now), &plain()), at(opening));
    }
}

#[test]
fn a_late_entry_never_precedes_the_rejection_it_follows() {
    let wang = by(WANG, "2026-11-24T09:30");
    let rejected = reject(&at_stage(Stage::Dispatched), "手头有急修", wang).expect("sent back");
    assert_eq!(earliest_next_step(&rejected), wang.at);
    assert_eq!(earliest_next_step(&repair()), at("2026-11-24T09:10"));
    // A reopened order has a clock of its own, whatever happened before.
    let again = by(CLERK, "2026-11-26T09:00");
    let reopened = reopen(&at_stage(Stage::Archived), "又漏水", again).expect("reopened");
    assert_eq!(earliest_next_step(&reopened), again.at);
}
