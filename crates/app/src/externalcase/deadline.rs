//! The reply as an obligation, ended and owed in the act that changes the case.

use std::collections::BTreeSet;

use zhishou_base::Instant;
use zhishou_platform::{Act, AppError, Owed, StepDue, Target, Urgency};
use zhishou_rules::access::Role;
use zhishou_rules::coverage::CallStep;
use zhishou_rules::externalcase::defaults::CALLED_BEFORE;
use zhishou_rules::externalcase::{Call, Callee, CaseStage, ExternalCase, calls};
use zhishou_rules::regulation::Trigger;

use super::SUBJECT;
use super::store::CaseRow;
use crate::people;
use crate::workorder::Desk;

/// The rule by which a reply is owed.
const REPLY: &str = "externalcase.reply";

/// Ends the reply that is no longer owed and owes the one that is.
///
/// # Errors
/// The database failed.
pub async fn keep_deadline(
    act: &mut Act,
    before: Option<&ExternalCase>,
    row: &CaseRow,
) -> Result<(), AppError> {
    let owed = |case: &ExternalCase| case.owed_until().map(|at| (case.occurrence(), at));
    let (old, new) = (before.and_then(owed), owed(&row.case));
    if old == new {
        return Ok(());
    }
    if let Some((occurrence, _)) = old {
        end(act, &occurrence, row).await?;
    }
    if let Some((occurrence, due_at)) = new {
        owe(act, row, occurrence, due_at).await?;
    }
    Ok(())
}

/// A reply that was given meets its deadline. What the source withdrew or put off was asked for no
/// longer; owed again under the same name it goes on, so that what rang for the old day is silent.
async fn end(act: &mut Act, occurrence: &str, row: &CaseRow) -> Result<(), AppError> {
    let subject = row.id.subject();
    let reason = match row.case.stage() {
        CaseStage::Replied => None,
        CaseStage::Open => Some("extended"),
        CaseStage::Closed => Some("withdrawn_by_source"),
    };
    if let Some(reason) = reason
        && act.withdraw(REPLY, subject, occurrence, reason).await?
    {
        return Ok(());
    }
    // A missed deadline is not withdrawn: it ends here, and its finding stays.
    act.discharge(REPLY, subject, occurrence).await?;
    Ok(())
}

async fn owe(
    act: &mut Act,
    row: &CaseRow,
    occurrence: String,
    due_at: Instant,
) -> Result<(), AppError> {
    let (community, now) = (act.community(), act.now());
    let desk = Desk::at(act, community, now).await?;
    let overdue = overdue_steps(act, &desk).await?;
    let roles = roles_held(act, &desk).await?;
    let owner = desk_or_supervisor(row);
    let calls = calls(row.case.clock_from, due_at, now, &overdue, |role| {
        roles.contains(&role)
    });
    let steps = calls
        .iter()
        .map(|call| step(call, due_at, &owner))
        .collect();
    act.owe(Owed {
        rule_key: REPLY,
        subject_kind: SUBJECT,
        subject: row.id.subject(),
        number: Some(row.number.clone()),
        occurrence,
        owner: owner.clone(),
        post: row.post,
        due_at,
        steps,
    })
    .await?;
    Ok(())
}

/// A community without a desk has its supervisor owe the reply: a case is never nobody's.
fn desk_or_supervisor(row: &CaseRow) -> Target {
    row.post.map_or_else(
        || Target::Role(CALLED_BEFORE.as_str().to_owned()),
        Target::Post,
    )
}

fn step(call: &Call, due_at: Instant, owner: &Target) -> StepDue {
    let target = match call.callee {
        Callee::Desk => owner.clone(),
        Callee::Post(post) => Target::Post(post),
        Callee::Role(role) => Target::Role(role.as_str().to_owned()),
    };
    StepDue {
        after: call.at.since(due_at),
        target,
        urgency: if call.urgent {
            Urgency::Urgent
        } else {
            Urgency::Ordinary
        },
    }
}

/// What the desk's regulation says about deadlines that passed.
async fn overdue_steps(act: &mut Act, desk: &Desk) -> Result<Vec<CallStep>, AppError> {
    let community = act.community();
    let posts = people::posts(act, community).await?;
    let find = |key: &str| {
        posts
            .iter()
            .find(|post| post.key == key)
            .map(|post| post.id)
    };
    let escalations = desk
        .regulation
        .as_deref()
        .map_or(&[][..], |rules| rules.escalations.as_slice());
    Ok(escalations
        .iter()
        .filter(|escalation| escalation.on == Trigger::Overdue)
        .flat_map(|escalation| &escalation.steps)
        .map(|step| CallStep {
            after_minutes: step.after_minutes,
            roles: step.roles.clone(),
            posts: step.posts.iter().filter_map(|key| find(key)).collect(),
        })
        .collect())
}

async fn roles_held(act: &mut Act, desk: &Desk) -> Result<BTreeSet<Role>, AppError> {
    let community = act.community();
    let today = desk.offset.date_of(act.now());
    Ok(people::staff(act, community)
        .await?
        .into_iter()
        .filter(|person| person.employment.is_active_on(today))
        .flat_map(|person| person.roles)
        .collect())
}
