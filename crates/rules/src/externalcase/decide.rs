//! The way from the first day to the source's last word.

use zhishou_base::Instant;

use super::refusal::ExternalCaseRefusal;
use super::types::{By, CaseOutcome, CaseStage, ExtensionAsked, ExternalCase, State};

/// What a step makes of a case.
type Step = Result<ExternalCase, ExternalCaseRefusal>;

/// So many characters say something.
const FEWEST_WORDS: usize = 2;

/// What the source answers to an extension that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// More time, until then.
    Granted {
        /// The new deadline, as the source gives it.
        due_at: Instant,
    },
    /// The old deadline stays.
    Refused,
}

/// What proves that the reply is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof<'a> {
    /// Photos of this cycle.
    pub photos: usize,
    /// Why there is none.
    pub none_because: &'a str,
}

fn says_something(text: &str) -> bool {
    text.chars().filter(|c| !c.is_whitespace()).count() >= FEWEST_WORDS
}

fn wrong_stage(case: &ExternalCase) -> ExternalCaseRefusal {
    ExternalCaseRefusal::WrongStage {
        stage: case.stage(),
    }
}

fn stepped(case: &ExternalCase, state: State, at: Instant) -> ExternalCase {
    ExternalCase {
        state,
        last_step_at: at,
        ..case.clone()
    }
}

/// The instant before which nothing more can have happened to a case. Else who missed the deadline
/// could enter, days later, a reply from before the case had even come.
pub fn earliest_next_step(case: &ExternalCase) -> Instant {
    case.last_step_at
}

/// Asks the source for more time.
///
/// # Errors
/// The reply was given, an extension waits for its answer, no reason is given, or the wanted
/// deadline is none.
pub fn ask_extension(case: &ExternalCase, wanted: Instant, reason: &str, by: By) -> Step {
    let State::Open { extension_asked } = case.state else {
        return Err(wrong_stage(case));
    };
    if extension_asked.is_some() {
        return Err(ExternalCaseRefusal::ExtensionAlreadyAsked);
    }
    if !says_something(reason) {
        return Err(ExternalCaseRefusal::ExtensionReasonNeeded);
    }
    later(case, wanted, by)?;
    let asked = ExtensionAsked {
        by: by.person,
        at: by.at,
        wanted_due_at: wanted,
    };
    let state = State::Open {
        extension_asked: Some(asked),
    };
    Ok(stepped(case, state, by.at))
}

fn later(case: &ExternalCase, due_at: Instant, by: By) -> Result<(), ExternalCaseRefusal> {
    if due_at <= case.due_at || due_at <= by.at {
        return Err(ExternalCaseRefusal::DueNotLater);
    }
    Ok(())
}

/// Records what the source answered. More time moves the deadline, and nothing else does.
///
/// # Errors
/// No extension waits for an answer, or the new deadline is no later one.
pub fn answer_extension(case: &ExternalCase, answer: Answer, by: By) -> Step {
    if case.stage() != CaseStage::Open {
        return Err(wrong_stage(case));
    }
    if case.state.extension_asked().is_none() {
        return Err(ExternalCaseRefusal::NoExtensionAsked);
    }
    let state = State::Open {
        extension_asked: None,
    };
    let mut next = stepped(case, state, by.at);
    if let Answer::Granted { due_at } = answer {
        later(case, due_at, by)?;
        next.extensions += 1;
        // By then the deadline is a miss on record, which no later word of the source undoes.
        next.late_extensions += u32::from(by.recorded_at >= case.due_at);
        next.due_at = due_at;
    }
    Ok(next)
}

/// Replies to the source. An extension that was asked for is not needed any more.
///
/// # Errors
/// The reply was given, says nothing, or nothing proves it and nobody says why.
pub fn reply(case: &ExternalCase, text: &str, proof: Proof<'_>, by: By) -> Step {
    if case.stage() != CaseStage::Open {
        return Err(wrong_stage(case));
    }
    if !says_something(text) {
        return Err(ExternalCaseRefusal::ReplyNeeded);
    }
    if proof.photos == 0 && !says_something(proof.none_because) {
        return Err(ExternalCaseRefusal::ProofNeeded);
    }
    let state = State::Replied {
        by: by.person,
        at: by.at,
    };
    Ok(stepped(case, state, by.at))
}

/// Takes a case back that the source does not accept as settled, with a new deadline. 12345 also
/// gives cases back that were closed.
///
/// # Errors
/// The reply is still owed, no reason is given, or the new deadline has passed.
pub fn return_case(case: &ExternalCase, due_at: Instant, reason: &str, by: By) -> Step {
    if case.stage() == CaseStage::Open {
        return Err(wrong_stage(case));
    }
    if !says_something(reason) {
        return Err(ExternalCaseRefusal::ReturnReasonNeeded);
    }
    if due_at <= by.at {
        return Err(ExternalCaseRefusal::DueNotLater);
    }
    let state = State::Open {
        extension_asked: None,
    };
    Ok(ExternalCase {
        clock_from: by.at,
        due_at,
        cycle: case.cycle + 1,
        extensions: 0,
        late_extensions: 0,
        ..stepped(case, state, by.at)
    })
}

/// Closes a case as the source ended it.
///
/// # Errors
/// It is closed, the source has no reply yet and did not withdraw, or it is not satisfied and
/// nobody says what follows.
pub fn close(case: &ExternalCase, outcome: CaseOutcome, note: &str, by: By) -> Step {
    match (case.stage(), outcome) {
        (CaseStage::Closed, _) => return Err(wrong_stage(case)),
        (CaseStage::Open, CaseOutcome::Satisfied | CaseOutcome::NotSatisfied) => {
            return Err(ExternalCaseRefusal::NotReplied);
        }
        (_, CaseOutcome::NotSatisfied) if !says_something(note) => {
            return Err(ExternalCaseRefusal::UnsatisfiedNeedsNote);
        }
        _ => {}
    }
    let state = State::Closed {
        by: by.person,
        at: by.at,
        outcome,
    };
    Ok(stepped(case, state, by.at))
}

/// Whether a work order may be joined to a case.
///
/// # Errors
/// The case is closed, or has an order.
pub fn join_order(case: &ExternalCase, has_one: bool) -> Result<(), ExternalCaseRefusal> {
    if case.stage() == CaseStage::Closed {
        return Err(wrong_stage(case));
    }
    if has_one {
        return Err(ExternalCaseRefusal::AlreadyLinked);
    }
    Ok(())
}

/// Whether a photo may be added to a case.
///
/// # Errors
/// The case is closed.
pub fn add_proof(case: &ExternalCase) -> Result<(), ExternalCaseRefusal> {
    match case.stage() {
        CaseStage::Closed => Err(wrong_stage(case)),
        CaseStage::Open | CaseStage::Replied => Ok(()),
    }
}
