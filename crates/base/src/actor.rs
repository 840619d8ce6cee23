//! Who acts.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AccountId, DeviceId, PersonId, PostId};

/// What kind of actor stands behind an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A signed-in member of staff.
    Staff,
    /// The engine itself: a deadline that passed, a timer.
    Engine,
    /// A command typed on the server by its operator.
    Operator,
}

/// Who acts, from which post and device. Stored with every ledger entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Staff, engine or operator.
    pub kind: ActorKind,
    /// The account that signed in.
    pub account: Option<AccountId>,
    /// The person who acts; on a shared screen this is who entered the PIN.
    pub person: Option<PersonId>,
    /// The post the person acted from, when one is held.
    pub post: Option<PostId>,
    /// The device, as its cookie names it.
    pub device: Option<DeviceId>,
}

impl Actor {
    /// The engine that keeps deadlines.
    pub const ENGINE: Self = Self {
        kind: ActorKind::Engine,
        account: None,
        person: None,
        post: None,
        device: None,
    };
    /// The operator at the server's terminal.
    pub const OPERATOR: Self = Self {
        kind: ActorKind::Operator,
        account: None,
        person: None,
        post: None,
        device: None,
    };
}

impl ActorKind {
    /// The word stored in the ledger.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Engine => "engine",
            Self::Operator => "operator",
        }
    }
}
