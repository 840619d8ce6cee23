//! What the tests start from: a day or a night that has begun, and who leaves or is asked.

use zhishou_base::{Instant, PersonId, PostId};

use super::cast::uuid_of::{duty, relief};
use super::cast::{Decided, at, board, cast, go};
use super::*;

pub(super) fn signed(board: &Board, post: PostId, who: PersonId, h: i64, m: i64) -> Decided {
    sign_in(board, post, who, at(h, m)).map(|signed| signed.changes)
}

/// The desk by day: Zhang holds, Li is there too; the gate is held by Sun, Wu stands by.
pub(super) fn by_day() -> Board {
    let who = cast();
    let mut board = board();
    let first = signed(&board, who.desk, who.zhang, 9, 0);
    go(&mut board, first);
    for (post, person) in [
        (who.desk, who.li),
        (who.gate, who.guard_sun),
        (who.gate, who.guard_wu),
    ] {
        let next = signed(&board, post, person, 9, 1);
        go(&mut board, next);
    }
    board
}

/// The desk by night, held by Wang alone.
pub(super) fn by_night() -> Board {
    let who = cast();
    let mut board = board();
    for (post, person) in [
        (who.desk, who.wang),
        (who.gate, who.guard_sun),
        (who.gate, who.guard_wu),
    ] {
        let next = signed(&board, post, person, 20, 10);
        go(&mut board, next);
    }
    board
}

/// Ends the first night of the desk early and puts a duty in the rest of it, which is given
/// back to be changed further.
pub(super) fn night_goes_on_as(board: &mut Board, from: Instant, until: Instant) -> &mut Duty {
    let desk = board.posts.get_mut(&cast().desk).expect("desk");
    let night = desk
        .duties
        .iter_mut()
        .find(|duty| duty.starts_at == at(17, 30))
        .expect("night");
    night.ends_at = from;
    let rest = Duty {
        id: duty(99),
        starts_at: from,
        ends_at: until,
        ..night.clone()
    };
    desk.duties.push(rest);
    desk.duties.last_mut().expect("just put there")
}

/// Whoever answers for the desk asks for `relief(1)`: one person, or everybody.
pub(super) fn ask_for_relief(board: &mut Board, asked: Option<PersonId>, now: Instant) {
    let post = cast().desk;
    let asking = Asking {
        id: relief(1),
        post,
        asker: answers_for(board, post).expect("held"),
        asked,
        reason: "取快递".to_owned(),
    };
    let asked = ask_relief(board, asking, now);
    go(board, asked);
}

/// Whoever answers for the desk leaves at once for a burst pipe, which asks for `relief(1)`.
pub(super) fn pipe_bursts(board: &mut Board, now: Instant) -> Vec<Change> {
    let post = cast().desk;
    let holder = answers_for(board, post).expect("held");
    let left = leave_for_emergency(board, post, holder, (relief(1), "爆管跑水"), now);
    go(board, left)
}

/// A reliever who stands at the desk accepts `relief(1)` in person.
pub(super) fn accepting(reliever: PersonId) -> Accepting {
    Accepting {
        relief: relief(1),
        reliever,
        by_voice: false,
        there: true,
    }
}
