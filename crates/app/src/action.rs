//! An action: one business verb, as a value.

use serde::Serialize;
use serde::de::DeserializeOwned;
use zhishou_base::{Actor, ClientId, CommunityId, Instant};
use zhishou_platform::{Act, ActRequest, AppError, Work};
use zhishou_rules::access::Verb;

use crate::access::SignedIn;
use crate::app::App;

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
struct Performing<'a, A>(&'a A);

impl<A: Action> Work for Performing<'_, A> {
    type Outcome = A::Outcome;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok((
            A::NAME,
            serde_json::to_string(self.0).map_err(AppError::internal)?,
        ))
    }

    async fn run(&self, act: &mut Act) -> Result<A::Outcome, AppError> {
        self.0.perform(act).await
    }
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
        by.require(community, A::VERB)?;
        let request = ActRequest {
            community,
            actor: by.actor_in(community),
            happened_at: circumstances.happened_at,
            client_id: circumstances.client_id,
            opens_chain: false,
        };
        self.platform().commit(&request, &Performing(action)).await
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
        self.platform().commit(&request, &Performing(action)).await
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
        self.platform().commit(&request, &Performing(action)).await
    }
}
