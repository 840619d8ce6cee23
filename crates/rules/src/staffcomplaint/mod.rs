//! A complaint about a member of staff 投诉员工: it goes past the person it is about.
//!
//! Whoever is at the desk may have to write down a complaint about themself. What they write goes
//! to somebody above the person concerned, who alone sees it from then on.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, PersonId, Refusal, ResidentId};

use crate::access::Role;
use crate::desk::ContactChannel;
use crate::people::Fault;
use crate::words::words;

const LONGEST_TEXT: usize = 4_000;
const LONGEST_FIELD: usize = 120;
const FEWEST_WORDS: usize = 2;

words! {
    /// What looking into it found.
    Finding {
        /// 属实
        Upheld = "upheld",
        /// 不属实
        NotUpheld = "not_upheld",
        /// 投诉人撤回
        Withdrawn = "withdrawn",
    }
}

/// A complaint about staff as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffComplaintInput {
    /// Whom it is about; unknown while nobody knows the name.
    #[serde(default)]
    pub about_id: Option<PersonId>,
    /// The resident who complains, when the card was chosen.
    #[serde(default)]
    pub resident_id: Option<ResidentId>,
    /// How it reached us.
    pub channel: ContactChannel,
    /// The home, however it is written; need not be known.
    #[serde(default)]
    pub room: String,
    /// Name as the caller gave it; empty for somebody who does not say.
    #[serde(default)]
    pub caller_name: String,
    /// Phone number as shown or pasted.
    #[serde(default)]
    pub caller_phone: String,
    /// What was said.
    #[serde(default)]
    pub content: String,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case", tag = "stage")]
#[schema(as = StaffComplaintState)]
pub enum State {
    /// Waits for an answer to the caller.
    Open,
    /// The caller has an answer.
    Replied {
        /// Who gave it.
        by: PersonId,
        /// When.
        at: Instant,
    },
    /// Looked into and ended.
    Closed {
        /// Who ended it.
        by: PersonId,
        /// When.
        at: Instant,
        /// What was found.
        finding: Finding,
    },
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StaffComplaintRefusal {
    /// The complaint is about whoever acts.
    #[error("该投诉与您本人有关，须由上级办理")]
    OwnCase,
    /// Somebody higher handles it.
    #[error("该投诉由更高一级的负责人办理")]
    OthersHandleIt,
    /// The caller has an answer already.
    #[error("已答复过投诉人，如需补充请在办结时写明")]
    AlreadyReplied,
    /// It is ended.
    #[error("该投诉已办结，如有新情况请另行登记")]
    AlreadyClosed,
    /// Nobody told the caller anything yet.
    #[error("尚未答复投诉人，请先答复再办结")]
    NotReplied,
    /// No words.
    #[error("请写明内容（至少 2 个字）")]
    WordsNeeded,
}

impl Refusal for StaffComplaintRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OwnCase => "own_case",
            Self::OthersHandleIt => "others_handle_it",
            Self::AlreadyReplied => "already_replied",
            Self::AlreadyClosed => "complaint_closed",
            Self::NotReplied => "not_replied",
            Self::WordsNeeded => "complaint_words_needed",
        }
    }
}

/// What is wrong with a complaint as typed; empty when nothing is.
pub fn check_staff_complaint(input: &StaffComplaintInput) -> Vec<Fault> {
    [
        ("/content", &input.content, LONGEST_TEXT),
        ("/room", &input.room, LONGEST_FIELD),
        ("/caller_name", &input.caller_name, LONGEST_FIELD),
        ("/caller_phone", &input.caller_phone, LONGEST_FIELD),
    ]
    .into_iter()
    .filter(|(_, text, longest)| text.chars().count() > *longest)
    .map(|(pointer, _, longest)| Fault::at(pointer, format!("最多 {longest} 个字，请精简")))
    .collect()
}

/// The roles that handle a complaint about somebody with these roles, the nearest first: the
/// lowest of supervisor, manager and director that the person does not hold.
pub fn handled_by(roles_of_about: &[Role]) -> Vec<Role> {
    let rank = |role: &Role| {
        [Role::ServiceSupervisor, Role::Manager, Role::Director]
            .iter()
            .position(|one| one == role)
    };
    let own = roles_of_about.iter().filter_map(rank).max();
    let above = own.map_or(0, |rank| rank + 1);
    let mut roles = [Role::ServiceSupervisor, Role::Manager, Role::Director][above..].to_vec();
    if roles.is_empty() {
        // Nobody stands above the director here: the other managers see it.
        roles.push(Role::Manager);
    }
    roles
}

/// Whether somebody may see and handle it: they hold a role that stands above whom it is about.
///
/// # Errors
/// It is about them, or others handle it.
pub fn may_handle(
    about: Option<PersonId>,
    handlers: &[Role],
    person: PersonId,
    roles: &[Role],
) -> Result<(), StaffComplaintRefusal> {
    if about == Some(person) {
        return Err(StaffComplaintRefusal::OwnCase);
    }
    if roles.iter().any(|role| handlers.contains(role)) {
        Ok(())
    } else {
        Err(StaffComplaintRefusal::OthersHandleIt)
    }
}

/// Answers the caller.
///
/// # Errors
/// The caller has an answer, it is ended, or no words are given.
pub fn reply(
    state: State,
    words: &str,
    by: PersonId,
    at: Instant,
) -> Result<State, StaffComplaintRefusal> {
    match state {
        State::Open => {
            says_something(words)?;
            Ok(State::Replied { by, at })
        }
        State::Replied { .. } => Err(StaffComplaintRefusal::AlreadyReplied),
        State::Closed { .. } => Err(StaffComplaintRefusal::AlreadyClosed),
    }
}

/// Ends it with what was found. Who withdraws needs no answer any more.
///
/// # Errors
/// The caller has no answer yet, it is ended, or no words are given.
pub fn close(
    state: State,
    finding: Finding,
    words: &str,
    by: PersonId,
    at: Instant,
) -> Result<State, StaffComplaintRefusal> {
    match state {
        State::Closed { .. } => return Err(StaffComplaintRefusal::AlreadyClosed),
        State::Open if finding != Finding::Withdrawn => {
            return Err(StaffComplaintRefusal::NotReplied);
        }
        State::Open | State::Replied { .. } => {}
    }
    says_something(words)?;
    Ok(State::Closed { by, at, finding })
}

fn says_something(words: &str) -> Result<(), StaffComplaintRefusal> {
    let said = words.chars().filter(|c| !c.is_whitespace()).count();
    if said < FEWEST_WORDS {
        Err(StaffComplaintRefusal::WordsNeeded)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
