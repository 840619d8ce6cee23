//! Who is called, and when.

use super::cast::{at, board, cast, go};
use super::scenes::signed;
use super::*;
use crate::access::Role;
use crate::regulation::parse;
use crate::regulation::presets::preset;
use zhishou_base::{PostId, Span};

/// The minutes and the callees, in order.
fn told(calls: Vec<Call>) -> Vec<(i64, Callee)> {
    let minutes = |call: &Call| call.after.whole_minutes();
    calls
        .into_iter()
        .map(|call| (minutes(&call), call.callee))
        .collect()
}

fn steps_of_r08(gate: PostId) -> CallSteps {
    let r08 = preset("r08").expect("R08 is a preset");
    let regulation = parse(r08.source).expect("R08 is sound").regulation;
    CallSteps::of(&regulation, |key| (key == "south_gate").then_some(gate))
}

#[test]
fn r08_a_gap_calls_the_gate_and_the_leaders_at_once_and_the_manager_after_ten_minutes() {
    let who = cast();
    let mut board = board();
    board.people.insert(who.li, vec![Role::Manager]);
    board.people.insert(who.zhao, vec![Role::ServiceSupervisor]);
    let desk = board.posts.get_mut(&who.desk).expect("the desk");
    desk.rules.calls = steps_of_r08(who.gate);
    desk.rules.line_to = Vec::new();
    let guard = signed(&board, who.gate, who.guard_sun, 8, 0);
    go(&mut board, guard);
    assert_eq!(
        told(calls_for_gap(&board, who.desk, at(8, 30))),
        vec![
            (0, Callee::Post(who.gate)),
            (0, Callee::Role(Role::ShiftLeader)),
            (0, Callee::Role(Role::ServiceSupervisor)),
            (10, Callee::Role(Role::Manager)),
        ]
    );
}

#[test]
fn r08_a_missing_relief_goes_upward_by_the_minutes_of_the_regulation() {
    let who = cast();
    let mut board = board();
    board.people.insert(who.li, vec![Role::Manager]);
    board.people.insert(who.zhao, vec![Role::ServiceSupervisor]);
    assert_eq!(
        told(calls_for_relief(
            &board.people,
            who.desk,
            &steps_of_r08(who.gate)
        )),
        vec![
            (10, Callee::Role(Role::ServiceSupervisor)),
            (15, Callee::Role(Role::ShiftLeader)),
            (60, Callee::Role(Role::Manager)),
        ]
    );
}

#[test]
fn where_nobody_leads_a_shift_the_manager_and_the_director_are_called() {
    let who = cast();
    let mut board = board();
    board.people.retain(|person, _| *person == who.zhang);
    board.people.insert(who.leader, vec![Role::Manager]);
    let desk = board.posts.get_mut(&who.desk).expect("the desk");
    desk.rules.line_to = Vec::new();
    let last_resort = [Role::Manager, Role::Director].map(|role| (0, Callee::Role(role)));
    assert_eq!(
        told(calls_for_gap(&board, who.desk, at(10, 0))),
        last_resort
    );
    assert_eq!(leaders(&board.people), vec![Role::Manager, Role::Director]);
    let none = CallSteps::default();
    let late: Vec<Span> = calls_for_relief(&board.people, who.desk, &none)
        .iter()
        .map(|call| call.after)
        .collect();
    assert_eq!(late, vec![Span::minutes(15); 2]);
}

#[test]
fn who_left_the_post_is_not_the_one_who_is_reached() {
    let who = cast();
    let mut board = board();
    board.people.retain(|person, _| *person == who.zhang);
    board
        .people
        .insert(who.zhang, vec![Role::ServiceClerk, Role::ShiftLeader]);
    let clerk = signed(&board, who.desk, who.zhang, 8, 50);
    go(&mut board, clerk);
    let settled = settle(&board, at(9, 0));
    go(&mut board, Ok(settled));
    let called = told(calls_for_gap(&board, who.desk, at(10, 0)));
    assert!(
        called.contains(&(0, Callee::Role(Role::Manager))),
        "{called:?}"
    );
}
