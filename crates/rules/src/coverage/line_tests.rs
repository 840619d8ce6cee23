//! The line of the desk, which the gate answers for a while; and the night of R08, when from
//! 21:00 it stands at the south gate and in the morning what the gate noted is handed over.

use super::cast::{at, cast, go, uuid_of};
use super::scenes::{accepting, by_night, night_goes_on_as, pipe_bursts};
use super::*;

#[test]
fn r08_2_7_the_line_is_given_accepted_and_returned() {
    let who = cast();
    let mut board = by_night();
    let given = transfer_line(&board, who.desk, who.gate, who.wang, at(21, 0));
    go(&mut board, given);
    assert_eq!(
        answers_for(&board, who.desk),
        Some(who.wang),
        "the giver answers until accepted"
    );
    let wrong = accept_line(&board, who.desk, who.guard_wu, at(21, 1));
    assert_eq!(
        wrong,
        Err(CoverageRefusal::NotAnswering {
            post: "南门岗".to_owned()
        })
    );
    let accepted = accept_line(&board, who.desk, who.guard_sun, at(21, 1));
    go(&mut board, accepted);
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_sun));
    // The line follows whoever answers for the gate.
    let swap = change_holder(&board, who.gate, who.guard_wu, at(22, 0));
    go(&mut board, swap);
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_wu));
    let returned = return_line(&board, who.desk, who.wang, at(22, 5));
    go(&mut board, returned);
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
    assert!(board.posts[&who.desk].line.is_none());
}

#[test]
fn lines_never_run_in_a_circle_and_a_post_that_answers_for_another_stays_open() {
    let who = cast();
    let mut board = by_night();
    board.posts.get_mut(&who.gate).expect("gate").rules.line_to = vec![who.desk];
    let given = transfer_line(&board, who.desk, who.gate, who.wang, at(21, 0));
    go(&mut board, given);
    let back = transfer_line(&board, who.gate, who.desk, who.guard_sun, at(21, 0));
    go(&mut board, back);
    let accepted = accept_line(&board, who.desk, who.guard_sun, at(21, 1));
    go(&mut board, accepted);
    let circle = accept_line(&board, who.gate, who.guard_sun, at(21, 2));
    assert_eq!(circle, Err(CoverageRefusal::LineCycle));
    board.posts.get_mut(&who.gate).expect("gate").duties.clear();
    let closing = close_post(&board, who.gate, who.guard_sun, at(21, 3));
    assert_eq!(
        closing,
        Err(CoverageRefusal::OthersPointHere {
            post: "前台".to_owned()
        })
    );
}

/// The desk of R08: Wang works until 21:00, then the gate answers until nine.
fn evening() -> Board {
    let who = cast();
    let mut board = by_night();
    let by_line = night_goes_on_as(&mut board, at(21, 0), at(33, 0));
    by_line.shift = "gate_night".to_owned();
    by_line.change = DutyChange::LineTransfer { to_post: who.gate };
    board
}

/// Wang gives the line at an hour and minute, and the gate takes it at once.
fn given_at(hour: i64, minute: i64) -> Board {
    let who = cast();
    let mut board = evening();
    let given = transfer_line(&board, who.desk, who.gate, who.wang, at(hour, minute));
    go(&mut board, given);
    let taken = accept_line(&board, who.desk, who.guard_sun, at(hour, minute));
    go(&mut board, taken);
    board
}

#[test]
fn r08_2_7_a_line_taken_before_its_duty_goes_on_in_it() {
    let who = cast();
    let mut board = given_at(20, 58);
    assert_eq!(gap(&board, who.desk, at(20, 59)), None);
    let settled = settle(&board, at(21, 3));
    go(&mut board, Ok(settled));
    let hold = board.posts[&who.desk].hold.clone().expect("held");
    assert_eq!(hold.duty, Some(uuid_of::duty(99)));
    assert_eq!(hold.from_at, at(21, 0));
    assert_eq!(hold.holder, Holder::Post(who.gate));
    assert!(board.posts[&who.desk].line.is_some(), "still away");
    assert_eq!(gap(&board, who.desk, at(23, 0)), None);
    assert_eq!(settle(&board, at(23, 0)), Vec::new(), "moved once");
}

#[test]
fn r08_2_7_before_its_time_a_line_duty_asks_nobody_to_sign_in() {
    let who = cast();
    let board = evening();
    assert_eq!(gap(&board, who.desk, at(20, 50)), None);
    assert!(matches!(
        gap(&board, who.desk, at(21, 1)),
        Some(Gap::NobodySignedIn { .. })
    ));
}

#[test]
fn r08_2_8_the_morning_takes_the_line_back_by_a_handover() {
    let who = cast();
    let mut board = given_at(20, 58);
    // The giver works by day too, and is there.
    board
        .people
        .insert(who.wang, vec![crate::access::Role::ServiceClerk]);
    let signed = sign_in(&board, who.desk, who.wang, at(32, 45)).map(|signed| signed.changes);
    go(&mut board, signed);
    let tap = return_line(&board, who.desk, who.wang, at(33, 5));
    assert_eq!(tap, Err(CoverageRefusal::HandoverNeeded));
    let day = board.posts[&who.desk]
        .current(at(33, 5))
        .find(|duty| duty.within.is_none())
        .map(|duty| duty.id);
    let pass = HandoverPass {
        post: who.desk,
        outgoing: answers_for(&board, who.desk).expect("the gate answers"),
        incoming: who.wang,
        duty: day,
        by: Passing::Handover,
    };
    let passed = pass_by_handover(&board, pass, at(33, 5));
    go(&mut board, passed);
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
}

#[test]
fn r08_2_7_during_the_night_the_giver_takes_it_back_by_one_tap() {
    let who = cast();
    for (hour, minute) in [(19, 0), (20, 58), (21, 2)] {
        let board = given_at(hour, minute);
        assert!(return_line(&board, who.desk, who.wang, at(23, 0)).is_ok());
    }
}

#[test]
fn r08_2_7_a_line_lent_before_its_duty_is_in_place_only_when_it_stays() {
    let who = cast();
    let lent = given_at(20, 10);
    assert_eq!(lines_in_place(&lent, at(20, 59)), Vec::new(), "too early");
    assert_eq!(lines_in_place(&lent, at(21, 0)), vec![uuid_of::duty(99)]);
    let mut back = lent;
    let returned = return_line(&back, who.desk, who.wang, at(20, 30));
    go(&mut back, returned);
    assert_eq!(lines_in_place(&back, at(21, 0)), Vec::new());
}

#[test]
fn r08_2_7_an_emergency_answered_from_the_gate_gives_no_line() {
    let who = cast();
    let mut board = evening();
    pipe_bursts(&mut board, at(20, 20));
    let answered = accept_relief(
        &board,
        Accepting {
            there: false,
            ..accepting(who.guard_sun)
        },
        at(20, 21),
    );
    go(&mut board, answered);
    let hold = board.posts[&who.desk].hold.as_ref().expect("held");
    assert_eq!(hold.holder, Holder::Post(who.gate));
    for now in [at(20, 30), at(21, 5)] {
        assert_eq!(lines_in_place(&board, now), Vec::new());
    }
}
