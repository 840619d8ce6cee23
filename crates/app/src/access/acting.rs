//! Who acts on a shared screen: the person signed in, or another one by PIN.

use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_base::{CommunityId, PersonId};

use super::pin::prove_pin;
use super::signed_in::SignedIn;
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
    /// The person who acts, proven by the session or by a PIN.
    ///
    /// # Errors
    /// The PIN is missing or wrong, or the device must wait.
    pub async fn prove(
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
