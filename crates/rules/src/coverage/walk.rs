//! The random walk: all acts of coverage, on a world that keeps only what is stored.

use proptest::prelude::*;
use zhishou_base::{Instant, PersonId, PostId, ReliefId, Span};

use super::cast::{self, at, cast, uuid_of};
use super::*;
use crate::access::Role;

#[derive(Debug, Clone)]
pub(super) enum Step {
    Wait { minutes: i64 },
    Crash,
    SignIn,
    Tap,
    Ask { named: bool },
    Accept { by_voice: bool, there: bool },
    Confirm,
    Decline,
    Withdraw,
    EndRelief,
    Leave,
    Emergency,
    Return,
    GiveLine { to: usize },
    TakeLine,
    ReturnLine { by_giver: bool },
    Close,
    Name { there: bool, stays: bool },
    Handover,
}

/// A step by a person at a post; the numbers choose among those there are.
pub(super) type Act = (Step, usize, usize);

/// What is stored: the changes, and nothing else.
pub(super) struct World {
    pub(super) start: Board,
    pub(super) stored: Vec<Change>,
    pub(super) board: Board,
    pub(super) now: Instant,
    reliefs: u64,
}

pub(super) fn world() -> World {
    let who = cast();
    let mut start = cast::board();
    let office = uuid_of::post(3);
    let mut closing = start.posts[&who.desk].clone();
    closing.duties.retain(|duty| duty.shift == "day");
    for duty in &mut closing.duties {
        duty.id = uuid_of::duty(1_000 + u64::try_from(duty.starts_at.0 / cast::DAY).expect("late"));
    }
    closing.rules.line_to = vec![who.desk];
    start.posts.insert(office, closing);
    start.posts.get_mut(&who.gate).expect("gate").rules.line_to = vec![who.desk, office];
    start.combinable = vec![(office, who.desk)];
    start
        .people
        .insert(uuid_of::person(8), vec![Role::ServiceClerk, Role::Guard]);
    World {
        board: start.clone(),
        start,
        stored: Vec::new(),
        now: at(8, 0),
        reliefs: 0,
    }
}

impl World {
    fn store(&mut self, decided: Result<Vec<Change>, CoverageRefusal>) {
        for change in decided.unwrap_or_default() {
            self.board.apply(&change);
            self.stored.push(change);
        }
    }

    /// The process dies and what is stored is read again.
    pub(super) fn crash(&mut self) {
        let mut read = self.start.clone();
        for change in &self.stored {
            let text = serde_json::to_string(change).expect("stored");
            read.apply(&serde_json::from_str(&text).expect("read"));
        }
        assert_eq!(read, self.board, "what is stored is all there is");
        self.board = read;
    }

    fn nth_relief(&self, n: usize) -> ReliefId {
        let live: Vec<ReliefId> = self
            .board
            .posts
            .values()
            .flat_map(|state| &state.reliefs)
            .map(|r| r.id)
            .collect();
        live.get(n % live.len().max(1))
            .copied()
            .unwrap_or_else(|| uuid_of::relief(0))
    }

    pub(super) fn take(&mut self, (step, post, person): &Act) {
        let posts: Vec<PostId> = self.start.posts.keys().copied().collect();
        let people: Vec<PersonId> = self.start.people.keys().copied().collect();
        let post_id = posts[post % posts.len()];
        let who = people[person % people.len()];
        match *step {
            Step::Wait { minutes } => {
                self.now = self.now + Span::minutes(minutes);
                let settled = settle(&self.board, self.now);
                self.store(Ok(settled));
            }
            Step::Crash => self.crash(),
            _ => {
                self.reliefs += 1;
                let lending = self.lend(step, posts[post % posts.len()], who, *post);
                let decided = lending.unwrap_or_else(|| self.stand(step, post_id, who));
                self.store(decided);
            }
        }
    }

    /// The acts of relief and line; `None` for another act.
    fn lend(
        &self,
        step: &Step,
        post: PostId,
        who: PersonId,
        n: usize,
    ) -> Option<Result<Vec<Change>, CoverageRefusal>> {
        let (board, now, relief) = (&self.board, self.now, self.nth_relief(n));
        let answering = answers_for(board, post).unwrap_or(who);
        Some(match *step {
            Step::Ask { named } => {
                let asked = named.then_some(who);
                let (id, reason) = (uuid_of::relief(self.reliefs), "有事".to_owned());
                ask_relief(
                    board,
                    Asking {
                        id,
                        post,
                        asker: answering,
                        asked,
                        reason,
                    },
                    now,
                )
            }
            Step::Accept { by_voice, there } => accept_relief(
                board,
                Accepting {
                    relief,
                    reliever: who,
                    by_voice,
                    there,
                },
                now,
            ),
            Step::Confirm => confirm_relief(board, relief, who, now),
            Step::Decline => decline_relief(board, relief, who, "走不开", now),
            Step::Withdraw => withdraw_relief(board, relief, who, now),
            Step::EndRelief => end_relief(board, relief, who, now),
            Step::GiveLine { to } => {
                let to = self.start.posts.keys().nth(to).copied().unwrap_or(post);
                transfer_line(board, post, to, answering, now)
            }
            Step::TakeLine => {
                let to = board.posts[&post].line.as_ref().map(|line| line.to_post);
                let taker = to.and_then(|to| answers_for(board, to)).unwrap_or(who);
                accept_line(board, post, taker, now)
            }
            Step::ReturnLine { by_giver } => {
                let line = board.posts[&post].line.as_ref().filter(|_| by_giver);
                let taker = line.map_or(who, |line| line.given_by);
                return_line(board, post, taker, now)
            }
            _ => return None,
        })
    }

    fn stand(
        &self,
        step: &Step,
        post: PostId,
        who: PersonId,
    ) -> Result<Vec<Change>, CoverageRefusal> {
        let (board, now) = (&self.board, self.now);
        match *step {
            Step::SignIn => sign_in(board, post, who, now).map(|signed| signed.changes),
            Step::Tap => change_holder(board, post, who, now),
            Step::Leave => leave_post(board, post, who, now),
            Step::Emergency => {
                leave_for_emergency(board, post, who, (uuid_of::relief(self.reliefs), ""), now)
            }
            Step::Return => return_to_post(board, post, who, now),
            Step::Close => close_post(board, post, answers_for(board, post).unwrap_or(who), now),
            Step::Name { there, stays } => {
                let (mode, reason) = (DutyMode::AtPost, "顶班".to_owned());
                let naming = Naming {
                    post,
                    person: who,
                    mode,
                    there,
                    replaced_stays: stays,
                    reason,
                };
                supervisor_resolves(board, &naming, now)
            }
            Step::Handover => self.hand_over(post, who),
            _ => Ok(Vec::new()),
        }
    }

    fn hand_over(&self, post: PostId, incoming: PersonId) -> Result<Vec<Change>, CoverageRefusal> {
        let outgoing = answers_for(&self.board, post).ok_or(CoverageRefusal::NobodyHolds)?;
        let by = if outgoing == incoming {
            Passing::SelfCheck
        } else {
            Passing::Handover
        };
        let state = &self.board.posts[&post];
        let duty = state
            .current(self.now)
            .find(|duty| duty.within.is_none())
            .map(|d| d.id);
        let pass = HandoverPass {
            post,
            outgoing,
            incoming,
            duty,
            by,
        };
        pass_by_handover(&self.board, pass, self.now)
    }
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1_i64..180).prop_map(|minutes| Step::Wait { minutes }),
        1 => Just(Step::Crash),
        6 => Just(Step::SignIn),
        3 => Just(Step::Tap),
        3 => any::<bool>().prop_map(|named| Step::Ask { named }),
        4 => any::<(bool, bool)>().prop_map(|(by_voice, there)| Step::Accept { by_voice, there }),
        1 => Just(Step::Confirm),
        1 => Just(Step::Decline),
        1 => Just(Step::Withdraw),
        2 => Just(Step::EndRelief),
        3 => Just(Step::Leave),
        3 => Just(Step::Emergency),
        3 => Just(Step::Return),
        2 => (0_usize..3).prop_map(|to| Step::GiveLine { to }),
        2 => Just(Step::TakeLine),
        2 => any::<bool>().prop_map(|by_giver| Step::ReturnLine { by_giver }),
        2 => Just(Step::Close),
        1 => any::<(bool, bool)>().prop_map(|(there, stays)| Step::Name { there, stays }),
        4 => Just(Step::Handover),
    ]
}
