//! The acts of coverage: each loads the board, decides, and keeps the changes.

mod lending;
mod standing;

pub use lending::{
    AcceptLine, AcceptRelief, ApproveRelief, AskRelief, ConfirmRelief, DeclineRelief, EndRelief,
    ReturnLine, TransferLine, WithdrawRelief,
};
pub use standing::{
    ChangeHolder, ClosePost, LeaveForEmergency, LeavePost, ResolvePost, ReturnToPost, SignInToPost,
};

use serde_json::Value as Json;
use zhishou_base::PostId;
use zhishou_platform::{Act, AppError};
use zhishou_rules::coverage::{Board, Change};

use super::record::{duty_of, keep, record_at};
use super::store;
use super::views::{Standing, standing_of};

/// The board of the act's community, as it is under the lock.
async fn board(act: &mut Act) -> Result<Board, AppError> {
    let (community, now) = (act.community(), act.now());
    store::load_board(act, community, now).await
}

/// Stores changes and the entry that says what was done, and answers with the post as it is now.
async fn finish(
    act: &mut Act,
    board: &Board,
    post: PostId,
    changes: Vec<Change>,
    said: (&'static str, Json),
) -> Result<Standing, AppError> {
    let (verb, body) = said;
    record_at(act, verb, post, duty_of(board, post), body).await?;
    let mut after = board.clone();
    changes.iter().for_each(|change| after.apply(change));
    keep(act, board, changes).await?;
    Ok(standing_of(&after, post, act.now()))
}

/// The post of a relief that still waits or runs.
fn post_of_relief(board: &Board, relief: zhishou_base::ReliefId) -> Result<PostId, AppError> {
    board
        .posts
        .iter()
        .find(|(_, state)| state.reliefs.iter().any(|known| known.id == relief))
        .map(|(post, _)| *post)
        .ok_or_else(|| zhishou_rules::coverage::CoverageRefusal::ReliefNotRunning.into())
}
