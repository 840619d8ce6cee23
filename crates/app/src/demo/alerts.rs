//! Whoever hears an alert answers it within the hour.

use zhishou_base::{AlertId, Instant, PersonId, Span};
use zhishou_platform::AppError;

use super::cast::CAST;
use super::stage::Stage;
use crate::notify::{AlertAnswer, AnswerAlert, Ears, alerts_for};

/// Nobody answers at once: alerts younger than this ring on.
const RINGS_FOR: Span = Span::minutes(4);

/// Everybody answers what rings for them.
///
/// # Errors
/// The database failed.
pub async fn answer(stage: &Stage, now: Instant) -> Result<(), AppError> {
    for (person, ears, alert) in waiting(stage, now).await? {
        let answer = AnswerAlert {
            alert,
            answer: AlertAnswer::Received,
            ears,
        };
        stage.act_as(person, &answer).await?;
    }
    Ok(())
}

/// What rings for whom; an alert that several hear is answered by the first of them.
async fn waiting(stage: &Stage, now: Instant) -> Result<Vec<(PersonId, Ears, AlertId)>, AppError> {
    let mut reader = stage.app.platform().read().await?;
    let mut found: Vec<(PersonId, Ears, AlertId)> = Vec::new();
    for member in CAST {
        let person = stage.person(member.login)?;
        let held = stage
            .holders
            .iter()
            .filter(|(_, holder)| **holder == person);
        let ears = Ears {
            person,
            posts: held.map(|(post, _)| *post).collect(),
            roles: member.roles.to_vec(),
        };
        let rings = alerts_for(&mut reader, stage.community, &ears, now).await?;
        for alert in rings {
            let rings_on = alert.answered_at.is_none() && alert.raised_at + RINGS_FOR < now;
            if rings_on && !found.iter().any(|(_, _, known)| *known == alert.id) {
                found.push((person, ears.clone(), alert.id));
            }
        }
    }
    Ok(found)
}
