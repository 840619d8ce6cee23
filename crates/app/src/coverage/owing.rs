//! What a planned duty asks for: each person named for it to sign in, and the post to
//! pass to it at its start.

use zhishou_base::{Instant, PersonId, Span};
use zhishou_platform::{Act, AppError, Owed, StepDue, Target, Urgency};
use zhishou_rules::coverage::DutyChange;

use super::store::{self, StoredDuty};

/// How long after the start of a duty the post must have passed to it. The
/// call goes out at the start, the leader's at the end of this time (the practice
/// of the trade: call at once, others after ten minutes, the leader after fifteen).
const TAKE_OVER_GRACE: Span = Span::minutes(15);

/// Sign-in before a duty; owed by each person named for it.
pub(super) const SIGN_IN: &str = "coverage.sign_in";
/// The post passing to a duty at its start.
pub(super) const TAKE_OVER: &str = "coverage.take_over";
/// Why an obligation is withdrawn when a duty is replanned.
pub(super) const REPLANNED: &str = "排班或制度已调整";

/// Whether a duty asks for anything: one within another, one that a line covers and an
/// optional one that nobody is named for do not.
fn asks(stored: &StoredDuty) -> bool {
    let duty = &stored.duty;
    let by_line = matches!(duty.change, DutyChange::LineTransfer { .. });
    duty.within.is_none() && !by_line && !(duty.optional && duty.assigned.is_empty())
}

/// Owes what a changed duty asks for and did not before: nobody becomes late by what is
/// published after the event.
pub(super) async fn owe_anew(
    act: &mut Act,
    from: &StoredDuty,
    to: &StoredDuty,
) -> Result<(), AppError> {
    let retimed = from.duty.sign_in_by() != to.duty.sign_in_by() || !asks(from);
    let named = to.duty.assigned.iter().copied();
    let named: Vec<PersonId> = named
        .filter(|person| retimed || !from.duty.assigned.contains(person))
        .collect();
    owe_sign_ins(act, to, &named).await?;
    let moved = from.duty.starts_at != to.duty.starts_at || from.duty.change != to.duty.change;
    if moved || (asks(from) && !asks(to)) {
        act.withdraw_all(TAKE_OVER, to.duty.id.subject(), REPLANNED)
            .await?;
    }
    if moved || !asks(from) {
        owe_take_over(act, to).await?;
    }
    Ok(())
}

/// Owes the sign-in of people named for a duty, unless they are there already. Who is
/// named after the time to sign in has passed gets the lead of the shift from now.
pub(super) async fn owe_sign_ins(
    act: &mut Act,
    stored: &StoredDuty,
    people: &[PersonId],
) -> Result<(), AppError> {
    if people.is_empty() || !asks(stored) {
        return Ok(());
    }
    let duty = &stored.duty;
    let there = store::people_there(act, duty.id).await?;
    let due_at = sign_in_due(duty.sign_in_by(), duty.sign_in_lead, act.now());
    for person in people.iter().filter(|person| !there.contains(*person)) {
        act.owe(Owed {
            rule_key: SIGN_IN,
            subject_kind: "duty",
            subject: duty.id.subject(),
            number: None,
            occurrence: person.to_string(),
            owner: Target::Person(*person),
            post: Some(stored.post),
            due_at,
            steps: vec![
                step(Span::ZERO, Target::Person(*person), Urgency::Urgent),
                step(Span::minutes(15), shift_leader(), Urgency::Urgent),
            ],
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

/// Owes that the post passes to a duty at its start. Of a duty that ran before anybody
/// planned it, nobody is late yet.
pub(super) async fn owe_take_over(act: &mut Act, stored: &StoredDuty) -> Result<(), AppError> {
    let duty = &stored.duty;
    if !asks(stored) || duty.change != DutyChange::Handover {
        return Ok(());
    }
    let from = duty.starts_at.max(act.now());
    act.owe(Owed {
        rule_key: TAKE_OVER,
        subject_kind: "duty",
        subject: duty.id.subject(),
        number: None,
        occurrence: duty.starts_at.0.to_string(),
        owner: Target::Post(stored.post),
        post: Some(stored.post),
        due_at: from + TAKE_OVER_GRACE,
        steps: vec![
            step(
                Span::ZERO - TAKE_OVER_GRACE,
                Target::Post(stored.post),
                Urgency::Ordinary,
            ),
            step(Span::ZERO, shift_leader(), Urgency::Urgent),
        ],
    })
    .await?;
    Ok(())
}

fn step(after: Span, target: Target, urgency: Urgency) -> StepDue {
    StepDue {
        after,
        target,
        urgency,
    }
}

fn shift_leader() -> Target {
    Target::Role("shift_leader".to_owned())
}
