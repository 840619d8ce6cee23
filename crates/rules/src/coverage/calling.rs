//! Who is called when a post has nobody, and when: the escalation of the
//! regulation (R08.2.5), and whom it reaches in this community.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zhishou_base::{DutyId, Instant, PersonId, PostId, Span};

use super::board::Board;
use super::defaults::{LAST_RESORT, LEADER, LEADER_AFTER_NO_RELIEF};
use super::resolve::{Fitting, answers_for, candidates};
use super::types::{Duty, DutyChange};
use crate::access::Role;
use crate::regulation::{Regulation, Trigger};

/// One step of an escalation, with the posts of the community.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallStep {
    /// Minutes after the beginning, zero for at once.
    pub after_minutes: u32,
    /// Roles that are called.
    pub roles: Vec<Role>,
    /// Posts that are called.
    pub posts: Vec<PostId>,
}

/// What the regulation says about calling for a post; empty where it says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallSteps {
    /// While the post stands empty 空岗, from then on.
    pub gap: Vec<CallStep>,
    /// While nobody takes it over, from the start of the duty.
    pub no_relief: Vec<CallStep>,
}

/// Who is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Callee {
    /// One person.
    Person(PersonId),
    /// Whoever answers for a post.
    Post(PostId),
    /// Everybody of a role.
    Role(Role),
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// How long after the beginning.
    pub after: Span,
    /// Who.
    pub callee: Callee,
}

impl CallSteps {
    /// Reads them from a regulation; `find` gives the post of a key.
    pub fn of(regulation: &Regulation, find: impl Fn(&str) -> Option<PostId>) -> Self {
        let steps = |trigger: Trigger| {
            regulation
                .escalations
                .iter()
                .filter(move |escalation| escalation.on == trigger)
                .flat_map(|escalation| &escalation.steps)
                .map(|step| CallStep {
                    after_minutes: step.after_minutes,
                    roles: step.roles.clone(),
                    posts: step.posts.iter().filter_map(|key| find(key)).collect(),
                })
                .collect()
        };
        Self {
            gap: steps(Trigger::Gap),
            no_relief: steps(Trigger::NoRelief),
        }
    }
}

/// The calls for a post that stands empty now: at once who is on duty elsewhere and could
/// come, the posts that may take its line and the first step; then the later steps. Who
/// answers for the post is away from it and knows, so calling him alone reaches nobody.
pub fn calls_for_gap(board: &Board, post: PostId, now: Instant) -> Vec<Call> {
    let Some(state) = board.post(post) else {
        return Vec::new();
    };
    let away = answers_for(board, post);
    let near = candidates(board, post, now)
        .into_iter()
        .filter(|(_, fitting)| *fitting == Fitting::OnDuty)
        .map(|(person, _)| Callee::Person(person));
    let lines = state.rules.line_to.iter().copied().map(Callee::Post);
    let mut calls = Vec::new();
    let steps = or_leader(&state.rules.calls.gap, Span::ZERO);
    let (first, later): (Vec<&CallStep>, Vec<&CallStep>) =
        steps.iter().partition(|step| step.after_minutes == 0);
    let at_once = near
        .chain(lines)
        .chain(first.into_iter().flat_map(callees))
        .collect();
    let reaches = |callee: &Callee| match callee {
        Callee::Person(_) => true,
        Callee::Post(other) => {
            let there = answers_for(board, *other);
            there.is_some() && there != away
        }
        Callee::Role(role) => somebody_has(&board.people, *role, away),
    };
    add(&mut calls, post, Span::ZERO, at_once, reaches);
    add_steps(&mut calls, post, &board.people, away, later);
    calls
}

/// The calls while nobody takes a post over, counted from the start of the duty.
pub fn calls_for_relief(
    people: &BTreeMap<PersonId, Vec<Role>>,
    post: PostId,
    steps: &CallSteps,
) -> Vec<Call> {
    let mut calls = Vec::new();
    let steps = or_leader(&steps.no_relief, LEADER_AFTER_NO_RELIEF);
    add_steps(&mut calls, post, people, None, steps.iter());
    calls
}

/// Who is called as the leader where no step of the regulation speaks of it.
pub fn leaders(people: &BTreeMap<PersonId, Vec<Role>>) -> Vec<Role> {
    if somebody_has(people, LEADER, None) {
        vec![LEADER]
    } else {
        LAST_RESORT.to_vec()
    }
}

fn or_leader(steps: &[CallStep], after: Span) -> Vec<CallStep> {
    let mut steps = steps.to_vec();
    if steps.is_empty() {
        steps.push(CallStep {
            after_minutes: u32::try_from(after.whole_minutes()).unwrap_or(0),
            roles: vec![LEADER],
            posts: Vec::new(),
        });
    }
    steps.sort_by_key(|step| step.after_minutes);
    steps
}

fn callees(step: &CallStep) -> impl Iterator<Item = Callee> + '_ {
    let posts = step.posts.iter().copied().map(Callee::Post);
    posts.chain(step.roles.iter().copied().map(Callee::Role))
}

/// Who will answer for a post at a later time is not known yet, so a post counts as reached.
fn add_steps<'a>(
    calls: &mut Vec<Call>,
    post: PostId,
    people: &BTreeMap<PersonId, Vec<Role>>,
    away: Option<PersonId>,
    steps: impl IntoIterator<Item = &'a CallStep>,
) {
    for step in steps {
        let after = Span::minutes(i64::from(step.after_minutes));
        add(
            calls,
            post,
            after,
            callees(step).collect(),
            |callee| match callee {
                Callee::Role(role) => somebody_has(people, *role, away),
                Callee::Person(_) | Callee::Post(_) => true,
            },
        );
    }
}

/// Adds the callees of one step, each called once, or the last resort where they reach nobody.
fn add(
    calls: &mut Vec<Call>,
    post: PostId,
    after: Span,
    mut callees: Vec<Callee>,
    reaches: impl Fn(&Callee) -> bool,
) {
    callees.retain(|callee| *callee != Callee::Post(post));
    if !callees.iter().any(reaches) {
        callees = LAST_RESORT.map(Callee::Role).to_vec();
    }
    for callee in callees {
        if !calls.iter().any(|known| known.callee == callee) {
            calls.push(Call { after, callee });
        }
    }
}

fn somebody_has(people: &BTreeMap<PersonId, Vec<Role>>, role: Role, but: Option<PersonId>) -> bool {
    people
        .iter()
        .any(|(person, roles)| Some(*person) != but && roles.contains(&role))
}

/// The running duties whose line is where they want it. What was lent before a duty began may
/// be back by then, and an emergency answered from the other post gives no line (R08.2.7).
pub fn lines_in_place(board: &Board, now: Instant) -> Vec<DutyId> {
    let duties = board.posts.values().flat_map(|state| {
        let to_post = state.line_away();
        let given = move |duty: &&Duty| {
            to_post.is_some_and(|to_post| duty.change == DutyChange::LineTransfer { to_post })
        };
        state.current(now).filter(given)
    });
    duties.map(|duty| duty.id).collect()
}
