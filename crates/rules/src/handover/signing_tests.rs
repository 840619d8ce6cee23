//! Who signs, when, and what a signature ends.

use super::scenes::{facts, prepared};
use super::*;
use crate::coverage::cast::{at, cast};

#[test]
fn both_sign_in_either_order_and_then_nothing_changes_any_more() {
    let who = cast();
    for (first, second) in [(who.wang, who.zhang), (who.zhang, who.wang)] {
        let h = prepared();
        let one = sign(&h, first, &facts(&h), at(8, 58)).expect("first");
        assert!(!one.state.has_passed());
        let twice = sign(&one, first, &facts(&h), at(8, 58));
        assert_eq!(twice, Err(HandoverRefusal::AlreadySigned));
        let both = sign(&one, second, &facts(&h), at(9, 0)).expect("second");
        assert!(both.state.has_passed());
        let late = note_anomaly(&both, "灯坏", who.wang, at(9, 1));
        assert_eq!(late, Err(HandoverRefusal::NotOpen));
        assert_eq!(
            amend(&both, " 更正：对讲机 1 台 "),
            Ok("更正：对讲机 1 台".to_owned())
        );
    }
    assert_eq!(amend(&prepared(), "x"), Err(HandoverRefusal::NotFinished));
}

#[test]
fn only_who_answers_for_the_post_hands_it_over() {
    let who = cast();
    let h = prepared();
    let mut now = facts(&h);
    now.answers = Some(who.guard_wu);
    let refused = sign(&h, who.wang, &now, at(9, 0));
    assert_eq!(refused, Err(HandoverRefusal::OutgoingNoLongerHolds));
    assert_eq!(
        sign(&h, who.li, &facts(&h), at(9, 0)),
        Err(HandoverRefusal::NotAParty)
    );
}

#[test]
fn a_duty_that_was_replanned_is_not_signed_for() {
    let h = prepared();
    let mut now = facts(&h);
    now.duty_stands = false;
    let refused = sign(&h, cast().wang, &now, at(9, 0));
    assert_eq!(refused, Err(HandoverRefusal::DutyReplanned));
}

#[test]
fn the_incoming_person_signs_in_before_signing() {
    let who = cast();
    let h = prepared();
    let absent = SigningFacts {
        incoming_signed_in: false,
        ..facts(&h)
    };
    let refused = sign(&h, who.zhang, &absent, at(9, 0));
    assert_eq!(refused, Err(HandoverRefusal::SignInFirst));
    assert!(sign(&h, who.wang, &absent, at(9, 0)).is_ok());
}

#[test]
fn who_stays_on_checks_once_and_a_colleague_witnesses() {
    let who = cast();
    let h = Handover {
        incoming: who.wang,
        ..prepared()
    };
    assert_eq!(
        sign(&h, who.wang, &facts(&h), at(9, 0)),
        Err(HandoverRefusal::SamePerson)
    );
    let done = self_check(&h, who.wang, &facts(&h), at(9, 0)).expect("checked");
    assert!(done.state.has_passed());
    assert_eq!(
        witness(&done, who.wang, at(10, 0)),
        Err(HandoverRefusal::WitnessIsSelf)
    );
    let seen = witness(&done, who.li, at(10, 0)).expect("witnessed");
    assert_eq!(
        witness(&seen, who.zhang, at(11, 0)),
        Err(HandoverRefusal::NothingToWitness)
    );
    let two = prepared();
    let never = self_check(&two, who.wang, &facts(&two), at(9, 0));
    assert_eq!(never, Err(HandoverRefusal::NotSamePerson));
}
