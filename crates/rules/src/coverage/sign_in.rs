//! Sign-in 到岗签到.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{DutyId, Instant, PersonId, PostId, Span};

use super::board::{Board, PostState};
use super::change::Change;
use super::defaults::SIGN_IN_OPENS_BEFORE_LEAD;
use super::draft::{Draft, Taking};
use super::refusal::CoverageRefusal;
use super::types::{Duty, DutyChange, Holder, Passing, SignIn};
use crate::regulation::DutyMode;

/// A sign-in that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// What is to be stored.
    pub changes: Vec<Change>,
    /// The duty it counts for.
    pub duty: DutyId,
    /// The last punctual instant by the plan, where the duty asks for sign-ins; who was named
    /// late was given another.
    pub last_at: Option<Instant>,
    /// Whether the person waits: somebody else holds the post, or its time has not come.
    pub waits: bool,
}

/// The last instant that counts as punctual for what is due at `due_at`: within the same
/// minute nobody is late, since the clock at the desk shows no seconds.
pub fn last_punctual(due_at: Instant) -> Instant {
    due_at + Span(59_999)
}

/// How many minutes late a sign-in is, counted as the clock at the desk shows it; `None`
/// when it is punctual. A late sign-in is a finding.
pub fn late_minutes(last_punctual: Instant, at: Instant) -> Option<i64> {
    let late = at.since(last_punctual);
    (late > Span::ZERO).then(|| (late + Span(59_999)).whole_minutes())
}

/// Why a duty asks nobody to sign in. Who does so all the same is welcome, and is never late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoSignIn {
    /// It lies within another, whose people take turns by one tap.
    Within,
    /// Another post answers by the line.
    LineTransfer,
    /// It may be left out, and nobody is named for it.
    LeftOut,
}

impl Duty {
    /// Why nobody has to sign in for it; `None` where people have to.
    pub fn no_sign_in(&self) -> Option<NoSignIn> {
        if self.within.is_some() {
            return Some(NoSignIn::Within);
        }
        if matches!(self.change, DutyChange::LineTransfer { .. }) {
            return Some(NoSignIn::LineTransfer);
        }
        (!self.required()).then_some(NoSignIn::LeftOut)
    }

    /// From when on a sign-in for it is taken.
    pub fn sign_in_opens_at(&self) -> Instant {
        self.sign_in_by() - SIGN_IN_OPENS_BEFORE_LEAD
    }

    /// The last punctual instant by the plan; `None` where nobody has to sign in.
    pub fn last_sign_in(&self) -> Option<Instant> {
        let asked = self.no_sign_in().is_none();
        asked.then(|| last_punctual(self.sign_in_by()))
    }
}

/// Takes a person's sign-in for the duty of the post that runs or comes next.
///
/// The first sign-in of an opening opens the hold; every other one waits for
/// the handover, and only records that the person is there.
pub fn sign_in(
    board: &Board,
    post: PostId,
    person: PersonId,
    now: Instant,
) -> Result<SignedIn, CoverageRefusal> {
    let mut draft = Draft::settled(board, now);
    let state = draft.post(post)?;
    let duty = duty_to_sign_in(board, state, person, now)?.clone();
    let opens = state.hold.is_none() && (duty.starts_at <= now || state.is_required(now));
    if opens {
        draft.may_hold(person, post)?;
    }
    draft.make(Change::SignedIn {
        post,
        sign_in: SignIn {
            duty: duty.id,
            person,
            at: now,
        },
    });
    if duty.mode == DutyMode::AtPost && draft.may_hold(person, post).is_ok() {
        draft.arrive(post, person);
    }
    if opens {
        let taking = Taking {
            holder: Holder::Person(person),
            mode: duty.mode,
            duty: Some(duty.id),
            by: Passing::SignIn,
        };
        draft.pass(post, taking)?;
    }
    Ok(SignedIn {
        changes: draft.finish(),
        duty: duty.id,
        last_at: duty.last_sign_in(),
        waits: !opens,
    })
}

fn duty_to_sign_in<'a>(
    board: &Board,
    state: &'a PostState,
    person: PersonId,
    now: Instant,
) -> Result<&'a Duty, CoverageRefusal> {
    let mine = |duty: &&Duty| is_mine(board, state, duty, person);
    let ahead = || {
        state
            .duties
            .iter()
            .filter(|duty| duty.ends_at > now)
            .filter(mine)
    };
    if ahead().next().is_none() {
        return Err(CoverageRefusal::NotRostered);
    }
    let open: Vec<&Duty> = ahead()
        .filter(|duty| duty.sign_in_opens_at() <= now)
        .collect();
    match open
        .iter()
        .find(|duty| !state.signed_in_for(person, duty.id))
    {
        Some(duty) => Ok(duty),
        None if !open.is_empty() => Err(CoverageRefusal::AlreadySignedIn),
        None => Err(CoverageRefusal::TooEarly {
            from_at: ahead().map(Duty::sign_in_opens_at).min().unwrap_or(now),
        }),
    }
}

/// Where a roster names people, it decides; where none is published yet, the role does.
/// A duty within another is signed in for only by somebody whom the roster calls in
/// for it alone: who stands the shift around it is there already.
pub fn is_mine(board: &Board, state: &PostState, duty: &Duty, person: PersonId) -> bool {
    let named = |duty: &Duty| {
        if duty.assigned.is_empty() {
            board.has_role(person, &duty.roles)
        } else {
            duty.assigned.contains(&person)
        }
    };
    let Some(around) = &duty.within else {
        return named(duty);
    };
    duty.assigned.contains(&person)
        && !state
            .duties
            .iter()
            .any(|outer| outer.shift == *around && outer.covers(duty.starts_at) && named(outer))
}
