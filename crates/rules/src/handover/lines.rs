//! Filling the lines of a handover.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, ItemId, PersonId, SubjectId};

use super::refusal::HandoverRefusal;
use super::types::{
    Anomaly, CheckLine, Checked, CountLine, Disposition, Explanation, Fitness, Handover,
    HandoverState, OpenLine, Side, StandingLine,
};

/// What a change of a line does to the record.
type Changed = Result<Handover, HandoverRefusal>;

/// One counted item as typed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Count {
    /// Which item.
    pub item: ItemId,
    /// How many there were.
    pub counted: u32,
    /// Damage or whereabouts, when it differs.
    #[serde(default)]
    pub explanation: Option<Explanation>,
}

/// Stores counts; a count that differs may be explained now or later, but
/// before anybody signs.
pub fn count_items(handover: &Handover, counts: &[Count], by: PersonId) -> Changed {
    let mut next = open_for(handover, by)?;
    for count in counts {
        let line = find(&mut next.items, |line: &CountLine| line.item == count.item)?;
        line.counted = Some(count.counted);
        line.explanation = count
            .explanation
            .clone()
            .filter(|given| !given.text.trim().is_empty());
    }
    Ok(unsigned(next))
}

/// Ticks a line of the checklist; what is not in order is said in words.
///
/// Each side answers for its own lines (R07.3.4.1, R07.3.4.2). What both look at together one of
/// them ticks, and the signature of the other confirms it.
pub fn check_line(handover: &Handover, key: &str, checked: Checked) -> Changed {
    let mut next = open_for(handover, checked.by)?;
    let line = find(&mut next.checks, |line: &CheckLine| line.key == key)?;
    let answers = match line.side {
        Side::Outgoing => handover.outgoing == checked.by,
        Side::Incoming => handover.incoming == checked.by,
        Side::Both => true,
    };
    if !answers {
        let text = line.text.clone();
        return Err(HandoverRefusal::OtherSidesLine { text });
    }
    if !checked.in_order && checked.note.trim().is_empty() {
        return Err(HandoverRefusal::NoteNeeded);
    }
    line.checked = Some(checked);
    Ok(unsigned(next))
}

/// Decides what happens to open lines.
pub fn dispose_items(
    handover: &Handover,
    subjects: &[SubjectId],
    disposition: &Disposition,
    by: PersonId,
) -> Changed {
    let mut next = open_for(handover, by)?;
    for subject in subjects {
        let line = find(&mut next.open, |line: &OpenLine| line.subject == *subject)?;
        // A deferred matter is always carried with a reason; another order where
        // the regulation asks for one.
        let needs_reason = line.deferred || next.demands.carry_over_needs_reason;
        let empty = match disposition {
            Disposition::Carried { reason } => needs_reason && reason.trim().is_empty(),
            Disposition::ConfirmedAsSlip { slip } => slip.trim().is_empty(),
            Disposition::Closed { note } => note.trim().is_empty(),
        };
        if empty {
            return Err(HandoverRefusal::ReasonNeeded);
        }
        line.disposition = Some(disposition.clone());
    }
    Ok(unsigned(next))
}

/// Notes something out of order.
pub fn note_anomaly(handover: &Handover, text: &str, by: PersonId, now: Instant) -> Changed {
    let mut next = open_for(handover, by)?;
    if text.trim().is_empty() {
        return Err(HandoverRefusal::NoteNeeded);
    }
    next.anomalies.push(Anomaly {
        text: text.trim().to_owned(),
        by,
        at: now,
    });
    Ok(unsigned(next))
}

/// The kind of an open line that was noted by hand and has no order behind it.
pub const NOTED: &str = "note";

/// Notes an open matter that has no order: what stood on paper, or was only said.
pub fn add_matter(
    handover: &Handover,
    subject: SubjectId,
    text: &str,
    deferred: bool,
    by: PersonId,
) -> Changed {
    let mut next = open_for(handover, by)?;
    if text.trim().is_empty() {
        return Err(HandoverRefusal::NoteNeeded);
    }
    next.open.push(OpenLine {
        subject,
        subject_kind: NOTED.to_owned(),
        label: text.trim().to_owned(),
        status: "noted".to_owned(),
        deferred,
        disposition: None,
    });
    Ok(unsigned(next))
}

/// The noted matters that an ended handover leaves to the next one, to be asked about again: what
/// was carried on with the signatures, and all of them if it ended without any, for then nothing
/// that was decided has come to be.
pub fn carried_notes(handover: &Handover) -> Vec<OpenLine> {
    let settled = |line: &OpenLine| {
        handover.state.has_passed()
            && matches!(
                line.disposition,
                Some(Disposition::Closed { .. } | Disposition::ConfirmedAsSlip { .. })
            )
    };
    let carried = |line: &&OpenLine| line.subject_kind == NOTED && !settled(line);
    let again = |line: &OpenLine| OpenLine {
        disposition: None,
        ..line.clone()
    };
    handover.open.iter().filter(carried).map(again).collect()
}

/// How many open matters the next shift carries on.
pub fn carried(lines: &[OpenLine]) -> usize {
    let is_carried =
        |line: &&OpenLine| matches!(line.disposition, Some(Disposition::Carried { .. }));
    lines.iter().filter(is_carried).count()
}

/// What was found out of order in a handover that ended without signatures: the next one tells it.
pub fn carried_anomalies(handover: &Handover) -> Vec<Anomaly> {
    if handover.state.has_passed() {
        return Vec::new();
    }
    handover.anomalies.clone()
}

/// Declares whether the incoming person is fit. Unfit, the post does not pass:
/// the handover ends as refused, and the outgoing person holds on.
pub fn declare_fitness(handover: &Handover, fitness: Fitness) -> Changed {
    let mut next = open_for(handover, fitness.by)?;
    if fitness.fit && fitness.by != handover.incoming {
        return Err(HandoverRefusal::FitnessByOther);
    }
    if !fitness.fit {
        if fitness.note.trim().is_empty() {
            return Err(HandoverRefusal::NoteNeeded);
        }
        next.state = HandoverState::Refused {
            by: fitness.by,
            reason: fitness.note.clone(),
            at: fitness.at,
        };
        next.fitness = Some(fitness);
        return Ok(next);
    }
    next.fitness = Some(fitness);
    Ok(next)
}

/// Takes a new snapshot: decisions about lines that are still there stay, a
/// signature given on the old one does not.
pub fn refresh(
    handover: &Handover,
    open: Vec<OpenLine>,
    standing: Vec<StandingLine>,
    by: PersonId,
    now: Instant,
) -> Changed {
    let mut next = open_for(handover, by)?;
    let noted = handover
        .open
        .iter()
        .filter(|line| line.subject_kind == NOTED)
        .cloned();
    next.open = open
        .into_iter()
        .filter(|line| line.subject_kind != NOTED)
        .map(|line| {
            let known = handover
                .open
                .iter()
                .find(|known| known.subject == line.subject);
            OpenLine {
                disposition: known.and_then(|known| known.disposition.clone()),
                ..line
            }
        })
        .chain(noted)
        .collect();
    next.standing = standing;
    next.snapshot_at = now;
    Ok(unsigned(next))
}

fn open_for(handover: &Handover, by: PersonId) -> Changed {
    if !handover.state.is_open() {
        return Err(HandoverRefusal::NotOpen);
    }
    if handover.party_of(by).is_none() {
        return Err(HandoverRefusal::NotAParty);
    }
    Ok(handover.clone())
}

/// A signature stands for what was signed; a changed line takes it back.
fn unsigned(mut handover: Handover) -> Handover {
    if matches!(handover.state, HandoverState::SignedByOne { .. }) {
        handover.state = HandoverState::Preparing;
    }
    handover
}

fn find<L>(lines: &mut [L], is: impl Fn(&L) -> bool) -> Result<&mut L, HandoverRefusal> {
    lines
        .iter_mut()
        .find(|line| is(line))
        .ok_or(HandoverRefusal::UnknownLine)
}
