//! Counting the items and ticking the lines to be checked.

use super::scenes::{checked, facts, handover, prepared};
use super::*;
use crate::coverage::cast::{at, cast};

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
