//! Who answers for a post: the one resolver used by screens, alarms, exports and figures.

use zhishou_base::{Instant, PersonId, PostId};

use super::board::{Board, PostState};
use super::types::{Duty, DutyChange, Holder};

/// The person who answers for a post now, following lines given to other
/// posts; `None` when nobody does.
pub fn answers_for(board: &Board, post: PostId) -> Option<PersonId> {
    let mut at = post;
    // A line can pass each post once; acts refuse cycles, and a record that
    // holds one all the same must not hang the screen.
    for _ in 0..=board.posts.len() {
        match board.post(at)?.hold.as_ref()?.holder {
            Holder::Person(person) => return Some(person),
            Holder::Post(next) => at = next,
        }
    }
    None
}

/// Whether giving the line of `post` to `to_post` would lead back to `post`.
pub fn leads_back(board: &Board, post: PostId, to_post: PostId) -> bool {
    let mut at = to_post;
    for _ in 0..=board.posts.len() {
        if at == post {
            return true;
        }
        match board
            .post(at)
            .and_then(|state| state.hold.as_ref())
            .map(|hold| hold.holder)
        {
            Some(Holder::Post(next)) => at = next,
            _ => return false,
        }
    }
    true
}

/// What is missing at a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Required time runs and nobody holds the post.
    NobodyHolds {
        /// Since when.
        since: Instant,
    },
    /// Somebody answers for the post but nobody is there 无人在位.
    Unattended {
        /// Since when.
        since: Instant,
        /// Who stays responsible.
        holder: PersonId,
    },
    /// The sign-in for a duty is overdue and nobody has signed in.
    NobodySignedIn {
        /// When the sign-in was due.
        since: Instant,
        /// The duty.
        duty: zhishou_base::DutyId,
    },
}

/// Why a person is named as one who can fill a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fitting {
    /// On duty now, in a role that may stand the post.
    OnDuty,
    /// On duty at a post that he must not leave, from where he may answer.
    FromOwnPost,
    /// Named by the roster for the current or next duty.
    OnRoster,
    /// May name somebody or come: the shift leader's rung.
    Leader,
}

/// The gap of a post now, the gravest first.
pub fn gap(board: &Board, post: PostId, now: Instant) -> Option<Gap> {
    let state = board.post(post)?;
    match &state.hold {
        None if state.is_required(now) => {
            let since = state
                .unattended_since
                .or(state.required_since(now))
                .unwrap_or(now);
            return Some(Gap::NobodyHolds { since });
        }
        Some(_) => {
            if let (Some(since), Some(holder)) = (state.unattended_since, answers_for(board, post))
            {
                return Some(Gap::Unattended { since, holder });
            }
        }
        None => {}
    }
    state
        .duties
        .iter()
        .filter(|duty| duty.required() && duty.sign_in_by() <= now && now < duty.ends_at)
        .filter(|duty| !stands_by_line(state, duty, now))
        .find(|duty| {
            !state.sign_ins.iter().any(|sign_in| sign_in.duty == duty.id)
                && state
                    .hold
                    .as_ref()
                    .is_none_or(|hold| hold.duty != Some(duty.id))
        })
        .map(|duty| Gap::NobodySignedIn {
            since: duty.sign_in_by(),
            duty: duty.id,
        })
}

/// Whether a duty asks nobody to sign in: the line is away to the post that stands it, or its
/// time has not come.
fn stands_by_line(state: &PostState, duty: &Duty, now: Instant) -> bool {
    let DutyChange::LineTransfer { to_post } = duty.change else {
        return false;
    };
    let away = matches!(&state.hold, Some(hold) if hold.holder == Holder::Post(to_post));
    away || now < duty.starts_at
}

/// Who can fill a gap, best first, each once.
pub fn candidates(board: &Board, post: PostId, now: Instant) -> Vec<(PersonId, Fitting)> {
    use crate::access::Role;
    let Some(state) = board.post(post) else {
        return Vec::new();
    };
    let holder = answers_for(board, post);
    let mut found: Vec<(PersonId, Fitting)> = Vec::new();
    // Who has just left for an emergency cannot fill what he left.
    let called_away = |person: PersonId| {
        let mut live = state.reliefs.iter().filter(|relief| relief.is_live());
        live.any(|relief| relief.emergency && relief.asker == person)
    };
    let mut name = |person: PersonId, fitting: Fitting| {
        if Some(person) != holder
            && !called_away(person)
            && !found.iter().any(|(known, _)| *known == person)
        {
            found.push((person, fitting));
        }
    };
    for person in board.people.keys().filter(|p| board.is_on_duty(**p, now)) {
        if board.may_stand(post, *person, now) && board.is_free_for(*person, post) {
            name(*person, Fitting::OnDuty);
        }
    }
    for person in board.people.keys() {
        if board.may_stand(post, *person, now) && board.answers_from_own_post(*person, post) {
            name(*person, Fitting::FromOwnPost);
        }
    }
    for duty in state
        .duties
        .iter()
        .filter(|duty| duty.ends_at > now)
        .take(3)
    {
        for person in &duty.assigned {
            name(*person, Fitting::OnRoster);
        }
    }
    for person in board.people.keys() {
        if board.has_role(
            *person,
            &[Role::ShiftLeader, Role::ServiceSupervisor, Role::Manager],
        ) {
            name(*person, Fitting::Leader);
        }
    }
    found
}

impl Board {
    /// Whether a person may stand a post now: named by the roster, of a role of
    /// the duties that run, or of a role that may stand in.
    pub fn may_stand(&self, post: PostId, person: PersonId, now: Instant) -> bool {
        let Some(state) = self.post(post) else {
            return false;
        };
        let held = state.hold.as_ref().and_then(|hold| hold.duty);
        self.has_role(person, &state.rules.relief_roles)
            || state
                .duties
                .iter()
                .filter(|duty| duty.covers(now) || Some(duty.id) == held)
                .any(|duty| duty.assigned.contains(&person) || self.has_role(person, &duty.roles))
    }

    /// Whether a person must not leave the post he holds, but may answer for this one from there.
    pub fn answers_from_own_post(&self, person: PersonId, post: PostId) -> bool {
        let Some(state) = self.post(post) else {
            return false;
        };
        let held = self.held_by(person);
        !self.is_free_for(person, post) && held.iter().any(|own| state.rules.line_to.contains(own))
    }

    /// Whether nothing the person holds forbids him this post.
    pub fn is_free_for(&self, person: PersonId, post: PostId) -> bool {
        self.held_by(person)
            .into_iter()
            .all(|held| held == post || self.may_combine(held, post))
    }
}
