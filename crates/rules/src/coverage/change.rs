//! What a decision changes, and how a change moves the board.

use serde::{Deserialize, Serialize};
use zhishou_base::{Instant, PersonId, PostId};

use super::board::Board;
use super::lending::{LineTransfer, Relief};
use super::types::{Hold, Passing, Presence, SignIn};

/// Why somebody is no longer at a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Departure {
    /// Left with somebody else there.
    Left,
    /// Left for an emergency 先走后报.
    Emergency,
    /// Went to another post.
    WentToOtherPost,
    /// The duty was handed over.
    DutyOver,
    /// The duty went on as on call.
    OnCall,
    /// The post was closed.
    PostClosed,
    /// Was said to have come in relief, and never confirmed it.
    NeverConfirmed,
    /// A supervisor named somebody else.
    Replaced,
}

/// One change of a board; a decision is a list of them, saved in one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are the words of the board")]
pub enum Change {
    SignedIn {
        post: PostId,
        sign_in: SignIn,
    },
    HoldClosed {
        post: PostId,
        seq: i64,
        at: Instant,
        by: Passing,
    },
    HoldOpened {
        post: PostId,
        hold: Hold,
    },
    Arrived {
        post: PostId,
        person: PersonId,
        at: Instant,
    },
    Departed {
        post: PostId,
        person: PersonId,
        at: Instant,
        why: Departure,
    },
    UnattendedBegan {
        post: PostId,
        at: Instant,
    },
    UnattendedEnded {
        post: PostId,
        from_at: Instant,
        at: Instant,
    },
    ReliefMoved {
        relief: Relief,
    },
    LineMoved {
        line: LineTransfer,
    },
}

impl Board {
    /// Moves the board by one change.
    pub fn apply(&mut self, change: &Change) {
        let post = self.posts.entry(change.post()).or_default();
        match change {
            Change::SignedIn { sign_in, .. } => post.sign_ins.push(*sign_in),
            Change::HoldClosed { at, .. } => {
                post.hold = None;
                post.last_closed_at = Some(*at);
            }
            Change::HoldOpened { hold, .. } => {
                post.last_seq = hold.seq;
                post.hold = Some(hold.clone());
            }
            Change::Arrived { person, at, .. } => post.present.push(Presence {
                person: *person,
                from_at: *at,
            }),
            Change::Departed { person, .. } => post.present.retain(|here| here.person != *person),
            Change::UnattendedBegan { at, .. } => post.unattended_since = Some(*at),
            Change::UnattendedEnded { .. } => post.unattended_since = None,
            Change::ReliefMoved { relief } => {
                post.reliefs.retain(|known| known.id != relief.id);
                if relief.is_live() {
                    post.reliefs.push(relief.clone());
                }
            }
            Change::LineMoved { line } => {
                post.last_line_seq = line.seq;
                post.line = line.is_live().then(|| line.clone());
            }
        }
    }
}

impl Change {
    /// The post it belongs to.
    pub fn post(&self) -> PostId {
        match self {
            Self::SignedIn { post, .. }
            | Self::HoldClosed { post, .. }
            | Self::HoldOpened { post, .. }
            | Self::Arrived { post, .. }
            | Self::Departed { post, .. }
            | Self::UnattendedBegan { post, .. }
            | Self::UnattendedEnded { post, .. } => *post,
            Self::ReliefMoved { relief } => relief.post,
            Self::LineMoved { line } => line.post,
        }
    }
}
