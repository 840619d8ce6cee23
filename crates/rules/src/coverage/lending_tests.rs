use super::cast::{at, cast, go, uuid_of::relief};
use super::scenes::{accepting, ask_for_relief, by_day, by_night, pipe_bursts};
use super::*;
use crate::access::Role;

#[test]
fn r16_5_leaving_needs_a_replacement_first() {
    let who = cast();
    let mut board = by_night();
    let leave = leave_post(&board, who.desk, who.wang, at(21, 10));
    assert_eq!(leave, Err(CoverageRefusal::ReliefNeeded));
    ask_for_relief(&mut board, Some(who.guard_wu), at(21, 11));
    assert_eq!(
        answers_for(&board, who.desk),
        Some(who.wang),
        "asking passes nothing"
    );
    let accepted = accept_relief(&board, accepting(who.guard_wu), at(21, 13));
    go(&mut board, accepted);
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_wu));
    let leave = leave_post(&board, who.desk, who.wang, at(21, 14));
    go(&mut board, leave);
    let back = end_relief(&board, relief(1), who.wang, at(21, 40));
    go(&mut board, back);
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
    assert!(board.posts[&who.desk].reliefs.is_empty());
    assert!(
        !board.posts[&who.desk].is_present(who.guard_wu),
        "who only stood in goes back to their own work"
    );
}

#[test]
fn r16_5_leave_is_granted_first_where_the_regulation_says_so() {
    let who = cast();
    let mut board = by_night();
    board
        .posts
        .get_mut(&who.desk)
        .expect("desk")
        .rules
        .approval_roles = vec![Role::ShiftLeader];
    ask_for_relief(&mut board, Some(who.guard_wu), at(21, 11));
    let early = accept_relief(&board, accepting(who.guard_wu), at(21, 12));
    assert_eq!(early, Err(CoverageRefusal::ApprovalNeeded));
    let own = approve_relief(&board, relief(1), who.wang, at(21, 12));
    assert_eq!(own, Err(CoverageRefusal::NotApprover));
    let approved = approve_relief(&board, relief(1), who.leader, at(21, 12));
    go(&mut board, approved);
    assert!(accept_relief(&board, accepting(who.guard_wu), at(21, 13)).is_ok());
}

#[test]
fn a_guard_who_holds_the_gate_alone_cannot_also_take_the_desk() {
    let who = cast();
    let mut board = by_night();
    ask_for_relief(&mut board, None, at(21, 0));
    let refused = accept_relief(&board, accepting(who.guard_sun), at(21, 1));
    assert_eq!(
        refused,
        Err(CoverageRefusal::HoldsOtherPost {
            post: "南门岗".to_owned()
        })
    );
    board.combinable.push((who.desk, who.gate));
    assert!(accept_relief(&board, accepting(who.guard_sun), at(21, 1)).is_ok());
}

#[test]
fn r01_6_an_emergency_is_never_blocked_and_the_minutes_stand_in_the_record() {
    let who = cast();
    let mut board = by_night();
    let changes = pipe_bursts(&mut board, at(22, 40));
    assert!(changes.contains(&Change::UnattendedBegan {
        post: who.desk,
        at: at(22, 40)
    }));
    assert_eq!(
        answers_for(&board, who.desk),
        Some(who.wang),
        "the leaver stays responsible"
    );
    let asked = board.posts[&who.desk].asked_relief();
    assert_eq!(
        asked.map(|relief| relief.reason.as_str()),
        Some("爆管跑水"),
        "who is asked reads why"
    );
    let missing = gap(&board, who.desk, at(22, 41));
    assert_eq!(
        missing,
        Some(Gap::Unattended {
            since: at(22, 40),
            holder: who.wang
        })
    );
    let named = candidates(&board, who.desk, at(22, 41));
    assert_eq!(named.first(), Some(&(who.guard_wu, Fitting::OnDuty)));
    assert!(named.contains(&(who.leader, Fitting::Leader)));

    let on_the_way = Accepting {
        there: false,
        ..accepting(who.guard_wu)
    };
    let accepted = accept_relief(&board, on_the_way, at(22, 43));
    go(&mut board, accepted);
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_wu));
    assert!(
        board.posts[&who.desk].unattended_since.is_some(),
        "nobody is there yet"
    );
    let there = return_to_post(&board, who.desk, who.guard_wu, at(22, 46));
    let changes = go(&mut board, there);
    assert!(changes.contains(&Change::UnattendedEnded {
        post: who.desk,
        from_at: at(22, 40),
        at: at(22, 46)
    }));
}

#[test]
fn who_was_called_away_is_not_named_to_fill_what_he_left() {
    let who = cast();
    let mut board = by_night();
    pipe_bursts(&mut board, at(22, 40));
    let accepted = accept_relief(&board, accepting(who.guard_wu), at(22, 42));
    go(&mut board, accepted);
    let named = candidates(&board, who.desk, at(22, 43));
    assert!(!named.is_empty());
    assert!(named.iter().all(|(person, _)| *person != who.wang));
}

#[test]
fn a_guard_alone_at_the_gate_answers_the_desk_from_there_in_an_emergency() {
    let who = cast();
    let mut board = by_night();
    pipe_bursts(&mut board, at(22, 40));
    let before = candidates(&board, who.desk, at(22, 41));
    let accepted = accept_relief(&board, accepting(who.guard_sun), at(22, 42));
    go(&mut board, accepted);
    let desk = &board.posts[&who.desk];
    assert_eq!(answers_for(&board, who.desk), Some(who.guard_sun));
    let holder = desk.hold.as_ref().map(|hold| hold.holder);
    assert_eq!(holder, Some(Holder::Post(who.gate)));
    let from_gate = (who.guard_sun, Fitting::FromOwnPost);
    assert!(before.contains(&from_gate), "{before:?}");
    assert_eq!(
        desk.unattended_since,
        Some(at(22, 40)),
        "answered, but nobody is there"
    );
    assert!(board.posts[&who.gate].is_present(who.guard_sun));
    let back = end_relief(&board, relief(1), who.wang, at(23, 0));
    go(&mut board, back);
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
    assert_eq!(board.posts[&who.desk].unattended_since, None);
}

#[test]
fn who_comes_back_unrelieved_ends_the_unattended_time_and_the_call_for_relief() {
    let who = cast();
    let mut board = by_night();
    pipe_bursts(&mut board, at(22, 40));
    let back = return_to_post(&board, who.desk, who.wang, at(22, 50));
    go(&mut board, back);
    assert!(board.posts[&who.desk].reliefs.is_empty());
    assert_eq!(gap(&board, who.desk, at(22, 51)), None);
}

#[test]
fn a_relief_by_voice_lapses_when_it_is_not_confirmed() {
    let who = cast();
    let mut board = by_night();
    ask_for_relief(&mut board, Some(who.guard_wu), at(21, 0));
    let by_voice = Accepting {
        by_voice: true,
        ..accepting(who.guard_wu)
    };
    let accepted = accept_relief(&board, by_voice, at(21, 1));
    go(&mut board, accepted);
    let mut confirmed = board.clone();
    let other = confirm_relief(&confirmed, relief(1), who.wang, at(21, 5));
    assert_eq!(other, Err(CoverageRefusal::NotReliever));
    let own = confirm_relief(&confirmed, relief(1), who.guard_wu, at(21, 5));
    go(&mut confirmed, own);
    for (board, answers) in [(&mut board, who.wang), (&mut confirmed, who.guard_wu)] {
        let settled = settle(board, at(21, 11));
        go(board, Ok(settled));
        assert_eq!(answers_for(board, who.desk), Some(answers));
    }
}

#[test]
fn two_people_leaving_with_the_other_as_cover_cannot_both_succeed() {
    let who = cast();
    let mut board = by_day();
    let li_leaves = leave_post(&board, who.desk, who.li, at(10, 0));
    go(&mut board, li_leaves);
    let zhang_leaves = leave_post(&board, who.desk, who.zhang, at(10, 0));
    assert_eq!(zhang_leaves, Err(CoverageRefusal::ReliefNeeded));
    // Nor can the one who stays present leave while the holder is away.
    let mut board = by_day();
    pipe_bursts(&mut board, at(10, 0));
    assert_eq!(board.posts[&who.desk].unattended_since, None, "Li is there");
    let li_leaves = leave_post(&board, who.desk, who.li, at(10, 1));
    assert_eq!(li_leaves, Err(CoverageRefusal::LastPresent));
}
