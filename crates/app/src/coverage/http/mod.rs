//! The interface of coverage.

mod asks;
mod reads;
mod stands;

pub use asks::*;
pub use reads::*;
pub use stands::*;

use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, PersonId};

use crate::access::{SignedIn, prove_pin};
use crate::app::App;
use crate::http::Failure;

/// Who acts. On a shared screen another person than the one signed in acts by PIN.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub struct ActingPerson {
    /// The person; absent: who is signed in.
    #[serde(default)]
    pub person_id: Option<PersonId>,
    /// That person's PIN, when it is not who is signed in.
    #[serde(default)]
    pub pin: Option<String>,
}

impl ActingPerson {
    /// The person who acts, proven by session or PIN.
    async fn prove(
        &self,
        app: &App,
        signed_in: &SignedIn,
        community: CommunityId,
    ) -> Result<PersonId, Failure> {
        let own = signed_in.person_in(community)?;
        match self.person_id {
            Some(other) if other != own => {
                let pin = self.pin.as_deref().unwrap_or_default();
                Ok(prove_pin(app, signed_in, community, other, pin)
                    .await?
                    .person())
            }
            _ => Ok(own),
        }
    }
}
