//! What the night leaves to the morning (R01.4, R01.5).

use super::*;

fn at_night(urgency: ServiceUrgency) -> WorkOrder {
    order(
        ServiceKind::Repair,
        urgency,
        by_night(WANG, "2026-11-24T23:30"),
    )
}

#[test]
fn what_the_night_put_off_must_be_settled_in_the_morning() {
    let wang = by_night(WANG, "2026-11-24T23:40");
    let put_off = defer(
        &at_night(ServiceUrgency::Normal),
        tomorrow(DeferralCause::Conditions),
        wang,
    )
    .expect("an ordinary repair may wait");
    assert_eq!(disposition_needed(&put_off), Some(NightMatter::Deferred));
    let clerk = by(CLERK, "2026-11-25T08:50");
    let slip = confirm_as_slip(&put_off, clerk).expect("confirmed");
    assert_eq!(disposition_needed(&slip), None);
    assert_eq!(
        confirm_as_slip(&slip, clerk),
        Err(WorkOrderRefusal::NothingToSettle)
    );
    assert_eq!(
        carry_over(&put_off, "", clerk),
        Err(WorkOrderRefusal::ReasonNeeded)
    );
    let carried = carry_over(&put_off, "业主下午才在家", clerk).expect("carried");
    assert_eq!(disposition_needed(&carried), None);
    let closed = close(&put_off, Closing::Withdrawn, "业主自行处理", clerk).expect("closed");
    assert_eq!(disposition_needed(&closed), None);
}

#[test]
fn the_next_night_asks_again() {
    let clerk = by(CLERK, "2026-11-25T08:50");
    let carried = carry_over(&at_night(ServiceUrgency::Normal), "待料", clerk).expect("carried");
    let taken = accept(&carried, by_night(ZHAO, "2026-11-25T22:00")).expect("taken on");
    assert_eq!(disposition_needed(&taken), Some(NightMatter::Unfinished));
}

#[test]
fn what_the_night_finished_and_what_the_day_took_need_nothing() {
    let mut order = at_night(ServiceUrgency::Normal);
    for step in [accept, arrive, finish] {
        assert_eq!(disposition_needed(&order), Some(NightMatter::Unfinished));
        order = step(&order, by_night(WANG, "2026-11-24T23:50")).expect("three taps");
    }
    assert_eq!(disposition_needed(&order), None);
    assert_eq!(disposition_needed(&repair()), None);
}

#[test]
fn an_emergency_is_not_left_to_the_morning() {
    let emergency = at_night(ServiceUrgency::Emergency);
    assert_eq!(disposition_needed(&emergency), None);
    let wang = by_night(WANG, "2026-11-24T23:40");
    let conditions = tomorrow(DeferralCause::Conditions);
    for urgency in [ServiceUrgency::Urgent, ServiceUrgency::Emergency] {
        let refused = defer(&at_night(urgency), conditions, wang);
        assert_eq!(refused, Err(WorkOrderRefusal::NightMayNotDefer));
    }
    let leader = By {
        leads: true,
        ..wang
    };
    let decided = defer(&emergency, conditions, leader).expect("who leads decides");
    assert_eq!(disposition_needed(&decided), Some(NightMatter::Deferred));
}
