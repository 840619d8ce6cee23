//! What a planned duty asks for: each person named for it to sign in, and the post to
//! pass to it at its start.

use std::collections::BTreeMap;

use zhishou_base::{Instant, PersonId, Span};
use zhishou_platform::{Act, AppError, Owed, StepDue, Target, Urgency};
use zhishou_rules::access::Role;
use zhishou_rules::coverage::defaults::{LEADER_AFTER_MISSED_SIGN_IN, TAKE_OVER_GRACE};
use zhishou_rules::coverage::{
    Board, Callee, DutyChange, calls_for_relief, last_punctual, leaders, lines_in_place,
};

use super::calling::{target, urgent};
use super::store::{self, StoredDuty};

/// Sign-in before a duty; owed by each person named for it.
pub(super) const SIGN_IN: &str = "coverage.sign_in";
/// The post passing to a duty at its start.
pub(super) const TAKE_OVER: &str = "coverage.take_over";
/// The line being given to the post that answers during a duty (R08.2.7).
pub(super) const LINE_TRANSFER: &str = "coverage.line_transfer";
/// Why an obligation is withdrawn when a duty is replanned.
pub(super) const REPLANNED: &str = "排班或制度已调整";

/// The staff with their roles: whom a step of an escalation reaches.
pub(super) type Staff = BTreeMap<PersonId, Vec<Role>>;

/// Whether people have to sign in for a duty.
fn asks(stored: &StoredDuty) -> bool {
    stored.duty.no_sign_in().is_none()
}

/// The rule by which the post passes to a duty, where it does not pass by itself.
fn passing_rule(stored: &StoredDuty) -> Option<&'static str> {
    match stored.duty.change {
        _ if !stored.duty.required() => None,
        DutyChange::Handover => Some(TAKE_OVER),
        DutyChange::LineTransfer { .. } => Some(LINE_TRANSFER),
        DutyChange::OneTap => None,
    }
}

/// Owes what a changed duty asks for and did not before: nobody becomes late by what is
/// published after the event.
pub(super) async fn owe_anew(
    act: &mut Act,
    from: &StoredDuty,
    to: &StoredDuty,
    staff: &Staff,
) -> Result<(), AppError> {
    let subject = to.duty.id.subject();
    if asks(from) && !asks(to) {
        act.withdraw_all(SIGN_IN, subject, REPLANNED).await?;
    }
    let retimed = from.duty.sign_in_by() != to.duty.sign_in_by() || !asks(from);
    let named = to.duty.assigned.iter().copied();
    let named: Vec<PersonId> = named
        .filter(|person| retimed || !from.duty.assigned.contains(person))
        .collect();
    owe_sign_ins(act, to, &named, staff).await?;
    let (was, is) = (passing_rule(from), passing_rule(to));
    let moved = from.duty.starts_at != to.duty.starts_at || from.duty.change != to.duty.change;
    if let Some(rule) = was.filter(|_| moved || was != is) {
        act.withdraw_all(rule, subject, REPLANNED).await?;
    }
    if moved || was != is || from.terms.calls != to.terms.calls {
        owe_passing(act, to, staff).await?;
    }
    Ok(())
}

/// Withdraws whatever a duty asked for that is planned no more.
pub(super) async fn withdraw_duty(act: &mut Act, stored: &StoredDuty) -> Result<(), AppError> {
    for rule in [SIGN_IN, TAKE_OVER, LINE_TRANSFER] {
        act.withdraw_all(rule, stored.duty.id.subject(), REPLANNED)
            .await?;
    }
    Ok(())
}

/// Owes the sign-in of people named for a duty, unless they are there already. Who is
/// named after the time to sign in has passed gets the lead of the shift from now.
pub(super) async fn owe_sign_ins(
    act: &mut Act,
    stored: &StoredDuty,
    people: &[PersonId],
    staff: &Staff,
) -> Result<(), AppError> {
    if people.is_empty() || !asks(stored) {
        return Ok(());
    }
    let duty = &stored.duty;
    let there = store::people_there(act, duty.id).await?;
    let asked_at = sign_in_due(duty.sign_in_by(), duty.sign_in_lead, act.now());
    let due_at = last_punctual(asked_at);
    let after = |wait: Span| (asked_at + wait).since(due_at);
    for person in people.iter().filter(|person| !there.contains(*person)) {
        let mut steps = vec![urgent(after(Span::ZERO), Target::Person(*person))];
        let leaders = leaders(staff).into_iter().map(Callee::Role);
        steps.extend(
            leaders.map(|leader| urgent(after(LEADER_AFTER_MISSED_SIGN_IN), target(&leader))),
        );
        act.owe(Owed {
            rule_key: SIGN_IN,
            subject_kind: "duty",
            subject: duty.id.subject(),
            number: None,
            occurrence: person.to_string(),
            owner: Target::Person(*person),
            post: Some(stored.post),
            due_at,
            steps,
        })
        .await?;
    }
    Ok(())
}

/// A shift without a lead leaves the time that taking over has.
fn sign_in_due(planned: Instant, lead: Span, now: Instant) -> Instant {
    if planned > now {
        return planned;
    }
    now + if lead > Span::ZERO {
        lead
    } else {
        TAKE_OVER_GRACE
    }
}

/// Owes that the post, or its line, passes to a duty at its start. Of a duty that ran before
/// anybody planned it, nobody is late yet.
pub(super) async fn owe_passing(
    act: &mut Act,
    stored: &StoredDuty,
    staff: &Staff,
) -> Result<(), AppError> {
    let Some(rule_key) = passing_rule(stored) else {
        return Ok(());
    };
    let duty = &stored.duty;
    let from = duty.starts_at.max(act.now());
    let mut steps = vec![StepDue {
        after: Span::ZERO - TAKE_OVER_GRACE,
        target: Target::Post(stored.post),
        urgency: Urgency::Ordinary,
    }];
    let calls = calls_for_relief(staff, stored.post, &stored.terms.calls);
    steps.extend(
        calls
            .iter()
            .map(|call| urgent(call.after - TAKE_OVER_GRACE, target(&call.callee))),
    );
    act.owe(Owed {
        rule_key,
        subject_kind: "duty",
        subject: duty.id.subject(),
        number: None,
        occurrence: duty.starts_at.0.to_string(),
        owner: Target::Post(stored.post),
        post: Some(stored.post),
        due_at: from + TAKE_OVER_GRACE,
        steps,
    })
    .await?;
    Ok(())
}

/// Discharges what asked for a line that is where the plan wants it.
pub(super) async fn discharge_lines(act: &mut Act, board: &Board) -> Result<(), AppError> {
    for duty in lines_in_place(board, act.now()) {
        act.discharge_all(LINE_TRANSFER, duty.subject()).await?;
    }
    Ok(())
}
