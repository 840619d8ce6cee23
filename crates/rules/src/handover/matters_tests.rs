//! What becomes of the orders and matters that are open.

use super::scenes::{facts, prepared, subject};
use super::*;
use crate::coverage::cast::{at, cast};

#[test]
fn r01_5_deferred_items_are_confirmed_as_slips_before_both_sign() {
    let who = cast();
    let mut h = prepared();
    h.open[0].disposition = None;
    let refused = sign(&h, who.wang, &facts(&h), at(9, 0));
    let label = "WX-0012 卫生间漏水".to_owned();
    assert_eq!(refused, Err(HandoverRefusal::DeferredUnsettled { label }));
    let no_reason = Disposition::Carried {
        reason: " ".to_owned(),
    };
    let carried = dispose_items(&h, &[subject(1)], &no_reason, who.zhang);
    assert_eq!(carried, Err(HandoverRefusal::ReasonNeeded));
}

#[test]
fn r01_7_an_order_is_carried_over_only_with_a_reason() {
    let who = cast();
    let mut h = prepared();
    h.open[1].disposition = None;
    let refused = sign(&h, who.wang, &facts(&h), at(9, 0));
    let label = "WX-0009 单元门".to_owned();
    assert_eq!(refused, Err(HandoverRefusal::OpenUnsettled { label }));
    h.demands.carry_over_needs_reason = false;
    assert!(sign(&h, who.wang, &facts(&h), at(9, 0)).is_ok());
}

#[test]
fn a_new_order_after_the_snapshot_keeps_it_from_being_signed() {
    let who = cast();
    let h = prepared();
    let one = sign(&h, who.wang, &facts(&h), at(8, 58)).expect("first");
    let mut now = facts(&h);
    now.open.push((subject(3), false));
    assert_eq!(
        sign(&one, who.zhang, &now, at(9, 0)),
        Err(HandoverRefusal::SnapshotStale)
    );
    let mut open: Vec<OpenLine> = h.open.clone();
    open.push(OpenLine {
        subject: subject(3),
        disposition: None,
        ..h.open[1].clone()
    });
    let fresh = refresh(&one, open, Vec::new(), who.zhang, at(9, 1)).expect("refreshed");
    assert_eq!(
        fresh.state,
        HandoverState::Preparing,
        "the signature was for the old lines"
    );
    assert_eq!(
        fresh.open[0].disposition, h.open[0].disposition,
        "decisions stay"
    );
    let unsettled = sign(&fresh, who.wang, &facts(&fresh), at(9, 2));
    assert!(matches!(
        unsettled,
        Err(HandoverRefusal::OpenUnsettled { .. })
    ));
}

#[test]
fn a_matter_noted_by_hand_is_settled_like_an_order() {
    let who = cast();
    let h = prepared();
    let empty = add_matter(&h, subject(7), " ", true, who.wang);
    assert_eq!(empty, Err(HandoverRefusal::NoteNeeded));
    let h = add_matter(&h, subject(7), "3 栋电梯异响", true, who.wang).expect("noted");
    let unsettled = sign(&h, who.wang, &facts(&h), at(9, 0));
    assert!(matches!(
        unsettled,
        Err(HandoverRefusal::DeferredUnsettled { .. })
    ));
    let carried = Disposition::Carried {
        reason: "已报维保".to_owned(),
    };
    let h = dispose_items(&h, &[subject(7)], &carried, who.wang).expect("carried");
    assert!(sign(&h, who.wang, &facts(&h), at(9, 0)).is_ok());
    let again = carried_notes(&h);
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].disposition, None, "the next handover asks again");
}
