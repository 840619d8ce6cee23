//! An action: one business verb, as a value.

use serde::Serialize;
use serde::de::DeserializeOwned;
use zhishou_base::{Actor, ClientId, CommunityId, Instant};
use zhishou_platform::{Act, ActRequest, AppError, Work};
use zhishou_rules::access::{Verb, comes_with_the_desk};

use crate::access::{SignedIn, lacks};
use crate::app::App;
use crate::people;

/// One change that a person or the engine may ask for. The value holds all inputs.
pub trait Action: Serialize + Send + Sync {
    /// What the caller gets back; stored so that a repeated request gives the same.
    type Outcome: Serialize + DeserializeOwned + Send;

    /// A stable name, `capability.verb`.
    const NAME: &'static str;

    /// The permission it asks for.
    const VERB: Verb;

    /// Loads, decides (by the pure rules) and saves, with at least one ledger entry.
    fn perform(
        &self,
        act: &mut Act,
    ) -> impl Future<Output = Result<Self::Outcome, AppError>> + Send;
}

/// An action on its way through the door for writing.
struct Performing<'a, A> {
    action: &'a A,
    /// No role of the person allows it: they may only while they answer for the desk.
    only_at_desk: bool,
}

impl<A: Action> Work for Performing<'_, A> {
    type Outcome = A::Outcome;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok((
            A::NAME,
            serde_json::to_string(self.action).map_err(AppError::internal)?,
        ))
    }

    async fn run(&self, act: &mut Act) -> Result<A::Outcome, AppError> {
        if self.only_at_desk && !answers_for_the_desk(act).await? {
            return Err(lacks(A::VERB));
        }
        self.action.perform(act).await
    }
}

/// Asked behind the lock: a relief that ends at the same moment takes the permission along.
async fn answers_for_the_desk(act: &mut Act) -> Result<bool, AppError> {
    let (community, now, person) = (act.community(), act.now(), act.actor().person);
    let Some(desk) = people::desk(act, community).await? else {
        return Ok(false);
    };
    let platform = act.platform().clone();
    let holder = platform
        .owners()
        .holder_of(act, community, desk.id, now)
        .await?;
    Ok(holder.is_some() && holder == person)
}

/// How an act came about, beside who asked for it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances {
    /// The client's own id, so that a repeated request is recognised.
    pub client_id: Option<ClientId>,
    /// When it happened, for a late entry 补录.
    pub happened_at: Option<Instant>,
}

impl App {
    /// Performs an action for a signed-in person: checks the permission, then acts whole.
    ///
    /// # Errors
    /// `NotFound` outside the person's communities, `Forbidden` without the verb, and whatever
    /// the action answers.
    pub async fn perform<A: Action>(
        &self,
        by: &SignedIn,
        community: CommunityId,
        client_id: Option<ClientId>,
        action: &A,
    ) -> Result<A::Outcome, AppError> {
        let circumstances = Circumstances {
            client_id,
            happened_at: None,
        };
        self.perform_as(by, community, circumstances, action).await
    }

    /// Like [`Self::perform`], for what happened earlier and is entered now.
    ///
    /// # Errors
    /// As [`Self::perform`].
    pub async fn perform_as<A: Action>(
        &self,
        by: &SignedIn,
        community: CommunityId,
        circumstances: Circumstances,
        action: &A,
    ) -> Result<A::Outcome, AppError> {
        let only_at_desk = !by.may(community, A::VERB) && comes_with_the_desk(A::VERB);
        if only_at_desk {
            by.person_in(community)?;
        } else {
            by.require(community, A::VERB)?;
        }
        let performing = Performing {
            action,
            only_at_desk,
        };
        let request = ActRequest {
            community,
            actor: by.actor_in(community),
            happened_at: circumstances.happened_at,
            client_id: circumstances.client_id,
            opens_chain: false,
        };
        self.platform().commit(&request, &performing).await
    }

    /// Performs an action of the engine.
    ///
    /// # Errors
    /// Whatever the action answers.
    pub async fn perform_engine<A: Action>(
        &self,
        community: CommunityId,
        action: &A,
    ) -> Result<A::Outcome, AppError> {
        self.perform_by(Actor::ENGINE, community, action).await
    }

    /// Performs an action of the engine or of the operator at the server's terminal.
    ///
    /// # Errors
    /// Whatever the action answers.
    pub async fn perform_by<A: Action>(
        &self,
        actor: Actor,
        community: CommunityId,
        action: &A,
    ) -> Result<A::Outcome, AppError> {
        let request = ActRequest {
            community,
            actor,
            happened_at: None,
            client_id: None,
            opens_chain: false,
        };
        self.platform()
            .commit(
                &request,
                &Performing {
                    action,
                    only_at_desk: false,
                },
            )
            .await
    }

    /// Founds a community: performs the action that is the first of its chain.
    ///
    /// # Errors
    /// Whatever the action answers; nothing is founded then.
    pub async fn found<A: Action>(
        &self,
        community: CommunityId,
        action: &A,
    ) -> Result<A::Outcome, AppError> {
        let request = ActRequest {
            community,
            actor: Actor::OPERATOR,
            happened_at: None,
            client_id: None,
            opens_chain: true,
        };
        self.platform()
            .commit(
                &request,
                &Performing {
                    action,
                    only_at_desk: false,
                },
            )
            .await
    }
}
