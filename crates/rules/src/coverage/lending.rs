//! The words of lending a post: relief 代值 and line transfer 值班电话转接.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, PersonId, PostId, ReliefId};

/// A relief 代值: somebody stands in while the holder is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relief {
    /// Its identifier.
    pub id: ReliefId,
    /// The post to be stood.
    pub post: PostId,
    /// Who asked and will take the post back.
    pub asker: PersonId,
    /// Who was asked; `None` asks everybody who may stand in.
    pub asked: Option<PersonId>,
    /// Why, in the asker's words.
    pub reason: String,
    /// Whether the asker left for an emergency.
    pub emergency: bool,
    /// When it was asked.
    pub asked_at: Instant,
    /// Who approved it, where the regulation asks for approval.
    pub approved_by: Option<PersonId>,
    /// How far it has come.
    pub state: ReliefState,
}

/// How far a relief has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ReliefState {
    /// Waiting for an answer.
    Asked,
    /// Somebody stands in.
    Accepted {
        /// Who stands in.
        reliever: PersonId,
        /// Since when.
        at: Instant,
        /// By voice: the reliever must confirm until this instant.
        confirm_by: Option<Instant>,
    },
    /// Nobody who was asked could.
    Declined {
        /// Who declined.
        by: PersonId,
        /// Why.
        reason: String,
        /// When.
        at: Instant,
    },
    /// The asker no longer needs it.
    Withdrawn {
        /// When.
        at: Instant,
    },
    /// Accepted by voice and never confirmed; the post went back to the asker.
    Lapsed {
        /// Who was said to have accepted.
        reliever: PersonId,
        /// When it lapsed.
        at: Instant,
    },
    /// The post was taken back, or passed on by a handover.
    Ended {
        /// Who stood in.
        reliever: PersonId,
        /// When.
        at: Instant,
    },
}

/// The line of a post given to another post 值班电话转接.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineTransfer {
    /// Number within the post, from 1.
    pub seq: i64,
    /// Whose line.
    pub post: PostId,
    /// Who is to answer.
    pub to_post: PostId,
    /// Who gave it.
    pub given_by: PersonId,
    /// When.
    pub given_at: Instant,
    /// How far it has come.
    pub state: LineState,
}

/// How far a line transfer has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum LineState {
    /// Offered; the giver still answers.
    Given,
    /// The other post answers.
    Accepted {
        /// Who accepted for the other post.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// Taken back, or overtaken by another change of holder.
    Returned {
        /// When.
        at: Instant,
    },
    /// Withdrawn before it was accepted.
    Withdrawn {
        /// When.
        at: Instant,
    },
}

impl Relief {
    /// Whether it still waits or runs.
    pub fn is_live(&self) -> bool {
        matches!(
            self.state,
            ReliefState::Asked | ReliefState::Accepted { .. }
        )
    }

    /// Who stands in now, if anybody.
    pub fn reliever(&self) -> Option<PersonId> {
        match self.state {
            ReliefState::Accepted { reliever, .. } => Some(reliever),
            _ => None,
        }
    }
}

impl LineTransfer {
    /// The post that has taken the line and answers by it.
    pub fn taken_by(&self) -> Option<PostId> {
        matches!(self.state, LineState::Accepted { .. }).then_some(self.to_post)
    }

    /// Whether it is offered or in force.
    pub fn is_live(&self) -> bool {
        matches!(self.state, LineState::Given | LineState::Accepted { .. })
    }
}
