//! The words of coverage 在岗: duty, hold, presence, relief, line transfer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Date, DutyId, Instant, PersonId, PostId, Span};

use crate::access::Role;
use crate::regulation::DutyMode;

/// How a post passes at the beginning of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DutyChange {
    /// A full handover, signed by both sides.
    Handover,
    /// One tap by the person who takes over (noon and back).
    OneTap,
    /// The line is given to another post.
    LineTransfer {
        /// The post that answers from then on.
        to_post: PostId,
    },
}

/// One planned duty of one post, as materialised under its regulation version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Its identifier.
    pub id: DutyId,
    /// The key of the shift in the regulation, e.g. `night`.
    pub shift: String,
    /// The date on which it starts.
    pub date: Date,
    /// When it starts.
    pub starts_at: Instant,
    /// When it ends (half-open).
    pub ends_at: Instant,
    /// The shift it lies within, e.g. noon within day.
    pub within: Option<String>,
    /// How the post passes when it begins.
    pub change: DutyChange,
    /// At the post or on call.
    pub mode: DutyMode,
    /// Who may stand it.
    pub roles: Vec<Role>,
    /// How many people stand it; one of them is responsible.
    pub count: u32,
    /// How long before its start the regulation wants people signed in; negative for a duty that
    /// was laid out when it should have been running, which leaves so long after it.
    pub sign_in_lead: Span,
    /// Whether the post stays closed when nobody is rostered.
    pub optional: bool,
    /// Who the roster names; empty when no roster is published.
    pub assigned: Vec<PersonId>,
}

/// Who answers for a post: a person, or another post to which the line was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "by", content = "id", rename_all = "snake_case")]
pub enum Holder {
    /// A person.
    Person(PersonId),
    /// Whoever answers for another post.
    Post(PostId),
}

/// What made a hold begin or end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Passing {
    /// The first sign-in of an opening.
    SignIn,
    /// One tap: noon and back.
    OneTap,
    /// The same person goes on in the next stage of a duty (at post, then on call).
    NextStage,
    /// A relief was accepted.
    Relief,
    /// The relieved person took the post back.
    ReliefEnded,
    /// A relief accepted by voice was not confirmed in time.
    ReliefLapsed,
    /// The line was given to another post.
    LineGiven,
    /// The line was taken back.
    LineReturned,
    /// Both sides signed a handover.
    Handover,
    /// The same person stayed on and checked by himself.
    SelfCheck,
    /// A supervisor named the holder.
    Supervisor,
    /// The post was closed outside its required hours.
    Closing,
}

/// The open interval in which somebody answers for a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Number of the hold within its post, from 1.
    pub seq: i64,
    /// When it began.
    pub from_at: Instant,
    /// Who answers.
    pub holder: Holder,
    /// At the post or on call.
    pub mode: DutyMode,
    /// The duty that is stood, when there is one.
    pub duty: Option<DutyId>,
    /// How it began.
    pub began_by: Passing,
}

/// Somebody is physically at the post 实际在位.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub from_at: Instant,
}

/// A person signed in for a duty 到岗签到.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// For which duty.
    pub duty: DutyId,
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Instant,
}

impl Duty {
    /// Whether the duty covers an instant.
    pub fn covers(&self, at: Instant) -> bool {
        self.starts_at <= at && at < self.ends_at
    }

    /// The latest instant of a timely sign-in.
    pub fn sign_in_by(&self) -> Instant {
        self.starts_at - self.sign_in_lead
    }

    /// Whether the post must be held while this duty runs.
    pub fn required(&self) -> bool {
        self.within.is_none() && (!self.optional || !self.assigned.is_empty())
    }
}
