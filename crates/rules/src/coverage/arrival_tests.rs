//! Who is to come to a post, and what ends it.

use super::cast::{at, board, cast, go, uuid_of::relief};
use super::scenes::{accepting, by_night, night_goes_on_as, pipe_bursts, signed};
use super::*;
use zhishou_base::{Instant, PersonId};

fn on_the_way(board: &Board, reliever: PersonId, now: Instant) -> Board {
    let coming = Accepting {
        there: false,
        ..accepting(reliever)
    };
    then(board, accept_relief(board, coming, now))
}

fn then(board: &Board, decided: super::cast::Decided) -> Board {
    let mut after = board.clone();
    go(&mut after, decided);
    after
}

/// 22:40: Wang, alone at the desk, has left for a burst pipe.
fn desk_left() -> Board {
    let mut board = by_night();
    pipe_bursts(&mut board, at(22, 40));
    board
}

fn named_from_afar(board: &Board, person: PersonId, now: Instant) -> Board {
    let naming = Naming {
        post: cast().desk,
        person,
        mode: DutyMode::AtPost,
        there: false,
        replaced_stays: false,
        reason: "无人接班".to_owned(),
    };
    then(board, supervisor_resolves(board, &naming, now))
}

#[test]
fn who_accepted_on_the_way_has_still_to_come() {
    let who = cast();
    let left = desk_left();
    assert_eq!(sets_out(&by_night(), &left, who.desk), None);
    let coming = on_the_way(&left, who.guard_wu, at(22, 43));
    assert_eq!(sets_out(&left, &coming, who.desk), Some((who.guard_wu, 2)));
    assert_eq!(sets_out(&coming, &coming, who.desk), None, "owed once");
    let wu = |after: &Board| arrival(&coming, after, who.desk, who.guard_wu);
    assert_eq!(wu(&coming), Arrival::Awaited);
    let came = return_to_post(&coming, who.desk, who.guard_wu, at(22, 46));
    assert_eq!(wu(&then(&coming, came)), Arrival::There);
}

#[test]
fn who_was_named_has_come_once_and_is_not_on_the_way_when_he_leaves_again() {
    let who = cast();
    let mut board = board();
    board
        .people
        .insert(who.leader, vec![crate::access::Role::Repairer]);
    let clerk = signed(&board, who.desk, who.wang, 17, 40);
    go(&mut board, clerk);
    let named = named_from_afar(&board, who.leader, at(18, 0));
    assert_eq!(sets_out(&board, &named, who.desk), Some((who.leader, 2)));
    let there = return_to_post(&named, who.desk, who.leader, at(18, 5));
    let there = then(&named, there);
    let mut left = there.clone();
    pipe_bursts(&mut left, at(22, 40));
    assert_eq!(sets_out(&there, &left, who.desk), None);
    let back = withdraw_relief(&left, relief(1), who.leader, at(22, 45));
    let back = then(&left, back);
    assert_eq!(sets_out(&left, &back, who.desk), None);
    assert!(gave_up(&left, &back, who.desk), "rings again");
}

#[test]
fn who_answered_the_alarm_comes_until_somebody_is_there_or_answers() {
    let who = cast();
    let left = desk_left();
    let wu = |after: &Board| arrival(&left, after, who.desk, who.guard_wu);
    assert_eq!(wu(&left), Arrival::Awaited);
    let back = return_to_post(&left, who.desk, who.wang, at(22, 50));
    let over = Arrival::Over(NotAwaited::SomebodyThere);
    assert_eq!(wu(&then(&left, back)), over);
    let over = Arrival::Over(NotAwaited::SomebodyElseAnswers);
    assert_eq!(wu(&on_the_way(&left, who.guard_sun, at(22, 43))), over);
    let own = on_the_way(&left, who.guard_wu, at(22, 43));
    assert_eq!(wu(&own), Arrival::Awaited, "accepted as well");
    let mut closed = left.clone();
    closed.posts.get_mut(&who.desk).expect("desk").hold = None;
    assert_eq!(wu(&closed), Arrival::Over(NotAwaited::PostClosed));
}

#[test]
fn who_has_not_come_when_the_next_stage_begins_has_still_to_come_unless_it_is_on_call() {
    let who = cast();
    for (mode, became) in [
        (DutyMode::AtPost, Arrival::Awaited),
        (
            DutyMode::OnCall {
                response_minutes: 20,
            },
            Arrival::Over(NotAwaited::NobodyNeeded),
        ),
    ] {
        let mut board = by_night();
        let rest = night_goes_on_as(&mut board, at(23, 0), at(33, 0));
        rest.change = DutyChange::OneTap;
        rest.mode = mode;
        rest.assigned = vec![who.zhao];
        let named = named_from_afar(&board, who.zhao, at(22, 58));
        let settled = then(&named, Ok(settle(&named, at(23, 0))));
        let hold = settled.posts[&who.desk].hold.as_ref().expect("held");
        assert_eq!(hold.began_by, Passing::NextStage);
        let zhao = arrival(&named, &settled, who.desk, who.zhao);
        assert_eq!(zhao, became);
        assert_eq!(sets_out(&named, &settled, who.desk), None);
    }
}
