//! The handover of the tests: the desk passes from the night to the day.

use zhishou_base::{Instant, PersonId, SubjectId};

use super::*;
use crate::coverage::cast::{at, cast, uuid_of};

pub(super) fn subject(n: u64) -> SubjectId {
    uuid_of::relief(1_000 + n).subject()
}

/// The night hands the desk to the day with keys, a radio, one deferred repair and one open order.
pub(super) fn handover() -> Handover {
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

pub(super) fn facts(handover: &Handover) -> SigningFacts {
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

pub(super) fn checked(by: PersonId) -> Checked {
    Checked {
        in_order: true,
        note: String::new(),
        by,
    }
}

pub(super) fn fit(by: PersonId, now: Instant) -> Fitness {
    Fitness {
        fit: true,
        note: String::new(),
        by,
        at: now,
    }
}

/// Everything settled, nothing signed.
pub(super) fn prepared() -> Handover {
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
