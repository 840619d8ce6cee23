//! A board being changed: every step is applied at once and written down, and
//! at the end the unattended intervals are brought into line with who is there.

use zhishou_base::{DutyId, Instant, PersonId, PostId};

use super::board::{Board, PostState};
use super::change::{Change, Departure};
use super::lending::{LineState, ReliefState};
use super::refusal::CoverageRefusal;
use super::settle;
use super::types::{Duty, Holder, Passing};
use crate::regulation::DutyMode;

pub(super) struct Draft {
    pub(super) board: Board,
    pub(super) now: Instant,
    changes: Vec<Change>,
}

/// The next holder and how the post comes to it.
pub(super) struct Taking {
    pub(super) holder: Holder,
    pub(super) mode: DutyMode,
    pub(super) duty: Option<DutyId>,
    pub(super) by: Passing,
}

impl Draft {
    /// Starts from a board that has first been brought up to now.
    pub(super) fn settled(board: &Board, now: Instant) -> Self {
        let mut draft = Self::unsettled(board, now);
        settle::settle_into(&mut draft);
        draft
    }

    pub(super) fn unsettled(board: &Board, now: Instant) -> Self {
        Self {
            board: board.clone(),
            now,
            changes: Vec::new(),
        }
    }

    pub(super) fn post(&self, post: PostId) -> Result<&PostState, CoverageRefusal> {
        self.board.post(post).ok_or(CoverageRefusal::UnknownPost)
    }

    pub(super) fn make(&mut self, change: Change) {
        self.board.apply(&change);
        self.changes.push(change);
    }

    /// Closes the open hold and opens the next at the same instant, so that
    /// the two touch without gap or overlap whatever the clock says.
    pub(super) fn pass(&mut self, post: PostId, to: Taking) -> Result<(), CoverageRefusal> {
        if let Holder::Person(person) = to.holder {
            self.may_hold(person, post)?;
        }
        self.end_what_is_overtaken(post, to.by)?;
        let at = self.close_hold(post, to.by)?.unwrap_or(self.now);
        let hold = self
            .post(post)?
            .next_hold(to.holder, to.mode, to.duty, at, to.by);
        self.make(Change::HoldOpened { post, hold });
        Ok(())
    }

    /// Closes the open hold; the instant of closing when there was one.
    pub(super) fn close_hold(
        &mut self,
        post: PostId,
        by: Passing,
    ) -> Result<Option<Instant>, CoverageRefusal> {
        let Some(hold) = self.post(post)?.hold.clone() else {
            return Ok(None);
        };
        let at = self.now.max(hold.from_at);
        self.make(Change::HoldClosed {
            post,
            seq: hold.seq,
            at,
            by,
        });
        Ok(Some(at))
    }

    /// Nobody holds two posts unless the regulation marks the pair.
    pub(super) fn may_hold(&self, person: PersonId, post: PostId) -> Result<(), CoverageRefusal> {
        for held in self.board.held_by(person) {
            if held != post && !self.board.may_combine(held, post) {
                return Err(CoverageRefusal::HoldsOtherPost {
                    post: self.name_of(held),
                });
            }
        }
        Ok(())
    }

    /// A person comes to a post, and thereby leaves every other one.
    pub(super) fn arrive(&mut self, post: PostId, person: PersonId) {
        for other in self.board.present_at(person) {
            if other != post && !self.board.may_combine(other, post) {
                self.depart(other, person, Departure::WentToOtherPost);
            }
        }
        if !self.is_present(post, person) {
            self.make(Change::Arrived {
                post,
                person,
                at: self.now,
            });
        }
    }

    pub(super) fn depart(&mut self, post: PostId, person: PersonId, why: Departure) {
        if self.is_present(post, person) {
            self.make(Change::Departed {
                post,
                person,
                at: self.now,
                why,
            });
        }
    }

    /// Those whose duty is over go, so that the record does not keep people at a post whom nobody
    /// sees there: who neither answers for it nor stands in, and has signed in for no duty that
    /// runs on. `ending` is the duty that was handed over, with what lies within it.
    pub(super) fn dismiss(&mut self, post: PostId, ending: Option<DutyId>) {
        let Some(state) = self.board.post(post) else {
            return;
        };
        let over = ending.and_then(|id| state.duty(id));
        let ends = |duty: &Duty| {
            over.is_some_and(|over| {
                duty.id == over.id || duty.within.as_deref() == Some(over.shift.as_str())
            })
        };
        let runs_on = |person: PersonId| {
            state.sign_ins.iter().any(|sign_in| {
                let duty = state.duty(sign_in.duty);
                sign_in.person == person
                    && duty.is_some_and(|duty| self.now < duty.ends_at && !ends(duty))
            })
        };
        let stands_in = |person: PersonId| {
            state
                .reliefs
                .iter()
                .any(|relief| relief.reliever() == Some(person))
        };
        let gone: Vec<PersonId> = state
            .present
            .iter()
            .map(|here| here.person)
            .filter(|person| !state.held_by(*person) && !stands_in(*person) && !runs_on(*person))
            .collect();
        for person in gone {
            self.depart(post, person, Departure::DutyOver);
        }
    }

    /// A change of holder overtakes what the last holder had asked for: open
    /// requests are withdrawn, a line that was away is back, and running
    /// reliefs end unless the change is itself a step of lending.
    pub(super) fn end_what_is_overtaken(
        &mut self,
        post: PostId,
        by: Passing,
    ) -> Result<(), CoverageRefusal> {
        let lending = matches!(
            by,
            Passing::Relief
                | Passing::ReliefEnded
                | Passing::ReliefLapsed
                | Passing::LineGiven
                | Passing::LineReturned
                | Passing::NextStage
        );
        for mut relief in self.post(post)?.reliefs.clone() {
            relief.state = match relief.reliever() {
                Some(_) if lending => continue,
                Some(reliever) => ReliefState::Ended {
                    reliever,
                    at: self.now,
                },
                None => ReliefState::Withdrawn { at: self.now },
            };
            self.make(Change::ReliefMoved { relief });
        }
        if let Some(mut line) = self.post(post)?.line.clone() {
            line.state = match line.state {
                LineState::Accepted { .. } if by == Passing::LineGiven => return Ok(()),
                LineState::Accepted { .. } => LineState::Returned { at: self.now },
                _ => LineState::Withdrawn { at: self.now },
            };
            self.make(Change::LineMoved { line });
        }
        Ok(())
    }

    pub(super) fn name_of(&self, post: PostId) -> String {
        self.board
            .post(post)
            .map(|state| state.rules.name.clone())
            .unwrap_or_default()
    }

    /// The changes, with the unattended intervals that follow from them.
    pub(super) fn finish(mut self) -> Vec<Change> {
        let posts: Vec<PostId> = self.board.posts.keys().copied().collect();
        for post in posts {
            let Some(state) = self.board.post(post) else {
                continue;
            };
            match (state.unattended_since, state.lacks_presence(self.now)) {
                (None, true) => self.make(Change::UnattendedBegan { post, at: self.now }),
                (Some(from_at), false) => {
                    let at = self.now.max(from_at);
                    self.make(Change::UnattendedEnded { post, from_at, at });
                }
                _ => {}
            }
        }
        self.changes
    }

    fn is_present(&self, post: PostId, person: PersonId) -> bool {
        self.board
            .post(post)
            .is_some_and(|state| state.is_present(person))
    }
}

impl PostState {
    /// Whether somebody should be at the post and nobody is: held by a person
    /// who should be there, answered from another post in an emergency, or not
    /// held at all in required time after the post has once begun to be held.
    /// Whose line was given away by the regulation needs nobody.
    pub fn lacks_presence(&self, now: Instant) -> bool {
        if !self.present.is_empty() {
            return false;
        }
        match &self.hold {
            Some(hold) => match hold.holder {
                Holder::Person(_) => hold.mode == DutyMode::AtPost,
                Holder::Post(_) => hold.began_by == Passing::Relief,
            },
            None => self.last_seq > 0 && self.is_required(now),
        }
    }
}
