//! What is said by radio: nobody is made to stand anywhere by another person's word.

use super::cast::{at, cast, go, uuid_of::relief};
use super::scenes::{accepting, ask_for_relief, by_day, by_night, pipe_bursts};
use super::*;

fn by_voice(reliever: zhishou_base::PersonId, there: bool) -> Accepting {
    Accepting {
        by_voice: true,
        there,
        ..accepting(reliever)
    }
}

/// Wang asks, somebody notes that Wu comes, and Wang goes.
fn lent_by_voice() -> Board {
    let who = cast();
    let mut board = by_night();
    ask_for_relief(&mut board, None, at(21, 0));
    let accepted = accept_relief(&board, by_voice(who.guard_wu, true), at(21, 1));
    go(&mut board, accepted);
    let gone = leave_post(&board, who.desk, who.wang, at(21, 2));
    go(&mut board, gone);
    board
}

/// Wang leaves for an emergency, and a guard says by radio that he comes or answers.
fn left_for_emergency(reliever: zhishou_base::PersonId) -> Board {
    let mut board = by_night();
    pipe_bursts(&mut board, at(22, 40));
    let accepted = accept_relief(&board, by_voice(reliever, false), at(22, 41));
    go(&mut board, accepted);
    board
}

#[test]
fn r16_5_who_never_came_is_not_kept_on_the_record_as_there() {
    let who = cast();
    let mut board = lent_by_voice();
    assert_eq!(board.posts[&who.desk].unattended_since, None);
    let settled = settle(&board, at(21, 11));
    let changes = go(&mut board, Ok(settled));
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
    assert!(!board.posts[&who.desk].is_present(who.guard_wu));
    let began = Change::UnattendedBegan {
        post: who.desk,
        at: at(21, 11),
    };
    assert!(changes.contains(&began), "the empty post is alarmed");
    assert!(matches!(
        gap(&board, who.desk, at(21, 12)),
        Some(Gap::Unattended { .. })
    ));
}

#[test]
fn a_colleague_of_the_same_shift_stays_when_the_word_lapses() {
    let who = cast();
    let mut board = by_day();
    ask_for_relief(&mut board, None, at(10, 0));
    let accepted = accept_relief(&board, by_voice(who.li, true), at(10, 1));
    go(&mut board, accepted);
    let settled = settle(&board, at(10, 12));
    go(&mut board, Ok(settled));
    assert_eq!(answers_for(&board, who.desk), Some(who.zhang));
    assert!(board.posts[&who.desk].is_present(who.li), "signed in here");
}

#[test]
fn who_says_that_he_is_there_has_confirmed() {
    let who = cast();
    let mut board = left_for_emergency(who.guard_wu);
    let there = return_to_post(&board, who.desk, who.guard_wu, at(22, 45));
    go(&mut board, there);
    let settled = settle(&board, at(23, 0));
    go(&mut board, Ok(settled));
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_wu));
    assert!(board.posts[&who.desk].is_present(who.guard_wu));
}

#[test]
fn r01_6_a_guard_who_confirms_from_the_gate_still_stands_at_the_gate() {
    let who = cast();
    let mut board = left_for_emergency(who.guard_sun);
    let hold = board.posts[&who.desk].hold.as_ref();
    assert_eq!(hold.map(|hold| hold.holder), Some(Holder::Post(who.gate)));
    let confirmed = confirm_relief(&board, relief(1), who.guard_sun, at(22, 43));
    go(&mut board, confirmed);
    assert!(board.posts[&who.gate].is_present(who.guard_sun));
    assert!(!board.posts[&who.desk].is_present(who.guard_sun));
    assert_eq!(board.posts[&who.desk].unattended_since, Some(at(22, 40)));
}

#[test]
fn r01_6_confirming_on_the_way_is_not_arriving() {
    let who = cast();
    let mut board = left_for_emergency(who.guard_wu);
    let confirmed = confirm_relief(&board, relief(1), who.guard_wu, at(22, 43));
    go(&mut board, confirmed);
    assert!(!board.posts[&who.desk].is_present(who.guard_wu));
    assert_eq!(board.posts[&who.desk].unattended_since, Some(at(22, 40)));
    let settled = settle(&board, at(23, 0));
    go(&mut board, Ok(settled));
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_wu));
    let there = return_to_post(&board, who.desk, who.guard_wu, at(23, 1));
    go(&mut board, there);
    assert_eq!(board.posts[&who.desk].unattended_since, None);
}
