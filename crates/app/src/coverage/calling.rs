//! Who is called when nobody is at a post, and what is owed until somebody is: an alarm at
//! once, the later steps of the regulation while the post stands empty, and the arrival of
//! who said they would come.

use serde_json::{Value as Json, json};
use zhishou_base::{Instant, PersonId, PostId, Span, SubjectId};
use zhishou_platform::{Act, AppError, Owed, Ring, StepDue, Target, Urgency};
use zhishou_rules::access::Role;
use zhishou_rules::coverage::{
    Board, Call, Callee, Fitting, Relief, answers_for, calls_for_gap, candidates, leaders,
    on_the_way,
};

/// Kinds of alarms about an empty post; each ends when what it calls for is done.
pub(super) const UNATTENDED: &str = "post_unattended";
pub(super) const LEFT: &str = "post_left_for_emergency";

/// A relief accepted by voice being confirmed by its reliever.
pub(super) const CONFIRMATION: &str = "coverage.relief_confirmation";
/// Somebody being at the post again, before the last step of the regulation is reached.
pub(super) const GAP: &str = "coverage.gap";
/// Who said they would come being at the post.
pub(super) const ARRIVAL: &str = "coverage.arrival";

/// How long who stands in may be on the way; no regulation states it. It is the time after
/// which the practice of the trade calls others.
const ON_THE_WAY: Span = Span::minutes(10);
/// The others are called a moment after who is late, whose own answer must not silence them.
const OTHERS_AFTER: Span = Span::minutes(1);
/// Why an arrival is no longer owed.
const SOMEBODY_ELSE: &str = "岗位已由他人负责";

/// Nobody is there: rings everybody whom the regulation calls at once.
pub(super) async fn raise_alarm(
    act: &mut Act,
    board: &Board,
    post: PostId,
    kind: &'static str,
) -> Result<(), AppError> {
    let calls = calls_for_gap(board, post, act.now());
    let targets = calls
        .iter()
        .filter(|call| call.after == Span::ZERO)
        .map(|call| target(&call.callee))
        .collect();
    let body = json!({ "person_id": answers_for(board, post), "since_at": act.now() });
    ring_all(act, post, targets, (kind, "post", post.subject()), body).await
}

/// Owes that somebody is at the post again, so that the later steps call although a first
/// one was answered. Those who are called owe it: who left for an emergency did right.
pub(super) async fn owe_filling(
    act: &mut Act,
    board: &Board,
    post: PostId,
    from_at: Instant,
) -> Result<(), AppError> {
    let calls = calls_for_gap(board, post, act.now());
    let later: Vec<&Call> = calls
        .iter()
        .filter(|call| call.after > Span::ZERO)
        .collect();
    let Some(last) = later.last() else {
        return Ok(());
    };
    // A post that is called too must not answer for the time; a role has no person.
    let mut callees = later.iter().rev().map(|call| &call.callee);
    let owner = callees
        .find(|callee| matches!(callee, Callee::Role(_)))
        .unwrap_or(&Callee::Role(Role::Manager));
    let steps = later
        .iter()
        .map(|call| urgent(call.after - last.after, target(&call.callee)))
        .collect();
    act.owe(Owed {
        rule_key: GAP,
        subject_kind: "post",
        subject: post.subject(),
        number: None,
        occurrence: from_at.0.to_string(),
        owner: target(owner),
        post: Some(post),
        due_at: from_at + last.after,
        steps,
    })
    .await?;
    Ok(())
}

/// Who is on duty elsewhere and could stand the post at once; where nobody is, the leader
/// finds somebody.
pub(super) fn who_may_come(board: &Board, post: PostId, now: Instant) -> Vec<Target> {
    let on_duty: Vec<Target> = candidates(board, post, now)
        .into_iter()
        .filter(|(_, fitting)| *fitting == Fitting::OnDuty)
        .map(|(person, _)| Target::Person(person))
        .collect();
    if !on_duty.is_empty() {
        return on_duty;
    }
    let leaders = leaders(&board.people).into_iter().map(Callee::Role);
    leaders.map(|leader| target(&leader)).collect()
}

pub(super) async fn ring_all(
    act: &mut Act,
    post: PostId,
    targets: Vec<Target>,
    about: (&'static str, &'static str, SubjectId),
    mut body: Json,
) -> Result<(), AppError> {
    let (kind, subject_kind, subject) = about;
    body["post_id"] = json!(post);
    for target in targets {
        act.ring(Ring {
            target,
            urgency: Urgency::Urgent,
            kind,
            subject_kind,
            subject,
            post: Some(post),
            body: body.clone(),
        })
        .await?;
    }
    Ok(())
}

/// What an answer “on my way” silenced is owed by who gave it, and rings again when nobody
/// comes any more.
pub(super) async fn follow_arrival(
    act: &mut Act,
    before: &Board,
    after: &Board,
    post: PostId,
) -> Result<(), AppError> {
    let (was, is) = (on_the_way(before, post), on_the_way(after, post));
    if let Some((person, hold)) = was.filter(|_| was != is) {
        let there = after
            .post(post)
            .is_some_and(|state| state.is_present(person));
        settle_arrival(act, post, hold, there).await?;
    }
    if let Some((person, hold)) = is.filter(|_| was != is) {
        owe_arrival(act, after, post, (person, hold)).await?;
    }
    if is.is_none() && gave_up(before, after, post) {
        raise_alarm(act, after, post, UNATTENDED).await?;
    }
    Ok(())
}

/// Whether the call for an emergency ended although the post was and is empty.
fn gave_up(before: &Board, after: &Board, post: PostId) -> bool {
    let empty = |board: &Board| {
        board
            .post(post)
            .is_some_and(|state| state.unattended_since.is_some())
    };
    let called = |board: &Board| {
        board.post(post).is_some_and(|state| {
            let mut reliefs = state.reliefs.iter();
            reliefs.any(|relief| relief.emergency && relief.is_live())
        })
    };
    empty(before) && empty(after) && called(before) && !called(after)
}

/// Who did not come while the post was taken by somebody else is not late any more; a
/// missed arrival ends all the same, and its finding stays.
async fn settle_arrival(
    act: &mut Act,
    post: PostId,
    hold: i64,
    there: bool,
) -> Result<(), AppError> {
    let (subject, occurrence) = (post.subject(), hold.to_string());
    if !there
        && act
            .withdraw(ARRIVAL, subject, &occurrence, SOMEBODY_ELSE)
            .await?
    {
        return Ok(());
    }
    act.discharge(ARRIVAL, subject, &occurrence).await?;
    Ok(())
}

/// Calls who is late and, again, those whom the answer had silenced.
async fn owe_arrival(
    act: &mut Act,
    board: &Board,
    post: PostId,
    (person, hold): (PersonId, i64),
) -> Result<(), AppError> {
    let mut steps = vec![urgent(Span::ZERO, Target::Person(person))];
    let calls = calls_for_gap(board, post, act.now());
    steps.extend(
        calls
            .iter()
            .filter(|call| call.after == Span::ZERO)
            .map(|call| urgent(OTHERS_AFTER, target(&call.callee))),
    );
    act.owe(Owed {
        rule_key: ARRIVAL,
        subject_kind: "post",
        subject: post.subject(),
        number: None,
        occurrence: hold.to_string(),
        owner: Target::Person(person),
        post: Some(post),
        due_at: act.now() + ON_THE_WAY,
        steps,
    })
    .await?;
    Ok(())
}

/// Who was said to stand in confirms it in time; else the leader is called.
pub(super) async fn owe_confirmation(
    act: &mut Act,
    board: &Board,
    relief: &Relief,
    (reliever, due_at): (PersonId, Instant),
) -> Result<(), AppError> {
    let leaders = leaders(&board.people).into_iter();
    act.owe(Owed {
        rule_key: CONFIRMATION,
        subject_kind: "relief",
        subject: relief.id.subject(),
        number: None,
        occurrence: "1".to_owned(),
        owner: Target::Person(reliever),
        post: Some(relief.post),
        due_at,
        steps: leaders
            .map(|role| urgent(Span::ZERO, target(&Callee::Role(role))))
            .collect(),
    })
    .await?;
    Ok(())
}

/// An urgent step of an escalation.
pub(super) fn urgent(after: Span, target: Target) -> StepDue {
    StepDue {
        after,
        target,
        urgency: Urgency::Urgent,
    }
}

/// A callee as the plumbing addresses it.
pub(super) fn target(callee: &Callee) -> Target {
    match callee {
        Callee::Person(person) => Target::Person(*person),
        Callee::Post(post) => Target::Post(*post),
        Callee::Role(role) => Target::Role(role.as_str().to_owned()),
    }
}
