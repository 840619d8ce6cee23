use super::cast::{at, cast, go, uuid_of::relief};
use super::tests::{by_day, by_night};
use super::*;
use crate::access::Role;

fn ask(board: &Board, n: u64, h: i64, m: i64) -> cast::Decided {
    let who = cast();
    let holder = answers_for(board, who.desk).expect("held");
    let asking = Asking {
        id: relief(n),
        post: who.desk,
        asker: holder,
        asked: Some(who.guard_wu),
        reason: "取快递".to_owned(),
    };
    ask_relief(board, asking, at(h, m))
}

fn accepting(n: u64, reliever: zhishou_base::PersonId) -> Accepting {
    Accepting {
        relief: relief(n),
        reliever,
        by_voice: false,
        there: true,
    }
}

#[test]
fn r16_5_leaving_needs_a_replacement_first() {
    let who = cast();
    let mut board = by_night();
    let leave = leave_post(&board, who.desk, who.wang, at(21, 10));
    assert_eq!(leave, Err(CoverageRefusal::ReliefNeeded));
    let asked = ask(&board, 1, 21, 11);
    go(&mut board, asked);
    assert_eq!(
        answers_for(&board, who.desk),
        Some(who.wang),
        "asking passes nothing"
    );
    let accepted = accept_relief(&board, accepting(1, who.guard_wu), at(21, 13));
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
    let asked = ask(&board, 1, 21, 11);
    go(&mut board, asked);
    let early = accept_relief(&board, accepting(1, who.guard_wu), at(21, 12));
    assert_eq!(early, Err(CoverageRefusal::ApprovalNeeded));
    let own = approve_relief(&board, relief(1), who.wang, at(21, 12));
    assert_eq!(own, Err(CoverageRefusal::NotApprover));
    let approved = approve_relief(&board, relief(1), who.leader, at(21, 12));
    go(&mut board, approved);
    assert!(accept_relief(&board, accepting(1, who.guard_wu), at(21, 13)).is_ok());
}

#[test]
fn a_guard_who_holds_the_gate_alone_cannot_also_take_the_desk() {
    let who = cast();
    let mut board = by_night();
    let asking = Asking {
        id: relief(1),
        post: who.desk,
        asker: who.wang,
        asked: None,
        reason: "去配电房".to_owned(),
    };
    let asked = ask_relief(&board, asking, at(21, 0));
    go(&mut board, asked);
    let refused = accept_relief(&board, accepting(1, who.guard_sun), at(21, 1));
    assert_eq!(
        refused,
        Err(CoverageRefusal::HoldsOtherPost {
            post: "南门岗".to_owned()
        })
    );
    board.combinable.push((who.desk, who.gate));
    assert!(accept_relief(&board, accepting(1, who.guard_sun), at(21, 1)).is_ok());
}

#[test]
fn r01_6_an_emergency_is_never_blocked_and_the_minutes_stand_in_the_record() {
    let who = cast();
    let mut board = by_night();
    let left = leave_for_emergency(
        &board,
        who.desk,
        who.wang,
        (relief(9), "爆管跑水"),
        at(22, 40),
    );
    let changes = go(&mut board, left);
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
        ..accepting(9, who.guard_wu)
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
    let left = leave_for_emergency(&board, who.desk, who.wang, (relief(9), ""), at(22, 40));
    go(&mut board, left);
    let accepted = accept_relief(&board, accepting(9, who.guard_wu), at(22, 42));
    go(&mut board, accepted);
    let named = candidates(&board, who.desk, at(22, 43));
    assert!(!named.is_empty());
    assert!(named.iter().all(|(person, _)| *person != who.wang));
}

#[test]
fn a_guard_alone_at_the_gate_answers_the_desk_from_there_in_an_emergency() {
    let who = cast();
    let mut board = by_night();
    let left = leave_for_emergency(
        &board,
        who.desk,
        who.wang,
        (relief(9), "爆管跑水"),
        at(22, 40),
    );
    go(&mut board, left);
    let before = candidates(&board, who.desk, at(22, 41));
    let accepted = accept_relief(&board, accepting(9, who.guard_sun), at(22, 42));
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
    let back = end_relief(&board, relief(9), who.wang, at(23, 0));
    go(&mut board, back);
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
    assert_eq!(board.posts[&who.desk].unattended_since, None);
}

#[test]
fn who_comes_back_unrelieved_ends_the_unattended_time_and_the_call_for_relief() {
    let who = cast();
    let mut board = by_night();
    let left = leave_for_emergency(
        &board,
        who.desk,
        who.wang,
        (relief(9), "爆管跑水"),
        at(22, 40),
    );
    go(&mut board, left);
    let back = return_to_post(&board, who.desk, who.wang, at(22, 50));
    go(&mut board, back);
    assert!(board.posts[&who.desk].reliefs.is_empty());
    assert_eq!(gap(&board, who.desk, at(22, 51)), None);
}

#[test]
fn a_relief_by_voice_lapses_when_it_is_not_confirmed() {
    let who = cast();
    let mut board = by_night();
    let asked = ask(&board, 1, 21, 0);
    go(&mut board, asked);
    let by_voice = Accepting {
        by_voice: true,
        ..accepting(1, who.guard_wu)
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
    let zhang = leave_for_emergency(
        &board,
        who.desk,
        who.zhang,
        (relief(1), "爆管跑水"),
        at(10, 0),
    );
    go(&mut board, zhang);
    assert_eq!(board.posts[&who.desk].unattended_since, None, "Li is there");
    let li_leaves = leave_post(&board, who.desk, who.li, at(10, 1));
    assert_eq!(li_leaves, Err(CoverageRefusal::LastPresent));
}

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
