//! The deadlines of an order as obligations, settled and owed in the act that changes it.

use zhishou_base::{Instant, Span};
use zhishou_platform::{Act, AppError, Owed, StepDue, Target, Urgency};
use zhishou_rules::regulation::{Escalation, ServiceUrgency, Trigger, WorkCalendar};
use zhishou_rules::workorder::{Deadline, DueRule, Owner, Settled, WorkOrder, deadlines, settled};

use super::context::Desk;
use super::store::OrderRow;

/// What every ledger entry and obligation of an order is about.
pub const SUBJECT: &str = "work_order";

/// A reminder comes so long before the deadline, when there is that much time.
const REMINDER_BEFORE: Span = Span::minutes(10);

/// The key of a deadline's rule.
pub fn rule_key(rule: DueRule) -> &'static str {
    match rule {
        DueRule::Dispatch => "workorder.dispatch",
        DueRule::Accept => "workorder.accept",
        DueRule::Arrive => "workorder.arrive",
        DueRule::FirstReply => "workorder.first_reply",
        DueRule::Finish => "workorder.finish",
        DueRule::Callback => "workorder.callback",
        DueRule::Appointment => "workorder.appointment",
    }
}

/// The next deadline of an order.
pub fn next_due(order: &WorkOrder) -> Option<(DueRule, Instant)> {
    deadlines(order, &WorkCalendar::default())
        .into_iter()
        .map(|deadline| (deadline.rule, deadline.due_at))
        .min_by_key(|(_, at)| *at)
}

/// Settles what is no longer owed and owes what is.
///
/// # Errors
/// The database failed.
pub async fn keep_deadlines(
    act: &mut Act,
    before: Option<&WorkOrder>,
    row: &OrderRow,
    desk: &Desk,
) -> Result<(), AppError> {
    let calendar = WorkCalendar::default();
    let old = before.map_or_else(Vec::new, |order| deadlines(order, &calendar));
    let new = deadlines(&row.order, &calendar);
    let same = |a: &Deadline, b: &Deadline| a.rule == b.rule && a.occurrence == b.occurrence;
    for gone in old
        .iter()
        .filter(|gone| !new.iter().any(|now| same(gone, now)))
    {
        settle(act, gone, row).await?;
    }
    // Owing again moves due instant and owner; what did not change is left alone.
    for deadline in new.iter().filter(|deadline| !old.contains(deadline)) {
        owe(act, deadline, row, desk).await?;
    }
    Ok(())
}

async fn settle(act: &mut Act, gone: &Deadline, row: &OrderRow) -> Result<(), AppError> {
    let (key, subject) = (rule_key(gone.rule), row.id.subject());
    if settled(gone.rule, &row.order) == Settled::Withdrawn
        && act
            .withdraw(key, subject, &gone.occurrence, row.order.stage().as_str())
            .await?
    {
        return Ok(());
    }
    // A missed deadline is not withdrawn: it ends here, and its finding stays.
    act.discharge(key, subject, &gone.occurrence).await?;
    Ok(())
}

async fn owe(
    act: &mut Act,
    deadline: &Deadline,
    row: &OrderRow,
    desk: &Desk,
) -> Result<(), AppError> {
    let Some(owner) = target(deadline.owner, row) else {
        return Ok(());
    };
    let owed = Owed {
        rule_key: rule_key(deadline.rule),
        subject_kind: SUBJECT,
        subject: row.id.subject(),
        number: Some(row.number.clone()),
        occurrence: deadline.occurrence.clone(),
        steps: steps(&owner, deadline.due_at, act.now(), row.order.urgency, desk),
        owner,
        post: row.post,
        due_at: deadline.due_at,
    };
    act.owe(owed).await?;
    Ok(())
}

/// A community without a desk has nobody who owes what the desk owes.
fn target(owner: Owner, row: &OrderRow) -> Option<Target> {
    match owner {
        Owner::Person(person) => Some(Target::Person(person)),
        Owner::Desk => row.post.map(Target::Post),
    }
}

/// A reminder, the call at the deadline, then the regulation's escalation.
fn steps(
    owner: &Target,
    due_at: Instant,
    now: Instant,
    urgency: ServiceUrgency,
    desk: &Desk,
) -> Vec<StepDue> {
    let loud = if urgency >= ServiceUrgency::Urgent {
        Urgency::Urgent
    } else {
        Urgency::Ordinary
    };
    let mut steps = Vec::new();
    if due_at.since(now) > REMINDER_BEFORE {
        steps.push(StepDue {
            after: Span::ZERO - REMINDER_BEFORE,
            target: owner.clone(),
            urgency: Urgency::Notice,
        });
    }
    steps.push(StepDue {
        after: Span::ZERO,
        target: owner.clone(),
        urgency: loud,
    });
    let regulation = desk.regulation.as_deref();
    let escalations = regulation.map_or(&[][..], |rules| rules.escalations.as_slice());
    let overdue = |escalation: &&Escalation| escalation.on == Trigger::Overdue;
    for step in escalations
        .iter()
        .filter(overdue)
        .flat_map(|escalation| &escalation.steps)
    {
        steps.extend(step.roles.iter().map(|role| StepDue {
            after: Span::minutes(i64::from(step.after_minutes)),
            target: Target::Role(role.as_str().to_owned()),
            urgency: loud,
        }));
    }
    steps
}
