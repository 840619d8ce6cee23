//! PINs: on a shared screen each signature carries the person who typed theirs.

use serde::Serialize;
use zhishou_base::{CommunityId, PersonId};
use zhishou_platform::{AppError, verify_password};
use zhishou_rules::access::ThrottleScope;

use super::signed_in::SignedIn;
use super::store;
use super::throttle::{self, Counter};
use crate::app::App;
use crate::http::Failure;

/// Proof that a person's PIN was just typed. Actions that sign take it; it cannot be made
/// elsewhere. Part of an action it writes only the person, never the PIN.
#[derive(Debug, Clone, Serialize)]
pub struct PinProof {
    person: PersonId,
}

impl PinProof {
    /// For the demo, whose people are invented and sign without a device.
    pub(crate) fn in_rehearsal(person: PersonId) -> Self {
        Self { person }
    }

    /// Who typed it.
    pub fn person(&self) -> PersonId {
        self.person
    }
}

/// Checks a person's PIN on the device of a session; wrong ones are delayed per person and device.
/// Call it before the action, since hashing must not hold the community's lock.
///
/// # Errors
/// `pin_wrong`, `pin_not_set`, or 429 while the device must wait.
pub async fn prove_pin(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    person: PersonId,
    pin: &str,
) -> Result<PinProof, Failure> {
    signed_in.member_of(community)?;
    let counter = [Counter {
        scope: ThrottleScope::Pin,
        key: format!("{person}:{}", signed_in.device),
    }];
    throttle::listen(app, &counter).await?;
    let account = {
        let mut reader = app.platform().read().await?;
        store::account_of_person(&mut reader, community, person).await?
    };
    let hash = account
        .filter(|account| !account.disabled)
        .and_then(|account| account.pin);
    if hash.is_none() {
        let detail = "此人还没有设置签名密码(PIN)，请先在“我的”中设置";
        return Err(AppError::refused("pin_not_set", detail).into());
    }
    if !verify_password(hash, pin.to_owned()).await? {
        throttle::count_failure(app, &counter).await?;
        return Err(AppError::refused("pin_wrong", "签名密码不正确，请重新输入").into());
    }
    let mut unrecorded = app.platform().write_unrecorded().await?;
    store::forgive(&mut unrecorded, &counter[0]).await?;
    unrecorded.commit().await?;
    Ok(PinProof { person })
}
