//! The acts of handover: each loads the record, decides, and saves it whole.

mod around;
mod editing;
mod opening;
mod signing;

pub use around::{AddItem, ChangeItem, LiftCondition, SetCondition};
pub use editing::{Edit, EditHandover};
pub use opening::OpenHandover;
pub use signing::{
    AmendHandover, RefuseHandover, ResolveHandover, SelfCheckHandover, SignHandover,
    WitnessHandover,
};

use serde_json::{Value as Json, json};
use zhishou_base::{CommunityId, Instant};
use zhishou_platform::{Act, AppError, Conn, Entry, Ring, Target, Urgency};
use zhishou_rules::coverage::{Board, answers_for};
use zhishou_rules::handover::{Handover, SigningFacts};

use super::open_matters::open_now;
use super::snapshot::sides;
use crate::coverage;

/// An entry about a handover, in the log of the duty that ends.
fn entry(verb: &'static str, handover: &Handover, body: &Json) -> Entry {
    Entry::new(verb)
        .subject("handover", handover.id.subject())
        .post(handover.post)
        .duty(handover.outgoing_duty)
        .body(body)
}

/// What is so at the instant of signing.
pub(super) async fn facts(
    conn: &mut Conn,
    community: CommunityId,
    handover: &Handover,
    now: Instant,
) -> Result<SigningFacts, AppError> {
    let board = coverage::current_board(conn, community, now).await?;
    let state = board.post(handover.post);
    let incoming_signed_in = handover
        .incoming_duty
        .is_none_or(|duty| state.is_some_and(|state| state.signed_in_for(handover.incoming, duty)));
    Ok(SigningFacts {
        answers: answers_for(&board, handover.post),
        duty_stands: duty_stands(&board, handover),
        incoming_signed_in,
        open: open_now(conn, community, handover.post, now).await?,
    })
}

/// Whether the duty that was to begin is still planned; one that nobody has signed
/// in for is dropped when the regulation changes.
fn duty_stands(board: &Board, handover: &Handover) -> bool {
    let planned = |duty| {
        board
            .post(handover.post)
            .is_some_and(|state| state.duty(duty).is_some())
    };
    handover.incoming_duty.is_none_or(planned)
}

/// Whether a post may still pass by a record: one that is open as long as its duty is
/// planned, one that ended without passing the post while nothing has changed since.
pub(super) fn still_due(board: &Board, handover: &Handover, now: Instant) -> bool {
    if handover.state.is_open() {
        return duty_stands(board, handover);
    }
    sides(board, handover.post, now).is_ok_and(|sides| {
        sides.outgoing == handover.outgoing
            && sides.incoming_duty.map(|duty| duty.id) == handover.incoming_duty
    })
}

/// The post did not pass: the shift leader has to arrange for somebody.
async fn ring_leader(act: &mut Act, handover: &Handover, why: &str) -> Result<(), AppError> {
    act.ring(Ring {
        target: Target::Role("shift_leader".to_owned()),
        urgency: Urgency::Urgent,
        kind: "handover_refused",
        subject_kind: "handover",
        subject: handover.id.subject(),
        post: Some(handover.post),
        body: json!({
            "post_id": handover.post,
            "outgoing_id": handover.outgoing,
            "incoming_id": handover.incoming,
            "why": why,
        }),
    })
    .await?;
    Ok(())
}
