//! Keeping what was decided: rows, ledger entries, deadlines and alarms of the
//! changes of a board, all in the act that made them.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use zhishou_base::{DutyId, PostId};
use zhishou_platform::{Act, AppError, Entry, Target};
use zhishou_rules::coverage::{
    Board, Change, Hold, Holder, LineState, LineTransfer, Relief, ReliefState, answers_for,
};

use super::arriving::follow_arrivals;
use super::calling::{
    CONFIRMATION, GAP, LEFT, UNATTENDED, owe_confirmation, owe_filling, raise_alarm, ring_all,
    who_may_come,
};
use super::owing::{SIGN_IN, TAKE_OVER, discharge_lines};
use super::store;

/// Kinds of alerts; each ends when what it calls for is done.
const RELIEF_ASKED: &str = "relief_asked";
const LINE_GIVEN: &str = "line_given";

/// Stores changes with everything that belongs to them.
pub async fn keep(act: &mut Act, before: &Board, changes: Vec<Change>) -> Result<(), AppError> {
    let mut board = before.clone();
    for change in &changes {
        let holder = answers_for(&board, change.post());
        store::save_change(act, change, holder).await?;
        board.apply(change);
        follow(act, &board, change).await?;
    }
    discharge_lines(act, &board).await?;
    let touched: BTreeSet<PostId> = changes.iter().map(Change::post).collect();
    for post in touched {
        follow_arrivals(act, before, &board, post).await?;
    }
    Ok(())
}

/// What a change brings with it beyond its own row.
async fn follow(act: &mut Act, board: &Board, change: &Change) -> Result<(), AppError> {
    match change {
        Change::SignedIn { sign_in, .. } => {
            let who = sign_in.person.to_string();
            act.discharge(SIGN_IN, sign_in.duty.subject(), &who).await?;
        }
        Change::HoldOpened { post, hold } => record_holder(act, *post, hold).await?,
        Change::HoldClosed { post, by, .. } => {
            if *by == zhishou_rules::coverage::Passing::Closing {
                let entry = Entry::new("coverage.post_closed")
                    .subject("post", post.subject())
                    .post(*post);
                act.record(entry).await?;
            }
        }
        Change::UnattendedBegan { post, at } => {
            let responsible = answers_for(board, *post);
            let body = json!({ "from_at": at, "person_id": responsible });
            record_at(
                act,
                "coverage.unattended_began",
                *post,
                duty_of(board, *post),
                body,
            )
            .await?;
            // An emergency has rung already, with the call for relief.
            let rung = board
                .post(*post)
                .and_then(|state| state.asked_relief())
                .is_some_and(|relief| relief.emergency);
            if !rung {
                raise_alarm(act, board, *post, UNATTENDED).await?;
            }
            owe_filling(act, board, *post, *at).await?;
        }
        Change::UnattendedEnded { post, from_at, at } => {
            let body = json!({
                "from_at": from_at,
                "to_at": at,
                "minutes": at.since(*from_at).whole_minutes(),
            });
            record_at(
                act,
                "coverage.unattended_ended",
                *post,
                duty_of(board, *post),
                body,
            )
            .await?;
            act.stop_rings(UNATTENDED, post.subject()).await?;
            act.discharge_all(GAP, post.subject()).await?;
        }
        Change::ReliefMoved { relief } => follow_relief(act, board, relief).await?,
        Change::LineMoved { line } => follow_line(act, line).await?,
        Change::Arrived { .. } | Change::Departed { .. } => {}
    }
    Ok(())
}

async fn record_holder(act: &mut Act, post: PostId, hold: &Hold) -> Result<(), AppError> {
    let (person, via) = match hold.holder {
        Holder::Person(person) => (Some(person), None),
        Holder::Post(via) => (None, Some(via)),
    };
    let body = json!({
        "person_id": person,
        "via_post_id": via,
        "by": hold.began_by,
        "mode": hold.mode,
        "from_at": hold.from_at,
        "hold": hold.seq,
    });
    record_at(act, "coverage.holder_changed", post, hold.duty, body).await?;
    if let Some(duty) = hold.duty {
        act.discharge_all(TAKE_OVER, duty.subject()).await?;
        // Somebody answers for the post again: nobody comes for an earlier shift any more.
        act.stop_overdue_rings(TAKE_OVER, post).await?;
        if let Some(person) = person {
            // Who stands the duty has come for it, signed in or staying on.
            act.discharge(SIGN_IN, duty.subject(), &person.to_string())
                .await?;
        }
    }
    Ok(())
}

/// An entry about a post, in the log of the duty that stands it.
pub(super) async fn record_at(
    act: &mut Act,
    verb: &'static str,
    post: PostId,
    duty: Option<DutyId>,
    body: Json,
) -> Result<(), AppError> {
    let entry = Entry::new(verb)
        .subject("post", post.subject())
        .post(post)
        .duty(duty)
        .body(&body);
    act.record(entry).await?;
    Ok(())
}

/// The duty that a post's open hold stands.
pub(super) fn duty_of(board: &Board, post: PostId) -> Option<DutyId> {
    board.post(post)?.hold.as_ref()?.duty
}

async fn follow_relief(act: &mut Act, board: &Board, relief: &Relief) -> Result<(), AppError> {
    let subject = relief.id.subject();
    if relief.state != ReliefState::Asked {
        // Somebody comes, or nobody needs to: the others need not set out.
        act.stop_rings(RELIEF_ASKED, subject).await?;
        if relief.emergency {
            act.stop_rings(LEFT, relief.post.subject()).await?;
        }
    }
    match &relief.state {
        ReliefState::Asked if relief.emergency => {
            raise_alarm(act, board, relief.post, LEFT).await?;
        }
        ReliefState::Asked => {
            // An approval moves the relief too; who was asked has been rung before.
            if relief.approved_by.is_none() {
                let asked = match relief.asked {
                    Some(asked) => vec![Target::Person(asked)],
                    None => who_may_come(board, relief.post, act.now()),
                };
                let about = (RELIEF_ASKED, "relief", subject);
                let body = json!({ "asker_id": relief.asker });
                ring_all(act, Some(relief.post), asked, about, body).await?;
            }
        }
        ReliefState::Accepted {
            reliever,
            confirm_by: Some(confirm_by),
            ..
        } => {
            owe_confirmation(act, board, relief, (*reliever, *confirm_by)).await?;
        }
        ReliefState::Accepted {
            confirm_by: None, ..
        } => {
            act.discharge(CONFIRMATION, subject, "1").await?;
        }
        ReliefState::Lapsed { reliever, .. } => {
            let body = json!({ "reliever_id": reliever, "relief_id": relief.id });
            record_at(act, "coverage.relief_lapsed", relief.post, None, body).await?;
        }
        ReliefState::Ended { .. }
        | ReliefState::Declined { .. }
        | ReliefState::Withdrawn { .. } => {
            act.withdraw(CONFIRMATION, subject, "1", "代值已结束")
                .await?;
        }
    }
    Ok(())
}

async fn follow_line(act: &mut Act, line: &LineTransfer) -> Result<(), AppError> {
    if line.state != LineState::Given {
        act.stop_rings(LINE_GIVEN, line.post.subject()).await?;
    }
    if line.state == LineState::Given {
        let about = (LINE_GIVEN, "post", line.post.subject());
        let body = json!({ "given_by": line.given_by });
        ring_all(
            act,
            Some(line.post),
            vec![Target::Post(line.to_post)],
            about,
            body,
        )
        .await?;
    }
    Ok(())
}
