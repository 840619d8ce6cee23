//! Signing, refusing, resolving and self-checking: how a handover ends.

use zhishou_base::{Instant, PersonId, Span, SubjectId};

use super::refusal::HandoverRefusal;
use super::types::{Handover, HandoverState, OpenLine, Party, Witness};

/// What is so at the instant of signing, to be compared with the snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningFacts {
    /// Who answers for the post.
    pub answers: Option<PersonId>,
    /// Whether the duty that was to begin is still planned.
    pub duty_stands: bool,
    /// Whether the incoming person has signed in for the duty that begins.
    pub incoming_signed_in: bool,
    /// The open lines as they would be taken now, each with whether the night left it.
    pub open: Vec<(SubjectId, bool)>,
}

/// Signs for one side. When both have signed the post passes, in the same act.
///
/// One side may sign after the other or on another device; the order is free.
pub fn sign(
    handover: &Handover,
    person: PersonId,
    facts: &SigningFacts,
    now: Instant,
) -> Result<Handover, HandoverRefusal> {
    if handover.is_same_person() {
        return Err(HandoverRefusal::SamePerson);
    }
    let party = party(handover, person)?;
    ready(handover, facts)?;
    if party == Party::Incoming && !facts.incoming_signed_in {
        return Err(HandoverRefusal::SignInFirst);
    }
    let state = match handover.state {
        HandoverState::SignedByOne { party: signed, .. } if signed == party => {
            return Err(HandoverRefusal::AlreadySigned);
        }
        HandoverState::SignedByOne { at, .. } => match party {
            Party::Outgoing => HandoverState::Signed {
                outgoing_at: now,
                incoming_at: at,
            },
            Party::Incoming => HandoverState::Signed {
                outgoing_at: at,
                incoming_at: now,
            },
        },
        _ => HandoverState::SignedByOne { party, at: now },
    };
    Ok(Handover {
        state,
        ..handover.clone()
    })
}

/// The same person stays on: he checks by himself and signs once; a witness
/// confirms it within the hours of the regulation. Never two signatures.
pub fn self_check(
    handover: &Handover,
    person: PersonId,
    facts: &SigningFacts,
    now: Instant,
) -> Result<Handover, HandoverRefusal> {
    if !handover.is_same_person() {
        return Err(HandoverRefusal::NotSamePerson);
    }
    party(handover, person)?;
    ready(handover, facts)?;
    let witness_by = now + Span::hours(i64::from(handover.demands.witness_within_hours));
    let state = HandoverState::SelfCheck {
        at: now,
        witness_by,
        witness: None,
    };
    Ok(Handover {
        state,
        ..handover.clone()
    })
}

/// A colleague confirms a self-check.
pub fn witness(
    handover: &Handover,
    person: PersonId,
    now: Instant,
) -> Result<Handover, HandoverRefusal> {
    let HandoverState::SelfCheck {
        at,
        witness_by,
        witness: None,
    } = handover.state
    else {
        return Err(HandoverRefusal::NothingToWitness);
    };
    if person == handover.outgoing {
        return Err(HandoverRefusal::WitnessIsSelf);
    }
    let witness = Some(Witness { person, at: now });
    let state = HandoverState::SelfCheck {
        at,
        witness_by,
        witness,
    };
    Ok(Handover {
        state,
        ..handover.clone()
    })
}

/// One side refuses; the outgoing person goes on answering for the post.
pub fn refuse(
    handover: &Handover,
    person: PersonId,
    reason: &str,
    now: Instant,
) -> Result<Handover, HandoverRefusal> {
    party(handover, person)?;
    let reason = given(reason)?;
    let state = HandoverState::Refused {
        by: person,
        reason,
        at: now,
    };
    Ok(Handover {
        state,
        ..handover.clone()
    })
}

/// A supervisor's decision about a handover whose other party is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Who decides; never one of the two sides.
    pub by: PersonId,
    /// Which side is missing.
    pub missing: Party,
    /// Who takes the post; the incoming person unless he is the one who is missing.
    pub taker: PersonId,
    /// Why.
    pub reason: String,
}

/// A supervisor lets the post pass although one side is missing or refused, as long as
/// the record is `still_due`: of a duty that is planned, and of no earlier change of shifts.
pub fn resolve_missing_party(
    handover: &Handover,
    resolution: Resolution,
    still_due: bool,
    now: Instant,
) -> Result<Handover, HandoverRefusal> {
    let Resolution {
        by,
        missing,
        taker,
        ref reason,
    } = resolution;
    if handover.state.has_passed() {
        return Err(HandoverRefusal::NotOpen);
    }
    if handover.party_of(by).is_some() {
        return Err(HandoverRefusal::OwnCase);
    }
    if !still_due {
        return Err(HandoverRefusal::NoLongerDue);
    }
    let absent = match missing {
        Party::Outgoing => handover.outgoing,
        Party::Incoming => handover.incoming,
    };
    if taker == absent {
        return Err(HandoverRefusal::TakerIsMissing);
    }
    // R14.5: whoever was found unfit does not get the post by a decision either.
    let unfit = handover.fitness.as_ref().is_some_and(|said| !said.fit);
    if unfit && taker == handover.incoming {
        return Err(HandoverRefusal::Unfit);
    }
    let state = HandoverState::ResolvedBySupervisor {
        by,
        missing,
        taker,
        reason: given(reason)?,
        at: now,
    };
    Ok(Handover {
        state,
        ..handover.clone()
    })
}

/// Whether a finished handover may get an amending entry; the record itself never changes.
pub fn amend(handover: &Handover, text: &str) -> Result<String, HandoverRefusal> {
    if handover.state.is_open() {
        return Err(HandoverRefusal::NotFinished);
    }
    given(text)
}

/// Whether everything that must be settled before a signature is.
pub fn ready(handover: &Handover, facts: &SigningFacts) -> Result<(), HandoverRefusal> {
    if facts.answers != Some(handover.outgoing) {
        return Err(HandoverRefusal::OutgoingNoLongerHolds);
    }
    if !facts.duty_stands {
        return Err(HandoverRefusal::DutyReplanned);
    }
    if is_stale(&handover.open, &facts.open) {
        return Err(HandoverRefusal::SnapshotStale);
    }
    lines_settled(handover)?;
    match &handover.fitness {
        Some(fitness) if !fitness.fit => Err(HandoverRefusal::Unfit),
        None if handover.demands.fitness_check => Err(HandoverRefusal::FitnessNeeded),
        _ => Ok(()),
    }
}

fn lines_settled(handover: &Handover) -> Result<(), HandoverRefusal> {
    let left = handover
        .checks
        .iter()
        .filter(|line| line.checked.is_none())
        .count();
    if left > 0 {
        return Err(HandoverRefusal::NotChecked { left });
    }
    let left = handover
        .items
        .iter()
        .filter(|line| line.counted.is_none())
        .count();
    if left > 0 {
        return Err(HandoverRefusal::NotCounted { left });
    }
    for line in &handover.items {
        let explained = line.explanation.is_some() || !handover.demands.missing_items_explained;
        if let (true, false, Some(counted)) = (line.differs(), explained, line.counted) {
            let (name, expected) = (line.name.clone(), line.expected);
            return Err(HandoverRefusal::ExplanationNeeded {
                name,
                expected,
                counted,
            });
        }
    }
    let unsettled = handover
        .open
        .iter()
        .find(|line| !is_settled(handover, line));
    let Some(line) = unsettled else { return Ok(()) };
    let label = line.label.clone();
    Err(if line.deferred {
        HandoverRefusal::DeferredUnsettled { label }
    } else {
        HandoverRefusal::OpenUnsettled { label }
    })
}

fn is_settled(handover: &Handover, line: &OpenLine) -> bool {
    let demanded = if line.deferred {
        handover.demands.deferred_items_settled || handover.demands.carry_over_needs_reason
    } else {
        handover.demands.carry_over_needs_reason
    };
    !demanded || line.disposition.is_some()
}

/// New lines, and lines that the night left since, make a snapshot stale: somebody
/// would overlook them. A line that moved on or was settled in the meantime does not.
fn is_stale(snapshot: &[OpenLine], now: &[(SubjectId, bool)]) -> bool {
    now.iter().any(|(subject, deferred)| {
        let known = snapshot.iter().find(|line| line.subject == *subject);
        known.is_none_or(|line| *deferred && !line.deferred && line.disposition.is_none())
    })
}

fn party(handover: &Handover, person: PersonId) -> Result<Party, HandoverRefusal> {
    if !handover.state.is_open() {
        return Err(HandoverRefusal::NotOpen);
    }
    handover.party_of(person).ok_or(HandoverRefusal::NotAParty)
}

fn given(reason: &str) -> Result<String, HandoverRefusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(HandoverRefusal::ReasonNeeded);
    }
    Ok(reason.to_owned())
}
