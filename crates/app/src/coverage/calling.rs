//! Who is called when nobody is at a post, and what is owed until somebody is: an alarm at
//! once, and the later steps of the regulation while the post stands empty.

use serde_json::{Value as Json, json};
use zhishou_base::{Instant, PersonId, PostId, Span, SubjectId};
use zhishou_platform::{Act, AppError, Owed, Ring, StepDue, Target, Urgency};
use zhishou_rules::access::Role;
use zhishou_rules::coverage::{
    Board, Call, Callee, Fitting, Relief, answers_for, calls_for_gap, candidates, leaders,
};

/// Kinds of alarms about an empty post; each ends when what it calls for is done.
pub(super) const UNATTENDED: &str = "post_unattended";
pub(super) const LEFT: &str = "post_left_for_emergency";
/// Somebody at a post called for help.
pub(super) const HELP_CALLED: &str = "help_called";

/// A relief accepted by voice being confirmed by its reliever.
pub(super) const CONFIRMATION: &str = "coverage.relief_confirmation";
/// Somebody being at the post again, before the last step of the regulation is reached.
pub(super) const GAP: &str = "coverage.gap";

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
    let about = (kind, "post", post.subject());
    ring_all(act, Some(post), targets, about, body).await
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
    post: Option<PostId>,
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
            post,
            body: body.clone(),
        })
        .await?;
    }
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
