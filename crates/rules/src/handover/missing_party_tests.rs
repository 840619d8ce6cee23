//! Who takes the post when a side is unfit, refuses or does not come.

use super::scenes::{facts, fit, handover, prepared};
use super::*;
use crate::coverage::cast::{at, cast};

#[test]
fn r14_5_an_unfit_person_does_not_get_the_post() {
    let who = cast();
    let h = handover();
    let by_other = declare_fitness(&h, fit(who.wang, at(8, 55)));
    assert_eq!(by_other, Err(HandoverRefusal::FitnessByOther));
    let seen = Fitness {
        fit: false,
        note: "酒气明显".to_owned(),
        by: who.wang,
        at: at(8, 55),
    };
    let ended = declare_fitness(&h, seen).expect("recorded");
    assert!(matches!(ended.state, HandoverState::Refused { .. }));
    assert_eq!(
        sign(&ended, who.zhang, &facts(&h), at(9, 0)),
        Err(HandoverRefusal::NotOpen)
    );
    let given = |taker| Resolution {
        by: who.leader,
        missing: Party::Outgoing,
        taker,
        reason: "已另行安排".to_owned(),
    };
    let to_unfit = resolve_missing_party(&ended, given(who.zhang), true, at(9, 10));
    assert_eq!(to_unfit, Err(HandoverRefusal::Unfit));
    assert!(resolve_missing_party(&ended, given(who.li), true, at(9, 10)).is_ok());
    let mut silent = prepared();
    silent.fitness = None;
    let unsaid = sign(&silent, who.zhang, &facts(&silent), at(9, 0));
    assert_eq!(unsaid, Err(HandoverRefusal::FitnessNeeded));
}

#[test]
fn a_supervisor_resolves_but_never_in_his_own_case() {
    let who = cast();
    let h = handover();
    let resolution = |by, reason: &str| Resolution {
        by,
        missing: Party::Outgoing,
        taker: who.zhang,
        reason: reason.to_owned(),
    };
    let own = resolve_missing_party(&h, resolution(who.wang, "x"), true, at(9, 30));
    assert_eq!(own, Err(HandoverRefusal::OwnCase));
    let silent = resolve_missing_party(&h, resolution(who.leader, ""), true, at(9, 30));
    assert_eq!(silent, Err(HandoverRefusal::ReasonNeeded));
    let done = resolve_missing_party(&h, resolution(who.leader, "交班人送医"), true, at(9, 30));
    assert!(done.expect("resolved").state.has_passed());
    // A refused handover can be resolved too; a signed one cannot.
    let refused = refuse(&h, who.zhang, "钥匙不符", at(9, 0)).expect("refused");
    let again = resolve_missing_party(&refused, resolution(who.leader, "已核实"), true, at(9, 40));
    assert!(again.is_ok());
    let dead = resolve_missing_party(&refused, resolution(who.leader, "已核实"), false, at(9, 40));
    assert_eq!(dead, Err(HandoverRefusal::NoLongerDue));
    // The post never goes to the one who is missing.
    for (missing, taker) in [(Party::Incoming, who.zhang), (Party::Outgoing, who.wang)] {
        let given = Resolution {
            missing,
            taker,
            ..resolution(who.leader, "未到岗")
        };
        let refused = resolve_missing_party(&h, given, true, at(9, 30));
        assert_eq!(refused, Err(HandoverRefusal::TakerIsMissing));
    }
}
