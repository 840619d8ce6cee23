use zhishou_base::Refusal;

use super::cast::{at, board, cast, go};
use super::scenes::{by_day, by_night, night_goes_on_as, signed};
use super::*;

fn late_by_plan(signed: &SignedIn, now: zhishou_base::Instant) -> Option<i64> {
    late_minutes(signed.last_at.expect("asked for"), now)
}

#[test]
fn the_first_sign_in_opens_the_hold_and_the_next_waits() {
    let who = cast();
    let mut board = board();
    let first = sign_in(&board, who.desk, who.wang, at(17, 10)).expect("taken");
    assert!(!first.waits);
    assert_eq!(late_by_plan(&first, at(17, 10)), None);
    go(&mut board, Ok(first.changes));
    let second = sign_in(&board, who.desk, who.zhao, at(17, 20)).expect("taken");
    assert!(second.waits);
    assert_eq!(late_by_plan(&second, at(17, 20)), Some(5));
    go(&mut board, Ok(second.changes));
    assert_eq!(answers_for(&board, who.desk), Some(who.wang));
    assert_eq!(board.posts[&who.desk].present.len(), 2);
}

#[test]
fn within_the_minute_of_the_deadline_nobody_is_late() {
    use zhishou_base::Span;
    let last = last_punctual(at(8, 45));
    let late = |seconds: i64| late_minutes(last, at(8, 45) + Span::seconds(seconds));
    assert_eq!([late(-60), late(0), late(20), late(59)], [None; 4]);
    assert_eq!(late(60), Some(1));
    assert_eq!(late(119), Some(1));
    assert_eq!(late(300), Some(5));
}

#[test]
fn a_duty_says_why_it_asks_nobody_to_sign_in() {
    let who = cast();
    let board = board();
    let duties = &board.posts[&who.desk].duties;
    let of = |shift: &str| duties.iter().find(|duty| duty.shift == shift);
    let day = of("day").expect("the day").clone();
    assert_eq!(day.no_sign_in(), None);
    assert_eq!(day.last_sign_in(), Some(last_punctual(at(-24 + 8, 45))));
    let noon = of("noon").expect("noon");
    assert_eq!(noon.no_sign_in(), Some(NoSignIn::Within));
    let mut by_line = day.clone();
    by_line.change = DutyChange::LineTransfer { to_post: who.gate };
    assert_eq!(by_line.no_sign_in(), Some(NoSignIn::LineTransfer));
    assert_eq!(by_line.last_sign_in(), None);
    let mut weekend = day;
    weekend.optional = true;
    assert_eq!(weekend.no_sign_in(), Some(NoSignIn::LeftOut));
    weekend.assigned = vec![who.li];
    assert_eq!(weekend.no_sign_in(), None);
}

#[test]
fn who_is_called_in_for_noon_alone_cannot_be_late() {
    let who = cast();
    let mut board = board();
    let desk = board.posts.get_mut(&who.desk).expect("desk");
    for duty in &mut desk.duties {
        duty.assigned = match duty.shift.as_str() {
            "noon" => vec![who.li],
            _ => vec![who.zhang],
        };
    }
    let signed = sign_in(&board, who.desk, who.li, at(11, 35)).expect("taken");
    assert_eq!(signed.last_at, None);
}

#[test]
fn r01_8_sign_in_fifteen_minutes_early() {
    let who = cast();
    let board = board();
    let timely = sign_in(&board, who.desk, who.zhang, at(8, 45)).expect("taken");
    assert_eq!(late_by_plan(&timely, at(8, 45)), None);
    let late = sign_in(&board, who.desk, who.zhang, at(8, 46)).expect("taken, and a finding");
    assert_eq!(late_by_plan(&late, at(8, 46)), Some(1));
    let early = sign_in(&board, who.desk, who.zhang, at(7, 0)).expect_err("too early");
    assert_eq!(early, CoverageRefusal::TooEarly { from_at: at(7, 45) });
}

#[test]
fn a_sign_in_needs_the_roster_or_the_role() {
    let who = cast();
    let mut board = board();
    assert_eq!(
        signed(&board, who.desk, who.guard_sun, 9, 0),
        Err(CoverageRefusal::NotRostered)
    );
    for duty in &mut board.posts.get_mut(&who.desk).expect("desk").duties {
        duty.assigned = vec![who.li];
    }
    assert_eq!(
        signed(&board, who.desk, who.zhang, 9, 0),
        Err(CoverageRefusal::NotRostered)
    );
    assert!(signed(&board, who.desk, who.li, 9, 0).is_ok());
}

#[test]
fn a_clerk_called_in_for_noon_alone_signs_in_and_takes_the_noon() {
    let who = cast();
    let mut board = board();
    let desk = board.posts.get_mut(&who.desk).expect("desk");
    for duty in &mut desk.duties {
        match duty.shift.as_str() {
            "day" => duty.assigned = vec![who.li],
            "noon" => duty.assigned = vec![who.zhang],
            _ => {}
        }
    }
    let day = signed(&board, who.desk, who.li, 9, 0);
    go(&mut board, day);
    let again = signed(&board, who.desk, who.li, 11, 20);
    assert_eq!(again, Err(CoverageRefusal::AlreadySignedIn));
    let noon = sign_in(&board, who.desk, who.zhang, at(11, 20)).expect("called in");
    assert!(noon.waits);
    go(&mut board, Ok(noon.changes));
    let tap = change_holder(&board, who.desk, who.zhang, at(11, 30));
    go(&mut board, tap);
    let back = change_holder(&board, who.desk, who.li, at(13, 30));
    go(&mut board, back);
    assert_eq!(answers_for(&board, who.desk), Some(who.li));
    let desk = &board.posts[&who.desk];
    assert!(desk.is_present(who.li));
    assert!(!desk.is_present(who.zhang), "her noon is over");
}

#[test]
fn a_waiting_sign_in_takes_a_closed_post_at_the_start_of_its_duty() {
    let who = cast();
    let mut board = board();
    let desk = board.posts.get_mut(&who.desk).expect("desk");
    desk.duties.retain(|duty| duty.shift == "day");
    let waiting = sign_in(&board, who.desk, who.zhang, at(8, 40)).expect("taken");
    assert!(waiting.waits);
    go(&mut board, Ok(waiting.changes));
    assert_eq!(answers_for(&board, who.desk), None);
    assert_eq!(next_settling(&board, at(8, 46)), Some(at(9, 0)));
    let settled = settle(&board, at(9, 3));
    go(&mut board, Ok(settled));
    assert_eq!(
        board.posts[&who.desk]
            .hold
            .as_ref()
            .map(|hold| hold.from_at),
        Some(at(9, 0))
    );
}

#[test]
fn r01_2_noon_is_one_tap_and_back() {
    let who = cast();
    let mut board = by_day();
    // Li holds by day, so that the noon passes to the clerk.
    let li = change_holder(&board, who.desk, who.li, at(10, 0));
    go(&mut board, li);
    let noon = change_holder(&board, who.desk, who.zhang, at(11, 30));
    go(&mut board, noon);
    assert_eq!(answers_for(&board, who.desk), Some(who.zhang));
    // Noon belongs to the clerks alone.
    let too_soon = change_holder(&board, who.desk, who.li, at(12, 0));
    assert_eq!(too_soon, Err(CoverageRefusal::RoleNotAllowed));
    let back = change_holder(&board, who.desk, who.li, at(13, 30));
    go(&mut board, back);
    assert_eq!(answers_for(&board, who.desk), Some(who.li));
}

#[test]
fn one_tap_never_replaces_a_handover() {
    let who = cast();
    let mut board = by_day();
    let wang = signed(&board, who.desk, who.wang, 17, 15);
    go(&mut board, wang);
    let tap = change_holder(&board, who.desk, who.wang, at(17, 31));
    assert_eq!(tap, Err(CoverageRefusal::HandoverNeeded));
}

#[test]
fn a_post_closes_only_outside_its_required_hours() {
    let who = cast();
    let mut board = by_day();
    let early = close_post(&board, who.desk, who.zhang, at(12, 0));
    assert_eq!(early, Err(CoverageRefusal::RequiredNow));
    let desk = board.posts.get_mut(&who.desk).expect("desk");
    desk.duties.retain(|duty| duty.shift == "day");
    let leave = leave_post(&board, who.desk, who.zhang, at(17, 40));
    assert_eq!(leave, Err(CoverageRefusal::CloseInstead));
    let closed = close_post(&board, who.desk, who.zhang, at(17, 40));
    go(&mut board, closed);
    assert_eq!(gap(&board, who.desk, at(18, 0)), None);
    // Nobody comes in the morning: the gap is raised as soon as the sign-in is overdue.
    assert!(matches!(
        gap(&board, who.desk, at(32, 50)),
        Some(Gap::NobodySignedIn { .. })
    ));
    assert_eq!(
        gap(&board, who.desk, at(33, 5)),
        Some(Gap::NobodyHolds { since: at(33, 0) })
    );
}

#[test]
fn r21_3_the_evening_at_the_centre_goes_on_as_a_night_on_call() {
    let who = cast();
    let mut board = board();
    let on_call = night_goes_on_as(&mut board, at(20, 30), at(32, 0));
    on_call.change = DutyChange::OneTap;
    on_call.mode = DutyMode::OnCall {
        response_minutes: 15,
    };
    let signed_in = signed(&board, who.desk, who.wang, 17, 10);
    go(&mut board, signed_in);
    let settled = settle(&board, at(20, 31));
    go(&mut board, Ok(settled));
    let desk = &board.posts[&who.desk];
    let hold = desk.hold.as_ref().expect("held");
    assert_eq!(hold.from_at, at(20, 30));
    assert_eq!(
        hold.mode,
        DutyMode::OnCall {
            response_minutes: 15
        }
    );
    assert_eq!(
        desk.unattended_since, None,
        "asleep in the dormitory by the regulation"
    );
}

#[test]
fn a_supervisor_names_the_holder_with_a_reason() {
    let who = cast();
    let mut board = by_night();
    let naming = |reason: &str| Naming {
        post: who.desk,
        person: who.leader,
        mode: DutyMode::OnCall {
            response_minutes: 60,
        },
        there: false,
        replaced_stays: false,
        reason: reason.to_owned(),
    };
    let silent = supervisor_resolves(&board, &naming(" "), at(23, 0));
    assert_eq!(silent, Err(CoverageRefusal::ReasonNeeded));
    let named = supervisor_resolves(&board, &naming("值班人员突发疾病"), at(23, 0));
    go(&mut board, named);
    assert_eq!(answers_for(&board, who.desk), Some(who.leader));
}

#[test]
fn a_post_whose_holder_was_replaced_is_attended_by_nobody_until_the_next_has_come() {
    let who = cast();
    for stays in [false, true] {
        let mut board = by_night();
        let naming = Naming {
            post: who.desk,
            person: who.leader,
            mode: DutyMode::AtPost,
            there: false,
            replaced_stays: stays,
            reason: "擅自离岗".to_owned(),
        };
        let named = supervisor_resolves(&board, &naming, at(23, 0));
        go(&mut board, named);
        assert_eq!(board.posts[&who.desk].is_present(who.wang), stays);
        let unattended = (!stays).then(|| at(23, 0));
        assert_eq!(board.posts[&who.desk].unattended_since, unattended);
        let there = return_to_post(&board, who.desk, who.leader, at(23, 20));
        go(&mut board, there);
        assert_eq!(board.posts[&who.desk].unattended_since, None);
    }
}

#[test]
fn every_refusal_has_a_code_and_a_sentence_that_says_what_to_do() {
    for refusal in [
        CoverageRefusal::ReliefNeeded,
        CoverageRefusal::HandoverNeeded,
    ] {
        assert!(refusal.to_string().contains('请'));
        assert!(
            refusal
                .code()
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '_')
        );
    }
}
