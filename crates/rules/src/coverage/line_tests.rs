//! The night of R08: from 21:00 the line stands at the south gate, and in the morning what the
//! gate noted is handed over.

use super::cast::{at, cast, go, uuid_of};
use super::tests::by_night;
use super::*;

/// The desk of R08: Wang works until 21:00, then the gate answers until nine.
fn evening() -> Board {
    let who = cast();
    let mut board = by_night();
    let desk = board.posts.get_mut(&who.desk).expect("desk");
    let night = desk
        .duties
        .iter_mut()
        .find(|duty| duty.starts_at == at(17, 30))
        .expect("night");
    night.ends_at = at(21, 0);
    let mut by_line = night.clone();
    by_line.id = uuid_of::duty(99);
    by_line.shift = "gate_night".to_owned();
    by_line.starts_at = at(21, 0);
    by_line.ends_at = at(33, 0);
    by_line.change = DutyChange::LineTransfer { to_post: who.gate };
    desk.duties.push(by_line);
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
