//! One's own password and PIN.

use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use zhishou_platform::{AppError, verify_password};
use zhishou_rules::access::ThrottleScope;

use super::account_changes::{AccountChange, AccountChanging, ChangeOwnAccount};
use super::new_secret::NewSecret;
use super::signed_in::SignedIn;
use super::store::{self, Account};
use super::throttle::{self, Counter};
use crate::app::App;
use crate::http::{Body, Failure, Problem};

/// The old and the new password.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ChangePasswordRequest {
    /// The password so far.
    pub old_password: String,
    /// The new one, at least 8 characters and not easily guessed.
    pub password: String,
}

/// Changes one's own password; other sessions end.
#[utoipa::path(put, path = "/api/session/password", operation_id = "change_password",
    tag = "access", request_body = ChangePasswordRequest,
    responses((status = 204), (status = 422, body = Problem)))]
pub async fn change_password(
    State(app): State<App>,
    signed_in: SignedIn,
    Body(request): Body<ChangePasswordRequest>,
) -> Result<StatusCode, Failure> {
    let account = require_password(&app, &signed_in, request.old_password).await?;
    let secret = NewSecret::password(&app, request.password, &account.names()).await?;
    change_own(&app, &signed_in, AccountChange::PasswordChanged, secret).await?;
    let now = app.platform().now();
    let mut unrecorded = app.platform().write_unrecorded().await?;
    store::revoke_sessions_but(
        &mut unrecorded,
        signed_in.account,
        Some(signed_in.session),
        now,
    )
    .await?;
    unrecorded.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The password and the new PIN.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SetPinRequest {
    /// One's password.
    pub password: String,
    /// 4 to 6 digits.
    pub pin: String,
}

/// Sets one's own signing PIN.
#[utoipa::path(put, path = "/api/session/pin", operation_id = "set_pin", tag = "access",
    request_body = SetPinRequest, responses((status = 204), (status = 422, body = Problem)))]
pub async fn set_pin(
    State(app): State<App>,
    signed_in: SignedIn,
    Body(request): Body<SetPinRequest>,
) -> Result<StatusCode, Failure> {
    require_password(&app, &signed_in, request.password).await?;
    let secret = NewSecret::pin(&app, request.pin).await?;
    change_own(&app, &signed_in, AccountChange::PinSet, secret).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Asks for the password once more. Wrong ones are delayed as at the sign-in: a screen that was
/// left open must not let others guess the password of who forgot to lock it.
async fn require_password(
    app: &App,
    signed_in: &SignedIn,
    password: String,
) -> Result<Account, Failure> {
    let account = store::account(&mut *app.platform().read().await?, signed_in.account).await?;
    let counter = Counter {
        scope: ThrottleScope::AccountFromKnownDevice,
        key: format!("{}:{}", signed_in.account, signed_in.device),
    };
    let counted = throttle::count(app, &[counter]).await?;
    let hash = account.as_ref().map(|account| account.password.clone());
    let fits = verify_password(app.config().password_cost, hash, password).await?;
    let Some(account) = account.filter(|_| fits) else {
        return Err(AppError::refused("wrong_password", "当前密码不正确").into());
    };
    let mut unrecorded = app.platform().write_unrecorded().await?;
    counted.forgive(&mut unrecorded).await?;
    unrecorded.commit().await?;
    Ok(account)
}

async fn change_own(
    app: &App,
    signed_in: &SignedIn,
    change: AccountChange,
    secret: NewSecret,
) -> Result<(), AppError> {
    // The change is recorded in the first of the person's communities: the account is one.
    let Some(member) = signed_in.memberships.first() else {
        return Err(AppError::forbidden("该账号不属于任何小区"));
    };
    let action = ChangeOwnAccount(AccountChanging {
        person: member.person,
        change,
        secret: Some(secret),
    });
    app.perform(signed_in, member.community, None, &action)
        .await
}
