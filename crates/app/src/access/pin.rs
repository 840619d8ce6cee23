//! PINs: on a shared screen each signature carries the person who typed theirs.

use serde::Serialize;
use zhishou_base::{CommunityId, PersonId};
use zhishou_platform::{AppError, PasswordHash, verify_password};
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

/// Checks a person's PIN. Wrong ones are delayed per person and device, and per person and
/// account as well: a device is whatever the browser says, and a fresh one costs nothing.
/// Call it before the action, since hashing must not hold the community's lock.
///
/// # Errors
/// `pin_wrong`, `pin_not_set`, `person_has_left`, or 429 while device or account must wait.
pub async fn prove_pin(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
    person: PersonId,
    pin: &str,
) -> Result<PinProof, Failure> {
    signed_in.member_of(community)?;
    let hash = pin_of(app, community, person).await?;
    let by = |what: String| Counter {
        scope: ThrottleScope::Pin,
        key: format!("{person}:{what}"),
    };
    let counters = [
        by(signed_in.device.to_string()),
        by(format!("by:{}", signed_in.account)),
    ];
    let counted = throttle::count(app, &counters).await?;
    if !verify_password(app.config().password_cost, Some(hash), pin.to_owned()).await? {
        return Err(AppError::refused("pin_wrong", "签名密码不正确，请重新输入").into());
    }
    let mut unrecorded = app.platform().write_unrecorded().await?;
    counted.forgive(&mut unrecorded).await?;
    unrecorded.commit().await?;
    Ok(PinProof { person })
}

/// The hash of the PIN of somebody who works here and may sign.
async fn pin_of(
    app: &App,
    community: CommunityId,
    person: PersonId,
) -> Result<PasswordHash, AppError> {
    let mut reader = app.platform().read().await?;
    if store::has_left(&mut reader, community, person, app.platform().now()).await? {
        let detail = "此人已离职，不能再签名；请由在职人员办理";
        return Err(AppError::refused("person_has_left", detail));
    }
    store::account_of_person(&mut reader, community, person)
        .await?
        .filter(|account| !account.disabled)
        .and_then(|account| account.pin)
        .ok_or_else(|| {
            let detail = "此人还没有设置签名密码(PIN)，请先在“我的账号”中设置";
            AppError::refused("pin_not_set", detail)
        })
}
