//! Accounts of a community's staff.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{AccountId, CommunityId, PersonId};
use zhishou_platform::{AppError, DbError, Record, Row};
use zhishou_rules::access::Verb;

use super::account::{CreateAccount, NewAccount};
use super::account_changes::{AccountChange, AccountChanging, ManageAccount, UnlockAccount};
use super::new_secret::NewSecret;
use super::signed_in::SignedIn;
use super::store;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};

/// An account in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountLine {
    /// The account.
    pub account_id: AccountId,
    /// Its person.
    pub person_id: PersonId,
    /// The person's name.
    pub person_name: String,
    /// Account name.
    pub login: String,
    /// A signing PIN is set.
    pub has_pin: bool,
    /// It no longer signs in.
    pub disabled: bool,
}

impl Record for AccountLine {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            account_id: row.get("id")?,
            person_id: row.get("person_id")?,
            person_name: row.get("name")?,
            login: row.get("login")?,
            has_pin: row.get::<Option<String>>("pin_hash")?.is_some(),
            disabled: row.get::<Option<i64>>("disabled_at")?.is_some(),
        })
    }
}

/// The accounts of a community.
#[utoipa::path(get, path = "/api/c/{community}/accounts", operation_id = "list_accounts",
    tag = "access", params(("community" = String, Path)),
    responses((status = 200, body = Vec<AccountLine>), (status = 403, body = Problem)))]
pub async fn list_accounts(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<AccountLine>>, Failure> {
    signed_in.require(community, Verb::UnlockAccounts)?;
    let mut reader = app.platform().read().await?;
    Ok(Json(store::accounts_of(&mut reader, community).await?))
}

/// A new account.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CreateAccountRequest {
    /// The person who signs in with it.
    pub person_id: PersonId,
    /// Account name: letters, digits and . - _
    pub login: String,
    /// Phone number to sign in with instead.
    pub phone: Option<String>,
    /// First password, to be changed by its owner.
    pub password: String,
    /// First signing PIN.
    pub pin: Option<String>,
}

/// The account that was opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountOpened {
    /// The account.
    pub account_id: AccountId,
}

/// Opens an account for a member of staff.
#[utoipa::path(post, path = "/api/c/{community}/accounts", operation_id = "create_account",
    tag = "access", params(("community" = String, Path)), request_body = CreateAccountRequest,
    responses((status = 201, body = AccountOpened), (status = 400, body = Problem)))]
pub async fn create_account(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<CreateAccountRequest>,
) -> Result<(StatusCode, Json<AccountOpened>), Failure> {
    signed_in.require(community, Verb::ManageAccounts)?;
    let new = NewAccount::prepare(
        &app,
        request.person_id,
        &request.login,
        request.phone.as_deref(),
        request.password,
        request.pin,
    )
    .await?;
    let account_id = app
        .perform(&signed_in, community, key, &CreateAccount(new))
        .await?;
    Ok((StatusCode::CREATED, Json(AccountOpened { account_id })))
}

/// A new password for somebody else.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ResetPasswordRequest {
    /// At least 8 characters and not easily guessed; its owner is asked to change it.
    pub password: String,
}

/// Sets a new password for a member of staff; their sessions end.
#[utoipa::path(put, path = "/api/c/{community}/accounts/{person}/password",
    operation_id = "reset_account_password", tag = "access",
    params(("community" = String, Path), ("person" = String, Path)),
    request_body = ResetPasswordRequest,
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn reset_account_password(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, person)): Path<(CommunityId, PersonId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<ResetPasswordRequest>,
) -> Result<StatusCode, Failure> {
    signed_in.require(community, Verb::ManageAccounts)?;
    let account = {
        let mut reader = app.platform().read().await?;
        let account = store::account_of_person(&mut reader, community, person).await?;
        account.ok_or(AppError::NotFound { what: "该账号" })?
    };
    let secret = NewSecret::password(&app, request.password, &account.names()).await?;
    let action = ManageAccount(AccountChanging {
        person,
        change: AccountChange::PasswordReset,
        secret: Some(secret),
    });
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets an account no longer sign in; its sessions end.
#[utoipa::path(delete, path = "/api/c/{community}/accounts/{person}",
    operation_id = "disable_account", tag = "access",
    params(("community" = String, Path), ("person" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn disable_account(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, person)): Path<(CommunityId, PersonId)>,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<StatusCode, Failure> {
    if signed_in.person_in(community)? == person {
        return Err(AppError::refused("own_account", "不能停用自己的账号").into());
    }
    let change = AccountChange::Disabled;
    let action = ManageAccount(AccountChanging {
        person,
        change,
        secret: None,
    });
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets a disabled account sign in again, with the password it had.
#[utoipa::path(post, path = "/api/c/{community}/accounts/{person}/enable",
    operation_id = "enable_account", tag = "access",
    params(("community" = String, Path), ("person" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn enable_account(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, person)): Path<(CommunityId, PersonId)>,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<StatusCode, Failure> {
    let change = AccountChange::Enabled;
    let action = ManageAccount(AccountChanging {
        person,
        change,
        secret: None,
    });
    app.perform(&signed_in, community, key, &action).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Forgives the failed attempts of a colleague who has to wait.
#[utoipa::path(post, path = "/api/c/{community}/accounts/{person}/unlock",
    operation_id = "unlock_account", tag = "access",
    params(("community" = String, Path), ("person" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
pub async fn unlock_account(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, person)): Path<(CommunityId, PersonId)>,
    IdempotencyKey(key): IdempotencyKey,
) -> Result<StatusCode, Failure> {
    app.perform(&signed_in, community, key, &UnlockAccount { person })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
