use zhishou_base::{Instant, PersonId, SubjectId};

use super::*;
use crate::coverage::cast::{at, cast, uuid_of};

fn subject(n: u64) -> SubjectId {
    uuid_of::relief(1_000 + n).subject()
}

/// The night hands the desk to the day with keys, a radio, one deferred repair and one open order.
fn handover() -> Handover {
    let who = cast();
    let line = |n, label: &str, deferred| OpenLine {
        subject: subject(n),
        subject_kind: "work_order".to_owned(),
        label: label.to_owned(),
        status: if deferred { "deferred" } else { "dispatched" }.to_owned(),
        deferred,
        disposition: None,
    };
    let item = |n: u64, name: &str, expected| CountLine {
        item: uuid_of::relief(2_000 + n).0.into(),
        name: name.to_owned(),
        name_en: String::new(),
        expected,
        counted: None,
        explanation: None,
    };
    Handover {
        id: uuid_of::relief(3_000).0.into(),
        post: who.desk,
        outgoing: who.wang,
        outgoing_duty: None,
        incoming: who.zhang,
        incoming_duty: None,
        planned_at: at(9, 0),
        snapshot_at: at(8, 50),
        demands: Demands {
            missing_items_explained: true,
            carry_over_needs_reason: true,
            deferred_items_settled: true,
            fitness_check: true,
            witness_within_hours: 12,
        },
        checks: vec![CheckLine {
            key: "desk_clean".to_owned(),
            text: "台面整洁".to_owned(),
            text_en: "The desk is tidy".to_owned(),
            side: Side::Both,
            checked: None,
        }],
        items: vec![item(1, "备用钥匙", 12), item(2, "对讲机", 2)],
        open: vec![
            line(1, "WX-0012 卫生间漏水", true),
            line(2, "WX-0009 单元门", false),
        ],
        anomalies: Vec::new(),
        standing: Vec::new(),
        fitness: None,
        state: HandoverState::Preparing,
    }
}

fn facts(handover: &Handover) -> SigningFacts {
    SigningFacts {
        answers: Some(handover.outgoing),
        duty_stands: true,
        incoming_signed_in: true,
        open: handover
            .open
            .iter()
            .map(|line| (line.subject, line.deferred))
            .collect(),
    }
}

fn checked(by: PersonId) -> Checked {
    Checked {
        in_order: true,
        note: String::new(),
        by,
    }
}

fn fit(by: PersonId, now: Instant) -> Fitness {
    Fitness {
        fit: true,
        note: String::new(),
        by,
        at: now,
    }
}

/// Everything settled, nothing signed.
fn prepared() -> Handover {
    let who = cast();
    let fresh = handover();
    let counts: Vec<Count> = fresh
        .items
        .iter()
        .map(|line| Count {
            item: line.item,
            counted: line.expected,
            explanation: None,
        })
        .collect();
    let h = count_items(&fresh, &counts, who.wang).expect("counted");
    let h = check_line(&h, "desk_clean", checked(who.zhang)).expect("checked");
    let slip = Disposition::ConfirmedAsSlip {
        slip: "WX-0012".to_owned(),
    };
    let h = dispose_items(&h, &[subject(1)], &slip, who.zhang).expect("confirmed");
    let carried = Disposition::Carried {
        reason: "等配件".to_owned(),
    };
    let h = dispose_items(&h, &[subject(2)], &carried, who.wang).expect("carried");
    declare_fitness(&h, fit(who.zhang, at(8, 55))).expect("fit")
}

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
fn r07_3_4_1_missing_item_needs_an_explanation() {
    let who = cast();
    let h = prepared();
    let key = h.items[0].item;
    let short = Count {
        item: key,
        counted: 11,
        explanation: None,
    };
    let h = count_items(&h, &[short], who.wang).expect("counted");
    let refused = sign(&h, who.wang, &facts(&h), at(17, 20));
    assert_eq!(
        refused,
        Err(HandoverRefusal::ExplanationNeeded {
            name: "备用钥匙".to_owned(),
            expected: 12,
            counted: 11
        })
    );
    let explanation = Explanation {
        kind: ExplanationKind::Whereabouts,
        text: "3 栋 1 单元钥匙借给电梯维保，明早归还".to_owned(),
    };
    let told = Count {
        item: key,
        counted: 11,
        explanation: Some(explanation),
    };
    let h = count_items(&h, &[told], who.wang).expect("explained");
    assert!(sign(&h, who.wang, &facts(&h), at(17, 25)).is_ok());
}

#[test]
fn r07_3_4_1_each_side_answers_for_its_own_lines() {
    let who = cast();
    for (side, own, other) in [
        (Side::Outgoing, who.wang, who.zhang),
        (Side::Incoming, who.zhang, who.wang),
    ] {
        let mut h = handover();
        h.checks[0].side = side;
        let text = h.checks[0].text.clone();
        let refused = check_line(&h, "desk_clean", checked(other));
        assert_eq!(refused, Err(HandoverRefusal::OtherSidesLine { text }));
        let ticked = check_line(&h, "desk_clean", checked(own)).expect("their own");
        let by = ticked.checks[0].checked.as_ref().map(|line| line.by);
        assert_eq!(by, Some(own));
        h.incoming = h.outgoing;
        let alone = check_line(&h, "desk_clean", checked(h.outgoing));
        assert!(alone.is_ok(), "who stays on is both sides");
    }
    for either in [who.wang, who.zhang] {
        assert!(check_line(&handover(), "desk_clean", checked(either)).is_ok());
    }
}

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
