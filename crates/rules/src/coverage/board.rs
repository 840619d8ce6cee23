//! The board 在岗情况: every post of a community at one instant, and how a
//! change moves it. The store loads a board, a decision returns changes, the
//! store writes the same changes that [`Board::apply`] makes here.

use std::collections::BTreeMap;

use zhishou_base::{DutyId, Instant, PersonId, PostId, Span};

use super::calling::CallSteps;
use super::defaults::VOICE_CONFIRMATION;
use super::lending::{LineTransfer, Relief};
use super::types::{Duty, Hold, Holder, Passing, Presence, SignIn};
use crate::access::Role;
use crate::regulation::DutyMode;

/// All posts of one community now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    /// The posts.
    pub posts: BTreeMap<PostId, PostState>,
    /// Staff and their roles.
    pub people: BTreeMap<PersonId, Vec<Role>>,
    /// Pairs of posts that one person may hold at once 可兼岗, as the regulation marks them.
    pub combinable: Vec<(PostId, PostId)>,
}

/// What the regulation says about a post, apart from its shifts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRules {
    /// The name on the screen.
    pub name: String,
    /// Roles that may stand in 代值 although they do not stand its shifts.
    pub relief_roles: Vec<Role>,
    /// Posts to which its line may be given.
    pub line_to: Vec<PostId>,
    /// Whether the holder may be away for a while with nobody there.
    pub may_stand_empty: bool,
    /// Roles that must approve a relief that is not urgent; empty when none is needed.
    pub approval_roles: Vec<Role>,
    /// How long a relief accepted by voice stands before its reliever must have confirmed it.
    pub voice_confirmation: Span,
    /// Who is called when nobody is there or nobody takes over.
    pub calls: CallSteps,
}

impl Default for PostRules {
    fn default() -> Self {
        Self {
            name: String::new(),
            relief_roles: Vec::new(),
            line_to: Vec::new(),
            may_stand_empty: false,
            approval_roles: Vec::new(),
            voice_confirmation: VOICE_CONFIRMATION,
            calls: CallSteps::default(),
        }
    }
}

/// One post now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostState {
    /// What the regulation says.
    pub rules: PostRules,
    /// The open hold.
    pub hold: Option<Hold>,
    /// The number of the last hold; 0 when the post was never held.
    pub last_seq: i64,
    /// When the last hold that is not open ended.
    pub last_closed_at: Option<Instant>,
    /// Who is physically there.
    pub present: Vec<Presence>,
    /// Since when nobody is there although somebody should be.
    pub unattended_since: Option<Instant>,
    /// Reliefs that wait or run, oldest first.
    pub reliefs: Vec<Relief>,
    /// The live line transfer.
    pub line: Option<LineTransfer>,
    /// The number of the last line transfer.
    pub last_line_seq: i64,
    /// Duties around now, by start.
    pub duties: Vec<Duty>,
    /// Sign-ins for those duties.
    pub sign_ins: Vec<SignIn>,
}

impl Board {
    /// The state of a post; an unknown post is one that was never held.
    pub fn post(&self, post: PostId) -> Option<&PostState> {
        self.posts.get(&post)
    }

    /// Whether a person has one of the roles.
    pub fn has_role(&self, person: PersonId, roles: &[Role]) -> bool {
        self.people
            .get(&person)
            .is_some_and(|held| held.iter().any(|role| roles.contains(role)))
    }

    /// Whether one person may hold both posts at once.
    pub fn may_combine(&self, a: PostId, b: PostId) -> bool {
        self.combinable
            .iter()
            .any(|pair| *pair == (a, b) || *pair == (b, a))
    }

    /// The posts a person holds by himself, in order.
    pub fn held_by(&self, person: PersonId) -> Vec<PostId> {
        self.posts
            .iter()
            .filter(|(_, state)| state.held_by(person))
            .map(|(post, _)| *post)
            .collect()
    }

    /// Where a person is, by presence.
    pub fn present_at(&self, person: PersonId) -> Vec<PostId> {
        self.posts
            .iter()
            .filter(|(_, state)| state.is_present(person))
            .map(|(post, _)| *post)
            .collect()
    }

    /// The posts whose line another post answers.
    pub fn pointing_at(&self, post: PostId) -> Vec<PostId> {
        self.posts
            .iter()
            .filter(
                |(_, state)| matches!(&state.hold, Some(hold) if hold.holder == Holder::Post(post)),
            )
            .map(|(pointing, _)| *pointing)
            .collect()
    }

    /// Whether a person is on duty anywhere: holds, is present, or is signed in for a current duty.
    pub fn is_on_duty(&self, person: PersonId, now: Instant) -> bool {
        self.posts.values().any(|state| {
            state.held_by(person) || state.is_present(person) || state.signed_in_now(person, now)
        })
    }
}

impl PostState {
    /// Whether the open hold is by this person.
    pub fn held_by(&self, person: PersonId) -> bool {
        matches!(&self.hold, Some(hold) if hold.holder == Holder::Person(person))
    }

    /// Whether a person is physically here.
    pub fn is_present(&self, person: PersonId) -> bool {
        self.present.iter().any(|here| here.person == person)
    }

    /// A duty by its identifier.
    pub fn duty(&self, id: DutyId) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }

    /// The duties that run now.
    pub fn current(&self, now: Instant) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.covers(now))
    }

    /// Whether the post must be held now.
    pub fn is_required(&self, now: Instant) -> bool {
        self.current(now).any(Duty::required)
    }

    /// When the required time that runs now began, following duties that join end to start.
    pub fn required_since(&self, now: Instant) -> Option<Instant> {
        let mut since = self
            .current(now)
            .filter(|d| d.required())
            .map(|d| d.starts_at)
            .min()?;
        for duty in self.duties.iter().rev().filter(|duty| duty.required()) {
            if duty.starts_at < since && since <= duty.ends_at {
                since = duty.starts_at;
            }
        }
        Some(since)
    }

    /// Whether a person signed in for a duty that runs now.
    pub fn signed_in_now(&self, person: PersonId, now: Instant) -> bool {
        self.sign_ins.iter().any(|sign_in| {
            sign_in.person == person && self.duty(sign_in.duty).is_some_and(|duty| duty.covers(now))
        })
    }

    /// Whether a person signed in for a duty that runs or is still to come.
    pub fn has_duty_ahead(&self, person: PersonId, now: Instant) -> bool {
        self.sign_ins.iter().any(|sign_in| {
            let duty = self.duty(sign_in.duty);
            sign_in.person == person && duty.is_some_and(|duty| now < duty.ends_at)
        })
    }

    /// Whether a person signed in for this duty.
    pub fn signed_in_for(&self, person: PersonId, duty: DutyId) -> bool {
        self.sign_ins
            .iter()
            .any(|sign_in| sign_in.person == person && sign_in.duty == duty)
    }

    /// The next hold of this post.
    pub fn next_hold(
        &self,
        holder: Holder,
        mode: DutyMode,
        duty: Option<DutyId>,
        from_at: Instant,
        began_by: Passing,
    ) -> Hold {
        Hold {
            seq: self.last_seq + 1,
            from_at,
            holder,
            mode,
            duty,
            began_by,
        }
    }

    /// The other post that answers by this one's line. A post that answers in relief has no line.
    pub fn line_away(&self) -> Option<PostId> {
        let to_post = self.line.as_ref()?.taken_by()?;
        let hold = self.hold.as_ref()?;
        (hold.holder == Holder::Post(to_post)).then_some(to_post)
    }

    /// The relief that still waits for an answer.
    pub fn asked_relief(&self) -> Option<&Relief> {
        self.reliefs
            .iter()
            .find(|relief| relief.is_live() && relief.reliever().is_none())
    }
}
