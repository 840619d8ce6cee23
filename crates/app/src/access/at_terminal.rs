//! What the operator does about accounts at the server's terminal.

use zhishou_base::Actor;
use zhishou_platform::{AppError, Reader};
use zhishou_rules::access::normal_login;

use super::account_changes::{AccountChange, AccountChanging, ManageAccount};
use super::new_secret::NewSecret;
use super::signed_in::Membership;
use super::store::{self, Account};
use crate::app::App;

/// An account as the operator finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundAccount {
    /// It no longer signs in until somebody enables it.
    pub disabled: bool,
    /// In how many communities its person works now; none when they have left all of them.
    pub communities: usize,
}

/// Looks an account up by its name or phone number.
///
/// # Errors
/// The database failed.
pub async fn find_account(app: &App, login: &str) -> Result<Option<FoundAccount>, AppError> {
    let mut reader = app.platform().read().await?;
    let found = account_and_memberships(app, &mut reader, login).await?;
    Ok(found.map(|(account, memberships)| FoundAccount {
        disabled: account.disabled,
        communities: memberships.len(),
    }))
}

/// Sets a new password; the account's sessions end.
///
/// # Errors
/// There is no such account, its person works nowhere any more, or the password is not acceptable.
pub async fn reset_password_at_terminal(
    app: &App,
    login: &str,
    password: String,
) -> Result<(), AppError> {
    let found = {
        let mut reader = app.platform().read().await?;
        account_and_memberships(app, &mut reader, login).await?
    };
    let (account, memberships) = found.ok_or(AppError::NotFound { what: "该账号" })?;
    if memberships.is_empty() {
        let detail = "此人已从所有小区离职，账号不能再登录，密码没有更改";
        return Err(AppError::refused("person_has_left", detail));
    }
    let secret = NewSecret::password(app, password, &account.names()).await?;
    for Membership {
        person, community, ..
    } in memberships
    {
        let action = ManageAccount(AccountChanging {
            person,
            change: AccountChange::PasswordReset,
            secret: Some(secret.clone()),
        });
        app.perform_by(Actor::OPERATOR, community, &action).await?;
    }
    Ok(())
}

async fn account_and_memberships(
    app: &App,
    reader: &mut Reader,
    login: &str,
) -> Result<Option<(Account, Vec<Membership>)>, AppError> {
    let Some(account) = store::account_by_login(reader, &normal_login(login)).await? else {
        return Ok(None);
    };
    let memberships = store::memberships(reader, account.id, app.platform().now()).await?;
    Ok(Some((account, memberships)))
}
