//! Shifts of the demo: rosters are made, people sign in and hand over.

use zhishou_base::{Date, Instant, PersonId, PostId, Span};
use zhishou_platform::AppError;
use zhishou_rules::handover::{Count, Disposition, Explanation, ExplanationKind, Side};
use zhishou_rules::roster::{Month, Part};

use super::agenda::Event;
use super::stage::Stage;
use crate::access::PinProof;
use crate::coverage::{ChangeHolder, SignInToPost, answering};
use crate::handover::{Edit, EditHandover, HandoverView, OpenHandover, SignHandover};
use crate::roster::{CreateRoster, FillRoster, Filling, PublishRoster, RosterView};

/// Makes, fills and publishes the rosters of a month for both posts.
///
/// # Errors
/// A rule of rosters says no.
pub async fn publish_rosters(stage: &Stage, month: Month) -> Result<Vec<RosterView>, AppError> {
    let supervisor = stage.person("hejing")?;
    let mut published = Vec::new();
    for post_id in [stage.desk, stage.gate] {
        let roster = stage
            .act_as(supervisor, &CreateRoster { post_id, month })
            .await?;
        let fill = FillRoster {
            roster: roster.id,
            version: roster.version,
            filling: Filling::Rotate,
            replace: false,
        };
        let roster = stage.act_as(supervisor, &fill).await?;
        let publish = PublishRoster {
            roster: roster.id,
            version: roster.version,
            warnings_confirmed: true,
        };
        published.push(stage.act_as(supervisor, &publish).await?);
    }
    Ok(published)
}

/// Notes the sign-ins and handovers of a roster that begin in a time.
pub fn note_shifts(stage: &mut Stage, roster: &RosterView, from: Instant, until: Instant) {
    let main = |key: &str| {
        roster
            .shifts
            .iter()
            .any(|s| s.key == key && s.within.is_none())
    };
    let starts_at = |date: Date, key: &str| {
        let planned = roster
            .plan
            .iter()
            .find(|p| p.date == date && p.shift == key);
        planned.map(|planned| planned.starts_at)
    };
    for cell in &roster.cells {
        if !main(&cell.shift) || cell.part != Part::Responsible {
            continue;
        }
        let Some(start) = starts_at(cell.date, &cell.shift) else {
            continue;
        };
        let early = Span::minutes(15 + stage.chance.between(1, 9));
        if start - early < from || start >= until + Span::hours(1) {
            continue;
        }
        let (post, person) = (roster.post_id, cell.person_id);
        stage
            .agenda
            .note(start - early, Event::SignIn { post, person });
        let change = start + Span::minutes(stage.chance.between(0, 2));
        stage
            .agenda
            .note(change, Event::HandOver { post, to: person });
    }
}

/// A person signs in; the first one opens the post.
///
/// # Errors
/// A rule of coverage says no.
pub async fn sign_in(stage: &mut Stage, post: PostId, person: PersonId) -> Result<(), AppError> {
    stage.app.tick().await?;
    let signed = stage.act_as(person, &SignInToPost { post, person }).await?;
    if !signed.waits {
        stage.holders.insert(post, person);
    }
    Ok(())
}

/// A post passes to the next person: counted, checked, decided, signed by both.
///
/// # Errors
/// A rule of handover says no.
pub async fn hand_over(stage: &mut Stage, post: PostId, to: PersonId) -> Result<(), AppError> {
    let Some(from) = stage.holders.get(&post).copied() else {
        return begin_to_hold(stage, post, to).await;
    };
    if from == to {
        return Ok(());
    }
    let open = OpenHandover {
        post,
        by: from,
        incoming: Some(to),
    };
    let opened = stage.act_as(from, &open).await?;
    fill_in(stage, &opened, from, to).await?;
    for person in [from, to] {
        let proof = PinProof::in_rehearsal(person);
        let handover = opened.handover_id;
        stage
            .act_as(person, &SignHandover { handover, proof })
            .await?;
    }
    stage.holders.insert(post, to);
    stage.app.tick().await
}

/// The first shift of all takes the post without a handover.
async fn begin_to_hold(stage: &mut Stage, post: PostId, person: PersonId) -> Result<(), AppError> {
    stage.app.tick().await?;
    let now = stage.app.platform().now();
    let holder = {
        let mut reader = stage.app.platform().read().await?;
        answering(&mut reader, stage.community, post, now).await?
    };
    if holder != Some(person) {
        stage.act_as(person, &ChangeHolder { post, person }).await?;
    }
    stage.holders.insert(post, person);
    Ok(())
}

async fn fill_in(
    stage: &mut Stage,
    opened: &HandoverView,
    from: PersonId,
    to: PersonId,
) -> Result<(), AppError> {
    let mut edits: Vec<(PersonId, Edit)> = Vec::new();
    if !opened.items.is_empty() {
        let counts = counts(stage, opened);
        edits.push((from, Edit::Count { counts }));
    }
    for line in &opened.checks {
        let check = Edit::Check {
            key: line.key.clone(),
            in_order: true,
            note: String::new(),
        };
        let by = match line.side {
            Side::Incoming => to,
            Side::Outgoing | Side::Both => from,
        };
        edits.push((by, check));
    }
    edits.extend(dispositions(opened).into_iter().map(|edit| (to, edit)));
    edits.push((
        to,
        Edit::Fitness {
            fit: true,
            note: String::new(),
        },
    ));
    for (by, edit) in edits {
        let handover = opened.handover_id;
        stage
            .act_as(by, &EditHandover { handover, by, edit })
            .await?;
    }
    Ok(())
}

/// Everything is there, but now and then something is lent out.
fn counts(stage: &mut Stage, opened: &HandoverView) -> Vec<Count> {
    let lent = stage.chance.percent(6);
    let lent_line = stage.chance.below(opened.items.len());
    let lines = opened.items.iter().enumerate();
    lines
        .map(|(at, line)| {
            let is_lent = lent && at == lent_line && line.expected > 1;
            Count {
                item: line.item,
                counted: line.expected - u32::from(is_lent),
                explanation: is_lent.then(|| Explanation {
                    kind: ExplanationKind::Whereabouts,
                    text: "工程部巡检借用 1 件，当日归还".to_owned(),
                }),
            }
        })
        .collect()
}

/// What the night put off becomes a slip of the day; the rest goes on with its reason.
fn dispositions(opened: &HandoverView) -> Vec<Edit> {
    let mut edits = Vec::new();
    for line in opened.open.iter().filter(|line| line.deferred) {
        let number = line.label.split(' ').next().unwrap_or_default();
        edits.push(Edit::Dispose {
            subjects: vec![line.subject],
            disposition: Disposition::ConfirmedAsSlip {
                slip: number.to_owned(),
            },
        });
    }
    let others = opened.open.iter().filter(|line| !line.deferred);
    let subjects: Vec<_> = others.map(|line| line.subject).collect();
    if !subjects.is_empty() {
        let reason = "已派单，正在办理，下一班继续跟进".to_owned();
        edits.push(Edit::Dispose {
            subjects,
            disposition: Disposition::Carried { reason },
        });
    }
    edits
}
